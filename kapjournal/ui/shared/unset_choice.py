"""A choice of one among a few that may stay open: nothing chosen is not the same as none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from kapjournal.ui.shared.buttons import show_checked
from kapjournal.ui.shared.mirroring import along
from kapjournal.ui.shared.theme import Restyled, tabular, theme

Drawing = Callable[[QColor, int], QIcon]
"""Makes a small picture in a colour and a height."""


class UnsetChoice(Restyled, QWidget):
    """Buttons side by side; a second click or Delete takes the choice back. One tab stop, arrow keys move."""

    changed = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        accessible_name: str,
        parent: QWidget | None = None,
        *,
        apart: bool = False,
        size: str = "normal",
        drawings: Sequence[Drawing | None] = (),
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _words in options]
        self._apart = apart
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._buttons: list[_Option] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for index, (_value, words) in enumerate(options):
            place = "first" if index == 0 else "last" if index == len(options) - 1 else "mid"
            drawing = drawings[index] if index < len(drawings) else None
            button = _Option(words, "icon" if apart else "segment", place, size, drawing, self)
            button.setAccessibleName(f"{accessible_name}: {words}")
            button.toggled.connect(self._toggled)
            self._group.addButton(button)
            button.installEventFilter(self)
            self._buttons.append(button)
            self._row.addWidget(button)
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._mark_tab_stop()
        self.restyle()

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """The options, in order."""
        return tuple(self._buttons)

    @property
    def value(self) -> object | None:
        """What is chosen, or None."""
        return next((v for v, b in zip(self._values, self._buttons, strict=True) if b.isChecked()), None)

    def set_value(self, value: object | None) -> None:
        """Show a choice, or none, without telling anybody."""
        for each, button in zip(self._values, self._buttons, strict=True):
            show_checked(button, value is not None and each == value)
            button.restyle()
        self._mark_tab_stop()

    def focus_first(self) -> None:
        """Give the keys to the tab stop."""
        self._tab_stop().setFocus(Qt.FocusReason.TabFocusReason)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._row.setSpacing(theme().px(4) if self._apart else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Move by arrow keys, take back by Delete."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            for index, button in enumerate(self._buttons):
                if button is watched:
                    return self._key(index, Qt.Key(along(event.key())))
        return super().eventFilter(watched, event)

    def _key(self, index: int, key: Qt.Key) -> bool:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if key in steps:
            target = self._buttons[min(max(index + steps[key], 0), len(self._buttons) - 1)]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.value is not None:
                self.set_value(None)
                self.changed.emit(None)
            return True
        return False

    def _toggled(self) -> None:
        toggled = self.sender()
        for button in self._buttons:
            if button is not toggled and button.isChecked():
                show_checked(button, False)
                button.restyle()
        self._mark_tab_stop()
        self.changed.emit(self.value)

    def _tab_stop(self) -> _Option:
        return next((b for b in self._buttons if b.isChecked()), self._buttons[0])

    def _mark_tab_stop(self) -> None:
        """Tab reaches the chosen one, else the first; the others are reached by arrow keys."""
        stop = self._tab_stop()
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)


class _Option(Restyled, QPushButton):
    """One of the options."""

    def __init__(
        self, text: str, kind: str, place: str, size: str, drawing: Drawing | None, parent: QWidget
    ) -> None:
        super().__init__((" " if drawing is not None else "") + text.replace("&", "&&"), parent)
        self._drawing = drawing
        self.setCheckable(True)
        # One of several for a reader; the group lets it be taken back.
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("kind", kind)
        self.setProperty("place", place)
        self.setProperty("extent", size)
        self.toggled.connect(self._weigh)
        self.restyle()

    def restyle(self) -> None:
        """Take font and picture from the theme."""
        self._weigh(self.isChecked())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Keep the width of the heavier weight, so that nothing moves when the choice does."""
        hint = super().sizeHint()
        heavier = QFont(self.font())
        heavier.setWeight(QFont.Weight.DemiBold)
        now, then = (QFontMetrics(font).horizontalAdvance(self.text()) for font in (self.font(), heavier))
        return QSize(hint.width() + then - now, hint.height())

    def _weigh(self, checked: bool) -> None:
        look = theme()
        font = tabular(look.font("chip"))
        font.setWeight(QFont.Weight.DemiBold if checked else QFont.Weight.Medium)
        self.setFont(font)
        if self._drawing is not None:
            side = look.px(16)
            role = "on_accent" if checked and self.property("kind") == "segment" else "ink2"
            self.setIcon(self._drawing(look.color(role), side))
            self.setIconSize(QSize(round(side * 1.5), side))
