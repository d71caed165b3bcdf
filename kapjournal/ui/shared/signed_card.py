"""A card with a sign before its words, and behind them what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.theme import theme

_SIGN_PX = 20
Sign = tuple[str, str]
"""An icon, and the role of its colour."""


class SignedCard(Card):
    """The words stand under each other in `words`; the sign beside their first line, or in their middle."""

    def __init__(
        self,
        sign: Sign,
        words: Sequence[QWidget],
        buttons: Sequence[Button],
        parent: QWidget | None = None,
        *,
        gap: int = 12,
        at_top: bool = True,
        **card: Any,
    ) -> None:
        self._sign, self._gap = sign, gap
        self._icon = QLabel()
        super().__init__(parent, **card)
        self.words = QVBoxLayout()
        for widget in words:
            self.words.addWidget(widget)
        aligned = Qt.AlignmentFlag
        self._row = QHBoxLayout()
        self._row.addWidget(self._icon, 0, aligned.AlignTop if at_top else aligned.AlignVCenter)
        self._row.addLayout(self.words, 1)
        for button in buttons:
            self._row.addWidget(button, 0, aligned.AlignVCenter)
        self.body.addLayout(self._row)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing and sign from the theme."""
        super().restyle()
        if hasattr(self, "_row"):
            look = theme()
            side = look.px(_SIGN_PX)
            icon, role = self._sign
            self._icon.setPixmap(icon_pixmap(icon, look.color(role), side, 2))
            self._icon.setFixedSize(QSize(side, side))
            self._row.setSpacing(look.px(self._gap))
