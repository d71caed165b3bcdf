"""What a page may ask of the window; pages never know each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kapjournal.domain.prompt import AskedPrompt


@dataclass(frozen=True, slots=True)
class ShowPage:
    """Show a page: today, journal, sessions, integrate, trends, share, support or settings."""

    name: str


@dataclass(frozen=True, slots=True)
class CodeRehearsalWanted:
    """Try the recovery code from paper."""


@dataclass(frozen=True, slots=True)
class CheckInWanted:
    """Open a check-in, or begin one."""

    check_in_id: int | None = None
    mood: int | None = None


@dataclass(frozen=True, slots=True)
class ReflectionWanted:
    """Open a reflection, or begin one."""

    reflection_id: int | None = None
    prompt: AskedPrompt | None = None
    kap_session_id: int | None = None


@dataclass(frozen=True, slots=True)
class CaptureWanted:
    """Catch what came up in a session: the one named, else the latest."""

    kap_session_id: int | None = None


@dataclass(frozen=True, slots=True)
class LayOutWanted:
    """Lay the first words of a session out as slips."""

    kap_session_id: int


@dataclass(frozen=True, slots=True)
class LaterLooksWanted:
    """Show the later looks at a session beside its first words."""

    kap_session_id: int


@dataclass(frozen=True, slots=True)
class EntryWanted:
    """Show an entry in the journal."""

    entry_id: int


@dataclass(frozen=True, slots=True)
class VersionsWanted:
    """Show the earlier versions of a reflection."""

    reflection_id: int


@dataclass(frozen=True, slots=True)
class SessionWanted:
    """Show a session, or the course if None."""

    kap_session_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewSessionWanted:
    """Ask when a dosing session is or was, on the page of the course."""


@dataclass(frozen=True, slots=True)
class ScaleWanted:
    """Show a scale's result, go on with one, or begin one of an instrument; `again` opens the answers to mend them."""

    form_id: int | None = None
    instrument: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class DayWanted:
    """Show a day in the journal."""

    day: date


@dataclass(frozen=True, slots=True)
class SearchWanted:
    """Search the journal."""


@dataclass(frozen=True, slots=True)
class PracticeWanted:
    """Open a practice, or begin one that grows from a session, a reflection or a question."""

    practice_id: int | None = None
    kap_session_id: int | None = None
    reflection_id: int | None = None
    question: str = ""


@dataclass(frozen=True, slots=True)
class BackWanted:
    """Go back to where one came from."""


@dataclass(frozen=True, slots=True)
class OnlyPageWanted:
    """Show only the page, without the sidebar and on the whole screen; or the window as it was."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class LockWanted:
    """Lock the journal."""


@dataclass(frozen=True, slots=True)
class JournalReplaced:
    """The journal was closed because another stands in its place, or none: begin anew."""


@dataclass(frozen=True, slots=True)
class Said:
    """Say something in the toast, with a way back if there is one."""

    text: str
    undo: Callable[[], None] | None = None


Wish = (
    ShowPage
    | CheckInWanted
    | ReflectionWanted
    | EntryWanted
    | SessionWanted
    | NewSessionWanted
    | VersionsWanted
    | ScaleWanted
    | CaptureWanted
    | LayOutWanted
    | LaterLooksWanted
    | DayWanted
    | PracticeWanted
    | BackWanted
    | OnlyPageWanted
    | SearchWanted
    | LockWanted
    | JournalReplaced
    | Said
)
