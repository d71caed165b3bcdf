"""What time it is: the system's clock, or one that stands still for pictures and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from datetime import datetime, tzinfo


class Clock(Protocol):
    """Anything that knows the time where the person is."""

    def now(self) -> datetime:
        """The present moment, aware, with the person's zone as tzinfo."""
        ...


class SystemClock:
    """The computer's own clock and time zone."""

    def now(self) -> datetime:
        """Ask the computer."""
        from datetime import datetime  # at first use: the first window is painted without it

        return datetime.now(here())


def here() -> tzinfo:
    """The time zone where the person is; where the system names none that there is, its present offset."""
    from datetime import datetime

    from tzlocal import get_localzone

    try:
        return get_localzone()
    except (LookupError, ValueError, OSError):
        zone = datetime.now().astimezone().tzinfo
        assert zone is not None
        return zone


class FixedClock(NamedTuple):
    """A clock that stands still."""

    moment: datetime

    def now(self) -> datetime:
        """Give the fixed moment."""
        return self.moment
