"""What the buttons and menus of the page of sessions do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kapjournal.domain.event import Event
from kapjournal.domain.kap_session import KapSession, SessionStatus
from kapjournal.domain.moment import Moment, moment_at
from kapjournal.domain.prompt import AskedPrompt
from kapjournal.domain.reflection import Fragment, FragmentKind
from kapjournal.guidance.after_session import is_asked_later
from kapjournal.journal.drafts import entry_key
from kapjournal.ui.sessions.ask_dialogs import PostponeDialog, ReasonDialog
from kapjournal.ui.sessions.draft import BY
from kapjournal.ui.sessions.side_effects_dialog import SideEffectsDialog
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.event_dialog import EventDialog
from kapjournal.ui.shared.noted_elsewhere import noted_elsewhere
from kapjournal.ui.shared.own_contacts import clinic_contact
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
from kapjournal.words.language import _

if TYPE_CHECKING:
    from kapjournal.ui.sessions.page import SessionsPage


class SessionDoings(QObject):
    """Connected to the signals of the panes; each change says how to take it back."""

    def __init__(self, page: SessionsPage) -> None:
        super().__init__(page)
        self._page = page
        head, question = page.session_pane.head, page.session_pane.open_question
        head.share_toggled.connect(self._share)
        head.held_wanted.connect(self._hold)
        head.stopped_early_wanted.connect(self._ask_stopped)
        head.postpone_wanted.connect(self._ask_postponed)
        head.cancel_wanted.connect(self._ask_cancelled)
        head.planned_wanted.connect(self._plan)
        head.trash_wanted.connect(self._trash)
        question.held.connect(self._hold)
        question.postponed.connect(self._ask_postponed)
        question.cancelled.connect(self._ask_cancelled)
        dosing = page.session_pane.dosing
        dosing.before.check_in_wanted.connect(self._check_in)
        dosing.before.clinic.enter_wanted.connect(self._enter_clinic)
        dosing.before.question.write_wanted.connect(self._answer)
        dosing.after.check_in.wanted.connect(self._check_in)
        dosing.after.side_effects.wanted.connect(self._ask_side_effects)
        dosing.integration.carried.wanted.connect(self._practice)
        dosing.after.fragments.catch_wanted.connect(self._catch)
        dosing.after.fragments.lay_out_wanted.connect(self._lay_out)
        dosing.after.fragments.looks_wanted.connect(self._look_again)
        for written in (dosing.written, page.session_pane.meeting.written):
            written.reflection_wanted.connect(self._reflect)
        page.event_pane.mend_wanted.connect(self._ask_mended)
        page.event_pane.trash_wanted.connect(self._trash_event)
        page.event_pane.share_toggled.connect(self._share_event)

    def say(self, text: str) -> None:
        """Say what was done, with the way back."""
        way_back = self._page.changes.way_back()
        self._page.requested.emit(Said(text, lambda: self._undo(way_back)))

    def keep_event(self, event: Event) -> None:
        """Keep an event, new or mended, and show it."""
        kept = self._page.place.journal.events.keep(event, BY)
        self._page.reload()
        self._page.show_event(kept)

    def keep_fragment(self, session: KapSession, kind: FragmentKind, words: str) -> None:
        """Keep a fragment of a session, at this moment."""
        fragment = Fragment(
            moment=moment_at(self._page.now), kind=kind, text=words, kap_session_id=session.id
        )
        self._page.place.journal.fragments.keep(fragment, BY)
        self._page.reload()

    def _undo(self, way_back: object) -> None:
        if callable(way_back) and not way_back():
            self._page.requested.emit(Said(_("It was changed since, so it stays as it is.")))
        self._page.reload()

    def _session(self) -> KapSession:
        """The session that is shown, with everything kept."""
        self._page.leave()
        return self._page.session_pane.draft.session

    def _set(self, status: SessionStatus, said: str, reason: str = "") -> None:
        self._page.changes.set_status(self._session(), status, reason)
        self.say(said)
        self._page.reload()

    def _hold(self) -> None:
        self._set(SessionStatus.HELD, _("Noted: it took place."))

    def _plan(self) -> None:
        self._set(SessionStatus.PLANNED, _("Noted: it is planned."))

    def _stop(self, reason: str) -> None:
        self._set(SessionStatus.STOPPED_EARLY, _("Noted: it was stopped early."), reason)

    def _cancel(self, reason: str) -> None:
        self._set(SessionStatus.CANCELLED, _("The session is cancelled."), reason)

    def _postpone(self, moment: Moment, reason: str) -> None:
        new = self._page.changes.postpone(self._session(), moment, reason)
        self.say(_("The session is postponed."))
        self._page.reload()
        self._page.show_session(new.id)

    def _ask_stopped(self) -> None:
        dialog = ReasonDialog(
            _("Stopped early"), _("It counts as a session that took place."), _("Keep"), self._page
        )
        dialog.given.connect(self._stop)
        self._ask(dialog, "stopped")

    def _ask_cancelled(self) -> None:
        sentence = _("Its date stays on the line, in words. It can be planned again from the same menu.")
        dialog = ReasonDialog(_("Cancel the session"), sentence, _("Cancel the session"), self._page)
        dialog.given.connect(self._cancel)
        self._ask(dialog, "cancelled")

    def _ask_postponed(self) -> None:
        dialog = PostponeDialog(self._session().moment, self._page.now, self._page)
        dialog.postponed.connect(self._postpone)
        self._ask(dialog, "postponed")

    def _ask(self, dialog: Dialog, what: str) -> None:
        """Open a dialog about the session; what is half given waits with the session."""
        page = self._page
        dialog.wait_in(page.place.journal.drafts, entry_key(self._session().id, what), page.now)
        dialog.open()

    def _ask_side_effects(self) -> None:
        session = self._session()
        number = self._page.place.journal.kap_sessions.numbers().get(session.id)
        title = _("Side effects, session {number}").format(number=number) if number else _("Side effects")
        of_session = [c for c in self._page.place.journal.courses.all() if c.id == session.course_id]
        course = of_session[0] if of_session else self._page.current_course()
        phone = course.clinic_phone if course is not None else ""
        if not phone.strip() and (clinic := clinic_contact(self._page.place)) is not None:
            phone = clinic.phone
        dialog = SideEffectsDialog(
            self._page.session_pane.draft,
            title,
            phone,
            self._page.country(),
            self._page.now.tzinfo,
            noted_elsewhere(self._page.place.journal, session_id=session.id),
            self._page,
        )
        dialog.support_wanted.connect(self._open_support)
        dialog.effects_changed.connect(self._page.session_pane.dosing.after.side_effects.show_effects)
        dialog.ask(later=is_asked_later(session, self._page.now))
        self._ask(dialog, "side_effect")

    def _open_support(self) -> None:
        self._page.requested.emit(ShowPage("support"))

    def _share(self, to_share: bool) -> None:
        session = self._session()
        self._page.place.journal.timeline.mark_to_share(session.id, to_share, BY)
        self._page.reload()

    def _trash(self) -> None:
        self._page.changes.trash(self._session().id)
        self._page.session_pane.draft.drop()
        self.say(_("The session is in the trash."))
        self._page.show_nearest()

    def _check_in(self, check_in_id: int | None) -> None:
        self._page.requested.emit(CheckInWanted(check_in_id))

    def _enter_clinic(self) -> None:
        self._page.show_course(self._session().course_id)
        self._page.course_pane.clinic_words.setFocus()

    def _catch(self) -> None:
        self._page.requested.emit(CaptureWanted(self._session().id))

    def _lay_out(self) -> None:
        self._page.requested.emit(LayOutWanted(self._session().id))

    def _look_again(self) -> None:
        self._page.requested.emit(LaterLooksWanted(self._session().id))

    def _reflect(self, reflection_id: int | None) -> None:
        session = self._session()
        about = session.id if reflection_id is None else None
        self._page.requested.emit(ReflectionWanted(reflection_id, kap_session_id=about))

    def _answer(self, asked: AskedPrompt) -> None:
        self._page.requested.emit(ReflectionWanted(prompt=asked, kap_session_id=self._session().id))

    def _practice(self, practice_id: int) -> None:
        if practice_id:
            self._page.requested.emit(PracticeWanted(practice_id))
        else:
            self._page.requested.emit(PracticeWanted(kap_session_id=self._session().id))

    def _ask_mended(self) -> None:
        event, page = self._page.shown_event(), self._page
        if event is not None:
            dialog = EventDialog(event, page.now, page)
            dialog.wait_in(page.place.journal.drafts, entry_key(event.id, "event"), page.now)
            dialog.kept.connect(self.keep_event)
            dialog.open(dialog.text)

    def _trash_event(self) -> None:
        event = self._page.shown_event()
        if event is not None:
            self._page.changes.trash(event.id)
            self.say(_("The event is in the trash."))
            self._page.show_nearest()

    def _share_event(self, to_share: bool) -> None:
        event = self._page.shown_event()
        if event is not None:
            self._page.place.journal.timeline.mark_to_share(event.id, to_share, BY)
            self._page.reload()
