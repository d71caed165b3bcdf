"""The smaller places of the window, for the gallery: dialogs, menus, parts of a page that are opened first.

Each is opened as a person opens it, on the sample journal.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kapjournal.domain.kap_session import KapSession, SessionKind
from kapjournal.domain.measure import ANXIETY
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Fragment, Layer
from kapjournal.domain.scale_choice import AskAt
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import (
    CodeRehearsalWanted,
    LaterLooksWanted,
    LayOutWanted,
    PracticeWanted,
    ReflectionWanted,
)
from kapjournal.ui.window_inside import Inside
from kapjournal.words.language import _

Way = Callable[[Inside], None]

SETTINGS_PARTS = {
    "measures": "_measures",
    "scales": "_scales",
    "questions": "_prompts",
    "security": "_security",
    "transfer": "transfer",
    "erase": "_erase",
}


def small_ways(place: Place) -> dict[str, Way]:
    """What to do in the window for each of them."""
    return {
        **_settings_ways(),
        **_session_ways(place),
        **_looking_back_ways(place),
        **_share_ways(),
        **_writing_ways(place),
        "rehearsal": lambda inside: inside.follow_wish(CodeRehearsalWanted()),
        "own-dates": _on("trends", lambda page: page._ask_dates()),
        "factors": _on("trends", lambda page: page.cards._ask_compared()),
        "new-practice": lambda inside: inside.follow_wish(PracticeWanted()),
        "practice": lambda inside: inside.follow_wish(PracticeWanted(place.journal.practices.all()[0].id)),
        "own-prompt": _on("integrate", lambda page: page._add_own()),
        "prompt-pack": _on("integrate", _check_pack),
        "support-editing": _on("support", _edit_plan),
        "toast": lambda inside: inside.say(_("The session is in the trash."), lambda: None),
    }


def _on(name: str, act: Callable[[Any], Any]) -> Way:
    def show(inside: Inside) -> None:
        act(inside.show_page(name))

    return show


def _settings_ways() -> dict[str, Way]:
    def part(name: str) -> Callable[[Any], None]:
        def go(page: Any) -> None:
            at = [section for _icon, section in page._sections].index(getattr(page, name))
            page._go_to(at)

        return go

    def backup(act: str) -> Callable[[Any], None]:
        def ask(page: Any) -> None:
            section = page._backups
            section.reload = lambda: None
            made = page.place.journal.backups.make()
            getattr(section, act)(made)

        return ask

    return {
        **{
            f"settings-{name}": _on("settings", part(attribute)) for name, attribute in SETTINGS_PARTS.items()
        },
        "restore": _on("settings", backup("ask_to_restore")),
        "erase-backup": _on("settings", backup("ask_to_erase")),
        "passphrase": _on("settings", lambda page: page._security._change_passphrase()),
        "new-code": _on("settings", lambda page: page._security._renew_code()),
        "encrypt-anew": _on("settings", lambda page: page._security._encrypt_anew()),
        "keychain": _on("settings", lambda page: _keychain(page._security.keychain)),
        "erase": _on("settings", lambda page: page._erase.ask()),
        "importing": _on("settings", _bring_in),
        "rename": _on(
            "settings", lambda page: page._measures._renaming(page.place.journal.measures.get(ANXIETY))()
        ),
        "rule": _on("settings", _change_rule),
    }


def _change_rule(page: Any) -> None:
    page._scales._editing(page.place.journal.scales.choice().rule(AskAt.BASELINE))()


def _bring_in(page: Any) -> None:
    from kapjournal.ui.shared.long_work import LongWork
    from kapjournal.ui.shared.worker import Cancel

    covering = LongWork(_("Importing"), _("If you stop it, nothing of it comes into the journal."), page)
    covering.cover(Cancel())
    covering.show_share(0.27)


def _keychain(row: Any) -> None:
    from kapjournal.ui.settings.keychain_row import UseKeychainDialog

    UseKeychainDialog(row._place, row).open()


def _session_ways(place: Place) -> dict[str, Way]:
    sessions = place.journal.kap_sessions.all()
    dosing = [session for session in sessions if session.kind is SessionKind.DOSING]
    last = next(session for session in reversed(dosing) if session.took_place)

    def asking(act: str) -> Callable[[Any], None]:
        def ask(page: Any) -> None:
            page.show_session(dosing[-1].id)
            getattr(page._doings, act)()

        return ask

    def event(page: Any) -> None:
        page.show_event(place.journal.events.between(date(2026, 1, 1), date(2026, 12, 31))[0])

    def mended(page: Any) -> None:
        event(page)
        page._doings._ask_mended()

    def themes(page: Any) -> None:
        page.show_session(last.id)
        page.session_pane.dosing.tabs.set_value("after")
        _scroll_to(page.session_pane.dosing.after.themes)

    def meeting_below(page: Any) -> None:
        page.show_session(next(s.id for s in sessions if s.kind is SessionKind.INTEGRATION))
        _scroll_to(page.session_pane.meeting, bottom=True)

    def course_below(page: Any) -> None:
        page.show_course()
        _scroll_to(page.course_pane, bottom=True)

    return {
        "new-session": _on("sessions", lambda page: page.ask_new(SessionKind.DOSING)),
        "new-event": _on("sessions", lambda page: page.ask_event()),
        "journal-event": _on("journal", lambda page: page._ask_event(None)),
        "event": _on("sessions", event),
        "event-mended": _on("sessions", mended),
        "stopped": _on("sessions", asking("_ask_stopped")),
        "cancelled": _on("sessions", asking("_ask_cancelled")),
        "postponed": _on("sessions", asking("_ask_postponed")),
        "themes": _on("sessions", themes),
        "meeting-below": _on("sessions", meeting_below),
        "course-below": _on("sessions", course_below),
        "thread-marking": _on("thread", lambda page: page._toggle_marking()),
    }


def _looking_back_ways(place: Place) -> dict[str, Way]:
    dosing = [s for s in place.journal.kap_sessions.all() if s.kind is SessionKind.DOSING]
    last = next(session for session in reversed(dosing) if session.took_place)

    def lay_out(inside: Inside) -> None:
        inside.follow_wish(LayOutWanted(last.id))
        page: Any = inside._pages["lay_out"]
        for slip in page.slips.slips[:2]:
            slip.click()

    def looks(inside: Inside) -> None:
        inside.follow_wish(LaterLooksWanted(dosing[1].id))
        page: Any = inside._pages["later_looks"]
        page._toggle_writing()

    def looked_again(inside: Inside) -> None:
        _look_again(place)
        inside.follow_wish(LaterLooksWanted(_with_words(place).id))

    return {"lay-out-taken": lay_out, "layers-writing": looks, "layers-written": looked_again}


def _with_words(place: Place) -> KapSession:
    """Return the first dosing session of which more than one thing was caught."""
    fragments = place.journal.fragments
    return next(s for s in place.journal.kap_sessions.all() if len(fragments.of_session(s.id)) > 1)


def _look_again(place: Place) -> None:
    """Write beside the session's fragments what came to them later."""
    seen = _with_words(place)
    words = {
        (0, Layer.DAY): "I can still see it. It was narrow and it was not angry.",
        (0, Layer.THREE_DAYS): "The doors had handles at the height of a child’s hand.",
        (1, Layer.THREE_DAYS): "not yet",
        (1, Layer.WEEK): "slowly",
    }
    moment = moment_at(place.clock.now())
    first = place.journal.fragments.of_session(seen.id)
    for (at, layer), text in words.items():
        place.journal.fragments.keep(
            Fragment(
                moment=moment,
                kind=first[at].kind,
                text=text,
                kap_session_id=seen.id,
                layer=layer,
                looks_at=first[at].id,
            )
        )


