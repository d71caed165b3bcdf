"""The page of today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.kap_session import KapSession, dosing_numbers
from kapjournal.domain.kinds import Kind
from kapjournal.domain.measure import MOOD
from kapjournal.domain.moment import journal_day, moment_at
from kapjournal.domain.prompt import AskedPrompt, PromptMark, PromptOffer
from kapjournal.guidance.around_session import check_in_type
from kapjournal.guidance.check_in_support import check_in_offers_support
from kapjournal.guidance.circumstances import Circumstances, skip_codes
from kapjournal.guidance.code_rehearsal import asks_now
from kapjournal.guidance.concerns import Concern
from kapjournal.guidance.library import Skip, library
from kapjournal.guidance.prompts import Offer
from kapjournal.guidance.today import Silence, TodaysPrompt, another, todays_prompt
from kapjournal.guidance.windows import dosing_times
from kapjournal.guidance.windows import place as place_between
from kapjournal.ui.shared.breakpoints import NARROW, WIDE
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.circumstances import circumstances_now
from kapjournal.ui.shared.concern_card import ConcernCard
from kapjournal.ui.shared.own_contacts import clinic_contact
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.ribbon import Ribbon, RibbonLegend, stops_of, today_words
from kapjournal.ui.shared.scales_now import scales_due
from kapjournal.ui.shared.text import Body, Label, Title
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import (
    CaptureWanted,
    CheckInWanted,
    CodeRehearsalWanted,
    LayOutWanted,
    NewSessionWanted,
    PracticeWanted,
    ReflectionWanted,
    Said,
    ScaleWanted,
    SearchWanted,
    ShowPage,
)
from kapjournal.ui.today.check_in_card import CheckInCard
from kapjournal.ui.today.practices_card import PracticesCard, practices_of
from kapjournal.ui.today.prompt_card import PromptCard
from kapjournal.ui.today.rehearsal_card import RehearsalCard
from kapjournal.ui.today.session_card import SessionCard
from kapjournal.ui.today.waiting_card import PRACTICES_PX, WaitingCard, waiting_now
from kapjournal.ui.today.whereabouts import whereabouts
from kapjournal.words.dates import clock_time, day_long
from kapjournal.words.language import _

BY = "today"
SITTING = timedelta(minutes=10)
"""Within this time another click mends the check-in that was just kept; later it is a new one."""
_ANY_WIDTH = 16_777_215
_GAPS = (24, 24, 28, 20)
"""Below the title row, the check-in card, the ribbon and the question."""
_FROM_A_SESSION = ("h0_24", "h24_72", "d3_14")


class TodayPage(Page):
    """How someone is, where they are, what they may write about, and what was left open."""

    foot = "l"  # with a question of three lines nothing stands below a window of 800 but this
    concerns: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.CHECK_IN,
            Kind.REFLECTION,
            Kind.SCALE,
            Kind.SCALE_CHOICE,
            Kind.SCALE_FILE,
            Kind.FRAGMENT,
            Kind.KAP_SESSION,
            Kind.COURSE,
            Kind.PROMPT,
            Kind.PERSON,
            Kind.OWN_PROMPT,
            Kind.PRACTICE,
            Kind.PRACTICE_DAY,
        }
    )

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._kept: CheckIn | None = None
        self._last: CheckIn | None = None
        self._kept_at: datetime | None = None
        self._offer: Offer | None = None
        self._make_head()
        self.session_card = SessionCard()
        self.check_in_card = CheckInCard()
        self._concerns = QVBoxLayout()
        self._concern: ConcernCard | None = None
        self._aside_on: date | None = None
        self._make_ribbon()
        self.prompt_card = PromptCard()
        self.practices_card = PracticesCard()
        self._two = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._two.addWidget(self.prompt_card, 1)
        self._two.addWidget(self.practices_card)
        self.waiting_card = WaitingCard()
        self.rehearsal_card = RehearsalCard()
        self._session_gap = QSpacerItem(0, 0)
        self._gaps = [QSpacerItem(0, 0) for _gap in _GAPS]
        self.body.addLayout(self._head)
        self.body.addItem(self._gaps[0])
        self.body.addWidget(self.session_card)
        self.body.addItem(self._session_gap)
        self.body.addWidget(self.check_in_card)
        self.body.addLayout(self._concerns)
        self.body.addItem(self._gaps[1])
        self.body.addWidget(self._ribbon_part)
        self.body.addItem(self._gaps[2])
        self.body.addLayout(self._two)
        self.body.addItem(self._gaps[3])
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.waiting_card)
        self._foot.addWidget(self.rehearsal_card)
        self.body.addLayout(self._foot)
        self.body.addStretch(1)
        self._connect()
        self.restyle()

    @property
    def subtitle(self) -> str:
        """The line under the date."""
        return self._subtitle.text()

    @property
    def question(self) -> str:
        """The question that is offered, or ''."""
        return self._offer.prompt.text if self._offer is not None else ""

    # --- the page's life

    def reload(self) -> None:
        """Read the day, the course, the question and what was left open."""
        now = self.place.clock.now()
        today = journal_day(now.replace(tzinfo=None))
        journal = self.place.journal
        with journal.one_look():
            circumstances = circumstances_now(journal, now)
            self._show_head(circumstances.sessions, now, today)
            self.session_card.show_for(journal, circumstances.sessions, now)
            self._show_check_in(now)
            self._show_practices(today)
            self._show_waiting(circumstances.sessions, now)
        self._give_session_room()
        self._show_todays(todays_prompt(circumstances), circumstances)
        self._show_rehearsal()
        self._show_concern(circumstances)

    def arrange(self, room: str) -> None:
        """The buttons go under the date, and what waits under each other, where there is little room."""
        self.waiting_card.set_stacked(room != WIDE)
        narrow = room == NARROW
        self.check_in_card.set_narrow(narrow)
        self.session_card.set_narrow(narrow)
        ways = QBoxLayout.Direction
        column = theme().px(PRACTICES_PX)
        self.practices_card.setMinimumWidth(column if room == WIDE else 0)
        self.practices_card.setMaximumWidth(column if room == WIDE else _ANY_WIDTH)
        self._two.setDirection(ways.LeftToRight if room == WIDE else ways.TopToBottom)
        self._head.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        if self._kept is None and self._subtitle.text():  # what is known: a new look never asks the journal
            self.check_in_card.show_last(self._last, self.place.clock.now(), short=narrow)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if not hasattr(self, "_gaps"):
            return
        look = theme()
        self._head.setSpacing(look.px(12))
        self._head_words.setSpacing(look.px(4))
        self._head_buttons.setSpacing(look.px(8))
        self._ribbon_column.setSpacing(look.px(14))
        self._ribbon_column.setContentsMargins(look.px(4), 0, look.px(4), 0)
        self._no_course_row.setSpacing(look.px(20))
        self._two.setSpacing(look.px(20))
        self._give_session_room()
        self._foot.setSpacing(look.px(20))
        for spacer, gap in zip(self._gaps, _GAPS, strict=True):
            spacer.changeSize(0, look.px(gap))
        self.body.invalidate()

    def actions(self) -> list[Action]:  # type: ignore[override]
        """What can be found by name."""
        found = [Action(_("Add a session"), "add", self._add_session)]
        if self._offer is not None:
            found.append(Action(_("Write about today’s question"), "write", self._write))
            found.append(Action(_("Make a practice of today’s question"), "practice", self._want_practice))
        found.append(Action(_("Another question"), "another", self._another))
        return found

    def _give_session_room(self) -> None:
        shown = not self.session_card.isHidden()
        self._session_gap.changeSize(0, theme().px(20) if shown else 0)
        self.body.invalidate()

    # --- parts

    def _make_head(self) -> None:
        self._title = Title()
        self._subtitle = Body(role="ink2")
        self._head_words = QVBoxLayout()
        self._head_words.addWidget(self._title)
        self._head_words.addWidget(self._subtitle)
        new_reflection = Button(_("New reflection"), icon="write")
        scales = IconButton("scale", _("Fill in a scale"))
        scales.clicked.connect(self._scales)
        search = IconButton("search", _("Search the journal"))
        new_reflection.clicked.connect(self._new_reflection)
        search.clicked.connect(self._search)
        self._head_buttons = QHBoxLayout()
        self._head_buttons.addWidget(new_reflection)
        self._head_buttons.addWidget(scales)
        self._head_buttons.addWidget(search)
        self._head_buttons.addStretch(1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addLayout(self._head_words, 1)
        self._head.addLayout(self._head_buttons)
        self._head_buttons.setAlignment(Qt.AlignmentFlag.AlignBottom)

    def _make_ribbon(self) -> None:
        self._ribbon_part = QWidget()
        self._ribbon_column = QVBoxLayout(self._ribbon_part)
        self._legend = RibbonLegend()
        head = QHBoxLayout()
        head.addWidget(Label(_("Where you are"), wrap=False))
        head.addWidget(self._legend, 1)
        self.ribbon = Ribbon()
        self._no_course = QWidget()
        row = self._no_course_row = QHBoxLayout(self._no_course)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(
            Body(_("No session is noted yet. They make a line here once there are some."), "ink2"), 1
        )
        self.add_session = Button(_("Add a session"), kind="soft", icon="add")
        self.add_session.clicked.connect(self._add_session)
        row.addWidget(self.add_session)
        self._ribbon_column.addLayout(head)
        self._ribbon_column.addWidget(self.ribbon)
        self._ribbon_column.addWidget(self._no_course)

    def _connect(self) -> None:
        self.session_card.catch_wanted.connect(self._catch)
        self.session_card.lay_out_wanted.connect(self._lay_out)
        self.check_in_card.mood_chosen.connect(self._keep_mood)
        self.check_in_card.more_wanted.connect(self._add_more)
        self.check_in_card.support_note.support_wanted.connect(self._open_support)
        self.prompt_card.write_wanted.connect(self._write)
        self.prompt_card.another_wanted.connect(self._another)
        self.prompt_card.not_now.connect(self._not_now)
        self.prompt_card.favourite_toggled.connect(self._toggle_favourite)
        self.practices_card.ticked.connect(self._tick)
        self.waiting_card.wanted.connect(self.requested)
        self.rehearsal_card.wanted.connect(lambda: self.requested.emit(CodeRehearsalWanted()))
        self.rehearsal_card.set_aside.connect(self._set_rehearsal_aside)

    def _show_concern(self, circumstances: Circumstances) -> None:
        """Say once a day, where it holds, that energy was high and sleep short on two of three days."""
        holds = Skip.ACTIVATION in skip_codes(circumstances, None, library().rules)
        if self._concern is not None:
            self._concern.hide()
            self._concern.deleteLater()
            self._concern = None
        if holds and self._aside_on != circumstances.day:
            self._concern = ConcernCard(Concern.LITTLE_SLEEP, clinic_contact(self.place), may_go=True)
            self._concern.support_wanted.connect(self._open_support)
            self._concern.set_aside.connect(self._set_concern_aside)
            self._concerns.addWidget(self._concern)

    def _set_concern_aside(self) -> None:
        circumstances = circumstances_now(self.place.journal, self.place.clock.now())
        self._aside_on = circumstances.day
        self._show_concern(circumstances)

    def _show_waiting(self, sessions: tuple[KapSession, ...], now: datetime) -> None:
        journal = self.place.journal
        forms = journal.scales.left_open()
        due = scales_due(journal, sessions, now)
        definitions = {d.id: d for d in journal.scales.definitions()}
        self.waiting_card.show_waiting(
            waiting_now(journal.reflections.left_open(), forms, due, definitions, now)
        )

    def _show_rehearsal(self) -> None:
        kept, today = self.place.settings.current, self.place.clock.now().date()
        asks = asks_now(kept.code_at_hand, kept.code_set_aside, today) and not self.place.journal.read_only
        self.rehearsal_card.setVisible(asks)

    def _set_rehearsal_aside(self) -> None:
        self.place.settings.change(code_set_aside=self.place.clock.now().date().isoformat())
        self._show_rehearsal()

    def _show_head(self, sessions: tuple[KapSession, ...], now: datetime, today: date) -> None:
        numbers = dosing_numbers(sessions)
        self._title.setText(day_long(today))
        self._subtitle.setText(whereabouts(sessions, numbers, today, now))
        stops = stops_of(sessions, numbers)
        self.ribbon.setVisible(bool(stops))
        self._legend.setVisible(bool(stops))
        self._no_course.setVisible(not stops)
        self._legend.show_kinds(stops)
        self.ribbon.show_course(stops, today, today_words(stops, today))

    def _show_check_in(self, now: datetime) -> None:
        """What was just kept stays in the row for one sitting; then the row is open again."""
        kept = self._kept_still(now)
        if kept is not None:
            self.check_in_card.show_kept(kept)
        else:
            self._kept = None
            self._last = self.place.journal.check_ins.latest(now)
            self.check_in_card.show_last(self._last, now, short=self.room == NARROW)

    def _kept_still(self, now: datetime) -> CheckIn | None:
        if self._kept is None or self._kept_at is None or now - self._kept_at > SITTING:
            return None
        try:
            kept = self.place.journal.check_ins.get(self._kept.id)
        except KeyError:
            return None
        return kept if kept.trashed is None else None

    def _show_prompt(self) -> None:
        circumstances = circumstances_now(self.place.journal, self.place.clock.now())
        self._show_todays(todays_prompt(circumstances), circumstances)

    def _show_todays(self, todays: TodaysPrompt, circumstances: Circumstances) -> None:
        self._offer = todays.offer
        if todays.offer is None:
            self.prompt_card.show_silence(todays.silence or Silence.NOTHING_LEFT)
            return
        if todays.new:
            self.place.journal.prompts.offered(self._offered(todays.offer), BY)
        loved = any(m.favourite for m in circumstances.marks if m.prompt_id == todays.offer.prompt.id)
        self._show_offer(todays.offer, circumstances.sessions, favourite=loved)

    def _show_offer(self, offer: Offer, sessions: tuple[KapSession, ...], *, favourite: bool) -> None:
        any_session = bool(dosing_times(sessions))
        self.prompt_card.show_offer(offer, favourite=favourite, any_session=any_session)

    def _offered(self, offer: Offer, *, set_aside: bool = False) -> PromptOffer:
        today = journal_day(self.place.clock.now().replace(tzinfo=None))
        return PromptOffer(today, offer.slot, offer.prompt.id, offer.window, set_aside)

    # --- the practices

    def _show_practices(self, today: date) -> None:
        journal = self.place.journal
        kept = journal.practices.kept_days()
        self.practices_card.show_practices(practices_of(journal.practices.all(), kept, today), kept, today)

    def _tick(self, practice_id: int, kept: bool) -> None:
        today = journal_day(self.place.clock.now().replace(tzinfo=None))
        practices = self.place.journal.practices
        practices.tick(practice_id, today, kept, BY)
        step = self.place.journal.step()
        self._show_practices(today)
        name = practices.get(practice_id).name
        said = _("Kept today: {name}") if kept else _("No longer ticked today: {name}")
        self.requested.emit(Said(said.format(name=name), lambda: self._take_back(step)))

    def _take_back(self, step: int) -> None:
        self.place.journal.undo_step(step)
        self._show_practices(journal_day(self.place.clock.now().replace(tzinfo=None)))

    # --- the check-in

    def _keep_mood(self, mood: int) -> None:
        now = self.place.clock.now()
        check_in = self._kept_still(now) or self._blank(now)
        kept = self.place.journal.check_ins.keep(_with_mood(check_in, mood), BY)
        if check_in.id != kept.id:
            self._kept_at = now
        self._kept = kept
        step = self.place.journal.step()
        self.check_in_card.show_kept(kept)
        if check_in_offers_support(kept):
            self.check_in_card.support_note.offer()
        said = _("Kept, {time}").format(time=clock_time(kept.moment.local))
        self.requested.emit(Said(said, lambda: self._undo(step)))

    def _blank(self, now: datetime) -> CheckIn:
        moment = moment_at(now)
        return CheckIn(moment=moment, type=check_in_type(moment, self.place.journal.kap_sessions.all()))

    def _undo(self, step: int) -> None:
        if self.place.journal.undo_step(step):
            self._kept = None
            self._show_check_in(self.place.clock.now())
        else:
            self.requested.emit(Said(_("It was changed since, so it stays as it is.")))

    def _add_more(self) -> None:
        if self._kept is not None:
            self.requested.emit(CheckInWanted(self._kept.id))

    def _open_support(self) -> None:
        self.requested.emit(ShowPage("support"))

    # --- the question

    def _write(self) -> None:
        if self._offer is None:
            return
        prompt = self._offer.prompt
        asked = AskedPrompt(prompt.id, prompt.text, prompt.domain.value, self._offer.window)
        self.requested.emit(ReflectionWanted(prompt=asked, kap_session_id=self._session_of(self._offer)))

    def _session_of(self, offer: Offer) -> int | None:
        """The session that a question of its first two weeks is about."""
        if offer.window not in _FROM_A_SESSION:
            return None
        previous = place_between(self.place.journal.kap_sessions.all(), self.place.clock.now()).previous
        return previous.session.id if previous is not None and previous.session.took_place else None

    def _another(self) -> None:
        circumstances = circumstances_now(self.place.journal, self.place.clock.now())
        self._show_todays(another(circumstances), circumstances)

    def _not_now(self) -> None:
        if self._offer is not None:
            self.place.journal.prompts.offered(self._offered(self._offer, set_aside=True), BY)
            self._show_prompt()

    def _toggle_favourite(self) -> None:
        if self._offer is None:
            return
        prompt_id = self._offer.prompt.id
        mark = self.place.journal.prompts.marks().get(prompt_id, PromptMark(prompt_id))
        self.place.journal.prompts.mark(PromptMark(prompt_id, not mark.favourite, mark.hidden), BY)
        self._show_offer(self._offer, self.place.journal.kap_sessions.all(), favourite=not mark.favourite)

    # --- wishes

    def _want_practice(self) -> None:
        self.requested.emit(PracticeWanted(question=self.question))

    def _catch(self, kap_session_id: int) -> None:
        self.requested.emit(CaptureWanted(kap_session_id))

    def _lay_out(self, kap_session_id: int) -> None:
        self.requested.emit(LayOutWanted(kap_session_id))

    def _new_reflection(self) -> None:
        self.requested.emit(ReflectionWanted())

    def _search(self) -> None:
        self.requested.emit(SearchWanted())

    def _add_session(self) -> None:
        self.requested.emit(NewSessionWanted())

    def _scales(self) -> None:
        self.requested.emit(ScaleWanted())


def _with_mood(check_in: CheckIn, mood: int) -> CheckIn:
    return replace(check_in, values=check_in.with_value(MOOD, float(mood)))
