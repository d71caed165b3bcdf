"""A table all the way into a journal."""

from __future__ import annotations

import os
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.event import Event
from kapjournal.domain.share import SummaryChoice
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.exchange.csv_reader import read_csv
from kapjournal.exchange.mapping_file import plain_mapping, read_mapping
from kapjournal.journal import Journal
from kapjournal.summary.typeset import pdf

MAPPING = Path(__file__).parent.parent / "data" / "kossakowski2017.toml"
REAL_DATA = os.environ.get("KAPJOURNAL_REAL_DATA", "")
LONDON = ZoneInfo("Europe/London")


def test_an_import_is_one_step_that_undo_takes_back(tmp_path: Path, journal: Journal) -> None:
    path = tmp_path / "t.csv"
    path.write_text("date,mood,note\n2026-10-22,4,calm\n2026-10-23,6.5,\n", "utf-8")
    report = journal.imports.add(read_csv(path, plain_mapping(), LONDON))
    assert (report.rows, report.added, report.refused) == (2, 2, ())
    assert journal.timeline.count() == 2
    journal.undo()
    assert journal.timeline.page(TimelineFilter()).total == 0


def test_a_longer_file_adds_only_what_is_new(tmp_path: Path, journal: Journal) -> None:
    path = tmp_path / "t.csv"
    path.write_text("date,mood\n2026-10-22,4\n", "utf-8")
    journal.imports.add(read_csv(path, plain_mapping(), LONDON))
    path.write_text("date,mood\n2026-10-22,4\n2026-10-23,6\n", "utf-8")
    report = journal.imports.add(read_csv(path, plain_mapping(), LONDON))
    assert (report.rows, report.added, report.already_there) == (2, 1, 1)


@pytest.mark.skipif(not REAL_DATA, reason="KAPJOURNAL_REAL_DATA is not set")
def test_a_recorded_life_goes_in_once(journal: Journal) -> None:
    table = Path(REAL_DATA) / "kossakowski2017" / "ESMdata.csv"
    batch = read_csv(table, read_mapping(MAPPING), LONDON)
    assert journal.imports.rehearse(batch).added == 1476
    report = journal.imports.add(batch)
    assert (report.rows, report.added, report.already_there, report.refused) == (1476, 1476, 0, ())
    again = journal.imports.add(batch)
    assert (again.rows, again.added, again.already_there) == (1476, 0, 1476)
    assert journal.timeline.count() == 1490
    kinds = {type(e.entry) for e in batch.entries}
    assert kinds == {CheckIn, Event}
    values = journal.check_ins.values("mood")
    assert len(values) == 1473
    assert len(set(values.days)) == 238
    days = SummaryChoice(first=date(2012, 8, 13), last=date(2013, 4, 8))
    summary = journal.summaries.gather(days, datetime(2013, 4, 8, 22, tzinfo=LONDON))
    assert [chart.key for chart in summary.charts] == ["chart:measures"]
    assert len(PdfReader(BytesIO(pdf(summary))).pages) == 1
