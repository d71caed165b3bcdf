"""The questions that are asked at every keystroke are answered from an index, in order, without sorting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.kinds import Kind
from kapjournal.domain.measure import MOOD
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal import Journal, KdfCost

DAY = date(2026, 10, 23)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory, cost: KdfCost, passphrase: str) -> Iterator[Journal]:
    clock = FixedClock(datetime(2026, 10, 23, 9, 42, tzinfo=ZoneInfo("Europe/London")))
    opened, _ = Journal.create(tmp_path_factory.mktemp("plans") / "journal", passphrase, clock, cost=cost)
    yield opened
    opened.close()


def plan_of(journal: Journal, ask: Callable[[], object], containing: str) -> str:
    """Ask, and return how SQLite answered the statement that contains some text."""
    heard: list[str] = []
    with journal._book.database.alone() as driver:
        driver.set_trace_callback(heard.append)
        ask()
        driver.set_trace_callback(None)
        (statement,) = [text for text in heard if containing in text]
        return "\n".join(row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall())


@pytest.mark.parametrize(
    ("asked", "containing", "index"),
    [
        (lambda j: j.check_ins.values(MOOD), "check_in_value", "COVERING INDEX value_over_time"),
        (lambda j: j.check_ins.values(MOOD, DAY, DAY), "check_in_value", "COVERING INDEX value_over_time"),
        (
            lambda j: j.check_ins.of_day(DAY),
            "FROM entry JOIN check_in",
            "INDEX entry_kind (kind=? AND place>?",
        ),
        (lambda j: j.check_ins.latest(), "FROM entry JOIN check_in", "INDEX entry_kind (kind=?)"),
        (lambda j: j.check_ins.count(DAY, DAY), "count(*)", "INDEX entry_kind (kind=? AND place>?"),
        (lambda j: j.timeline.page(TimelineFilter()), "FROM entry AS e", "INDEX entry_shown (place<?)"),
        (
            lambda j: j.timeline.page(TimelineFilter(kinds=(Kind.EVENT,))),
            "FROM entry AS e",
            "INDEX entry_kind (kind=?",
        ),
        (
            lambda j: j.timeline.page(TimelineFilter(trashed=True)),
            "FROM entry AS e",
            "INDEX entry_trash (place<?)",
        ),
        (
            lambda j: j.timeline.page(TimelineFilter(only_to_share=True)),
            "FROM entry AS e",
            "INDEX entry_to_share",
        ),
        (lambda j: j.timeline.page(TimelineFilter(text="sea")), "MATCH", "INDEX entry_shown (place=?)"),
        (
            lambda j: j.timeline.page(TimelineFilter(text="a", trashed=True)),
            "MATCH",
            "INDEX entry_trash (place=?)",
        ),
        (lambda j: j.reflections.left_open(), "left_open = 1", "INDEX reflection_open"),
        (lambda j: j.kap_sessions.between(DAY, DAY), "kap_session", "INDEX entry_kind (kind=? AND place>?"),
    ],
)
def test_an_index_answers(
    journal: Journal, asked: Callable[[Journal], object], containing: str, index: str
) -> None:
    plan = plan_of(journal, lambda: asked(journal), containing)
    assert index in plan, plan
    # FTS5 calls every answer a scan; 'INDEX 0:=' is the look-up of one row, 'M' the list of a word's entries.
    # The index of what was left open holds nothing else, so that all of it is read.
    fine = r"SCAN \w+ VIRTUAL TABLE INDEX (0:=|\d+:[<>=]*M)|SCAN reflection USING INDEX reflection_open"
    assert "SCAN" not in re.sub(fine, "", plan), plan
    if "reflection_open" not in plan:
        assert "TEMP B-TREE" not in plan, plan


def test_of_several_kinds_the_texts_are_read_once_the_page_is_known(journal: Journal) -> None:
    kinds = (Kind.REFLECTION, Kind.EVENT)
    plan = plan_of(journal, lambda: journal.timeline.page(TimelineFilter(kinds=kinds)), "search_content")
    assert plan.index("TEMP B-TREE") < plan.index("SEARCH s USING INTEGER PRIMARY KEY")
    assert "INDEX entry_kind (kind=? AND place<?)" in plan


def test_a_latest_one_before_is_found_along_the_time_line(journal: Journal) -> None:
    before = datetime(2026, 10, 23, 9, 42).astimezone()
    plan = plan_of(journal, lambda: journal.check_ins.latest(before), "FROM entry JOIN check_in")
    assert "INDEX entry_kind (kind=?)" in plan
    assert "TEMP B-TREE" not in plan
