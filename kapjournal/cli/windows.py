"""What the terminal can open: given by whoever starts it, so that no command knows Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kapjournal.clock import Clock


@dataclass(frozen=True, slots=True)
class Windows:
    """The ways to open the window; each returns the exit code when it is closed."""

    journal: Callable[[Path | None], int]
    """On a journal's folder, or on the usual one."""
    sample: Callable[[Clock], int]
    """On the sample journal, by a clock."""
