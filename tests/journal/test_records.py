"""Every record comes back as it was kept, and as it was before after an undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.course import Course
from kapjournal.domain.entry import NEVER, NEW
from kapjournal.domain.event import Event
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.measure import BUILT_IN, Measure, MeasureValue, SourceValue
from kapjournal.domain.moment import Moment
from kapjournal.domain.person import Person
from kapjournal.domain.prompt import PromptMark
from kapjournal.domain.reflection import Fragment, Reflection
from kapjournal.domain.share import Share, SummaryChoice
from kapjournal.journal import Journal, KdfCost

quick = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
whole = st.integers(-(2**40), 2**40)
numbers = st.floats(allow_nan=False, allow_infinity=False, width=32)
days = st.dates()
instants = st.datetimes(
    min_value=datetime(2, 1, 1),
    max_value=datetime(9998, 1, 1),
    timezones=st.just(UTC),
)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    local = draw(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1)))
    return Moment(
        local,
        draw(st.integers(-840, 840)),
        draw(st.sampled_from(["", "Europe/London"])),
        draw(days),
        draw(st.booleans()),
    )


for type_, strategy in ((str, texts), (int, whole), (float, numbers), (Moment, moments())):
    st.register_type_strategy(type_, strategy)

common = {
    "id": st.just(NEW),
    "moment": moments(),
    "written": instants,
    "edited": st.just(NEVER),
    "tags": st.lists(texts, max_size=3).map(tuple),
    "trashed": st.none() | instants,
}
values = st.dictionaries(
    st.sampled_from(sorted(BUILT_IN)),
    st.tuples(numbers, st.none() | st.builds(SourceValue, numbers, numbers, numbers)),
).map(lambda found: tuple(MeasureValue(key, *rest) for key, rest in found.items()))
check_ins = st.builds(CheckIn, **common, values=values)
events = st.builds(Event, **common)
kap_sessions = st.builds(KapSession, **common, course_id=st.none())
fragments = st.builds(Fragment, **common, kap_session_id=st.none())
reflections = st.builds(Reflection, **common, kap_session_id=st.none(), fragment_ids=st.just(()))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, cost: KdfCost, passphrase: str) -> Iterator[Journal]:
    clock = FixedClock(datetime(2026, 10, 23, 9, 42, tzinfo=ZoneInfo("Europe/London")))
    folder: Path = tmp_path_factory.mktemp("records") / "journal"
    opened, _ = Journal.create(folder, passphrase, clock, cost=cost)
    yield opened
    opened.close()


@quick
@given(check_ins, check_ins)
def test_check_ins(shared: Journal, first: CheckIn, second: CheckIn) -> None:
    kept = shared.check_ins.keep(first)
    assert replace(kept, id=NEW, edited=NEVER) == first
    assert shared.check_ins.get(kept.id) == kept
    changed = shared.check_ins.keep(replace(second, id=kept.id), "another page")
    assert replace(changed, id=NEW, edited=NEVER, written=second.written) == second
    assert changed.written == first.written
    assert shared.check_ins.get(kept.id) == changed
    if changed != kept:
        shared.undo()
    assert shared.check_ins.get(kept.id) == kept
    shared.undo()
    with pytest.raises(KeyError):
        shared.check_ins.get(kept.id)
    shared.redo()
    assert shared.timeline.entry(kept.id) == kept
    if kept.trashed is None and not kept.moment.has_time:
        assert kept in shared.check_ins.of_day(kept.moment.day)


@quick
@given(events, kap_sessions, fragments, reflections)
def test_other_entries(
    shared: Journal, event: Event, kap_session: KapSession, fragment: Fragment, reflection: Reflection
) -> None:
    kept_event = shared.events.keep(event)
    assert replace(kept_event, id=NEW, edited=NEVER) == event
    kept_session = shared.kap_sessions.keep(kap_session)
    assert replace(kept_session, id=NEW, edited=NEVER) == kap_session
    kept_fragment = shared.fragments.keep(replace(fragment, kap_session_id=kept_session.id))
    kept_reflection = shared.reflections.keep(
        replace(reflection, kap_session_id=kept_session.id, fragment_ids=(kept_fragment.id,))
    )
    assert kept_reflection.text == reflection.text
    kept = (kept_event, kept_session, kept_fragment, kept_reflection)
    assert tuple(shared.timeline.entry(entry.id) for entry in kept) == kept
    for _ in kept:
        shared.undo()
    for _ in kept:
        shared.redo()
    assert tuple(shared.timeline.entry(entry.id) for entry in kept) == kept


@quick
@given(
    st.builds(Course, id=st.just(NEW)),
    st.builds(Share, id=st.just(NEW)),
    st.builds(SummaryChoice),
    st.builds(Person),
    st.builds(PromptMark),
)
def test_what_has_no_moment(
    shared: Journal, course: Course, share: Share, choice: SummaryChoice, person: Person, mark: PromptMark
) -> None:
    kept = shared.courses.keep(course)
    assert replace(kept, id=NEW) == course
    assert shared.courses.get(kept.id) == kept
    recorded = shared.shares.record(share)
    assert replace(recorded, id=NEW) == share
    assert shared.shares.all()[0] == recorded
    shared.shares.keep_choice(choice)
    assert shared.shares.choice() == choice
    shared.person.keep(person)
    assert shared.person.get() == person
    shared.prompts.mark(mark)
    assert shared.prompts.marks()[mark.prompt_id] == mark


@quick
@given(st.builds(Measure))
def test_measures(shared: Journal, measure: Measure) -> None:
    shared.measures.keep(measure)
    assert shared.measures.get(measure.key) == measure
    shared.undo()


def test_own_measures_are_numbered_and_built_in_ones_are_there(journal: Journal) -> None:
    assert journal.measures.all() == tuple(BUILT_IN.values())
    assert [m.key for m in journal.measures.in_use()] == ["mood", "distress"]
    first = journal.measures.add_own("Hope", "none", "full")
    second = journal.measures.add_own("Appetite", "none", "large")
    assert (first.key, second.key) == ("own-1", "own-2")
    assert journal.measures.all()[-2:] == (first, second)
    journal.check_ins.keep(
        CheckIn(
            moment=Moment(datetime(2026, 10, 1), 0, "", date(2026, 10, 1)),
            values=(MeasureValue("own-1", 3.5),),
        )
    )
    retired = journal.measures.keep(replace(first, in_use=False, name="Hopeful"))
    assert journal.measures.get("own-1") == retired
    assert list(journal.check_ins.values("own-1").values) == [3.5]


def test_what_no_file_can_hold_is_dropped(journal: Journal) -> None:
    moment = Moment(datetime(2026, 10, 1), 0, "", date(2026, 10, 1))
    kept = journal.check_ins.keep(CheckIn(moment=moment, note="a\0b\ud800c", tags=("\0sleep",)))
    assert (kept.note, kept.tags) == ("abc", ("sleep",))
    assert journal.check_ins.get(kept.id) == kept
