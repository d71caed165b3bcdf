"""Cards and hairlines."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from kapjournal.ui.shared.theme import Restyled, theme

_THICK = ("selected", "urgent")


class Card(Restyled, QFrame):
    """A surface on which something can be done; its column is `body`.

    Tone: '' plain, 'note', 'sunken', 'selected', 'strong' or 'urgent'.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        tone: str = "",
        padding: tuple[int, int] = (24, 20),
        spacing: int = 12,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("tone", tone)
        self._padding = padding
        self._spacing = spacing
        self.body = QVBoxLayout(self)
        self.restyle()

    def set_tone(self, tone: str) -> None:
        """Show another tone."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
            self.restyle()

    def restyle(self) -> None:
        """Take the padding from the theme."""
        look = theme()
        # A border of two px takes one of the padding, so that words stand where those of the cards beside do.
        thick = 1 if self.property("tone") in _THICK else 0
        side, end = look.px(self._padding[0]) - thick, look.px(self._padding[1]) - thick
        self.body.setContentsMargins(side, end, side, end)
        self.body.setSpacing(look.px(self._spacing))


class Hairline(QFrame):
    """A line of one pixel between rows, or upright between columns."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "hairline")
        if upright:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
