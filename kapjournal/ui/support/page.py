"""The Support page: the person's own plan, people to reach, and something steady; nobody is told that it was opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import journal_day
from kapjournal.domain.prompt import AskedPrompt
from kapjournal.domain.share import PageSize
from kapjournal.domain.support_plan import PlanContact, SupportPlan
from kapjournal.errors import KapjournalError
from kapjournal.ui.shared.breakpoints import NARROW, WIDE
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.crisis_lines import COLUMN_PX, CrisisLines, lines_of
from kapjournal.ui.shared.own_contacts import current_course, professionals
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.text import Body, Caption, Title
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import ReflectionWanted, Said
from kapjournal.ui.support.lines_dialog import LinesDialog
from kapjournal.ui.support.locked_contact import LockedContactCard
from kapjournal.ui.support.plan_part import ContactsPart, TextPart
from kapjournal.ui.support.steady import SteadyCard
from kapjournal.words.dates import day_medium
from kapjournal.words.errors import sentence, unexpected
from kapjournal.words.language import _

BY = "support"
_UNLIMITED = 16_777_215
_PAUSE_MS = 600


class SupportPage(Page):
    """The plan in eight parts, lines by country, and a steady prompt."""

    concerns: ClassVar[frozenset[Kind]] = frozenset({Kind.COURSE, Kind.PROMPT, Kind.SUPPORT_PLAN})

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._lines = CrisisLines(place.settings, changeable=True)
        self._lines.change_wanted.connect(self.ask_lines)
        self.texts = {
            part: TextPart(part)
            for part in ("noticing", "steadying", "places", "surroundings", "here_for", "next_day")
        }
        self.people = ContactsPart("people")
        self.professionals = ContactsPart("professionals")
        self._steady = SteadyCard()
        self._steady.write_wanted.connect(self._write)
        self._locked = LockedContactCard(place.settings)
        self._reviewed = Caption("", "ink2")
        self._pairs: list[QBoxLayout] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._keep)
        for part in (*self.texts.values(), self.people, self.professionals):
            part.changed.connect(self._pause.start)
        self._make_own()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.addWidget(self._own, 1)
        self._columns.addWidget(self._lines)
        self._make_head()
        self.body.addSpacing(theme().px(20))
        self.body.addLayout(self._columns)
        self.body.addStretch(1)
        self.restyle()

    def reload(self) -> None:
        """Show the plan, the contacts of the course and the steady prompts that are not hidden."""
        journal = self.place.journal
        plan = journal.support_plan.get()
        for name, part in self.texts.items():
            part.show_text(getattr(plan, name))
        self.people.show_contacts(plan.people)
        everybody = professionals(plan, current_course(self.place))
        self.professionals.show_contacts(plan.professionals, everybody[len(plan.professionals) :])
        self._locked.show_people(plan.people)
        self._reviewed.setText(
            _("Looked over on {day}.").format(day=day_medium(plan.reviewed)) if plan.reviewed else ""
        )
        self._reviewed.setVisible(plan.reviewed is not None)
        marks = journal.prompts.marks().values()
        self._steady.show_prompts(frozenset(mark.prompt_id for mark in marks if mark.hidden))

    def reading_order(self) -> list[QWidget]:
        """The lines come first for the keys, wherever they stand: they are what someone in need is here for."""
        return [self._lines]

    def leave(self) -> None:
        """Keep what was written."""
        if self._pause.isActive():
            self._keep()

    def arrange(self, breakpoint: str) -> None:  # noqa: A002 - the word of the design
        """Put the lines beside the rest where there is room, else above it."""
        look = theme()
        across = breakpoint == WIDE
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if across else ways.BottomToTop)
        self._columns.setSpacing(look.px(24 if across else 20))
        self._lines.setMinimumWidth(look.px(COLUMN_PX) if across else 0)
        self._lines.setMaximumWidth(look.px(COLUMN_PX) if across else _UNLIMITED)
        narrow = breakpoint == NARROW
        for pair in self._pairs:
            pair.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
            pair.setSpacing(look.px(16))
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._head.setSpacing(look.px(12))
        layout = self._own.layout()
        if layout is not None:
            layout.setSpacing(look.px(16))

    def actions(self) -> list[Action]:  # type: ignore[override]
        """What can be found by name."""
        return [
            Action(_("Print the support plan"), "print", self.print_copy),
            Action(_("Save the support plan as PDF"), "pdf", self.save_copy),
            Action(_("I looked the plan over today"), "kept", self._review),
            Action(_("Change the crisis lines"), "phone", self.ask_lines),
        ]

    def ask_lines(self) -> None:
        """Let the lines be hidden, moved and added to."""
        dialog = LinesDialog(self.place.settings, self)
        dialog.changed.connect(self._lines.refresh)
        dialog.wait_in(self.place.journal.drafts, "crisis_line", self.place.clock.now())
        dialog.open()

    def save_copy(self) -> None:
        """Ask where to, and write the plan as a PDF of one page."""
        self._keep()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(documents) if documents and Path(documents).is_dir() else Path.home()
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save PDF"), str(folder / (_("My plan") + ".pdf")), _("PDF document (*.pdf)")
        )
        if chosen:
            self.write_copy(Path(chosen))

    def write_copy(self, path: Path) -> None:
        """Write the plan to a file, behind the interface."""
        from kapjournal.summary.support_plan import pdf
        from kapjournal.summary.writing import write_file

        plan, lines, letter = self._on_paper()
        self.place.worker.run(
            lambda: write_file(path, pdf(plan, lines, letter=letter)),
            lambda _done: self.requested.emit(Said(_("Saved: {name}").format(name=path.name))),
            self._failed,
        )

    def print_copy(self) -> None:
        """Print the plan on one page, through the system's own dialog."""
        from kapjournal.summary.support_plan import pages
        from kapjournal.ui.shared.printing import PRINT_PPI, ask_printer, can_print, no_printer, print_pages

        self._keep()
        if not can_print():
            self.requested.emit(Said(no_printer()))
            return
        plan, lines, letter = self._on_paper()
        printer = ask_printer(self, PageSize.LETTER if letter else PageSize.A4)
        if printer is None:
            return

        def done(images: tuple[bytes, ...]) -> None:
            sent = print_pages(printer, images)
            self.requested.emit(Said(_("Sent to the printer.") if sent else no_printer()))

        self.place.worker.run(lambda: pages(plan, lines, PRINT_PPI, letter=letter), done, self._failed)

    # --- parts

    def _make_head(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(theme().px(4))
        words.addWidget(Title(_("Support")))
        words.addWidget(
            Body(
                _(
                    "Your own plan, and people to reach. When the journal is locked, this page shows the lines only."
                ),
                "ink2",
            )
        )
        self.copy_button = Button(_("Print a copy"), icon="print")
        self.copy_button.clicked.connect(self.print_copy)
        self.save_button = Button(_("Save PDF"), icon="pdf")
        self.save_button.clicked.connect(self.save_copy)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme().px(8))
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(0)
        self._head.addLayout(buttons)
        self._head.setAlignment(buttons, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._head)

    def _make_own(self) -> None:
        self._own = QWidget()
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.addLayout(self._pair("noticing", "steadying"))
        own.addWidget(self.people)
        own.addWidget(self.professionals)
        own.addLayout(self._pair("places", "surroundings"))
        own.addLayout(self._pair("here_for", "next_day"))
        review = Button(_("I looked it over today"), "quiet", "kept", size="small", flush="end")
        review.clicked.connect(self._review)
        foot = QHBoxLayout()
        foot.addWidget(Caption(_("Best filled in with your clinician."), "ink2", wrap=False))
        foot.addWidget(self._reviewed, 1)
        foot.addStretch(1)
        foot.addWidget(review)
        own.addLayout(foot)
        own.addWidget(self._steady)
        own.addWidget(self._locked)
        own.addWidget(
            Caption(
                _(
                    "Nobody is told that you opened this page. The journal has no connection and cannot call for you."
                )
            )
        )
        own.addStretch(1)

    def _pair(self, left: str, right: str) -> QBoxLayout:
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.addWidget(self.texts[left], 1)
        pair.addWidget(self.texts[right], 1)
        self._pairs.append(pair)
        return pair

    # --- what the person does

    def _on_paper(self) -> tuple[SupportPlan, tuple[PlanContact, ...], bool]:
        """The plan with everybody in it, the lines, and whether the paper is Letter."""
        plan = self.place.journal.support_plan.get()
        plan = replace(plan, professionals=professionals(plan, current_course(self.place)))
        shown = (one for one in lines_of(self.place.settings) if one.number)
        lines = tuple(PlanContact(one.name, "", one.number) for one in shown)
        return plan, lines, self.place.journal.shares.choice().page_size is PageSize.LETTER

    def _written(self) -> SupportPlan:
        plan = self.place.journal.support_plan.get()
        texts: dict[str, Any] = {name: part.text for name, part in self.texts.items()}
        return replace(
            plan, **texts, people=self.people.written(), professionals=self.professionals.written()
        )

    def _keep(self) -> None:
        self._pause.stop()
        plan = self._written()
        if plan != self.place.journal.support_plan.get():
            self.place.journal.support_plan.keep(plan, BY)
            self._locked.show_people(plan.people)

    def _review(self) -> None:
        today = journal_day(self.place.clock.now().replace(tzinfo=None))
        self.place.journal.support_plan.keep(replace(self._written(), reviewed=today), BY)
        self.reload()

    def _failed(self, error: BaseException) -> None:
        words = sentence(error) if isinstance(error, KapjournalError) else unexpected()
        self.requested.emit(Said(words))

    def _write(self, asked: object) -> None:
        assert isinstance(asked, AskedPrompt)
        self.requested.emit(ReflectionWanted(prompt=asked))
