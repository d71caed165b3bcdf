"""A month to jump with: days show their mood as a level, dosing days are rounded squares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.journal.journal import Journal
from kapjournal.ui.shared.level_glyph import level_path, paint_level_glyph
from kapjournal.ui.shared.month_popup import DAYS, DayButton, MonthPopup
from kapjournal.ui.shared.text import Caption
from kapjournal.ui.shared.theme import Restyled, mix, theme
from kapjournal.words.dates import day_long
from kapjournal.words.language import _
from kapjournal.words.mood import mood_value_text

_CELL = 36


@dataclass(frozen=True, slots=True)
class DayState:
    """What a day of the calendar shows."""

    day: date
    in_month: bool
    is_today: bool
    has_entries: bool
    mood: float | None
    dosing: bool
    planned: bool


def day_states(journal: Journal, start: date, month: date, today: date) -> tuple[DayState, ...]:
    """Six weeks around a month."""
    last = start + timedelta(days=DAYS - 1)
    moods: Mapping[date, float | None] = journal.timeline.days_with_entries(start, last)
    dosing = {
        session.moment.day: session
        for session in journal.kap_sessions.between(start, last)
        if session.kind is SessionKind.DOSING and _is_on(session)
    }
    days = (start + timedelta(days=away) for away in range(DAYS))
    return tuple(
        DayState(
            day,
            in_month=(day.year, day.month) == (month.year, month.month),
            is_today=day == today,
            has_entries=day in moods,
            mood=moods.get(day),
            dosing=day in dosing,
            planned=day in dosing and not dosing[day].took_place,
        )
        for day in days
    )


class CalendarPopup(MonthPopup):
    """What each day of the journal holds, and a way to it."""

    def __init__(self, journal: Journal, day: date, today: date, parent: QWidget) -> None:
        self._journal = journal
        self._states: tuple[DayState, ...] = ()
        super().__init__(_("Go to a day"), day, today, parent)
        self._column.addLayout(_legend())
        self.go_to(day)

    def make_button(self) -> DayButton:
        """Make one of the days."""
        return MoodDayButton(self)

    def show_days(self, first: date, keys_on: date) -> None:
        """Show six weeks; the journal is read where the month is another."""
        if not any(state.day == keys_on and state.in_month for state in self._states):
            self._states = day_states(self._journal, first, keys_on, self._today)
        for button, state in zip(self.days, self._states, strict=True):
            assert isinstance(button, MoodDayButton)
            button.state = state
            button.show_day(state.day, day_spoken(state), takes_keys=state.day == keys_on)

    def beyond(self) -> int:
        """End beyond its button, over the edge of the list."""
        return theme().px(74)


class MoodDayButton(DayButton):
    """A day with its mood."""

    state: DayState | None = None

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(QSize(theme().px(_CELL), theme().px(_CELL)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint level, mark and number."""
        if self.state is None:
            return
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = QRectF(self.rect()).center()
        painter.setOpacity(1.0 if self.state.in_month else 0.6)
        if self.underMouse() or self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.pxf(8), look.pxf(8))
        _paint_mood(painter, center, self.state)
        _paint_frame(painter, center, self.state)
        font = look.font("chip")
        font.setWeight(QFont.Weight.DemiBold if self.state.has_entries else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(
            look.color("ink" if self.state.has_entries else "ink2" if self.state.in_month else "ink3")
        )
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), str(self.state.day.day))
        painter.end()


def day_spoken(state: DayState) -> str:
    """'Tuesday, 20 October, dosing session, mood 4 of 10, rather low'."""
    parts = [day_long(state.day, state.day)]
    if state.is_today:
        parts.append(_("today"))
    if state.dosing:
        parts.append(_("dosing session planned") if state.planned else _("dosing session"))
    if state.mood is not None:
        parts.append(_("mood {value}").format(value=mood_value_text(state.mood)))
    elif not state.has_entries:
        parts.append(_("no entries"))
    return ", ".join(parts)


def _is_on(session: KapSession) -> bool:
    return session.took_place or session.status is SessionStatus.PLANNED


def _paint_mood(painter: QPainter, center: QPointF, state: DayState) -> None:
    if state.mood is None:
        return
    look = theme()
    radius = look.pxf(13)
    circle = _square(center, radius)
    shade = mix(look.color("surface"), look.mood(state.mood), look.opacity("mood_level_hover"))
    painter.fillPath(level_path(circle, state.mood), shade)
    painter.setPen(QPen(shade, look.pxf(1.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)


def _paint_frame(painter: QPainter, center: QPointF, state: DayState) -> None:
    look = theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state.dosing:
        pen = QPen(look.color("session"), look.pxf(2))
        if state.planned:
            pen.setDashPattern([2.0, 1.6])
        painter.setPen(pen)
        painter.drawRoundedRect(_square(center, look.pxf(16)), look.pxf(6), look.pxf(6))
    if state.is_today:
        painter.setPen(QPen(look.color("ink"), look.pxf(1.5)))
        painter.drawEllipse(_square(center, look.pxf(16)))


def _square(center: QPointF, half: float) -> QRectF:
    return QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half)


def _legend() -> QHBoxLayout:
    legend = QHBoxLayout()
    legend.addStretch(1)
    for dosing, words in ((True, _("dosing session")), (False, _("mood that day"))):
        legend.addWidget(_LegendMark(dosing=dosing))
        legend.addWidget(Caption(words, "ink2", wrap=False))
        legend.addSpacing(theme().px(8))
    legend.addStretch(1)
    return legend


class _LegendMark(Restyled, QWidget):
    """A dosing day, or a day with a mood, as the month draws it."""

    def __init__(self, *, dosing: bool) -> None:
        super().__init__()
        self._dosing = dosing
        self.restyle()

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(QSize(theme().px(18), theme().px(18)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the sign."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self._dosing:
            painter.setPen(QPen(look.color("session"), look.pxf(2)))
            painter.drawRoundedRect(inner, look.pxf(4), look.pxf(4))
        else:
            paint_level_glyph(painter, inner, 5.5)
        painter.end()
