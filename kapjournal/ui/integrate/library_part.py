"""All prompts: the domains, a search, and the list that either opens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.prompt import PromptMark
from kapjournal.guidance.library import Prompt, PromptDomain, library
from kapjournal.ui.integrate.domains import FAVOURITES, HIDDEN, Shelves, shelf_name
from kapjournal.ui.integrate.prompt_list import PromptList
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.fields import TextField
from kapjournal.ui.shared.hits import find_hits
from kapjournal.ui.shared.text import Section
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

SEARCH_PX = 280


class LibraryPart(Restyled, QWidget):
    """The whole library, by domain and by word."""

    write_wanted = Signal(object)
    favourite_toggled = Signal(object)
    hidden_toggled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: str = PromptDomain.MIND
        self._window = ""
        self._favourites: frozenset[str] = frozenset()
        self._hidden: frozenset[str] = frozenset()
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
        self._paper = Card(padding=(22, 16))
        self._paper.body.addWidget(self._list)
        head = QHBoxLayout()
        head.addWidget(Section(_("All prompts")), 1)
        head.addWidget(self.search)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left = QVBoxLayout()
        self._left.addWidget(self._shelves)
        self._left.addStretch(1)
        self._sides.addLayout(self._left, 1)
        self._sides.addWidget(self._paper, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addLayout(self._sides)
        self.restyle()

    def show_marks(self, marks: Mapping[str, PromptMark], window: str = "") -> None:
        """Show what the person starred and hid; the prompts of this window stand first in their domain."""
        self._window = window or self._window
        self._favourites = frozenset(m.prompt_id for m in marks.values() if m.favourite and not m.hidden)
        self._hidden = frozenset(m.prompt_id for m in marks.values() if m.hidden)
        everything = library().prompts
        counts: dict[str, int] = dict.fromkeys(PromptDomain, 0)
        for prompt in everything:
            counts[prompt.domain] += prompt.id not in self._hidden
        counts[FAVOURITES] = sum(p.id in self._favourites for p in everything)
        counts[HIDDEN] = sum(p.id in self._hidden for p in everything)
        self._shelves.set_counts(counts)
        if self._open == HIDDEN and not counts[HIDDEN]:
            self._open = PromptDomain.MIND
        self._show()

    def arrange(self, *, across: bool, columns: int) -> None:
        """Put the list beside the domains, or below them."""
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if across else ways.TopToBottom)
        self._shelves.set_columns(columns)

    def restyle(self) -> None:
        """Take widths and spacing from the theme."""
        look = theme()
        self.search.setFixedWidth(look.px(SEARCH_PX))
        self._column.setSpacing(look.px(12))
        self._sides.setSpacing(look.px(20))

    @property
    def first_control(self) -> QWidget:
        """Where the keys enter."""
        return self.search

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

    def _show(self) -> None:
        wanted = self.search.text().strip()
        self._shelves.set_open("" if wanted else self._open)
        self._list.show_prompts(
            _("Found in the library") if wanted else shelf_name(self._open),
            self._found(wanted) if wanted else self._on_shelf(),
            favourites=self._favourites,
            hidden=self._hidden,
            empty=_("No prompt holds these words.") if wanted else _("A star on a prompt puts it here."),
            with_domain=bool(wanted) or self._open in (FAVOURITES, HIDDEN),
        )

    def _on_shelf(self) -> Sequence[Prompt]:
        prompts = library().prompts
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
            for p in library().prompts
            if all(find_hits(" ".join((p.text, *p.followups)), word) for word in words)
        ]
