"""Tables made to harm: refused soon, with little memory, and the journal stays as it was."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.moment import moment_at
from kapjournal.errors import UserError
from kapjournal.exchange.csv_reader import read_csv
from kapjournal.exchange.csv_rows import MOST_BYTES, MOST_ROWS
from kapjournal.exchange.mapping_file import plain_mapping
from kapjournal.journal import Journal

HERE = ZoneInfo("Europe/London")
HEAD = b"date,mood,note\n"


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(HEAD)
        file.truncate(MOST_BYTES * 40)


HOSTILE: dict[str, Callable[[Path], object]] = {
    "a quotation without end": lambda p: p.write_bytes(HEAD + b'2026-10-22,4,"' + b"x\n" * 4_000_000),
    "one line without end": lambda p: p.write_bytes(HEAD + b"2026-10-22,4," + b"x" * 20_000_000),
    "columns without end": lambda p: p.write_bytes(b"date,mood" + b",c" * 3_000_000),
    "cells of a row without end": lambda p: p.write_bytes(HEAD + b"," * 20_000_000),
    "lines of a row without end": lambda p: p.write_bytes(HEAD + b'"\n",' * 6_000_000),
    "blank lines without end": lambda p: p.write_bytes(HEAD + b"\n" * 20_000_000),
    "rows without end": lambda p: p.write_bytes(HEAD + b",,\n" * (MOST_ROWS + 10)),
    "more than is ever read": _sparse,
    "zeros": lambda p: p.write_bytes(b"\0" * 20_000_000),
    "UTF-16": lambda p: p.write_bytes("date,mood\n2026-10-22,4\n".encode("utf-16")),
    "bytes of no encoding": lambda p: p.write_bytes(HEAD + b"2026-10-22,4,\xff\xfe\xc3\n"),
    "a picture": lambda p: p.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_and_the_journal_untouched(
    name: str, tmp_path: Path, journal: Journal, clock: FixedClock
) -> None:
    journal.check_ins.keep(CheckIn(moment=moment_at(clock.now()), note="as it was"))
    before = (journal.timeline.count(), journal.step(), journal.saves)
    path = tmp_path / "table.csv"
    HOSTILE[name](path)
    weight = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    with pytest.raises(UserError):
        journal.imports.add(read_csv(path, plain_mapping(), HERE))
    assert time.process_time() - began < 2
    grown_kib = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - weight) / (
        1024 if sys.platform == "darwin" else 1
    )
    assert grown_kib < 200 * 1024
    assert (journal.timeline.count(), journal.step(), journal.saves) == before


def test_control_a_whole_table_is_taken(tmp_path: Path, journal: Journal) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(HEAD + b"2026-10-22,4,calm\n")
    assert journal.imports.add(read_csv(path, plain_mapping(), HERE)).added == 1
