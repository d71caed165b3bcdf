"""The test's end of `reader.py`: hands and eyes that know a window only by its accessibility tree."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

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
