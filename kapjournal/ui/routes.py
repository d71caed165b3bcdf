"""Where each wish of a page leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from kapjournal.domain.kap_session import SessionKind
from kapjournal.ui.shared.wishes import (
    BackWanted,
    CaptureWanted,
    CheckInWanted,
    CodeRehearsalWanted,
    DayWanted,
    EntryWanted,
    JournalReplaced,
    LaterLooksWanted,
    LayOutWanted,
    LockWanted,
    NewSessionWanted,
    OnlyPageWanted,
    PracticeWanted,
    ReflectionWanted,
    Said,
    ScaleWanted,
    SearchWanted,
    SessionWanted,
    ShowPage,
    VersionsWanted,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kapjournal.ui.shared.place import Place


class Ways(Protocol):
    """What the inside of the window can do for a wish."""

    place: Place

    def show_page(self, name: str) -> Any:
        """Show a page and return it, or None if there is none of that name."""
        ...

    def back(self) -> None:
        """Show the page before."""
        ...

    def only_page(self, wanted: bool) -> None:
        """Hide or show everything but the page."""
        ...

    def say(self, text: str, undo: Callable[[], None] | None) -> None:
        """Show a toast."""
        ...

    def lock(self) -> None:
        """Lock the journal."""
        ...

    def begin_anew(self) -> None:
        """Leave the journal, which is closed already."""
        ...

    def over(self) -> QWidget:
        """Return the widget that dialogs belong to."""
        ...


def follow(wish: object, ways: Ways) -> None:  # noqa: C901, PLR0912 - one case for each wish
    """Do what a wish asks; one whose page is not there is passed over."""
    match wish:
        case ShowPage(name=name):
            ways.show_page(name)
        case CheckInWanted(check_in_id=check_in_id, mood=mood):
            open_check_in(ways, check_in_id, mood)
        case CodeRehearsalWanted():
            rehearse_code(ways)
        case ReflectionWanted():
            _on(ways.show_page("reflection"), "open_for", wish)
        case VersionsWanted(reflection_id=reflection_id):
            _on(ways.show_page("versions"), "open_for", reflection_id)
        case EntryWanted(entry_id=entry_id):
            _on(ways.show_page("journal"), "show_entry", entry_id)
        case DayWanted(day=day):
            _on(ways.show_page("journal"), "show_day", day)
        case SearchWanted():
            _on(ways.show_page("journal"), "search", "")
        case NewSessionWanted():
            _on(ways.show_page("sessions"), "ask_new", SessionKind.DOSING)
        case SessionWanted(kap_session_id=kap_session_id):
            _on(ways.show_page("sessions"), "show_session", kap_session_id)
        case ScaleWanted():
            _on(ways.show_page("scale"), "open_for", wish)
        case CaptureWanted(kap_session_id=kap_session_id):
            _on(ways.show_page("capture"), "open_for", kap_session_id or _latest_dosed(ways.place))
        case LayOutWanted(kap_session_id=kap_session_id):
            _on(ways.show_page("lay_out"), "open_for", kap_session_id)
        case LaterLooksWanted(kap_session_id=kap_session_id):
            _on(ways.show_page("later_looks"), "open_for", kap_session_id)
        case Said(text=text, undo=undo):
            ways.say(text, undo)
        case PracticeWanted():
            open_practice(ways, wish)
        case BackWanted():
            ways.back()
        case OnlyPageWanted(wanted=wanted):
            ways.only_page(wanted)
        case LockWanted():
            ways.lock()
        case JournalReplaced():
            ways.begin_anew()
        case _:
            raise TypeError(type(wish).__name__)


def open_check_in(ways: Ways, check_in_id: int | None, mood: int | None) -> None:
    """Open the check-in over the window; its own wishes are followed too."""
    from kapjournal.ui.check_in.dialog import CheckInDialog

    dialog = CheckInDialog(ways.place, ways.over())
    dialog.requested.connect(lambda wish: follow(wish, ways))
    dialog.closed.connect(dialog.deleteLater)
    dialog.open_for(check_in_id, mood)


def open_practice(ways: Ways, wish: PracticeWanted) -> None:
    """Open a practice over the window, or a new one that grows from what the wish names."""
    from kapjournal.domain.moment import journal_day
    from kapjournal.domain.practice import Practice
    from kapjournal.ui.shared.practice_dialog import PracticeDialog

    journal = ways.place.journal
    if wish.practice_id is not None:
        practice = journal.practices.get(wish.practice_id)
    else:
        practice = Practice(
            name="",
            kap_session_id=wish.kap_session_id,
            reflection_id=wish.reflection_id,
            question=wish.question,
        )
    today = journal_day(ways.place.clock.now().replace(tzinfo=None))
    dialog = PracticeDialog(journal, practice, today, ways.over())
    dialog.requested.connect(lambda said: follow(said, ways))
    grows_from = f":{wish.kap_session_id}:{wish.reflection_id}:{wish.question}"
    key = f"practice:{wish.practice_id or grows_from}"
    dialog.wait_in(journal.drafts, key, ways.place.clock.now())
    dialog.open()


def _latest_dosed(place: Place) -> int | None:
    from kapjournal.guidance.after_session import last_dosed

    latest = last_dosed(place.journal.kap_sessions.all(), place.clock.now())
    return latest.id if latest is not None else None


def _on(page: Any, method: str, argument: object) -> None:
    if page is not None:
        getattr(page, method)(argument)


def rehearse_code(ways: Ways) -> None:
    """Ask for the code from paper; where it fits it was at hand today."""
    from kapjournal.ui.settings.key_dialogs import RehearseCodeDialog
    from kapjournal.words.language import _

    place = ways.place

    def fits() -> None:
        place.settings.change(code_at_hand=place.clock.now().date().isoformat())
        ways.say(_("The code fits. Keep it where it is."), None)
        ways.show_page("today")

    dialog = RehearseCodeDialog(place, ways.over())
    dialog.rehearsed.connect(fits)
    dialog.open()
