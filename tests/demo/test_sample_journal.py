from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

import pytest

from kapjournal.clock import FixedClock
from kapjournal.demo.sample_journal import write_sample
from kapjournal.domain.kap_session import SessionKind, SessionStatus
from kapjournal.domain.kinds import Kind
from kapjournal.domain.measure import MOOD
from kapjournal.domain.practice import Rhythm, dots, kept_of
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal import Journal, KdfCost
from kapjournal.summary.contents import gather
from kapjournal.words.feelings import feeling_families

CHEAP = KdfCost(memory_kib=65_536, passes=2, lanes=4)
PASSPHRASE = "a calm and quiet harbour"

LONDON = ZoneInfo("Europe/London")
FIRST, TODAY = date(2026, 9, 8), date(2026, 10, 23)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    clock = FixedClock(datetime(2026, 10, 23, 9, 42, tzinfo=LONDON))
    journal, _ = write_sample(tmp_path_factory.mktemp("s") / "j", PASSPHRASE, clock, cost=CHEAP)
    yield journal
    journal.close()


def test_the_course_is_that_of_the_pictures(sample: Journal) -> None:
    dosing = [s for s in sample.kap_sessions.all() if s.kind is SessionKind.DOSING]
    assert [(s.moment.day.isoformat()[5:], s.status.value) for s in dosing] == [
        ("09-22", "held"),
        ("09-29", "held"),
        ("10-06", "postponed"),
        ("10-13", "held"),
        ("10-20", "held"),
        ("10-27", "planned"),
        ("11-03", "planned"),
    ]
    assert sorted(sample.kap_sessions.numbers().values()) == [1, 2, 3, 4, 5, 6]
    integration = [s.moment for s in sample.kap_sessions.all() if s.kind is SessionKind.INTEGRATION]
    assert [m.day.isoformat()[5:] for m in integration] == ["09-24", "10-01", "10-15", "10-23", "10-30"]
    course = sample.courses.current(TODAY)
    assert course is not None
    assert (course.started, course.sessions_planned) == (FIRST, 6)


def test_the_check_ins_are_those_of_the_pictures(sample: Journal) -> None:
    values = sample.check_ins.values(MOOD)
    days = [date.fromordinal(day) for day in values.days]
    inside = [day for day in days if FIRST <= day <= TODAY]
    assert (len(inside), len(set(inside)), len(set(days))) == (66, 40, 140)
    assert not [day for day in inside if date(2026, 10, 3) <= day <= date(2026, 10, 8)]
    moods = dict(zip(days, values.values, strict=True))
    before = [v for day, v in zip(days, values.values, strict=True) if FIRST <= day <= date(2026, 9, 21)]
    assert (len(before), median(before)) == (22, 3)
    assert (moods[date(2026, 10, 21)], moods[TODAY]) == (7, 6)
    assert not any(values.added_later)


def test_feelings_are_words_of_the_palette(sample: Journal) -> None:
    known = {feeling.id for family in feeling_families() for feeling in family.feelings}
    assert set(sample.check_ins.feelings_used(100)) <= known


def test_a_reflection_is_left_open_and_what_is_shared_is_ticked(sample: Journal) -> None:
    (open_one,) = sample.reflections.left_open()
    assert (open_one.title, open_one.moment.local.hour) == ("The house with no ceilings", 21)
    ticked = [sample.timeline.entry(entry_id) for entry_id in sample.shares.choice().entry_ids]
    assert len(ticked) == 4
    assert all(entry.to_share for entry in ticked)
    assert len(sample.shares.choice().talking_points) == 3
    assert [sample.practices.get(id_).name for id_ in sample.shares.choice().practice_ids] == [
        "Ten minutes outside"
    ]


def test_what_was_shared_before_is_drawn_again_with_what_was_noted_by_then(sample: Journal) -> None:
    latest = sample.shares.all()[0]
    found = sample.summaries.again(latest)
    summary = gather(found.choice, found.material, found.made)
    assert summary.chart is not None
    assert summary.last == date(2026, 10, 15)
    assert sample.check_ins.count(summary.first, date(2026, 10, 23)) == 66


def test_a_search_finds_what_the_picture_shows(sample: Journal) -> None:
    found = sample.timeline.page(TimelineFilter(text="water"))
    assert [(item.kind, item.moment.day.isoformat()[5:]) for item in found.items] == [
        (Kind.REFLECTION, "10-22"),
        (Kind.FRAGMENT, "10-20"),
        (Kind.KAP_SESSION, "10-20"),
        (Kind.REFLECTION, "10-15"),
        (Kind.CHECK_IN, "09-30"),
        (Kind.REFLECTION, "09-30"),
        (Kind.FRAGMENT, "09-22"),
    ]


def test_the_life_ends_on_the_day_it_is_looked_at(tmp_path: Path) -> None:
    noon = FixedClock(datetime(2027, 3, 14, 6, 30, tzinfo=LONDON))
    journal, _ = write_sample(tmp_path / "j", PASSPHRASE, noon, cost=CHEAP)
    today = date(2027, 3, 14)
    last = [s for s in journal.kap_sessions.all() if s.status is SessionStatus.HELD][-1]
    assert (today - last.moment.day).days == 3
    assert journal.check_ins.of_day(today) == ()  # the one of 07:50 is still to come
    assert journal.reflections.left_open()[0].moment.day == date(2027, 3, 13)
    newest = journal.timeline.page(TimelineFilter()).items[0]
    assert newest.moment.day <= date(2027, 3, 25)
    journal.close()


def test_the_practices_are_those_of_the_pictures(sample: Journal) -> None:
    kept = sample.practices.kept_days()
    often = [p for p in sample.practices.all() if p.rhythm is not Rhythm.ONCE]
    counts = {p.name: kept_of(dots(p, kept[p.id], FIRST, TODAY)) for p in often}
    assert counts == {
        "Ten minutes outside": (11, 24),
        "Three slow breaths": (6, 10),
        "Draw, no result needed": (1, 3),
    }
    assert [p.pack_id is None for p in sample.own_prompts.all()] == [False] * 6 + [True]
