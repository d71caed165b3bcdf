"""The five kinds of what may come up, side by side."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from kapjournal.domain.reflection import FragmentKind
from kapjournal.ui.shared.chips import FlowLayout
from kapjournal.ui.shared.icons import icon
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _
from kapjournal.words.names import fragment_kind_name

WORDS_PX = 16


class KindChoice(Restyled, QWidget):
    """One of five is always chosen; arrow keys move, one tab stop."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What it is"))
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(self, gap=12)
        self._buttons: dict[FragmentKind, _KindButton] = {}
        for index, kind in enumerate(FragmentKind):
            button = _KindButton(kind, self)
            self._group.addButton(button, index)
            self._flow.addWidget(button)
            self._buttons[kind] = button
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._buttons[FragmentKind.IMAGE].setChecked(True)
        # Toggled, not clicked: a reader's own way of choosing never clicks.
        self._group.idToggled.connect(self._toggled)

    @property
    def kind(self) -> FragmentKind:
        """The chosen kind."""
        return list(FragmentKind)[max(0, self._group.checkedId())]

    def show_kind(self, kind: FragmentKind) -> None:
        """Choose a kind without telling anybody."""
        self._group.blockSignals(True)
        self._buttons[kind].setChecked(True)
        self._group.blockSignals(False)

    def _toggled(self, index: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(list(FragmentKind)[index])


class _KindButton(Restyled, QPushButton):
    """A sign and a word; the chosen one has a ground and a border."""

    def __init__(self, kind: FragmentKind, parent: QWidget) -> None:
        super().__init__(f"  {fragment_kind_name(kind)}", parent)
        self._kind = kind
        self.setAccessibleName(fragment_kind_name(kind))
        self.setProperty("kind", "gentle_kind")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.restyle)
        self.restyle()

    def restyle(self, *_state: object) -> None:
        """Take font and sign from the theme."""
        look = theme()
        font = look.font("body")
        font.setPixelSize(look.px(WORDS_PX))
        self.setFont(font)
        side = look.px(20)
        self.setIcon(icon(f"fragment_{self._kind.value}", "ink" if self.isChecked() else "ink2", 20))
        self.setIconSize(QSize(side, side))
