"""The page of sharing: choose on the left, see the very pages on the right, save."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout

from kapjournal.domain.kinds import Kind
from kapjournal.domain.share import Share, ShareForm, SummaryChoice
from kapjournal.errors import CancelledError, KapjournalError
from kapjournal.journal.summary_draft import SummaryDraft
from kapjournal.summary.forms import ENDINGS, Made
from kapjournal.summary.shown_pages import ShownPages
from kapjournal.summary.telling import Tell
from kapjournal.summary.typeset import make_ready
from kapjournal.summary.writing import file_name
from kapjournal.ui.share.bar import ShareBar
from kapjournal.ui.share.builder import Builder, Offered
from kapjournal.ui.share.password_dialog import PasswordDialog
from kapjournal.ui.share.preview import Preview
from kapjournal.ui.share.saving import Printed, Saved, ask_where, drawn, pages_again, printed, saved
from kapjournal.ui.share.shared_before import show_again_words
from kapjournal.ui.share.showing import show_in_folder
from kapjournal.ui.shared.breakpoints import MEDIUM, NARROW
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.printing import ask_printer, can_print, no_printer, print_pages
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import Said
from kapjournal.ui.shared.worker import Cancel
from kapjournal.words.errors import sentence
from kapjournal.words.language import _

BY = "share"
AFTER_TYPING_MS = 350
BUILDER_PX = 412
BUILDER_MEDIUM_PX = 376
SHARES_NAMED = 12
"""As many of the latest are found by their day."""


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
            Kind.SCALE,
            Kind.PRACTICE,
            Kind.PRACTICE_DAY,
            Kind.SHARE,
            Kind.TALKING_POINTS,
        }
    )
    scrolls: ClassVar[bool] = False
    margins: ClassVar[bool] = False
    content_max: ClassVar[int] = 100_000

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        make_ready()
        self._draft = SummaryDraft(place.journal)
        self._drawing = False
        self._draw_again = False
        self._unkept = False
        self._shares: tuple[Share, ...] = ()
        self.builder = Builder(place.clock.now().date())
        self.preview = Preview()
        self.bar = ShareBar()
        self.save = self.bar.save
        self._again: Share | None = None
        self._running: Cancel | None = None
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
        self.preview.page_wanted.connect(self._draw_page)
        self.preview.back_wanted.connect(lambda: self._show_pages(False))
        self.preview.sheet.struck.connect(self._strike)
        self.preview.now_wanted.connect(self._show_now)
        self.builder.before.wanted.connect(self._show_again)
        self.bar.see_pages.clicked.connect(lambda: self._show_pages(True))
        self.bar.all_wanted.connect(self._show_shared)
        self.bar.wanted.connect(self._share_as)
        self.bar.locked_wanted.connect(self._ask_password)
        self.bar.stop.clicked.connect(self._stop)
        self.bar.folder_wanted.connect(self._show_file)
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
        return [
            Action(_("Save the summary as PDF"), "pdf", lambda: self._share_as(ShareForm.PDF)),
            Action(_("Save the summary as a web page"), "web_page", lambda: self._share_as(ShareForm.HTML)),
            Action(_("Print the summary"), "print", lambda: self._share_as(ShareForm.PRINT)),
            Action(_("Save the summary as tables"), "data", lambda: self._share_as(ShareForm.CSV)),
            *(
                Action(show_again_words(share), "history", partial(self._show_again, share))
                for share in self._shares[:SHARES_NAMED]
            ),
        ]

    def arrange(self, breakpoint: str) -> None:  # noqa: A002 - the word of the design
        """Side by side where there is room; else one at a time, with the bar under both."""
        narrow = breakpoint == NARROW
        self.builder.arrange(breakpoint)
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
            usual = theme().px(BUILDER_MEDIUM_PX if breakpoint == MEDIUM else BUILDER_PX)
            self.builder.setFixedWidth(max(usual, self.builder.least_width))
        self._grid.setColumnStretch(0, int(narrow))
        self._grid.setColumnStretch(1, int(not narrow))
        self.preview.back.setVisible(narrow)
        self.bar.arrange(breakpoint)
        self._show_pages(False)

    # --- what is chosen

    def _show(self) -> None:
        journal, now = self.place.journal, self.place.clock.now()
        summaries = journal.summaries
        choice = journal.shares.choice()
        first, last = summaries.days(choice, now)
        counts = summaries.counts(first, last)
        self._shares = journal.shares.all()
        course = journal.courses.current(last)
        self.builder.show_choice(
            choice,
            Offered(
                today=now.date(),
                first=first,
                last=last,
                course=course,
                offers=summaries.offers(first, last, choice.entry_ids),
                check_ins=counts.check_ins,
                dosing_sessions=counts.dosing_sessions,
                shares=self._shares,
                name=journal.person.get().name,
                scales=journal.scales.with_forms(),
                medicines=len(course.medicines) if course is not None else 0,
                practices=journal.practices.all(),
            ),
        )
        self.builder.days.unread.show(journal.drafts, "share:days")
        self.bar.show_shares(self._shares, now.year)

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
        # What cannot be kept now goes on waiting.
        self.place.journal.summaries.keep_choice(self.builder.choice, BY)
        self._unkept = False

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
        self._drawing = True
        if self._again is not None:
            self._draw_again_as_shared(self._again)
            return
        journal, now = self.place.journal, self.place.clock.now()
        choice = journal.shares.choice()
        draft, page, ppi = self._draft, self.preview.page, self.preview.ppi(choice.page_size)
        self.place.worker.run(
            lambda: drawn(choice, draft, now, page, ppi),
            lambda made: self._drawn(made, None),
            self._not_drawn,
        )

    def _draw_again_as_shared(self, share: Share) -> None:
        found = self.place.journal.summaries.again(share)
        page, ppi = self.preview.page, self.preview.ppi(found.choice.page_size)
        self.place.worker.run(
            lambda: pages_again(found, page, ppi),
            lambda made: self._drawn(made, share, found.erased),
            self._not_drawn,
        )

    def _draw_page(self) -> None:
        """Draw the page that is looked at now, of those that are shown."""
        pages, page = self.preview.pages, self.preview.page
        if pages is not None:
            self.place.worker.run(lambda: pages.draw(page), lambda _done: self.preview.show_drawn(pages))

    def _show_again(self, share: Share) -> None:
        """Show what was shared on a day, as it was."""
        self._again = share
        self.bar.setEnabled(False)
        self._show_pages(True)
        self._draw()

    def _show_now(self) -> None:
        """Go back to the summary that is being made."""
        self._again = None
        self._draw()

    def _strike(self, key: str) -> None:
        """Strike a line out, with the way back."""
        self.builder.strike(key)
        self._take_choice()
        self.requested.emit(Said(_("Struck out, here and in every form"), lambda: self._unstrike(key)))

    def _unstrike(self, key: str) -> None:
        self.builder.unstrike(key)
        self._take_choice()

    def _drawn(self, pages: ShownPages, share: Share | None, erased: int = 0) -> None:
        """Show pages of now, or of what was shared once; not where the other is wanted by now."""
        self._drawing = False
        if share == self._again:
            self.preview.show_pages(pages)
            self.preview.show_told(share, erased)
            self.bar.setEnabled(share is None)
            if share is None:
                self.builder.struck.show_lines(pages.struck)
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
        self.bar.see_pages.setVisible(narrow and not wanted)
        if narrow and wanted:
            self.preview.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- sharing

    def _share_as(self, form: ShareForm, password: str = "") -> None:
        if not self.save.isEnabled() or not self.bar.isEnabled():
            return
        if self._unkept:
            self._take_choice()
        journal, now = self.place.journal, self.place.clock.now()
        choice = journal.shares.choice()
        if form is ShareForm.PRINT:
            self._print(choice)
            return
        first, last = journal.summaries.days(choice, now)
        path = ask_where(self, file_name(first, last, ENDINGS[form]), form)
        if path is None:
            return
        summaries = journal.summaries
        self._run(
            lambda tell: saved(form, choice, summaries, now, path, password, tell),
            self._saved,
            _("Writing the file"),
        )

    def _run(self, work: Callable[[Tell], Any], done: Callable[[Any], None], doing: str) -> None:
        """Do long work behind the interface; the bar tells how far it is, and stops it."""

        def telling(tell: Callable[[float], bool]) -> Any:
            def told(share: float) -> None:
                if not tell(share):
                    raise CancelledError

            return work(told)

        self.bar.begin(doing)
        self._running = self.place.worker.run(telling, done, self._not_saved, self.bar.show_progress)

    def _stop(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _ask_password(self) -> None:
        dialog = PasswordDialog(self)
        dialog.chosen.connect(lambda password: self._share_as(ShareForm.PDF, password))
        dialog.open()

    def _saved(self, done: Saved) -> None:
        self._note(done.made)
        self.bar.show_saved(done.path)
        text = _("Saved “{name}” in {folder}")
        self.requested.emit(Said(text.format(name=done.path.name, folder=_folder_name(done.path.parent))))

    def _note(self, made: Made) -> None:
        """Write down what left the journal."""
        self._end()
        self.place.journal.summaries.record(made.summary, made.form.value, made.data)
        self._show()

    def _not_saved(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, CancelledError):
            self.requested.emit(Said(_("Stopped. No file was written.")))
            return
        if not isinstance(error, KapjournalError):
            raise error
        self.requested.emit(Said(sentence(error)))

    def _end(self) -> None:
        self._running = None
        self.bar.end()

    def _print(self, choice: SummaryChoice) -> None:
        if not can_print():
            self.requested.emit(Said(no_printer()))
            return
        printer = ask_printer(self, choice.page_size)
        if printer is None:
            return
        now, summaries = self.place.clock.now(), self.place.journal.summaries

        def done(ready: Printed) -> None:
            if print_pages(printer, ready.images):
                self._note(ready.made)
                return
            self._end()
            self.requested.emit(Said(no_printer()))

        self._run(lambda tell: printed(choice, summaries, now, tell), done, _("Laying out the pages"))

    # --- the bar

    def _show_file(self, path: Path) -> None:
        if not show_in_folder(path):
            self.requested.emit(
                Said(_("No folder can be opened from here. The file is {path}").format(path=path))
            )

    def _show_shared(self) -> None:
        self._show_pages(False)
        self.builder.show_what_was_shared()


def _folder_name(folder: Path) -> str:
    """Return a folder as people name it: by its own name, the home folder by a word."""
    return _("your home folder") if folder == Path.home() else folder.name or str(folder)
