"""The line over a scale: the way back, its name, since when it is kept, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from kapjournal.ui.shared.breakpoints import NARROW, SIDE_MARGINS, WIDE
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.menu_button import add_entry, open_under
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.text import Aside, Label
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

_AROUND_ARROW_PX = 9


class ScaleHead(Restyled, QWidget):
    """One line that fits an entry and a result."""

    back_wanted = Signal()
    all_toggled = Signal()
    later_wanted = Signal()
    answers_wanted = Signal()
    again_wanted = Signal()
    trash_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = IconButton("back", _("Back to the page before"), bare=True)
        self._name = Label("", wrap=False)
        self._sign = QLabel()
        self._kept = Aside("")
        self.all_items = Button(_("All on one page"), "quiet", "list")
        self.later = Button(_("Later"), "outlined")
        self.answers = Button(_("Look at the answers"), "outlined", "scale")
        self._more = IconButton("more", _("More"), bare=True)
        self._menu = QMenu(self)
        add_entry(self._menu, _("Change the answers")).triggered.connect(self.again_wanted)
        add_entry(self._menu, _("Move to the trash")).triggered.connect(self.trash_wanted)
        self._room = WIDE
        self._row = QHBoxLayout(self)
        left: tuple[QWidget, ...] = (self._back, self._name, self._sign, self._kept)
        right: tuple[QWidget, ...] = (self.all_items, self.later, self.answers, self._more)
        for widget in left:
            if widget is self._sign:
                self._row.addSpacing(theme().px(6))
            self._row.addWidget(widget)
        self._row.addStretch(1)
        for widget in right:
            self._row.addWidget(widget)
        self._back.clicked.connect(self.back_wanted)
        self.all_items.clicked.connect(self.all_toggled)
        self.later.clicked.connect(self.later_wanted)
        self.answers.clicked.connect(self.answers_wanted)
        self._more.clicked.connect(lambda: open_under(self._more, self._menu))
        self.restyle()

    def show_entry(self, name: str, kept: str, *, all_items: bool) -> None:
        """Show what an entry needs."""
        self._show(name, kept, entry=True)
        self.all_items.set_text(_("One at a time") if all_items else _("All on one page"))

    def show_result(self, name: str, kept: str, *, answers_shown: bool) -> None:
        """Show what a result needs."""
        self._show(name, kept, entry=False)
        self.answers.set_text(_("Fold the answers away") if answers_shown else _("Look at the answers"))

    def show_kept(self, kept: str) -> None:
        """Say since when it is kept."""
        self._kept.setText(kept)
        self._sign.setVisible(bool(kept))

    def arrange(self, room: str) -> None:
        """Begin and end where the page does where there is little room."""
        self._room = room
        self.restyle()

    def restyle(self) -> None:
        """Take spacing and icon from the theme."""
        look = theme()
        side = SIDE_MARGINS[self._room]
        # The arrow, not the ground around it, stands in line with the words below.
        begin, end = (side - _AROUND_ARROW_PX, side) if self._room == NARROW else (24, 28)
        self._row.setContentsMargins(*sides(look.px(begin), look.px(16), look.px(end), look.px(8)))
        self._row.setSpacing(look.px(8))
        self._sign.setPixmap(icon_pixmap("kept_small", look.color("accent"), look.px(16), 2))
        self._sign.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _show(self, name: str, kept: str, *, entry: bool) -> None:
        self._name.setText(name)
        self.show_kept(kept)
        self.all_items.setVisible(entry)
        self.later.setVisible(entry)
        self.answers.setVisible(not entry)
        self._more.setVisible(not entry)
