"""What the buttons and menus of the page of sessions do."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from kapjournal.domain.around_dose import PreparationItem
from kapjournal.domain.event import Event
from kapjournal.domain.kap_session import KapSession, SessionStatus
from kapjournal.domain.moment import Moment, moment_at
from kapjournal.domain.prompt import AskedPrompt
from kapjournal.domain.reflection import Fragment, FragmentKind
from kapjournal.guidance.after_session import is_asked_later
from kapjournal.journal.drafts import entry_key
from kapjournal.journal.journal import Journal
from kapjournal.ui.sessions.ask_dialogs import PostponeDialog, ReasonDialog
from kapjournal.ui.sessions.dosing_pane import DosingPane
from kapjournal.ui.sessions.draft import BY
from kapjournal.ui.sessions.event_pane import EventPane
from kapjournal.ui.sessions.session_changes import SessionChanges
from kapjournal.ui.sessions.session_pane import SessionPane
from kapjournal.ui.sessions.side_effects_dialog import SideEffectsDialog
from kapjournal.ui.shared.crisis_lines import chosen_country
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.event_dialog import EventDialog
from kapjournal.ui.shared.noted_elsewhere import noted_elsewhere
from kapjournal.ui.shared.own_contacts import clinic_contact, current_course
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import (
    CaptureWanted,
    CheckInWanted,
    LaterLooksWanted,
    LayOutWanted,
    PracticeWanted,
    ReflectionWanted,
    Said,
    ShowPage,
)
from kapjournal.words.dates import clock_time
from kapjournal.words.language import _
from kapjournal.words.starred import shortened


class SessionDoings(QObject):
    """Connected to the signals of both panes; it tells the page what it did, and what the page should show."""

    done = Signal(str)
    """What was done, in words; it can be taken back."""
    changed = Signal()
    gone = Signal()
    """What was shown is in the trash."""
    postponed = Signal(int)
    """The session that was planned in its place."""
    event_kept = Signal(object)
    clinic_wanted = Signal(object)
    """The id of the course in which the clinic is to be entered, or None."""
    requested = Signal(object)

    def __init__(self, pane: SessionPane, events: EventPane, place: Place, changes: SessionChanges) -> None:
        super().__init__(pane)
        self._pane = pane
        self._events = events
        self._place = place
        self._changes = changes
        self._connect_session(pane)
        self._connect_dosing(pane.dosing)
        for written in (pane.dosing.written, pane.meeting.written):
            written.reflection_wanted.connect(self._reflect)
        events.mend_wanted.connect(self._ask_mended)
        events.trash_wanted.connect(self._trash_event)
        events.share_toggled.connect(self._share_event)

    def _connect_session(self, pane: SessionPane) -> None:
        pane.head.share_toggled.connect(self._share)
        pane.head.held_wanted.connect(self._hold)
        pane.head.stopped_early_wanted.connect(self._ask_stopped)
        pane.head.postpone_wanted.connect(self._ask_postponed)
        pane.head.cancel_wanted.connect(self._ask_cancelled)
        pane.head.planned_wanted.connect(self._plan)
        pane.head.trash_wanted.connect(self._trash)
        pane.open_question.held.connect(self._hold)
        pane.open_question.postponed.connect(self._ask_postponed)
        pane.open_question.cancelled.connect(self._ask_cancelled)

    def _connect_dosing(self, dosing: DosingPane) -> None:
        dosing.before.check_in_wanted.connect(self._check_in)
        dosing.before.clinic.enter_wanted.connect(self._enter_clinic)
        dosing.before.preparation.left_out.connect(self._say_left_out)
        dosing.before.question.write_wanted.connect(self._answer)
        dosing.after.check_in.wanted.connect(self._check_in)
        dosing.after.side_effects.wanted.connect(self._ask_side_effects)
        dosing.after.fragments.fragment_given.connect(self._keep_fragment)
        dosing.after.fragments.catch_wanted.connect(self._catch)
        dosing.after.fragments.lay_out_wanted.connect(self._lay_out)
        dosing.after.fragments.looks_wanted.connect(self._look_again)
        dosing.integration.carried.wanted.connect(self._practice)

    def keep_event(self, event: Event) -> None:
        """Keep an event, new or mended."""
        self.event_kept.emit(self._journal.events.keep(event, BY))

    @property
    def _journal(self) -> Journal:
        return self._place.journal

    @property
    def _now(self) -> datetime:
        return self._place.clock.now()

    def _session(self) -> KapSession:
        """The session that is shown, with everything kept."""
        self._pane.draft.flush()
        return self._pane.draft.session

    def _set(self, status: SessionStatus, said: str, reason: str = "") -> None:
        session = self._session()
        kept = self._changes.set_status(session, status, self._place.clock.now(), reason)
        if kept.moment != session.moment:
            today = _("It stands on today, {time}, for its planned time is still to come.")
            said = f"{said} {today.format(time=clock_time(kept.moment.local))}"
        self.done.emit(said)
        self.changed.emit()

    def _hold(self) -> None:
        self._set(SessionStatus.HELD, _("Noted: it took place."))

    def _plan(self) -> None:
        self._set(SessionStatus.PLANNED, _("Noted: it is planned."))

    def _stop(self, reason: str) -> None:
        self._set(SessionStatus.STOPPED_EARLY, _("Noted: it was stopped early."), reason)

    def _cancel(self, reason: str) -> None:
        self._set(SessionStatus.CANCELLED, _("The session is cancelled."), reason)

    def _postpone(self, moment: Moment, reason: str) -> None:
        new = self._changes.postpone(self._session(), moment, reason)
        self.done.emit(_("The session is postponed."))
        self.postponed.emit(new.id)

    def _ask_stopped(self) -> None:
        dialog = ReasonDialog(
            _("Stopped early"), _("It counts as a session that took place."), _("Keep"), self._pane
        )
        dialog.given.connect(self._stop)
        self._ask(dialog, "stopped")

    def _ask_cancelled(self) -> None:
        sentence = _("Its date stays on the line, in words. It can be planned again from the same menu.")
        dialog = ReasonDialog(_("Cancel the session"), sentence, _("Cancel the session"), self._pane)
        dialog.given.connect(self._cancel)
        self._ask(dialog, "cancelled")

    def _ask_postponed(self) -> None:
        dialog = PostponeDialog(self._session().moment, self._now, self._pane)
        dialog.postponed.connect(self._postpone)
        self._ask(dialog, "postponed")

    def _ask(self, dialog: Dialog, what: str) -> None:
        """Open a dialog about the session; what is half given waits with the session."""
        dialog.wait_in(self._journal.drafts, entry_key(self._session().id, what), self._now)
        dialog.open()

    def _ask_side_effects(self) -> None:
        session = self._session()
        number = self._journal.kap_sessions.numbers().get(session.id)
        title = _("Side effects, session {number}").format(number=number) if number else _("Side effects")
        of_session = [c for c in self._journal.courses.all() if c.id == session.course_id]
        course = of_session[0] if of_session else current_course(self._place)
        phone = course.clinic_phone if course is not None else ""
        if not phone.strip() and (clinic := clinic_contact(self._place)) is not None:
            phone = clinic.phone
        dialog = SideEffectsDialog(
            self._pane.draft,
            title,
            phone,
            chosen_country(self._place.settings).emergency,
            self._now.tzinfo,
            noted_elsewhere(self._journal, session_id=session.id),
            self._pane,
        )
        dialog.support_wanted.connect(self._open_support)
        dialog.effects_changed.connect(self._pane.dosing.after.side_effects.show_effects)
        dialog.ask(later=is_asked_later(session, self._now))
        self._ask(dialog, "side_effect")

    def _open_support(self) -> None:
        self.requested.emit(ShowPage("support"))

    def _share(self, to_share: bool) -> None:
        session = self._session()
        self._journal.timeline.mark_to_share(session.id, to_share, BY)
        self.changed.emit()

    def _trash(self) -> None:
        self._changes.trash(self._session().id)
        self._pane.draft.drop()
        self.done.emit(_("The session is in the trash."))
        self.gone.emit()

    def _say_left_out(self, before: tuple[PreparationItem, ...], words: str) -> None:
        put_back = partial(self._put_back, self._session().id, before)
        self.requested.emit(Said(_("Left out: {what}").format(what=shortened(words)), put_back))

    def _put_back(self, session_id: int, preparation: tuple[PreparationItem, ...]) -> None:
        self._pane.draft.flush()
        session = self._journal.kap_sessions.get(session_id)
        self._journal.kap_sessions.keep(replace(session, preparation=preparation), BY)
        self.changed.emit()

    def _check_in(self, check_in_id: int | None) -> None:
        self.requested.emit(CheckInWanted(check_in_id))

    def _enter_clinic(self) -> None:
        self.clinic_wanted.emit(self._session().course_id)

    def _keep_fragment(self, kind: FragmentKind, words: str) -> None:
        session_id = self._pane.draft.session.id
        fragment = Fragment(moment=moment_at(self._now), kind=kind, text=words, kap_session_id=session_id)
        self._journal.fragments.keep(fragment, BY)
        self.changed.emit()

    def _catch(self) -> None:
        self.requested.emit(CaptureWanted(self._session().id))

    def _lay_out(self) -> None:
        self.requested.emit(LayOutWanted(self._session().id))

    def _look_again(self) -> None:
        self.requested.emit(LaterLooksWanted(self._session().id))

    def _reflect(self, reflection_id: int | None) -> None:
        session = self._session()
        about = session.id if reflection_id is None else None
        self.requested.emit(ReflectionWanted(reflection_id, kap_session_id=about))

    def _answer(self, asked: AskedPrompt) -> None:
        self.requested.emit(ReflectionWanted(prompt=asked, kap_session_id=self._session().id))

    def _practice(self, practice_id: int) -> None:
        if practice_id:
            self.requested.emit(PracticeWanted(practice_id))
        else:
            self.requested.emit(PracticeWanted(kap_session_id=self._session().id))

    def _ask_mended(self) -> None:
        event = self._events.event_shown
        if event is not None:
            dialog = EventDialog(event, self._now, self._events)
            dialog.wait_in(self._journal.drafts, entry_key(event.id, "event"), self._now)
            dialog.kept.connect(self.keep_event)
            dialog.open(dialog.text)

    def _trash_event(self) -> None:
        event = self._events.event_shown
        if event is not None:
            self._changes.trash(event.id)
            self.done.emit(_("The event is in the trash."))
            self.gone.emit()

    def _share_event(self, to_share: bool) -> None:
        event = self._events.event_shown
        if event is not None:
            self._journal.timeline.mark_to_share(event.id, to_share, BY)
            self.changed.emit()
