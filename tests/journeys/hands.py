"""The test's end of `reader.py`: hands and eyes that know a window only by its accessibility tree."""

from __future__ import annotations

import json
import select
import subprocess
from pathlib import Path
from typing import Any

ANSWERS_WITHIN_S = 150.0
"""No answer takes this long: the longest, a whole round of Tab on a busy machine, half a minute."""
HERE = Path(__file__).resolve().parent
DEBIAN_PYTHON = Path("/usr/bin/python3")


class HandsError(AssertionError):
    """Something could not be found or done."""


class Hands:
    """One virtual display with at most one program on it."""

    def __init__(self, size: str = "1280x800") -> None:
        self._reader = subprocess.Popen(
            [
                "env",
                f"SCREEN={size}",
                str(HERE.parent / "on-screen"),
                str(DEBIAN_PYTHON),
                str(HERE / "reader.py"),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def _ask(self, do: str, *words: Any, **named: Any) -> Any:
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        self._reader.stdin.write(json.dumps({"do": do, "with": words, "by": named}) + "\n")
        self._reader.stdin.flush()
        if not select.select([self._reader.stdout], [], [], ANSWERS_WITHIN_S)[0]:
            self._reader.terminate()  # what it says later would be taken for the next answer
            self._reader.wait(20)
            raise HandsError(f"{do} {words}: no answer in {ANSWERS_WITHIN_S:.0f} s")
        line = self._reader.stdout.readline()
        if not line:
            raise HandsError("the screen is gone")
        answer = json.loads(line)
        if "fault" in answer:
            raise HandsError(f"{do} {words}: {answer['fault']}")
        return answer["ok"]

    def __getattr__(self, do: str) -> Any:
        """Every public method of `reader.Reader`, by its name."""
        if do.startswith("_"):
            raise AttributeError(do)
        return lambda *words, **named: self._ask(do, *words, **named)

    def close(self) -> None:
        """End the program and its screen."""
        assert self._reader.stdin is not None
        self._reader.stdin.close()
        self._reader.wait(20)
        if self._reader.stdout is not None:
            self._reader.stdout.close()
