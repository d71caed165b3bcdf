"""Fifty faults with words of a person in them: the log names kinds and places, and nothing else."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

from kapjournal import fault_log

MARKER = "what I told nobody"


def _raisers() -> list[Callable[[], object]]:
    words: dict[str, str] = {}

    class WordsError(Exception):
        pass

    def wrapped() -> None:
        try:
            int(MARKER)
        except ValueError as error:
            raise WordsError(MARKER, {"text": MARKER}) from error

    def within() -> None:
        text = MARKER * 3
        assert len(text) < 0, text

    def encoded() -> None:
        (MARKER + "\ud800").encode()

    return [
        lambda: int(MARKER),
        lambda: words[MARKER],
        lambda: getattr(words, MARKER),
        lambda: Path(MARKER).read_text("utf-8"),
        lambda: float(MARKER.upper().lower()),
        lambda: MARKER.index("absent " + MARKER),
        lambda: compile(MARKER, MARKER, "eval"),
        wrapped,
        within,
        encoded,
    ]


def test_fifty_faults_leave_no_word(tmp_path: Path) -> None:
    path = tmp_path / "log" / fault_log.NAME
    provoked = carried = 0
    for _turn in range(5):
        for provoke in _raisers():
            try:
                provoke()
            except BaseException as error:
                carried += MARKER in f"{error!r} {error.__context__!r}"
                fault_log.write_fault(type(error), sys.exc_info()[2], path)
                provoked += 1
    assert provoked == 50
    assert carried >= 35, "the control: faults do carry words"
    text = path.read_text("utf-8")
    assert text.count("kapjournal ") >= 50
    assert MARKER not in text
    assert "told" not in text.replace("test_fault_log", "")


def test_a_fault_in_a_thread_leaves_none_either(tmp_path: Path) -> None:
    path = tmp_path / fault_log.NAME
    before = threading.excepthook
    threading.excepthook = lambda args: (
        fault_log.write_fault(args.exc_type, args.exc_traceback, path),
        None,
    )[1]
    try:
        thread = threading.Thread(target=lambda: int(MARKER))
        thread.start()
        thread.join()
    finally:
        threading.excepthook = before
    text = path.read_text("utf-8")
    assert "ValueError" in text
    assert MARKER not in text
