"""Telling how far a long job is, and hearing whether to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from kapjournal.errors import CancelledError

Progress: TypeAlias = Callable[[float], bool]
"""Hears a share of 1 and answers whether to go on."""
_EVERY = 200_000
"""Steps of the database's machine between two askings: some milliseconds."""


class Telling:
    """A stretch of a long job; calling it with a share of the stretch raises CancelledError where asked to stop."""

    def __init__(self, progress: Progress | None, first: float = 0.0, last: float = 1.0) -> None:
        self._progress = progress
        self._first, self._last = first, last
        self._share = 0.0

    def __call__(self, share: float) -> None:
        """Tell the share that is done. Raises CancelledError."""
        if not self.goes_on(share):
            raise CancelledError

    def goes_on(self, share: float) -> bool:
        """Tell the share that is done, and answer whether to go on: this stretch as the progress of other work."""
        self._share = share
        return self._progress is None or self._progress(self._first + share * (self._last - self._first))

    def part(self, first: float, last: float) -> Telling:
        """A stretch of this stretch."""
        width = self._last - self._first
        return Telling(self._progress, self._first + first * width, self._first + last * width)

    @contextmanager
    def inside(self, driver: Any) -> Iterator[None]:
        """Ask while one statement of the driver runs.

        Raises CancelledError, and what asking raised: Ctrl+C on a terminal is heard there.
        """
        stopped: BaseException | None = None

        def asked() -> bool:
            nonlocal stopped
            try:
                self(self._share)
            except BaseException as error:
                stopped = error
            return stopped is not None

        driver.set_progress_handler(asked, _EVERY)
        try:
            yield
        except (dbapi2.Error, DBAPIError) as error:
            if stopped is not None:
                raise stopped from error
            raise
        finally:
            driver.set_progress_handler(None, 0)
