"""What time it is: the system's clock, or one that stands still for pictures and tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Anything that knows the time where the person is."""

    def now(self) -> datetime:
        """The present moment, aware, with the person's zone as tzinfo."""
        ...


class SystemClock:
    """The computer's own clock and time zone."""

    def now(self) -> datetime:
        """Ask the computer."""
        from tzlocal import get_localzone  # at first use: the first window is painted without it

        return datetime.now(get_localzone())


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still."""

    moment: datetime

    def now(self) -> datetime:
        """Give the fixed moment."""
        return self.moment
