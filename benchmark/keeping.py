"""A stored check-in, against the same SQL by hand on the same encrypted file."""

from __future__ import annotations

import random
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmark.goals import Goal, side_by_side
from benchmark.made_journals import a_check_in
from benchmark.phrase import PASSPHRASE
from kapjournal.clock import Clock
from kapjournal.domain.check_in import CheckIn
from kapjournal.journal import Journal
from kapjournal.storage import entries, key_slots
from kapjournal.storage import folder as folders
from kapjournal.storage.engine import connect

ROUNDS = 60
AT_MOST = 1.5
_TABLES = (
    "entry",
    "entry_tag",
    "check_in",
    "check_in_value",
    "check_in_feeling",
    "step",
    "version",
    "search",
)


def keeping(folder: Path, count: int, clock: Clock) -> Goal:
    """Measure on two copies of one journal, which hold the same in the end."""
    ours_folder, hand_folder = folder.with_name("kept"), folder.with_name("by-hand")
    for copy in (ours_folder, hand_folder):
        shutil.copytree(folder, copy)
    chance = random.Random(7)  # noqa: S311
    start = clock.now() + timedelta(minutes=1)
    waiting = [a_check_in(start + timedelta(seconds=n), chance) for n in range(ROUNDS + 1)]
    for_hand = list(waiting)
    journal = Journal.unlock(ours_folder, PASSPHRASE, clock)
    hand = open_by_hand(hand_folder)
    written = clock.now().isoformat()
    try:
        ours, limit = side_by_side(
            lambda: journal.check_ins.keep(waiting.pop()),
            lambda: keep_by_hand(hand, for_hand.pop(), written),
            ROUNDS,
        )
    finally:
        journal.close()
    again = open_by_hand(ours_folder)
    try:
        for table in _TABLES:
            counts = [c.execute(f"SELECT count(*) FROM {table}").fetchone() for c in (again, hand)]  # noqa: S608
            if counts[0] != counts[1]:
                raise AssertionError(f"the SQL by hand no longer does the same in {table}: {counts}")
    finally:
        again.close()
        hand.close()
        shutil.rmtree(ours_folder)
        shutil.rmtree(hand_folder)
    return Goal("a stored check-in, against the same SQL by hand", count, ours, limit, AT_MOST)


def open_by_hand(folder: Path) -> Any:
    """The driver's connection to a closed journal."""
    key = key_slots.open_by_passphrase(key_slots.read(folder), PASSPHRASE)
    return connect(folder / folders.DATABASE, key)


def keep_by_hand(connection: Any, record: CheckIn, written: str) -> None:
    """What keeping a check-in writes, statement by statement."""
    run = connection.execute
    moment = record.moment
    run("BEGIN IMMEDIATE")
    id_ = run("SELECT seq FROM sqlite_sequence WHERE name = 'entry'").fetchone()[0] + 1
    place, day = entries.place_of(moment, id_), moment.day.toordinal()
    run("SELECT place, trashed FROM entry WHERE id = ?", (id_,)).fetchone()
    run(
        "INSERT INTO entry VALUES (?, 'check_in', ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, 0, 0, NULL)",
        (
            id_, record.type.value, place, day, moment.local.isoformat(), moment.utc_offset_min, moment.zone,
            entries.instant_of(moment), written, written,
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO entry_tag VALUES (?, ?, ?)", [(id_, i, tag) for i, tag in enumerate(record.tags)]
    )
    words = "\n".join((*record.tags, *record.feelings))
    run("INSERT INTO search (rowid, title, text, words) VALUES (?, '', ?, ?)", (place, record.note, words))
    run("INSERT INTO check_in VALUES (?, ?, ?)", (id_, record.type.value, record.note))
    connection.executemany(
        "INSERT INTO check_in_value VALUES (?, ?, ?, ?, NULL, NULL, NULL, ?, ?, 1, 0, 1)",
        [(id_, v.measure, i, v.value, day, entries.minute_of(moment)) for i, v in enumerate(record.values)],
    )
    connection.executemany(
        "INSERT INTO check_in_feeling VALUES (?, ?, ?)", [(id_, i, f) for i, f in enumerate(record.feelings)]
    )
    run("SELECT id FROM step WHERE undone IS NOT NULL").fetchall()
    step = run("INSERT INTO step (at, asked_by) VALUES (?, '')", (entries.instant_of(moment),)).lastrowid
    run(
        "INSERT INTO version (step_id, kind, record_id, at, before) VALUES (?, 'check_in', ?, ?, NULL)",
        (step, id_, written),
    )
    run("COMMIT")
