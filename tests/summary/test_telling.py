"""Work that cannot be cut off: a stop is answered while it goes on, and what comes of it is handed on."""

from __future__ import annotations

from threading import Event

import pytest

from kapjournal.errors import CancelledError
from kapjournal.summary.telling import beside, quietly


def test_a_stop_is_answered_while_the_work_goes_on() -> None:
    go_on, ended = Event(), Event()

    def work() -> None:
        go_on.wait(20)
        ended.set()

    def stopping(share: float) -> None:
        assert share == 0.5
        raise CancelledError

    with pytest.raises(CancelledError):
        beside(work, stopping, 0.5)
    assert not ended.is_set()
    go_on.set()
    assert ended.wait(20)


def test_its_result_and_its_error_are_handed_on() -> None:
    assert beside(lambda: "made", quietly, 0.5) == "made"
    for error in (ZeroDivisionError, TimeoutError, KeyboardInterrupt):

        def work(error: type[BaseException] = error) -> None:
            raise error

        with pytest.raises(error):
            beside(work, quietly, 0.5)