def _share_ways() -> dict[str, Way]:
    return {
        "crisis-lines": _on("support", lambda page: page.ask_lines()),
        "share-password": _on("share", lambda page: page._ask_password()),
        "share-menu": _on("share", lambda page: page.bar.data.click()),
        "share-builder-below": _on("share", lambda page: _scroll_to(page.builder.before)),
    }


def _writing_ways(place: Place) -> dict[str, Way]:
    first = place.journal.reflections.left_open()

    def reflection(inside: Inside) -> Any:
        inside.follow_wish(ReflectionWanted(first[0].id))
        return inside._pages["reflection"]

    def tags(inside: Inside) -> None:
        page = reflection(inside)
        for _turn in range(5):  # a page that was just opened has no places yet
            QApplication.processEvents()
        page.guide.tags._ask()

    return {
        "moment": lambda inside: reflection(inside)._ask_moment(),
        "tags": tags,
        "calendar": _on("journal", lambda page: page.open_calendar()),
        "journal-menu": _on("journal", lambda page: page.list.filters.kind.click()),
        "day-popup": _day_popup,
    }


def _day_popup(inside: Inside) -> None:
    page: Any = inside.show_page("sessions")
    page.ask_event()
    from kapjournal.ui.shared.day_and_time import DateField

    field = next(f for f in inside.findChildren(DateField) if f.isVisible())
    field._open_month()


def _check_pack(page: Any) -> None:
    from kapjournal.ui.integrate.pack_dialog import PackDialog

    page.show_packs()
    dialog: Any = page.window().findChildren(PackDialog)[-1]
    dialog.pasted.setPlainText("What would you tell a friend who had your week?\nWhere did you rest?\n")
    dialog._check.click()


def _edit_plan(page: Any) -> None:
    for part in (*list(page.texts.values())[:1], page.people):
        if not part.editing:
            part.toggle()


def _scroll_to(widget: QWidget, *, bottom: bool = False) -> None:
    """Bring a part of a page into view."""
    inner: Any = widget.findChild(QScrollArea) if bottom else None
    area: Any = inner or widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None:
        return
    widget.window().layout().activate()
    bar = area.verticalScrollBar()
    if bottom:
        bar.setValue(bar.maximum())
    else:
        bar.setValue(widget.mapTo(area.widget(), widget.rect().topLeft()).y() - 20)
