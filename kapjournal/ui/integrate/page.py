"""The Integrate page: where someone is, three questions for now, and the whole library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import journal_day
from kapjournal.domain.prompt import AskedPrompt, OwnPrompt, PromptMark
from kapjournal.guidance.circumstances import Circumstances
from kapjournal.guidance.library import DAY_OF, FIRST_DAY, STEADY, Prompt, PromptDomain, library
from kapjournal.guidance.prompts import leave
from kapjournal.guidance.windows import Place as Between
from kapjournal.guidance.windows import place as place_between
from kapjournal.ui.integrate.library_part import LibraryPart
from kapjournal.ui.integrate.own_prompt_dialog import OwnPromptDialog
from kapjournal.ui.integrate.pack_dialog import PackDialog
from kapjournal.ui.integrate.practices_part import PracticesNow, PracticesPart
from kapjournal.ui.integrate.question_card import QuestionCard
from kapjournal.ui.integrate.questions import BY, QuestionsNow
from kapjournal.ui.integrate.strip import WindowStrip
from kapjournal.ui.shared.breakpoints import NARROW, WIDE
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.circumstances import circumstances_now
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.text import Body, Title
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import PracticeWanted, ReflectionWanted, Said
from kapjournal.words.language import _
from kapjournal.words.prompts import STRIP, questions_for, where_you_are


class IntegratePage(Page):
    """Questions for giving shape to what came, when it came."""

    concerns: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.PROMPT,
            Kind.KAP_SESSION,
            Kind.COURSE,
            Kind.CHECK_IN,
            Kind.REFLECTION,
            Kind.PERSON,
            Kind.OWN_PROMPT,
            Kind.PROMPT_PACK,
            Kind.PRACTICE,
            Kind.PRACTICE_DAY,
        }
    )

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._questions = QuestionsNow(place.journal)
        self._where = Body("", "ink2")
        self._another = Button(_("Another three"), icon="another")
        self._another.clicked.connect(self._another_three)
        self._strip = WindowStrip()
        self._cards: list[QuestionCard] = []
        # A widget of their own keeps the cards before the library for whoever reads the page in order.
        self._three = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._three)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._quiet = Body(_("A dosing session is under way. Questions can wait."), "ink2")
        self.practices = PracticesPart()
        self.practices.wanted.connect(self._want_practice)
        self._library = LibraryPart(self.practices)
        self._library.own_wanted.connect(self._change_own)
        self._library.packs_wanted.connect(self.show_packs)
        self._library.list_opened.connect(self._scroll_to_list)
        self._library.write_wanted.connect(self._write)
        self._library.favourite_toggled.connect(self._toggle_favourite)
        self._library.hidden_toggled.connect(self._toggle_hidden)
        words = QVBoxLayout()
        words.setSpacing(theme().px(4))
        words.addWidget(Title(_("Integrate")))
        words.addWidget(self._where)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self._another, 0, Qt.AlignmentFlag.AlignBottom)
        self._head = head
        self.body.addLayout(head)
        self.body.addWidget(self._strip)
        self.body.addWidget(self._three)
        self.body.addWidget(self._quiet)
        self.body.addWidget(self._library)
        self.body.addStretch(1)
        self.restyle()

    def reload(self) -> None:
        """See where the person is, and show the questions and the library as they are now."""
        journal = self.place.journal
        circumstances = circumstances_now(journal, self.place.clock.now())
        between = place_between(circumstances.sessions, circumstances.now)
        self._questions.look(circumstances)
        self._strip.set_here(_window_here(between))
        self._where.setText(self._sentence(between, circumstances))
        self._show_questions()
        self._library.show_own(circumstances.own, not_now(circumstances))
        self._library.show_marks(journal.prompts.marks(), self._questions.window)
        self.practices.show_practices(
            PracticesNow(
                journal.practices.all(),
                journal.practices.kept_days(),
                circumstances.sessions,
                journal.kap_sessions.numbers(),
                circumstances.day,
            )
        )

    def arrange(self, breakpoint: str) -> None:  # noqa: A002 - the word of the design
        """Three cards side by side where there is room, else one below the other."""
        look = theme()
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if breakpoint == NARROW else ways.LeftToRight)
        self._row.setSpacing(look.px(16))
        self.body.setSpacing(look.px(20))
        self._library.arrange(across=breakpoint == WIDE, columns=1 if breakpoint == NARROW else 2)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Return what can be found by name."""
        return [
            Action(_("Another three questions"), "another", self._another_three),
            Action(_("Find a prompt"), "search", self._library.begin_search),
            Action(_("Add a practice"), "practice", self._add_practice),
            Action(_("Add a question of your own"), "write", self._add_own),
            Action(_("Questions from my therapist"), "therapist", self.show_packs),
            *(
                Action(
                    _("Practice: {name}").format(name=p.name), "practice", partial(self._want_practice, p.id)
                )
                for p in self.place.journal.practices.all()
            ),
        ]

    # --- practices and own questions

    def _add_practice(self) -> None:
        self._want_practice(0)

    def _want_practice(self, practice_id: int) -> None:
        self.requested.emit(PracticeWanted(practice_id or None))

    def _add_own(self) -> None:
        self._change_own(None)

    def _change_own(self, prompt: Prompt | None) -> None:
        """Ask for a question of the person's own, or open one to be changed."""
        own = OwnPrompt(text="")
        if prompt is not None:
            own = next((o for o in self.place.journal.own_prompts.all() if o.prompt_id == prompt.id), own)
        dialog = OwnPromptDialog(own, self)
        dialog.wait_in(self.place.journal.drafts, f"own_prompt:{own.id}", self.place.clock.now())
        dialog.kept.connect(self._keep_own)
        dialog.removed.connect(self._remove_own)
        dialog.open()

    def _keep_own(self, own: OwnPrompt) -> None:
        self.place.journal.own_prompts.keep(own, BY)
        self._say_done(_("Your question is kept."))
        self._library.open_shelf(PromptDomain.OWN)

    def _remove_own(self, prompt_id: int) -> None:
        self.place.journal.own_prompts.remove(prompt_id, BY)
        self._say_done(_("Your question is removed. What you wrote about it stays."))

    def show_packs(self) -> None:
        """Show the packs of a therapist, and a way to add one."""
        today = journal_day(self.place.clock.now().replace(tzinfo=None))
        dialog = PackDialog(self.place.journal, today, self)
        dialog.wait_in(self.place.journal.drafts, "pack", self.place.clock.now())
        dialog.requested.connect(self._packs_changed)
        dialog.open()

    def _packs_changed(self, said: Said) -> None:
        self.reload()
        self._library.open_shelf(PromptDomain.THERAPIST)
        self.requested.emit(Said(said.text, self._then_reload(said.undo)))

    def _say_done(self, text: str) -> None:
        step = self.place.journal.step()
        self.reload()
        self.requested.emit(Said(text, self._then_reload(lambda: self._undo(step))))

    def _undo(self, step: int) -> None:
        self.place.journal.undo_step(step)

    def _then_reload(self, undo: Callable[[], None] | None) -> Callable[[], None]:
        def run() -> None:
            if undo is not None:
                undo()
            self.reload()

        return run

    def _scroll_to_list(self) -> None:
        QTimer.singleShot(0, self, self._show_list)

    def _show_list(self) -> None:
        if self.scroll is not None:
            self.scroll.ensureWidgetVisible(self._library.paper, 0, theme().px(24))

    def _sentence(self, between: Between, circumstances: Circumstances) -> str:
        numbers = self.place.journal.kap_sessions.numbers()
        before, after = between.previous, between.following
        if between.within is not None:
            return ""
        where = where_you_are(
            (circumstances.day - before.session.moment.day).days if before else None,
            numbers.get(before.session.id) if before else None,
            (after.session.moment.day - circumstances.day).days if after else None,
            numbers.get(after.session.id) if after else None,
        )
        return " ".join(part for part in (where, questions_for(self._questions.window)) if part)

    def _show_questions(self) -> None:
        favourites = {m.prompt_id for m in self.place.journal.prompts.marks().values() if m.favourite}
        shown = self._questions.shown
        if [card.prompt for card in self._cards] != list(shown):
            self._replace_cards(shown)
        for card in self._cards:
            card.set_favourite(card.prompt.id in favourites)
        self._three.setVisible(bool(shown))
        self._quiet.setVisible(not shown)
        self._another.setVisible(bool(shown))

    def _replace_cards(self, shown: tuple[Prompt, ...]) -> None:
        """Keep the cards whose questions stay, so that the focus stays with them."""
        kept = {card.prompt.id: card for card in self._cards}
        held = next(
            (at for at, card in enumerate(self._cards) if card.isAncestorOf(self.focusWidget())), None
        )
        fresh = [kept.pop(prompt.id) if prompt.id in kept else self._card(prompt) for prompt in shown]
        for gone in kept.values():
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, card in enumerate(fresh):
            self._row.removeWidget(card)
            self._row.insertWidget(at, card, 1)
            card.show()
        if held is not None and held < len(fresh) and self._cards[held] is not fresh[held]:
            fresh[held].take_focus()
        self._cards = fresh

    def _card(self, prompt: Prompt) -> QuestionCard:
        card = QuestionCard(prompt, favourite=False)
        card.write_wanted.connect(self._write)
        card.put_aside.connect(self._put_aside)
        card.not_for_me.connect(self._toggle_hidden)
        card.favourite_toggled.connect(self._toggle_favourite)
        return card

    def _another_three(self) -> None:
        self._questions.another_three()
        self._show_questions()

    def _put_aside(self, prompt: Prompt) -> None:
        self._questions.put_aside(prompt)
        self._show_questions()

    def _write(self, prompt: Prompt) -> None:
        in_trio = prompt in self._questions.shown
        window = self._questions.window if in_trio else prompt.window
        asked = AskedPrompt(prompt.id, prompt.text, prompt.domain.value, window)
        between = place_between(self.place.journal.kap_sessions.all(), self.place.clock.now())
        session = between.previous.session.id if between.previous and in_trio and _is_after(window) else None
        self.requested.emit(ReflectionWanted(prompt=asked, kap_session_id=session))

    def _mark(self, prompt: Prompt) -> PromptMark:
        marks: Mapping[str, PromptMark] = self.place.journal.prompts.marks()
        return marks.get(prompt.id, PromptMark(prompt.id))

    def _toggle_favourite(self, prompt: Prompt) -> None:
        mark = self._mark(prompt)
        self.place.journal.prompts.mark(replace(mark, favourite=not mark.favourite), by=BY)
        self._show_marks()

    def _toggle_hidden(self, prompt: Prompt) -> None:
        mark = self._mark(prompt)
        self.place.journal.prompts.mark(replace(mark, hidden=not mark.hidden), by=BY)
        if not mark.hidden:
            self._questions.drop(prompt)
        self._show_marks()
        text = (
            _("The prompt is shown again.")
            if mark.hidden
            else _("It is not offered again. The library keeps it under Not for me.")
        )
        self.requested.emit(Said(text, lambda: self._put_back(mark)))

    def _put_back(self, mark: PromptMark) -> None:
        self.place.journal.prompts.mark(mark, by=BY)
        self._show_marks()

    def _show_marks(self) -> None:
        self._show_questions()
        self._library.show_marks(self.place.journal.prompts.marks())


def not_now(circumstances: Circumstances) -> frozenset[str]:
    """The prompts that are not for this moment: ruled out by a skip code, or too deep for a day of rest."""
    may = leave(circumstances)
    everything = (*library().prompts, *circumstances.own)
    if may is None:
        return frozenset(p.id for p in everything)
    gently = may.window.id in (DAY_OF, FIRST_DAY, STEADY)
    return frozenset(p.id for p in everything if p.skip_when & may.skip or (gently and p.depth > may.depth))


def _window_here(between: Between) -> str:
    """The window of the strip that holds the moment, counted from the last session; '' before any."""
    hours = between.hours_since_end
    if hours is None or between.within is not None:
        return ""
    windows = [library().window(name) for name in STRIP]
    return next((w.id for w in windows if w.from_h <= hours < w.to_h), "")


def _is_after(window: str) -> bool:
    """Whether a window follows a session, so that what is written belongs to it."""
    return window != STEADY and library().window(window).anchor == "end"
