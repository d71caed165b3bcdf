"""A clock that can be set back while a life is told, and shows the real time again afterwards."""

from __future__ import annotations

from datetime import datetime

from kapjournal.clock import Clock


class StoryClock:
    """The time of the story while one is told; else the time of the clock behind it."""

    def __init__(self, behind: Clock) -> None:
        self._behind = behind
        self._then: datetime | None = None

    def now(self) -> datetime:
        """The moment of the story, or the present."""
        return self._then if self._then is not None else self._behind.now()

    def set_back(self, then: datetime) -> None:
        """Stand at a moment of the story."""
        self._then = then

    def back_to_now(self) -> None:
        """The story is told."""
        self._then = None
