"""Imports: every row accounted for, all or nothing, and nothing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.changes import Changes
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.importing import ImportBatch, ImportedEntry, ImportReport, RefusedRow
from kapjournal.domain.measure import MOOD, Measure, MeasureValue, SourceValue
from kapjournal.domain.moment import moment_at
from kapjournal.errors import CancelledError
from kapjournal.journal import Journal

REFUSED = (RefusedRow(line=9, column="date", reason="not_a_day"),)


@pytest.fixture
def batch(clock: FixedClock) -> ImportBatch:
    entries = []
    for row in range(1, 121):
        moment = moment_at(clock.now() - timedelta(hours=row))
        values = (MeasureValue(MOOD, row / 12, SourceValue(row, 0, 120)), MeasureValue("own-restless", 2.0))
        entries.append(ImportedEntry(f"source:{row}", row, CheckIn(moment=moment, values=values)))
        if row % 40 == 0:
            event = Event(moment=moment, kind=EventKind.MEDICINE_CHANGE, text="as told")
            entries.append(ImportedEntry(f"source:{row}:event", row, event))
    return ImportBatch(121, tuple(entries), REFUSED, (Measure(key="own-restless", name="Restless"),))


def test_a_rehearsal_says_what_will_be_and_does_nothing(journal: Journal, batch: ImportBatch) -> None:
    report = journal.imports.rehearse(batch)
    assert report == ImportReport(rows=121, added=120, already_there=0, refused=REFUSED, entries_made=123)
    assert journal.timeline.count() == 0
    assert journal.imports.add(batch) == report


def test_a_second_import_adds_nothing(journal: Journal, batch: ImportBatch) -> None:
    heard: list[Changes] = []
    journal.imports.add(batch)
    journal.listen(heard.append)
    again = journal.imports.add(batch)
    assert again == ImportReport(rows=121, added=0, already_there=120, refused=REFUSED, entries_made=0)
    assert heard == []
    longer = replace(
        batch, rows=122, entries=(*batch.entries, replace(batch.entries[0], source_key="source:new", row=121))
    )
    assert journal.imports.add(longer).added == 1
    assert journal.timeline.count() == 124
    assert journal.check_ins.values(MOOD).values[-1] == 1 / 12


def test_one_step_takes_all_of_it_back(journal: Journal, batch: ImportBatch) -> None:
    journal.imports.add(batch)
    assert journal.undo() is not None
    assert journal.timeline.count() == 0
    assert journal.to_undo() is None
    assert journal.imports.rehearse(batch).added == 120
    journal.redo()
    assert journal.timeline.count() == 123
    assert journal.imports.rehearse(batch).added == 0
    assert journal.verify().healthy


def test_taking_it_back_says_how_far_it_is_and_can_be_stopped(journal: Journal, batch: ImportBatch) -> None:
    journal.imports.add(batch)
    told: list[float] = []
    with pytest.raises(CancelledError):
        journal.undo_step(journal.step(), lambda share: told.append(share) or share < 0.5)  # type: ignore[func-returns-value]
    assert told == sorted(told)
    assert 0.5 <= told[-1] < 1
    assert journal.timeline.count() == 123
    assert journal.undo_step(journal.step())


def test_what_was_thrown_away_does_not_come_back(journal: Journal, batch: ImportBatch) -> None:
    journal.imports.add(batch)
    journal.timeline.trash(journal.timeline.page_from(batch.entries[0].entry.moment.day, _all()).items[0].id)
    assert journal.imports.rehearse(batch).added == 0


def _all() -> object:
    from kapjournal.domain.timeline import TimelineFilter

    return TimelineFilter()


def test_cancelled_or_failed_leaves_nothing(journal: Journal, batch: ImportBatch) -> None:
    with pytest.raises(CancelledError):
        journal.imports.add(batch, lambda done: done < 0.5)
    broken = replace(batch.entries[5].entry, values=(MeasureValue("no such measure", 1.0),))  # type: ignore[call-arg]
    entries = (*batch.entries[:60], replace(batch.entries[60], entry=broken))
    with pytest.raises(Exception):  # noqa: B017, PT011
        journal.imports.add(replace(batch, entries=entries))
    assert journal.timeline.count() == 0
    assert journal.to_undo() is None
    assert len(journal.measures.all()) == 9
    heard: list[float] = []
    journal.imports.add(batch, lambda done: heard.append(done) is None)
    assert heard[0] == 0.0
    assert heard == sorted(heard)
    assert heard[-1] <= 1.0


def test_each_part_of_an_import_tells_how_far_it_is_and_can_be_stopped(
    journal: Journal, clock: FixedClock, batch: ImportBatch
) -> None:
    journal.check_ins.keep(CheckIn(moment=moment_at(clock.now()), note="before"))
    as_it_was = (journal.timeline.count(), journal.step(), journal.saves)
    # The backup, what is there already, the entries, where they came from.
    for first, last in ((0.01, 0.1), (0.1, 0.15), (0.15, 0.97), (0.97, 1.0)):
        told: list[float] = []

        def tell(share: float, first: float = first, told: list[float] = told) -> bool:
            told.append(share)
            return share < first

        with pytest.raises(CancelledError):
            journal.imports.add(batch, tell)
        assert first <= told[-1] < last
        assert (journal.timeline.count(), journal.step(), journal.saves) == as_it_was
        assert not [path for path in journal.folder.rglob("*") if ".tmp-" in path.name]
    assert len(journal.backups.all()) == 1, "the next attempt needs no other"
    with pytest.raises(CancelledError):
        journal.imports.rehearse(batch, lambda share: share == 0)


def test_the_same_row_twice_in_one_file_counts_once(journal: Journal, batch: ImportBatch) -> None:
    doubled = replace(batch, rows=122, entries=(*batch.entries, replace(batch.entries[0], row=121)))
    report = journal.imports.add(doubled)
    assert report == ImportReport(rows=122, added=120, already_there=1, refused=REFUSED, entries_made=123)


def test_the_value_and_the_scale_it_came_from_are_kept(journal: Journal, batch: ImportBatch) -> None:
    journal.imports.add(batch)
    check_in = journal.check_ins.latest()
    assert check_in is not None
    assert check_in.values[0] == MeasureValue(MOOD, 1 / 12, SourceValue(1.0, 0.0, 120.0))


def test_what_was_recorded_elsewhere_in_its_time_is_not_added_later(
    journal: Journal, batch: ImportBatch
) -> None:
    journal.imports.add(batch)
    columns = journal.check_ins.values(MOOD)
    assert len(columns) == 120
    assert not any(columns.added_later)
