"""What was kept, listed quietly in the order in which it came."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.reflection import Fragment
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _
from kapjournal.words.names import fragment_kind_name


class KeptList(Restyled, QWidget):
    """One line each, with the sign of its kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.restyle()

    def show_fragments(self, fragments: Sequence[Fragment]) -> None:
        """Show these."""
        clear(self._rows)
        for fragment in fragments:
            self._rows.addWidget(_Kept(fragment))

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._rows.setSpacing(theme().px(10))


class _Kept(Restyled, QWidget):
    """The sign and the words."""

    def __init__(self, fragment: Fragment) -> None:
        super().__init__()
        self._kind = fragment.kind
        self._sign = QLabel()
        self._words = Words(fragment.text, "ink2", style="fragment")
        self._words.setAccessibleName(
            _("{kind}: {words}").format(kind=fragment_kind_name(fragment.kind), words=fragment.text)
        )
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._words, 1)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing and sign from the theme."""
        look = theme()
        side = look.px(18)
        self._sign.setPixmap(icon_pixmap(f"fragment_{self._kind.value}", look.color("ink2"), side, 2))
        self._sign.setFixedSize(QSize(side, look.px(24)))
        self._line.setSpacing(look.px(14))
