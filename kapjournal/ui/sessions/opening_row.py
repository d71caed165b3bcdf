"""A row of a session's cards: what it is, a line about it, a sign, and the button that opens it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Caption, Name
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.beginning import breakable
from kapjournal.words.language import _

_ICON_PX = 18


class OpeningRow(Restyled, QWidget):
    """Icon, name and caption, a sign at the end; `wanted` when its button is pressed."""

    wanted = Signal()

    def __init__(self, icon: str, name: str, caption: str, sign: QWidget) -> None:
        super().__init__()
        self._icon = RowIcon(icon, "ink2")
        self.open = IconButton(
            "next", _("Open “{title}”").format(title=name), bare=True, size="edge", icon_px=16
        )
        self.open.clicked.connect(self.wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Name(breakable(name, narrow=True)))
        words.addWidget(Caption(caption, "ink2"))
        words.addStretch(1)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(words, 1)
        end = QHBoxLayout()
        end.setSpacing(0)
        end.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        end.addWidget(self.open)
        self._line.addLayout(end)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._line.setSpacing(theme().px(10))


class RowIcon(Restyled, QLabel):
    """A small icon in a colour of the theme."""

    def __init__(self, icon: str, role: str) -> None:
        super().__init__()
        self._drawn = (icon, role)
        self.restyle()

    def restyle(self) -> None:
        """Take size and colour from the theme."""
        look = theme()
        icon, role = self._drawn
        side = look.px(_ICON_PX)
        self.setPixmap(icon_pixmap(icon, look.color(role), side, 2))
        self.setFixedSize(QSize(side, side))
