"""Running a probe in a process of its own, as a person's program is."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

LONGEST_S = 120
ROOT = Path(__file__).resolve().parent.parent


class Child:
    """A running probe: what it tells, line by line, as JSON."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.pid = process.pid

    def tell(self, order: str) -> None:
        """Give it a line."""
        assert self._process.stdin is not None
        self._process.stdin.write(order + "\n")
        self._process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        """Wait for the next line."""
        assert self._process.stdout is not None
        # A probe that waits for what never comes is ended, and then there is no line.
        ender = threading.Timer(LONGEST_S, self._process.kill)
        ender.start()
        line = self._process.stdout.readline()
        ender.cancel()
        if not line:
            raise RuntimeError("a probe ended before it had measured: " + str(self._process.args))
        heard: dict[str, Any] = json.loads(line)
        return heard


@contextmanager
def child(module: str, *arguments: str) -> Iterator[Child]:
    """Start `python -m module`, in folders of its own; it is ended when this is left."""
    with tempfile.TemporaryDirectory(prefix="kapjournal-benchmark-") as home:
        process = subprocess.Popen(  # noqa: S603  # this Python, and modules of this folder
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=_environment(home),
        )
        try:
            yield Child(process)
        finally:
            process.terminate()
            process.wait(timeout=20)


def run(module: str, *arguments: str) -> None:
    """Run `python -m module` to its end, in the same way."""
    with tempfile.TemporaryDirectory(prefix="kapjournal-benchmark-") as home:
        subprocess.run(  # noqa: S603  # this Python, and modules of this folder
            [sys.executable, "-m", module, *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=ROOT,
            env=_environment(home),
        )


def _environment(home: str) -> dict[str, str]:
    """This process's environment, with folders of its own, and compiled modules kept as installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), home)
    return {**kept, **own, "PYTHONPYCACHEPREFIX": _compiled(), "QT_QPA_PLATFORM": platform()}


@cache
def _compiled() -> str:
    folder = tempfile.mkdtemp(prefix="kapjournal-benchmark-compiled-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def platform() -> str:
    """Where windows are drawn: on the screen if there is one."""
    if chosen := os.environ.get("QT_QPA_PLATFORM"):
        return chosen
    if sys.platform in {"win32", "darwin"}:
        return ""
    return "xcb" if os.environ.get("DISPLAY") else "offscreen"
