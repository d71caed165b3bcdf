"""A month to jump with: days show their mood as a level, dosing days are rounded squares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.journal.journal import Journal
from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.level_glyph import level_path, paint_level_glyph
from kapjournal.ui.shared.text import Caption, Label
from kapjournal.ui.shared.theme import Restyled, mix, theme
from kapjournal.words.dates import day_long, first_weekday, month_year, weekday_short
from kapjournal.words.language import _
from kapjournal.words.mood import mood_value_text

_DAYS = 42
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


def day_states(journal: Journal, month: date, today: date) -> tuple[DayState, ...]:
    """Six weeks around a month."""
    start = month.replace(day=1)
    start -= timedelta(days=(start.weekday() - first_weekday()) % 7)
    last = start + timedelta(days=_DAYS - 1)
    moods: Mapping[date, float | None] = journal.timeline.days_with_entries(start, last)
    dosing = {
        session.moment.day: session
        for session in journal.kap_sessions.between(start, last)
        if session.kind is SessionKind.DOSING and _is_on(session)
    }
    days = (start + timedelta(days=away) for away in range(_DAYS))
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


class CalendarPopup(Restyled, QFrame):
    """Arrow keys move by day and week, PageUp and PageDown by month, Enter goes to the day."""

    day_chosen = Signal(object)

    def __init__(self, journal: Journal, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("Go to a day"))
        self._journal = journal
        self._today = today
        self._day = day
        self._states: tuple[DayState, ...] = ()
        self._name = Label("", wrap=False)
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.previous = IconButton("previous", _("Previous month"), bare=True)
        self.next = IconButton("next", _("Next month"), bare=True)
        self.previous.clicked.connect(lambda: self._show_month(-1))
        self.next.clicked.connect(lambda: self._show_month(1))
        self.days = [DayButton(self) for _place in range(_DAYS)]
        self._lay_out()
        self.restyle()
        self.go_to(day)

    def go_to(self, day: date) -> None:
        """Show a day's month, with the keyboard on the day."""
        self._day = day
        if not any(state.day == day and state.in_month for state in self._states):
            self._states = day_states(self._journal, day, self._today)
            self._name.setText(month_year(day))
        for button, state in zip(self.days, self._states, strict=True):
            button.show_state(state, takes_keys=state.day == day)
            if state.day == day:
                button.setFocus(Qt.FocusReason.TabFocusReason)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._column.setContentsMargins(look.px(12), look.px(10), look.px(12), look.px(12))
        self._column.setSpacing(look.px(4))
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(look.px(2))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by keys."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(event.key())
        if key in steps:
            self.go_to(self._day + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._show_month(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Home:
            self.go_to(self._today)
        else:
            super().keyPressEvent(event)

    def open_under(self, button: QWidget) -> None:
        """Show under a button, its right edge near the button's, within the screen."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + theme().px(8)))
        self.move(corner - QPoint(self.width() - theme().px(74), 0))
        room = button.screen().availableGeometry()
        self.move(
            max(room.left(), min(self.x(), room.right() - self.width())),
            max(room.top(), min(self.y(), room.bottom() - self.height())),
        )
        self.show()
        self.go_to(self._day)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self.previous)
        head.addWidget(self._name, 1)
        head.addWidget(self.next)
        self._column.addLayout(head)
        self._grid = QGridLayout()
        for place in range(7):
            name = Caption(
                weekday_short(date(2024, 1, 1) + timedelta(days=first_weekday() + place))[:1], wrap=False
            )
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._grid.addWidget(name, 0, place)
        for place, button in enumerate(self.days):
            button.clicked.connect(lambda _on=False, button=button: self._choose(button))
            self._grid.addWidget(button, 1 + place // 7, place % 7)
        self._column.addLayout(self._grid)
        legend = QHBoxLayout()
        legend.addStretch(1)
        for dosing, words in ((True, _("dosing session")), (False, _("mood that day"))):
            legend.addWidget(_LegendMark(dosing=dosing))
            legend.addWidget(Caption(words, "ink2", wrap=False))
            legend.addSpacing(theme().px(8))
        legend.addStretch(1)
        self._column.addLayout(legend)

    def _show_month(self, away: int) -> None:
        months = self._day.year * 12 + self._day.month - 1 + away
        year, month = divmod(months, 12)
        if not 1 <= year <= 9998:
            return
        for day in range(self._day.day, 0, -1):
            try:
                self.go_to(date(year, month + 1, day))
            except ValueError:
                continue
            return

    def _choose(self, button: DayButton) -> None:
        if button.state is not None:
            self.day_chosen.emit(button.state.day)
            self.close()


class DayButton(Restyled, QAbstractButton):
    """One day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.state: DayState | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.restyle()

    def show_state(self, state: DayState, *, takes_keys: bool) -> None:
        """Show a day."""
        self.state = state
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if takes_keys else Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(day_spoken(state))
        self.update()

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(QSize(theme().px(_CELL), theme().px(_CELL)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose with Enter too; arrows belong to the month."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

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
