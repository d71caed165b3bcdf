"""The recorded life of one person, found by KAPJOURNAL_REAL_DATA; skipped where that is unset."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.importing import ImportBatch
from kapjournal.exchange.csv_reader import read_csv
from kapjournal.exchange.mapping_file import read_mapping

MAPPING = Path(__file__).parent.parent / "data" / "kossakowski2017.toml"
REAL_DATA = os.environ.get("KAPJOURNAL_REAL_DATA", "")
pytestmark = pytest.mark.skipif(not REAL_DATA, reason="KAPJOURNAL_REAL_DATA is not set")


@pytest.fixture(scope="module")
def batch() -> ImportBatch:
    table = Path(REAL_DATA) / "kossakowski2017" / "ESMdata.csv"
    return read_csv(table, read_mapping(MAPPING), ZoneInfo("UTC"))


def test_every_row_becomes_a_check_in(batch: ImportBatch) -> None:
    check_ins = [e.entry for e in batch.entries if isinstance(e.entry, CheckIn)]
    assert batch.rows == len(check_ins) == 1476
    assert batch.refused == ()
    assert len({entry.moment.day for entry in check_ins}) == 238


def test_the_medicine_is_nine_changes_in_text(batch: ImportBatch) -> None:
    changes = [e.entry.text for e in batch.entries if isinstance(e.entry, Event)
               and e.entry.kind is EventKind.MEDICINE_CHANGE]  # fmt: skip
    assert len(changes) == 9
    assert changes[0] == "Antidepressant: 150 → 105 (as recorded)"
    assert changes[-1] == "Antidepressant: 9 → 0 (as recorded)"


def test_values_lie_on_their_measures_with_their_sources(batch: ImportBatch) -> None:
    counts: Counter[str] = Counter()
    for entry in (e.entry for e in batch.entries if isinstance(e.entry, CheckIn)):
        for value in entry.values:
            counts[value.measure] += 1
            assert value.source is not None
            assert value.source.low <= value.source.value <= value.source.high
            assert 0 <= value.value <= 10 or value.measure == "feeling_down"
    assert counts["mood"] == 1473
    assert counts["scl90r_depression"] == 28
