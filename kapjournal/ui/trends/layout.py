"""Where the cards stand: full width, or two side by side where the window is wide."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kapjournal.ui.shared.breakpoints import WIDE
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.trends.chart_card import ChartCard

ROWS = (
    ("mood",),
    ("around", "scale"),
    ("year",),
    ("lasting",),
    ("measures",),
    ("side_effects", "practices"),
    ("together",),
)
STRETCHES = {"around": 1000, "scale": 775, "side_effects": 1000, "practices": 620}


class CardRows:
    """The rows of a page's cards."""

    def __init__(self, cards: Mapping[str, ChartCard], body: QVBoxLayout) -> None:
        self._rows: list[QBoxLayout] = []
        for names in ROWS:
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            for name in names:
                row.addWidget(cards[name], STRETCHES.get(name, 1))
            body.addLayout(row)
            self._rows.append(row)
        self._cards = cards

    def arrange(self, room: str) -> None:
        """Lay out for a breakpoint."""
        ways = QBoxLayout.Direction
        for row in self._rows:
            row.setDirection(ways.LeftToRight if room == WIDE else ways.TopToBottom)
            row.setSpacing(theme().px(20))
        for card in self._cards.values():
            card.stack_head(room != WIDE)


def in_sight(card: QWidget) -> bool:
    """Whether any of a widget is within what is shown of its page."""
    return card.isVisible() and not card.visibleRegion().isEmpty()
