"""Keys that are pressed while the journal opens: they are done once it is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class KeysMeanwhile(QObject):
    """Keeps what is pressed with Ctrl from now on, in a window that has no use for it yet."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._pressed: list[QKeySequence] = []
        self._handle = window.windowHandle()
        if self._handle is not None:
            self._handle.installEventFilter(self)

    def press_in(self, opened: QWidget) -> None:
        """Do what the shortcuts of the journal's inside do for them; further keys go their own way."""
        shortcuts = opened.findChildren(QShortcut) if self._pressed else []
        pressed = tuple(self._pressed)
        self.forget()
        for keys in pressed:
            for shortcut in shortcuts:
                if shortcut.key() == keys:
                    shortcut.activated.emit()

    def forget(self) -> None:
        """Let them be: the journal did not open."""
        if self._handle is not None:
            self._handle.removeEventFilter(self)
        self._pressed.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """Keep a press before it reaches the field, which has uses of its own for some."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        kept = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if kept and event.key() != Qt.Key.Key_Control:
            self._pressed.append(QKeySequence(event.keyCombination()))
        return kept
