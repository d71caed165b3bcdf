"""The page of a scale: choosing one, filling it in, the support page where it is due, the result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kapjournal.domain.kap_session import SessionKind
from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import moment_at
from kapjournal.domain.scale import LONG_TERM, ScaleDefinition, ScaleForm, ScoredForm
from kapjournal.guidance.scale_support import concerns, opens_support
from kapjournal.statistics import scale_scoring
from kapjournal.ui.scales.chooser import ChooserPart, ScaleChoices
from kapjournal.ui.scales.entry import EntryPart
from kapjournal.ui.scales.head import ScaleHead
from kapjournal.ui.scales.result import ResultFacts, ResultPart
from kapjournal.ui.scales.support_offered import SupportOffered
from kapjournal.ui.shared.breakpoints import NARROW, SIDE_MARGINS
from kapjournal.ui.shared.noted_elsewhere import noted_elsewhere
from kapjournal.ui.shared.own_contacts import clinic_contact
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.scales_now import scales_due
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import BackWanted, Said, ScaleWanted, ShowPage
from kapjournal.words.dates import clock_time, when
from kapjournal.words.language import _
from kapjournal.words.scales import overlap_words, result_short, result_title, scale_language, scale_name

BY = "scale"
_ABOVE = (32, 20, 68, 12)
"""What stands free above the list, an entry, the support page and a result, in px at 100 % text."""
_ENTRY_WIDTH, _ALL_WIDTH, _RESULT_WIDTH, _OFFERED_WIDTH = 640, 860, 760, 1000


class ScalePage(Page):
    """One part of it is shown at a time."""

    concerns: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.SCALE, Kind.SCALE_CHOICE, Kind.SCALE_FILE, Kind.KAP_SESSION, Kind.COURSE, Kind.SUPPORT_PLAN}
    )
    margins: ClassVar[bool] = False
    content_max: ClassVar[int] = 1440

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.form: ScaleForm | None = None
        self._before: ScaleForm | None = None
        self._fresh = False
        self.head = ScaleHead()
        self.chooser = ChooserPart()
        self.entry = EntryPart()
        self.offered = SupportOffered(place)
        self.result = ResultPart()
        self._parts: tuple[QWidget, ...] = (self.chooser, self.entry, self.offered, self.result)
        self._widths = (_RESULT_WIDTH, _ENTRY_WIDTH, _OFFERED_WIDTH, _RESULT_WIDTH)
        self.body.addWidget(self.head)
        self._rows: list[QHBoxLayout] = []
        self._holders: list[QWidget] = []
        for part in self._parts:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.addStretch(1)
            row.addWidget(part, 100_000)
            row.addStretch(1)
            holder.hide()
            self._rows.append(row)
            self._holders.append(holder)
            self.body.addWidget(holder)
        self.body.addStretch(1)
        self._connect()
        self.restyle()

    # --- what the window asks

    def open_for(self, wish: ScaleWanted) -> None:
        """Show what is wished for: a form, a new one of a scale, or the list of scales."""
        self.leave()
        self.form, self._before, self._fresh = None, None, False
        scales = self.place.journal.scales
        if wish.form_id is not None:
            self.form = scales.get(wish.form_id)
        elif wish.instrument:
            waiting = [form for form in scales.left_open() if form.instrument == wish.instrument]
            self.form = waiting[-1] if waiting else self._new(wish.instrument)
        if self.form is None or self.definition is None:
            self.form = None
            self._show_chooser()
        elif self.form.finished is None or wish.again:
            self._begin_entry()
        else:
            self._show_result()

    @property
    def definition(self) -> ScaleDefinition | None:
        """The definition of the form that is shown."""
        return None if self.form is None else self.place.journal.scales.definition(self.form.instrument)

    def reload(self) -> None:
        """Show what other pages changed; answers that are being given stay."""
        if self.form is None:
            self._show_chooser()
            return
        if self.form.id:
            try:
                stored = self.place.journal.scales.get(self.form.id)
            except KeyError:
                stored = replace(self.form, trashed=self.place.clock.now())
            if stored.trashed is not None or self.definition is None:
                self.form = None
                self._show_chooser()
            elif self._holders[-1].isVisibleTo(self):
                self.form = stored
                self._show_result()

    def leave(self) -> None:
        """Keep the answers as they are."""
        self._keep()

    def arrange(self, breakpoint: str) -> None:  # noqa: A002 - the word of the design
        """Give the parts the width that there is."""
        self.offered.arrange(breakpoint)
        self.result.set_narrow(breakpoint == NARROW)
        look = theme()
        self.head.arrange(breakpoint)
        side = look.px(SIDE_MARGINS[breakpoint])
        for row, part, width, above in zip(self._rows, self._parts, self._widths, _ABOVE, strict=True):
            top = look.px(above)
            row.setContentsMargins(side, top, side, look.px(32))
            wide = part is self.entry and self.entry.all_items
            part.setMaximumWidth(look.px(_ALL_WIDTH if wide else width))

    def actions(self) -> list[Action]:  # type: ignore[override]
        """What can be found by name: to begin any scale in use."""
        return [
            Action(_("Begin {scale}").format(scale=scale_name(d)), "scale", self._beginner(d.id))
            for d in self.place.journal.scales.in_use()
        ]

    # --- parts

    def _connect(self) -> None:
        self.head.back_wanted.connect(self._back)
        self.head.later_wanted.connect(self._later)
        self.head.all_toggled.connect(self._toggle_all)
        self.head.answers_wanted.connect(self._toggle_answers)
        self.head.again_wanted.connect(self._begin_entry)
        self.head.trash_wanted.connect(self._trash)
        self.entry.changed.connect(self._take)
        self.entry.done.connect(self._done)
        self.offered.plan_wanted.connect(self._open_support)
        self.offered.continued.connect(self._after_support)
        self.result.support_wanted.connect(self._open_support)
        self.result.answer_wanted.connect(self._answer_open)
        self.chooser.begin_wanted.connect(lambda key: self.open_for(ScaleWanted(instrument=key)))
        self.chooser.result_wanted.connect(lambda form_id: self.open_for(ScaleWanted(form_id)))
        self.chooser.open_wanted.connect(lambda form_id: self.open_for(ScaleWanted(form_id)))
        self.chooser.back_wanted.connect(self._back)
        self.chooser.settings_wanted.connect(lambda: self.requested.emit(ShowPage("settings")))

    def _beginner(self, instrument: str) -> Callable[[], None]:
        return lambda: self.open_for(ScaleWanted(instrument=instrument))

    def _show_part(self, part: QWidget) -> None:
        for one, holder in zip(self._parts, self._holders, strict=True):
            holder.setVisible(one is part)
        self.head.setVisible(part in (self.entry, self.result))
        if self.scroll is not None:
            self.scroll.verticalScrollBar().setValue(0)

    def _show_chooser(self) -> None:
        scales = self.place.journal.scales
        in_use = scales.in_use()
        last = {d.id: forms[-1] for d in in_use if (forms := scales.forms(d.id))}
        journal = self.place.journal
        due = frozenset(
            one.instrument for one in scales_due(journal, journal.kap_sessions.all(), self.place.clock.now())
        )
        left_open = {form.instrument: form for form in scales.left_open()}
        self.chooser.show_scales(ScaleChoices(definitions=in_use, last=last, left_open=left_open, due=due))
        self._show_part(self.chooser)

    def _new(self, instrument: str) -> ScaleForm | None:
        definition = self.place.journal.scales.definition(instrument)
        if definition is None:
            return None
        return ScaleForm(
            moment=moment_at(self.place.clock.now()),
            instrument=definition.id,
            name=definition.name,
            version=definition.version,
            language=scale_language(definition),
        )

    # --- filling in

    def _begin_entry(self) -> None:
        assert self.form is not None
        assert self.definition is not None
        self._before = self.form if self.form.finished is not None else None
        self._show_part(self.entry)
        choice = self.place.journal.scales.choice()
        self.entry.show_form(
            self.definition, self.form, all_items=choice.all_on_one_page, note=self._overlap_note()
        )
        self.arrange(self.room)
        self._show_entry_head()
        self._focus_answers()

    def _focus_answers(self) -> None:
        """Put the keys on the answers, and bring them in sight once they have their places."""
        self.entry.focus_answers()
        QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        focus = self.focusWidget()
        if self.scroll is not None and focus is not None and self.entry.isAncestorOf(focus):
            self.scroll.ensureWidgetVisible(focus, 0, theme().px(80))

    def _overlap_note(self) -> str:
        assert self.form is not None
        assert self.definition is not None
        forms = [f for f in self.place.journal.scales.forms(self.form.instrument) if f.id != self.form.id]
        earlier = [f for f in forms if f.moment.day <= self.form.moment.day]
        return overlap_words(
            self.definition, self.form.moment.day, earlier[-1].moment.day if earlier else None
        )

    def _show_entry_head(self) -> None:
        assert self.form is not None
        assert self.definition is not None
        all_items = self.place.journal.scales.choice().all_on_one_page
        self.head.show_entry(scale_name(self.definition), self._kept_words(), all_items=all_items)

    def _kept_words(self) -> str:
        if self.form is None or not self.form.id:
            return ""
        edited = self.form.edited.astimezone(self.place.clock.now().tzinfo)
        return _("Kept, {time}").format(time=clock_time(edited))

    def _take(self, form: object) -> None:
        """Keep each answer at once; what was done is changed only by another 'Done'."""
        assert isinstance(form, ScaleForm)
        self.form = form
        if self._before is None:
            self._keep()
            self._show_entry_head()

    def _keep(self) -> None:
        """Keep what was answered; an empty form is nothing."""
        if self.form is None or not self.form.answers:
            return
        if self._before is not None and self.form.answers == self._before.answers:
            return
        self.form = self.place.journal.scales.keep(self.form, BY)
        if self.entry.form is not None:
            self.entry.form = self.form
        if self._before is not None:
            self._before = self.form

    def _toggle_all(self) -> None:
        scales = self.place.journal.scales
        choice = scales.choice()
        scales.keep_choice(replace(choice, all_on_one_page=not choice.all_on_one_page), BY)
        self.entry.set_all(not choice.all_on_one_page)
        self.arrange(self.room)
        self._show_entry_head()
        self._focus_answers()

    def _later(self) -> None:
        self._keep()
        kept = self.form is not None and bool(self.form.id)
        self.form = None
        if kept:
            self.requested.emit(Said(_("Kept. Today offers to go on with it.")))
        self.requested.emit(BackWanted())

    def _done(self) -> None:
        """Finish the form; the support page comes before any score."""
        assert self.form is not None
        assert self.definition is not None
        now = self.place.clock.now()
        before = self._before
        if self.form.finished is None:
            moment = moment_at(now)
            self.form = replace(self.form, moment=moment, finished=moment.instant)
        shows = opens_support(self.definition, self.form, before)
        if shows:
            self.form = replace(self.form, support_shown=moment_at(now).instant)
        self._before = None
        if before is None or self.form.answers != before.answers:
            self.form = self.place.journal.scales.keep(self.form, BY)
        self._fresh = True
        if shows:
            self._show_part(self.offered)
            counted = self.definition.scored_items
            self.offered.show_kept(sum(self.form.answer(item.id) is not None for item in counted))
        else:
            self._show_result()

    # --- the result

    def _after_support(self) -> None:
        self._show_result()

    def _show_result(self) -> None:
        assert self.form is not None
        assert self.definition is not None
        facts = self._facts(self.definition, self.form)
        self._show_part(self.result)
        self.result.show_facts(facts)
        now = self.place.clock.now()
        kept = self.form.edited.astimezone(now.tzinfo).replace(tzinfo=None)
        words = _("Kept, {when}").format(when=when(kept, now.replace(tzinfo=None)))
        self.head.show_result(scale_name(self.definition), words, answers_shown=facts.score is None)
        self.head.answers.setVisible(facts.score is not None)
        if self._fresh:
            self.head.answers.setFocus(Qt.FocusReason.OtherFocusReason)
            title = scale_name(self.definition)
            announce(self, title if facts.score is None else result_title(self.definition, facts.score))

    def _facts(self, definition: ScaleDefinition, form: ScaleForm) -> ResultFacts:
        journal = self.place.journal
        score = scale_scoring.score(definition, form)
        earlier = [
            f
            for f in journal.scales.forms(form.instrument)
            if (f.moment.instant, f.id) < (form.moment.instant, form.id)
        ]
        baseline = journal.scales.baseline(form.instrument, form.moment.day) if score is not None else None
        if baseline is not None and not _is_later(form, baseline.scored):
            baseline = None
        change = None
        if baseline is not None and score is not None:
            change = scale_scoring.change(definition, baseline.scored.score, score)
        noted = noted_elsewhere(journal, form_id=form.id) if definition.id == LONG_TERM else ()
        worse = scale_scoring.is_worsening(definition, change)
        found = concerns(definition, form, score, noted, worse=worse)
        numbers = journal.kap_sessions.numbers()
        course = journal.courses.current(form.moment.day)
        doses = tuple(
            (s, numbers.get(s.id))
            for s in journal.kap_sessions.all()
            if s.kind is SessionKind.DOSING
            and s.id in numbers
            and (course is None or s.course_id == course.id)
        )
        return ResultFacts(
            definition=definition,
            form=form,
            score=score,
            baseline=baseline,
            change=change,
            previous=earlier[-1] if earlier else None,
            doses=doses,
            concerns=found if self._fresh else tuple(c for c in found if c is c.ITEM_OPEN),
            clinic=clinic_contact(self.place),
            earlier_versions=self._earlier_versions(definition, form),
        )

    def _earlier_versions(self, definition: ScaleDefinition, form: ScaleForm) -> tuple[tuple[str, str], ...]:
        """What was said to be done before it was changed, with the time of each."""
        now = self.place.clock.now()
        found = []
        for version in self.place.journal.scales.versions(form.id) if form.id else ():
            if version.finished is not None and version.answers != form.answers:
                kept = version.edited.astimezone(now.tzinfo).replace(tzinfo=None)
                result = result_short(definition, scale_scoring.score(definition, version))
                found.append((_("Kept, {when}").format(when=when(kept, now.replace(tzinfo=None))), result))
        return tuple(found)

    def _toggle_answers(self) -> None:
        shown = self.result.toggle_answers()
        self.head.answers.set_text(_("Fold the answers away") if shown else _("Look at the answers"))

    def _answer_open(self, item_id: str) -> None:
        self._begin_entry()
        self.entry.show_item(item_id)

    def _trash(self) -> None:
        if self.form is None or not self.form.id:
            return
        journal = self.place.journal
        journal.timeline.trash(self.form.id, by=BY)
        step = journal.step()
        name = self.form.name
        self.form = None
        self.requested.emit(BackWanted())
        words = _("“{title}” is in the trash").format(title=name)
        self.requested.emit(Said(words, lambda: self._undo(step)))

    def _undo(self, step: int) -> None:
        if not self.place.journal.undo_step(step):
            self.requested.emit(Said(_("It was changed since, so it stays as it is.")))

    def _open_support(self) -> None:
        self.requested.emit(ShowPage("support"))

    def _back(self) -> None:
        self._keep()
        self.form = None
        self.requested.emit(BackWanted())


def _is_later(form: ScaleForm, other: ScoredForm) -> bool:
    return form.id != other.form.id and other.form.moment.instant < form.moment.instant
