"""The program's window by a clock that a journey moves: it reads its time from a file, and stands still between.

python -m tests.journeys.moved_clock JOURNAL FILE
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kapjournal.main import open_window
from kapjournal.network_guard import guard_network

ZONE = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class MovedClock:
    """Says what the file says; the program gets its clock as an argument, here as anywhere."""

    file: Path

    def now(self) -> datetime:
        """Read the moment."""
        return datetime.fromisoformat(self.file.read_text("ascii")).replace(tzinfo=ZONE)


if __name__ == "__main__":
    guard_network()
    sys.exit(open_window(Path(sys.argv[1]), clock=MovedClock(Path(sys.argv[2]))))
