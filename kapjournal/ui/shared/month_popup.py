"""A month that opens under something, to choose a day from: each day is a button, and one of them has the keys."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)

from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.mirroring import along
from kapjournal.ui.shared.text import Caption, Label
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.under import corner_under, let_up
from kapjournal.words.dates import first_weekday, month_year, weekday_short
from kapjournal.words.language import _

WEEKS = 6
DAYS = 7 * WEEKS


class DayButton(Restyled, QAbstractButton):
    """One day; what it looks like and what it is called is for those who show it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = date.min
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.restyle()

    def show_day(self, day: date, spoken: str, *, takes_keys: bool) -> None:
        """Show a day under the name that a reader says; the one that takes the keys is the stop of the month."""
        self.day = day
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if takes_keys else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(spoken)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose with Enter too; arrows belong to the month."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class MonthPopup(Restyled, QFrame):
    """Arrow keys move by day and week, PageUp and PageDown by month, Home goes to today, Enter chooses."""

    day_chosen = Signal(object)

    def __init__(self, name: str, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Round corners, with what lies under them.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(name)
        self._today = today
        self._day = day
        self._name = Label("", wrap=False)
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.previous = IconButton("previous", _("Month before"), bare=True)
        self.next = IconButton("next", _("Month after"), bare=True)
        self.previous.clicked.connect(self._month_before)
        self.next.clicked.connect(self._month_after)
        self.days = [self.make_button() for _place in range(DAYS)]
        self._lay_out()
        self.restyle()

    def make_accessible(self) -> QAccessibleInterface:
        """Tell of a dialog: it has the keys until a day is chosen or Esc closes it."""
        return QAccessibleWidget(self, QAccessible.Role.Dialog)

    def make_button(self) -> DayButton:
        """Make one of the days."""
        raise NotImplementedError

    def show_days(self, first: date, keys_on: date) -> None:
        """Show six weeks from a day on, with the keys on one of them."""
        raise NotImplementedError

    def beyond(self) -> int | None:
        """How far it ends beyond its opener; None where both begin together."""
        return None

    @property
    def first(self) -> date:
        """The day in the corner of the month that is shown."""
        first = self._day.replace(day=1)
        before = (first.weekday() - first_weekday()) % 7
        return first - timedelta(days=min(before, first.toordinal() - 1))

    def go_to(self, day: date) -> None:
        """Show a day's month, with the keyboard on the day."""
        self._day = day
        self._name.setText(month_year(day))
        self.show_days(self.first, day)
        for button in self.days:
            if button.day == day:
                button.setFocus(Qt.FocusReason.TabFocusReason)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._column.setContentsMargins(look.px(12), look.px(10), look.px(12), look.px(12))
        self._column.setSpacing(look.px(4))
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(look.px(2))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the ground of the style sheet, which Qt leaves out where a window lets things through."""
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by keys."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(along(event.key()))
        if key in steps:
            self._step(steps[key])
        elif key == Qt.Key.Key_PageUp:
            self._month_before()
        elif key == Qt.Key.Key_PageDown:
            self._month_after()
        elif key == Qt.Key.Key_Home:
            self.go_to(self._today)
        else:
            super().keyPressEvent(event)

    def open_under(self, opener: QWidget) -> None:
        """Show under what opens it."""
        self.adjustSize()
        self.move(corner_under(self.size(), opener, self.beyond()))
        if isinstance(opener, QAbstractButton):
            opener.setDown(True)
            self.destroyed.connect(lambda: let_up(opener))
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
            button.clicked.connect(lambda _on=False, button=button: self._choose(button.day))
            self._grid.addWidget(button, 1 + place // 7, place % 7)
        self._column.addLayout(self._grid)

    def _step(self, days: int) -> None:
        to = self._day.toordinal() + days
        if date.min.toordinal() <= to <= date.max.toordinal() - DAYS:
            self.go_to(date.fromordinal(to))

    def _month_before(self) -> None:
        self._show_month(-1)

    def _month_after(self) -> None:
        self._show_month(1)

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

    def _choose(self, day: date) -> None:
        self.day_chosen.emit(day)
        self.close()
