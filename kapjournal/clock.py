"""What time it is: the system's clock, or one that stands still for pictures and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from datetime import datetime


class Clock(Protocol):
    """Anything that knows the time where the person is."""

    def now(self) -> datetime:
        """The present moment, aware, with the person's zone as tzinfo."""
        ...


class SystemClock:
    """The computer's own clock and time zone."""

    def now(self) -> datetime:
        """Ask the computer."""
        # At first use: the first window is painted without them.
        from datetime import datetime

        from tzlocal import get_localzone

        return datetime.now(get_localzone())


class FixedClock(NamedTuple):
    """A clock that stands still."""

    moment: datetime

    def now(self) -> datetime:
        """Give the fixed moment."""
        return self.moment
