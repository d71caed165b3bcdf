"""The trash: what was put away, until when it is kept, and the ways back and out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.backup import BackupReason
from kapjournal.domain.kinds import ENTRY_KINDS, Kind
from kapjournal.domain.timeline import TRASH_DAYS, TrashedItem
from kapjournal.errors import KapjournalError
from kapjournal.ui.journal.trash_row import TrashRow, trash_title
from kapjournal.ui.shared.breakpoints import WIDE
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.empty import EmptyState
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.stressed import Stressed
from kapjournal.ui.shared.text import Body, Caption, Title
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import BackWanted, Said
from kapjournal.words.errors import sentence
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number

BY = "trash"
MANY = 10
"""From so many on, erasing them at once is preceded by a backup."""
_MOST_ROWS = 200


class TrashPage(Page):
    """Restore on each row; *Erase now* asks once."""

    concerns: ClassVar[frozenset[Kind]] = frozenset(ENTRY_KINDS)

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._items: tuple[TrashedItem, ...] = ()
        self.rows: list[TrashRow] = []
        self.back = IconButton("back", _("Back"), bare=True, size="edge")
        self.back.clicked.connect(lambda: self.requested.emit(BackWanted()))
        self._title = Title(_("Trash"))
        kept = _("Kept for {days} days, then erased by itself. Nothing here is in a summary or a search.")
        self._kept = Body(kept.format(days=TRASH_DAYS), "ink2")
        self.erase_all = Button("", "quiet")
        self.erase_all.clicked.connect(lambda: self.ask_to_erase(self._items))
        self.card = Card(padding=(0, 0), spacing=0)
        self._more = Caption("", "ink2")
        self._foot = Stressed("", "ink2")
        self._foot.say(
            _(
                "{erase_now} asks once, then takes the entry, its earlier versions and its words in the search"
                " out of the file. Backups made before today still hold it until they are replaced."
            ).format(erase_now=_("Erase now")),
            _("Erase now"),
        )
        self._empty = EmptyState(
            _("The trash is empty"),
            _("What you put away stays here for {days} days.").format(days=TRASH_DAYS),
        )
        self._lay_out()
        self.restyle()

    def reload(self) -> None:
        """Read what lies here; keys that were in a row stay in its place."""
        self._items = self.place.journal.timeline.in_trash()
        chosen = next((n for n, row in enumerate(self.rows) if row.is_chosen), 0)
        had_keys = any(row.has_keys for row in self.rows)
        self._show_rows()
        if self.rows:
            lit = self.rows[min(chosen, len(self.rows) - 1)]
            self._choose(lit)
            lit.show()  # what is not shown yet cannot take the keys
        if had_keys:
            (lit.restore if self.rows else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, breakpoint: str) -> None:  # noqa: A002 - the word of the design
        """Rows in one line, or in two where there is little room."""
        for row in self.rows:
            row.arrange(breakpoint != WIDE)

    def restyle(self) -> None:
        """Take the gaps from the theme."""
        super().restyle()
        look = theme()
        self._head.setSpacing(look.px(12))
        self._words.setSpacing(look.px(3))
        self._name_row.setSpacing(look.px(10))
        self.body.setSpacing(look.px(20))
        self._foot.setMaximumWidth(look.px(640))

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Name what the page can do."""
        return [Action(_("Back to the journal"), "back", self.back.click)]

    def restore(self, trashed: TrashedItem) -> None:
        """Take an entry out of the trash; the toast puts it back."""
        journal = self.place.journal
        journal.timeline.restore(trashed.item.id, by=BY)
        step = journal.step()
        self.reload()
        words = _("“{title}” is back in the journal").format(title=trash_title(trashed))
        self.requested.emit(Said(words, lambda: self._undo_restore(step, trashed)))

    def ask_to_erase(self, wanted: Sequence[TrashedItem]) -> None:
        """Ask once, then erase for good."""
        if not wanted:
            return
        ids = [trashed.item.id for trashed in wanted]
        dialog = Dialog(_erase_title(wanted), self, width=480)
        dialog.body.addWidget(Body(_("It is gone then, with its earlier versions. Nothing can undo this.")))
        if len(ids) >= MANY:
            dialog.body.addWidget(
                Body(_("A backup is made first. It holds them until it is replaced."), "ink2")
            )
        keep = Button(_("Keep it"), "outlined")
        keep.clicked.connect(dialog.close_dialog)
        erase = Button(_("Erase for good"), "destructive")
        erase.clicked.connect(dialog.close_dialog)
        erase.clicked.connect(lambda: self.erase(ids))
        dialog.foot.addStretch(1)
        dialog.foot.addWidget(keep)
        dialog.foot.addWidget(erase)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open(keep)

    def erase(self, ids: Sequence[int]) -> None:
        """Erase for good; before many go at once, a backup is made."""
        if len(ids) < MANY:
            self._erase(ids)
            return
        backups = self.place.journal.backups
        self.place.worker.run(
            lambda: backups.make(BackupReason.DELETION), lambda _backup: self._erase(ids), self._not_erased
        )

    def _not_erased(self, error: BaseException) -> None:
        if not isinstance(error, KapjournalError):
            raise error
        words = _("Nothing was erased: no backup could be made before. {reason}")
        self.requested.emit(Said(words.format(reason=sentence(error))))

    def _erase(self, ids: Sequence[int]) -> None:
        self.place.journal.timeline.erase(ids, by=BY)
        self.reload()
        words = ngettext("{count} entry is erased.", "{count} entries are erased.", len(ids))
        self.requested.emit(Said(words.format(count=number(len(ids)))))

    def _lay_out(self) -> None:
        self._name_row = QHBoxLayout()
        self._name_row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        self._name_row.addWidget(self._title, 1)
        self._words = QVBoxLayout()
        self._words.addLayout(self._name_row)
        self._words.addWidget(self._kept)
        self._head = QHBoxLayout()
        self._head.addLayout(self._words, 1)
        self._head.addWidget(self.erase_all, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(self._head)
        for widget in (self.card, self._more, self._foot, self._empty):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def _show_rows(self) -> None:
        column = self.card.body
        clear(column)
        now = self.place.clock.now()
        shown = self._items[:_MOST_ROWS]
        self.rows = [TrashRow(trashed, now) for trashed in shown]
        for index, row in enumerate(self.rows):
            if index:
                column.addWidget(Hairline())
            column.addWidget(row)
            row.wanted.connect(lambda row=row: self._choose(row))
            row.restore_requested.connect(self.restore)
            row.erase_requested.connect(lambda trashed: self.ask_to_erase([trashed]))
            row.arrange(self.room != WIDE)
        self._show_counts(len(self._items) - len(shown))

    def _show_counts(self, more: int) -> None:
        count = len(self._items)
        words = ngettext("Erase it now", "Erase all {count} now", count)
        self.erase_all.set_text(words.format(count=number(count)))
        self.erase_all.setVisible(count > 1)
        for widget in (self.card, self._foot):
            widget.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        words = ngettext("And {count} more, put away earlier.", "And {count} more, put away earlier.", more)
        self._more.setText(words.format(count=number(more)))
        self._more.setVisible(more > 0)

    def _choose(self, chosen: QWidget) -> None:
        for row in self.rows:
            if row.is_chosen != (row is chosen):
                row.show_chosen(row is chosen)

    def _undo_restore(self, step: int, trashed: TrashedItem) -> None:
        journal = self.place.journal
        if not journal.undo_step(step):
            journal.timeline.trash(trashed.item.id, by=BY)
        self.reload()


def _erase_title(wanted: Sequence[TrashedItem]) -> str:
    if len(wanted) == 1:
        return _("Erase “{title}” for good?").format(title=trash_title(wanted[0]))
    return ngettext(
        "Erase {count} entry for good?", "Erase all {count} entries for good?", len(wanted)
    ).format(count=number(len(wanted)))
