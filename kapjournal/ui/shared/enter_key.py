"""Enter presses the button that has the keys, as Space does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QWidget
from shiboken6 import isValid

from kapjournal.ui.shared.checkbox import Switch

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPresses(QObject):
    """Stands at the button that has the keys; made once for the program.

    Qt presses by Enter only in dialogs of its own. A box, a switch and one of several are no buttons to press, and
    a button for which Enter means something else goes first.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._at: QAbstractButton | None = None
        app.focusChanged.connect(self._focus_changed)
        self._focus_changed(None, app.focusWidget())

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._at is not None and isValid(self._at):
            self._at.removeEventFilter(self)
        self._at = new if isinstance(new, QAbstractButton) and _is_pressed(new) else None
        if self._at is not None:
            self._at.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Press where the button itself does nothing with Enter; a key that is held presses once."""
        is_enter = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTER
            and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        )
        if not is_enter or not isinstance(watched, QAbstractButton):
            return False
        watched.event(event)
        if not event.isAccepted() and not event.isAutoRepeat():  # type: ignore[attr-defined]
            watched.click()
        return True


def _is_pressed(button: QAbstractButton) -> bool:
    return not (button.autoExclusive() or isinstance(button, (QCheckBox, Switch)))
