"""The page of sharing: choose on the left, see the very pages on the right, save."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from kapjournal.domain.kinds import Kind
from kapjournal.domain.share import Share
from kapjournal.errors import KapjournalError
from kapjournal.summary.writing import file_name
from kapjournal.ui.share.builder import Builder, Offered
from kapjournal.ui.share.ground import Ground
from kapjournal.ui.share.preview import Preview, ShownPages
from kapjournal.ui.share.saving import Saved, ask_where, drawn, saved
from kapjournal.ui.share.shared_before import form_for, last_shared
from kapjournal.ui.shared.breakpoints import MEDIUM, NARROW
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.text import Body, Strong
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import Said
from kapjournal.words.errors import sentence
from kapjournal.words.language import _

BY = "share"
AFTER_TYPING_MS = 350
BUILDER_PX = 412
BUILDER_MEDIUM_PX = 376
BAR_PX = 76


class SharePage(Page):
    """Builder, preview, and the bar with the one filled button."""

    concerns: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.CHECK_IN,
            Kind.REFLECTION,
            Kind.FRAGMENT,
            Kind.KAP_SESSION,
            Kind.EVENT,
            Kind.COURSE,
            Kind.MEASURE,
            Kind.PERSON,
            Kind.SHARE,
        }
    )
    scrolls: ClassVar[bool] = False
    margins: ClassVar[bool] = False
    content_max: ClassVar[int] = 100_000

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._drawing = False
        self._draw_again = False
        self._unkept = False
        self._shares: tuple[Share, ...] = ()
        self.builder = Builder(place.clock.now().date())
        self.preview = Preview()
        self.bar = Ground("surface", edge="top")
        self._last = Strong(wrap=False)
        self._form = Body("", "ink2", wrap=False)
        self.all_shared = Button("", "text", size="small")
        self.see_pages = Button(_("See the pages"), "outlined", "show")
        self.save = Button(_("Save PDF"), "primary", "pdf")
        self._bar_row = self._made_bar()
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._grid.setRowStretch(0, 1)
        self.body.addLayout(self._grid, 1)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(AFTER_TYPING_MS)
        self._typing.timeout.connect(self._take_choice)
        self.builder.changed.connect(self._changed)
        self.builder.named.connect(self._name)
        self.preview.sharper_wanted.connect(self._sharpen)
        self.preview.back_wanted.connect(lambda: self._show_pages(False))
        self.see_pages.clicked.connect(lambda: self._show_pages(True))
        self.all_shared.clicked.connect(self._show_shared)
        self.save.clicked.connect(self._save)
        self.restyle()

    # --- the page's life

    def reload(self) -> None:
        """Read the choice, what there is to choose from, and what was shared before."""
        if self._unkept:
            self._keep()
        self._show()
        self._draw()

    def leave(self) -> None:
        """Keep the choice."""
        if self._unkept:
            self._keep()

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Return what can be found by name."""
        return [Action(_("Save the summary as PDF"), "pdf", self._save)]

    def arrange(self, breakpoint: str) -> None:  # noqa: A002 - the word of the design
        """Side by side where there is room; else one at a time, with the bar under both."""
        narrow = breakpoint == NARROW
        for widget in (self.builder, self.preview, self.bar):
            self._grid.removeWidget(widget)
        if narrow:
            self._grid.addWidget(self.builder, 0, 0)
            self._grid.addWidget(self.preview, 0, 0)
            self._grid.addWidget(self.bar, 1, 0)
            self.builder.setMinimumWidth(0)
            self.builder.setMaximumWidth(16_777_215)
        else:
            self._grid.addWidget(self.builder, 0, 0, 2, 1)
            self._grid.addWidget(self.preview, 0, 1)
            self._grid.addWidget(self.bar, 1, 1)
            self.builder.set_margins(narrow=breakpoint == MEDIUM)
            self.builder.setFixedWidth(theme().px(BUILDER_MEDIUM_PX if breakpoint == MEDIUM else BUILDER_PX))
        self._grid.setColumnStretch(0, int(narrow))
        self._grid.setColumnStretch(1, int(not narrow))
        self.preview.back.setVisible(narrow)
        self._show_pages(False)

    def restyle(self) -> None:
        """Take the sizes from the theme."""
        super().restyle()
        look = theme()
        self.bar.setMinimumHeight(look.px(BAR_PX))
        self._bar_row.setContentsMargins(look.px(24), look.px(12), look.px(24), look.px(12))
        self._bar_row.setSpacing(look.px(8))

    # --- what is chosen

    def _show(self) -> None:
        journal, now = self.place.journal, self.place.clock.now()
        summaries = journal.summaries
        choice = journal.shares.choice()
        first, last = summaries.days(choice, now)
        counts = summaries.counts(first, last)
        self._shares = journal.shares.all()
        self.builder.show_choice(
            choice,
            Offered(
                today=now.date(),
                first=first,
                last=last,
                course=journal.courses.current(last),
                items=summaries.offers(first, last),
                check_ins=counts.check_ins,
                dosing_sessions=counts.dosing_sessions,
                shares=self._shares,
                name=journal.person.get().name,
            ),
        )
        self._show_bar(now.year)

    def _changed(self) -> None:
        self._unkept = True
        self._typing.start()

    def _take_choice(self) -> None:
        """Keep the choice after a pause, show what follows from it, and draw the pages anew."""
        before = self.place.journal.shares.choice()
        self._keep()
        after = self.place.journal.shares.choice()
        if (before.first, before.last) != (after.first, after.last) or len(before.talking_points) != len(
            after.talking_points
        ):
            self._show()
        self._draw()

    def _keep(self) -> None:
        self._typing.stop()
        self._unkept = False
        self.place.journal.summaries.keep_choice(self.builder.choice, BY)

    def _name(self, name: str) -> None:
        person = self.place.journal.person.get()
        if name != person.name:
            self.place.journal.person.keep(replace(person, name=name), BY)
            self._draw()

    # --- the pages

    def _sharpen(self) -> None:
        if self.isVisible() and not self._typing.isActive():
            self._typing.start()

    def _draw(self) -> None:
        """Draw behind the interface; what changes meanwhile is drawn once afterwards."""
        if self._drawing:
            self._draw_again = True
            return
        journal, now = self.place.journal, self.place.clock.now()
        choice = journal.shares.choice()
        material = journal.summaries.read(choice, now)
        ppi = self.preview.ppi(choice.page_size)
        self._drawing = True
        self.place.worker.run(lambda: drawn(choice, material, now, ppi), self._drawn, self._not_drawn)

    def _drawn(self, pages: ShownPages) -> None:
        self._drawing = False
        self.preview.show_pages(pages)
        if self._draw_again:
            self._draw_again = False
            self._draw()

    def _not_drawn(self, error: BaseException) -> None:
        self._drawing = False
        raise error

    def _show_pages(self, wanted: bool) -> None:
        narrow = self.room == NARROW
        self.builder.setVisible(not narrow or not wanted)
        self.preview.setVisible(not narrow or wanted)
        self.see_pages.setVisible(narrow and not wanted)
        if narrow and wanted:
            self.preview.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- saving

    def _save(self) -> None:
        if not self.save.isEnabled():
            return
        if self._unkept:
            self._take_choice()
        journal, now = self.place.journal, self.place.clock.now()
        choice = journal.shares.choice()
        first, last = journal.summaries.days(choice, now)
        path = ask_where(self, file_name(first, last))
        if path is None:
            return
        material = journal.summaries.read(choice, now)
        self.save.setEnabled(False)
        self.save.set_text(_("Saving"))
        self.place.worker.run(lambda: saved(choice, material, now, path), self._saved, self._not_saved)

    def _saved(self, made: Saved) -> None:
        self._may_save()
        self.place.journal.summaries.record(made.summary, "pdf", made.data)
        self._show()
        self.requested.emit(
            Said(
                _("Saved “{name}” in {folder}").format(
                    name=made.path.name, folder=_folder_name(made.path.parent)
                )
            )
        )

    def _not_saved(self, error: BaseException) -> None:
        self._may_save()
        if not isinstance(error, KapjournalError):
            raise error
        self.requested.emit(Said(sentence(error)))

    def _may_save(self) -> None:
        self.save.setEnabled(True)
        self.save.set_text(_("Save PDF"))

    # --- the bar

    def _made_bar(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        second = QHBoxLayout()
        second.addWidget(self._form)
        second.addWidget(self.all_shared)
        second.addStretch(1)
        words.addStretch(1)
        words.addWidget(self._last)
        words.addLayout(second)
        words.addStretch(1)
        row = QHBoxLayout(self.bar)
        row.addLayout(words, 1)
        row.addWidget(self.see_pages)
        row.addWidget(self.save)
        return row

    def _show_bar(self, this_year: int) -> None:
        shares = self._shares
        self.all_shared.setVisible(bool(shares))
        if not shares:
            self._last.setText(_("Nothing was shared yet"))
            self._form.setText(_("The file stays where you save it."))
            return
        self._last.setText(last_shared(shares[0], this_year))
        self._form.setText(form_for(shares[0]))
        self.all_shared.set_text(_("All {n}").format(n=len(shares)))

    def _show_shared(self) -> None:
        self._show_pages(False)
        self.builder.show_what_was_shared()


def _folder_name(folder: Path) -> str:
    """Return a folder as people name it: by its own name, the home folder by a word."""
    return _("your home folder") if folder == Path.home() else folder.name or str(folder)
