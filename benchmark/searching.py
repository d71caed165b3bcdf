"""Search as you type, against the bare FTS5 query for the same words on the same encrypted file."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from benchmark.goals import Goal, side_by_side
from benchmark.keeping import open_by_hand
from benchmark.made_journals import COMMON
from benchmark.phrase import PASSPHRASE
from kapjournal.clock import Clock
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal import Journal

ROUNDS = 15
AT_MOST = 1.5
PAGE = 60
TYPED = tuple(COMMON[:length] for length in range(2, len(COMMON) + 1))
_BARE = """
SELECT rowid, snippet(search, -1, char(2), char(3), '…', 24) FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?
"""


def searching(folder: Path, count: int, clock: Clock) -> Goal:
    """Type a common word letter by letter: all letters together are one measurement."""
    copy = folder.with_name("searched")
    shutil.copytree(folder, copy)
    journal = Journal.unlock(folder, PASSPHRASE, clock)
    bare = open_by_hand(copy)
    try:
        ours, limit = side_by_side(lambda: _as_typed(journal), lambda: _bare(bare), ROUNDS)
    finally:
        journal.close()
        bare.close()
        shutil.rmtree(copy)
    return Goal(
        "search as you type, against bare FTS5, ranked", count, ours / len(TYPED), limit / len(TYPED), AT_MOST
    )


def _as_typed(journal: Journal) -> None:
    for text in TYPED:
        journal.timeline.page(TimelineFilter(text=text), limit=PAGE)


def _bare(connection: Any) -> None:
    for text in TYPED:
        connection.execute(_BARE, (f'"{text}"*', PAGE)).fetchall()
