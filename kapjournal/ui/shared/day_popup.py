"""The month of a field for a day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kapjournal.ui.shared.month_popup import DayButton, MonthPopup
from kapjournal.ui.shared.theme import tabular, theme
from kapjournal.words.dates import day_long
from kapjournal.words.language import _


class DayPopup(MonthPopup):
    """Opens on the day that the field has, or on today."""

    def __init__(self, chosen: date | None, today: date, parent: QWidget) -> None:
        self._chosen = chosen
        super().__init__(_("Choose a day"), chosen or today, today, parent)
        self.go_to(self._day)

    def make_button(self) -> DayButton:
        """Make one of the days."""
        return _PlainDay(self)

    def show_days(self, first: date, keys_on: date) -> None:
        """Show numbers: the chosen filled, today ringed, the days of other months fainter."""
        for away, button in enumerate(self.days):
            assert isinstance(button, _PlainDay)
            day = first + timedelta(days=away)
            button.is_today = day == self._today
            button.is_chosen = day == self._chosen
            button.in_month = day.month == keys_on.month
            button.show_day(day, self._spoken(day), takes_keys=day == keys_on)

    def _spoken(self, day: date) -> str:
        parts = [day_long(day, self._today)]
        if day == self._today:
            parts.append(_("today"))
        if day == self._chosen:
            parts.append(_("chosen"))
        return ", ".join(parts)


class _PlainDay(DayButton):
    """A number."""

    is_today = False
    is_chosen = False
    in_month = True

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(QSize(theme().px(36), theme().px(32)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the number on its ground."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent_fill" if self.is_chosen else "accent_soft" if self.hasFocus() else ""
        ground = ground or ("hover" if self.underMouse() else "")
        painter.setPen(look.color("ink2") if self.is_today else Qt.PenStyle.NoPen)
        painter.setBrush(look.color(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1, -2, -1), look.px(8), look.px(8))
        font = tabular(look.font("body"))
        if self.hasFocus() or self.is_chosen:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(look.color("on_accent" if self.is_chosen else "ink" if self.in_month else "ink3"))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), str(self.day.day))
        painter.end()
