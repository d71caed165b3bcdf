"""All prompts: the domains, a search, and the list that either opens below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.prompt import PromptMark
from kapjournal.guidance.library import Prompt, PromptDomain, library
from kapjournal.ui.integrate.domains import FAVOURITES, HIDDEN, Shelves, shelf_name
from kapjournal.ui.integrate.prompt_list import PromptList
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.fields import TextField
from kapjournal.ui.shared.text import Section
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.hits import find_hits
from kapjournal.words.language import _

SEARCH_PX = 200
_LIBRARY_PART, _BESIDE_PART = 564, 404
"""How the shelves and what stands beside them share a wide page."""


class LibraryPart(Restyled, QWidget):
    """The whole library and the person's own questions, by domain and by word; something else may stand beside."""

    write_wanted = Signal(object)
    favourite_toggled = Signal(object)
    hidden_toggled = Signal(object)
    own_wanted = Signal(object)
    """A question of the person's own to change, or None for a new one."""
    packs_wanted = Signal()
    list_opened = Signal()

    def __init__(self, beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: str = ""
        self._window = ""
        self._favourites: frozenset[str] = frozenset()
        self._hidden: frozenset[str] = frozenset()
        self._waiting: frozenset[str] = frozenset()
        self._own: tuple[Prompt, ...] = ()
        self.search = TextField(placeholder=_("Find a prompt"))
        self.search.setAccessibleName(_("Find a prompt"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show)
        self._shelves = Shelves()
        self._shelves.opened.connect(self._opened)
        self._list = PromptList()
        self._list.write_wanted.connect(self.write_wanted)
        self._list.favourite_toggled.connect(self.favourite_toggled)
        self._list.hidden_toggled.connect(self.hidden_toggled)
        self._list.change_wanted.connect(self.own_wanted)
        self._act = Button(_("Add a question"), "soft", "add", "small")
        self._act.clicked.connect(self._do)
        self.paper = Card(padding=(22, 16))
        self.paper.body.addWidget(self._act, 0, Qt.AlignmentFlag.AlignLeft)
        self.paper.body.addWidget(self._list)
        self._add_own = Button(_("Your own"), "text", "add", "small")
        self._add_own.setAccessibleName(_("Add a question of your own"))
        self._add_own.clicked.connect(self._want_own)
        head = QHBoxLayout()
        head.addWidget(Section(_("All prompts"), wrap=False), 1)
        head.addWidget(self.search)
        head.addWidget(self._add_own)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left = QVBoxLayout()
        self._left.addLayout(head)
        self._left.addWidget(self._shelves)
        self._left.addStretch(1)
        self._sides.addLayout(self._left, _LIBRARY_PART)
        self._sides.addWidget(beside, _BESIDE_PART)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._sides)
        self._column.addWidget(self.paper)
        self.restyle()

    def show_own(self, own: tuple[Prompt, ...], waiting: frozenset[str]) -> None:
        """Take the questions that are not the library's, and what of all prompts is not for this moment."""
        self._own, self._waiting = own, waiting

    def show_marks(self, marks: Mapping[str, PromptMark], window: str = "") -> None:
        """Show what the person starred and hid; the prompts of this window stand first in their domain."""
        self._window = window or self._window
        self._favourites = frozenset(m.prompt_id for m in marks.values() if m.favourite and not m.hidden)
        self._hidden = frozenset(m.prompt_id for m in marks.values() if m.hidden)
        everything = self._everything()
        counts: dict[str, int] = dict.fromkeys(PromptDomain, 0)
        for prompt in everything:
            counts[prompt.domain] += prompt.id not in self._hidden
        counts[FAVOURITES] = sum(p.id in self._favourites for p in everything)
        counts[HIDDEN] = sum(p.id in self._hidden for p in everything)
        self._shelves.set_counts(counts)
        if self._open == HIDDEN and not counts[HIDDEN]:
            self._open = ""
        self._show()

    def arrange(self, *, across: bool, columns: int) -> None:
        """Put what stands beside the shelves at their right, or below them."""
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if across else ways.TopToBottom)
        self._shelves.set_columns(columns)

    def restyle(self) -> None:
        """Take widths and spacing from the theme."""
        look = theme()
        self.search.setFixedWidth(look.px(SEARCH_PX))
        self._column.setSpacing(look.px(20))
        self._left.setSpacing(look.px(12))
        self._sides.setSpacing(look.px(32))

    def open_shelf(self, shelf: str) -> None:
        """Open a shelf, as if its cell had been pressed."""
        self._opened(shelf)

    def begin_search(self) -> None:
        """Give the keys to the search."""
        self.search.setFocus()
        self.search.selectAll()

    def _opened(self, shelf: str) -> None:
        self._open = shelf
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._show()
        self.list_opened.emit()

    def _show(self) -> None:
        wanted = self.search.text().strip()
        self._shelves.set_open("" if wanted else self._open)
        self.paper.setVisible(bool(wanted or self._open))
        packs = self._open == PromptDomain.THERAPIST
        self._act.setVisible(not wanted and self._open in (PromptDomain.OWN, PromptDomain.THERAPIST))
        self._act.set_text(_("Packs of questions") if packs else _("Add a question"))
        if not wanted and not self._open:
            return
        self._list.show_prompts(
            _("Found in the library") if wanted else shelf_name(self._open),
            self._found(wanted) if wanted else self._on_shelf(),
            favourites=self._favourites,
            hidden=self._hidden,
            empty=_("No prompt holds these words.") if wanted else _empty(self._open),
            with_domain=bool(wanted) or self._open in (FAVOURITES, HIDDEN),
            waiting=self._waiting,
        )

    def _everything(self) -> tuple[Prompt, ...]:
        return (*library().prompts, *self._own)

    def _on_shelf(self) -> Sequence[Prompt]:
        prompts = self._everything()
        if self._open == FAVOURITES:
            return [p for p in prompts if p.id in self._favourites]
        if self._open == HIDDEN:
            return [p for p in prompts if p.id in self._hidden]
        of_domain = [p for p in prompts if p.domain == self._open and p.id not in self._hidden]
        return sorted(of_domain, key=lambda p: p.window != self._window)

    def _found(self, wanted: str) -> Sequence[Prompt]:
        """The prompts that hold every word of the search, each as the beginning of a word."""
        words = wanted.split()
        return [
            p
            for p in self._everything()
            if all(find_hits(" ".join((p.text, *p.followups)), word) for word in words)
        ]

    def _do(self) -> None:
        """What the button above the list does."""
        if self._open == PromptDomain.THERAPIST:
            self.packs_wanted.emit()
        else:
            self._want_own()

    def _want_own(self) -> None:
        self.own_wanted.emit(None)


def _empty(shelf: str) -> str:
    own = {
        PromptDomain.OWN.value: _("None yet. What would you like to be asked?"),
        PromptDomain.THERAPIST.value: _("None yet. A therapist can give questions as a small text file."),
    }
    return own.get(shelf) or _("A star on a prompt puts it here.")
