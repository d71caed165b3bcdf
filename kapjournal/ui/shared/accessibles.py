"""What assistive technology is told of widgets where Qt's own account is missing, or takes the process down."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QScrollArea
from shiboken6 import isValid


@runtime_checkable
class TellsOfItself(Protocol):
    """A widget that makes its own account."""

    def make_accessible(self) -> QAccessibleInterface:
        """Return a new account of this widget; it may not hold the widget but by a weak reference."""
        ...


_kept: list[QAccessibleInterface] = []
"""Qt asks once for each widget, and deletes the account with it; until then Python must not."""
_installed: list[bool] = []


def install_accessibles() -> None:
    """Let Qt ask here first, once in a process."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_account_of)


def _account_of(class_name: str, watched: object) -> QAccessibleInterface | None:
    """Qt asks with the name of each class of a widget, the widget's own first."""
    if isinstance(watched, TellsOfItself):
        account = watched.make_accessible()
    elif class_name == "QScrollArea" and isinstance(watched, QScrollArea):
        account = _PlainScrollArea(watched)
    else:
        return None
    _kept[:] = [old for old in _kept if isValid(old)]
    _kept.append(account)
    return account


class NamedPlace(QAccessibleWidget):
    """The name of a place: a button to press. Qt would call it a box to tick, since it stays lit where one is."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.Button)

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        """Offer to press it, and to give it the keys."""
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, action_name: str, /) -> None:  # noqa: N802 - Qt's name
        """Press it, or give it the keys."""
        button = self.object()
        if action_name == self.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(action_name)


class _PlainScrollArea(QAccessibleWidget):
    """A scroll area by its widgets alone.

    WORKAROUND: Qt 6.11 counts a scroll bar as a child only while it shows, and reads past the end of that list when a
    reader asks for a child it was told of a moment before: the process ends (QAccessibleAbstractScrollArea::child,
    https://code.qt.io/cgit/qt/qtbase.git/tree/src/widgets/accessible/qaccessiblewidgets.cpp?h=6.11). A plain widget
    checks the number.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area, QAccessible.Role.Pane)
