"""The name of a place, as in the sidebar: lit while that place is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessibleInterface, QFont, QShowEvent
from PySide6.QtWidgets import QPushButton

from kapjournal.ui.shared.accessibles import NamedPlace
from kapjournal.ui.shared.icons import icon as themed_icon
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

_ICON_PX = 20


class NameButton(Restyled, QPushButton):
    """An icon and a name; whoever holds it says which one is lit, never the click itself."""

    def __init__(self, name: str, icon_name: str, *, checkable: bool = True) -> None:
        super().__init__()
        self._icon_name = icon_name
        self.setProperty("kind", "nav")
        self.setCheckable(checkable)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._show_state)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave it to whoever holds it which is shown."""

    def make_accessible(self) -> QAccessibleInterface:
        """Tell of a button; whether its place is shown is its description."""
        return NamedPlace(self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take the weight again where it is lost: Qt forgets the font of what was measured before it had a place."""
        super().showEvent(event)
        if self.isChecked() and self.font().weight() != QFont.Weight.DemiBold:
            self._show_state(True)

    def restyle(self) -> None:
        """Take font and icon from the theme."""
        self._show_state(self.isChecked())

    def _show_state(self, checked: bool) -> None:
        self.setAccessibleDescription(_("Shown now") if checked else "")
        look = theme()
        font = look.font("body")
        font.setWeight(QFont.Weight.DemiBold if checked else QFont.Weight.Medium)
        self.setFont(font)
        self.setIcon(themed_icon(self._icon_name, "accent" if checked else "ink2", _ICON_PX))
        self.setIconSize(QSize(look.px(_ICON_PX), look.px(_ICON_PX)))
