from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.course import Course
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.moment import Moment, moment_at
from kapjournal.domain.practice import Practice, Spell
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.scale import ScaleAnswer, ScaleForm
from kapjournal.domain.share import TYPED, Part, SummaryChoice
from kapjournal.guidance.scale_definitions import built_in_one
from kapjournal.journal import Journal
from kapjournal.journal import summaries as module
from kapjournal.summary.practices import PracticeRecord


def moment(clock: FixedClock, days_ago: int) -> Moment:
    return moment_at(clock.now() - timedelta(days=days_ago))


def reflection(journal: Journal, clock: FixedClock, days_ago: int, title: str) -> Reflection:
    return journal.reflections.keep(
        Reflection(moment=moment(clock, days_ago), title=title, text=f"{title} words")
    )


def test_ticked_entries_are_read_and_no_other(journal: Journal, clock: FixedClock) -> None:
    ticked = reflection(journal, clock, 1, "Ticked")
    reflection(journal, clock, 1, "Private")
    trashed = reflection(journal, clock, 1, "Trashed")
    journal.timeline.trash(trashed.id)
    choice = SummaryChoice(entry_ids=(ticked.id, trashed.id, 999_999))
    material = journal.summaries.read(choice, clock.now())
    assert [entry.id for entry in material.entries] == [ticked.id]


def test_of_each_part_only_what_was_chosen_is_read(journal: Journal, clock: FixedClock) -> None:
    today = clock.now().date()
    ticked, other = (journal.practices.keep(Practice(name=name, spells=(Spell(today),))) for name in "ab")
    noted = [journal.practices.tick(practice.id, today, True) for practice in (ticked, other)]
    entry = reflection(journal, clock, 1, "Ticked")
    journal.check_ins.keep(CheckIn(moment=moment(clock, 1), values=(MeasureValue(MOOD, 4.0),)))
    form = ScaleForm(
        moment=moment(clock, 1),
        instrument="phq2",
        name="PHQ-2",
        answers=tuple(ScaleAnswer(item.id, 1) for item in built_in_one("phq2").scored_items),
        finished=clock.now(),
    )
    journal.scales.keep(form)
    choice = SummaryChoice(entry_ids=(entry.id,), practice_ids=(ticked.id,))
    found = {}
    for part in (Part.PRACTICES, Part.ENTRIES, Part.MEASURES, Part.SCALES):
        read = journal.summaries.read(replace(choice, parts=(part,)), clock.now())
        found[part] = (
            read.practices,
            read.entries,
            tuple(read.values),
            tuple(r.definition.id for r in read.scales),
        )
    assert found == {
        Part.PRACTICES: ((PracticeRecord(ticked, (noted[0],)),), (), (), ()),
        Part.ENTRIES: ((), (entry,), (), ()),
        Part.MEASURES: ((), (), tuple(m.key for m in journal.measures.all()), ()),
        Part.SCALES: ((), (), (), ("phq2",)),
    }


def test_it_is_counted_what_took_place_on_the_days(journal: Journal, clock: FixedClock) -> None:
    for days_ago in (8, 7, 1, 0):
        journal.check_ins.keep(CheckIn(moment=moment(clock, days_ago), note="x"))
    for days_ago, status in (
        (9, "held"),
        (7, "held"),
        (3, "stopped_early"),
        (2, "cancelled"),
        (1, "planned"),
    ):
        for kind in (SessionKind.DOSING, SessionKind.INTEGRATION):
            session = KapSession(moment=moment(clock, days_ago), kind=kind, status=SessionStatus(status))
            journal.kap_sessions.keep(session)
    today = clock.now().date()
    assert journal.summaries.counts(today - timedelta(days=7), today - timedelta(days=1)) == (2, 2)


def test_values_reach_back_before_the_first_dose(journal: Journal, clock: FixedClock) -> None:
    for days_ago in (60, 1):
        journal.check_ins.keep(CheckIn(moment=moment(clock, days_ago), values=(MeasureValue(MOOD, 4.0),)))
    today = clock.now().date()
    journal.courses.keep(Course(started=today - timedelta(days=55)))
    values = journal.summaries.read(SummaryChoice(), clock.now()).values
    assert len(values[MOOD]) == 2
    assert journal.summaries.days(SummaryChoice(), clock.now()) == (today - timedelta(days=55), today)


def test_every_check_in_of_the_days_is_read_once_however_many_years_they_are(
    journal: Journal, clock: FixedClock
) -> None:
    year = module.A_YEAR
    ago = (3 * year + 5, 3 * year + 4, 3 * year, 2 * year + 5, 2 * year + 4, year + 5, year + 4, 5, 4, 1, 0)
    kept = [journal.check_ins.keep(CheckIn(moment=moment(clock, days))).id for days in ago]
    last = clock.now().date() - timedelta(days=1)
    choice = SummaryChoice(first=last - timedelta(days=3 * year + 3), last=last)
    heard: list[float] = []
    material = journal.summaries.read(choice, clock.now(), whole=True, tell=heard.append)
    assert [check_in.id for check_in in material.check_ins] == kept[1:-1]
    assert heard == sorted(heard)
    assert journal.summaries.read(choice, clock.now()).check_ins == ()


def test_what_is_marked_to_share_is_offered_first(journal: Journal, clock: FixedClock) -> None:
    older, newer = reflection(journal, clock, 5, "Older"), reflection(journal, clock, 2, "Newer")
    reflection(journal, clock, 40, "Outside")
    journal.check_ins.keep(CheckIn(moment=moment(clock, 1), values=(MeasureValue(MOOD, 4.0),)))
    noted = journal.check_ins.keep(CheckIn(moment=moment(clock, 1), note="A note"))
    journal.timeline.mark_to_share(older.id, True)
    first, last = journal.summaries.days(SummaryChoice(), clock.now())
    assert [item.id for item in journal.summaries.offers(first, last).items] == [older.id, noted.id, newer.id]


def test_a_talk_that_took_place_is_offered_by_its_words_and_every_event_of_the_days(
    journal: Journal, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = KapSession(
        moment=moment(clock, 6), kind=SessionKind.INTEGRATION, status=SessionStatus.HELD, what_landed="Breath"
    )
    talk = journal.kap_sessions.keep(held)
    journal.kap_sessions.keep(replace(held, status=SessionStatus.PLANNED))
    journal.kap_sessions.keep(replace(held, what_landed="", notes="Only a note"))
    event = journal.events.keep(Event(moment=moment(clock, 9), kind=EventKind.MEDICINE_CHANGE, text="Less"))
    newest = [reflection(journal, clock, days_ago, f"Words {days_ago}") for days_ago in (1, 2)]
    first, last = journal.summaries.days(SummaryChoice(), clock.now())
    items = journal.summaries.offers(first, last).items
    assert [item.id for item in items] == [*(r.id for r in newest), talk.id, event.id]
    assert items[2].title.text == "Breath"
    monkeypatch.setattr(module, "MOST_OFFERED", 2)
    assert event.id in {item.id for item in journal.summaries.offers(first, last).items}


def test_what_was_shared_is_recorded_with_its_hash(journal: Journal, clock: FixedClock) -> None:
    entry = reflection(journal, clock, 1, "Ticked")
    choice = SummaryChoice(first=date(2026, 10, 1), entry_ids=(entry.id,), for_whom="Dr Ahlgren")
    summary = journal.summaries.gather(choice, clock.now())
    before = journal.step()
    journal.summaries.record(summary, "pdf", b"the file")
    assert journal.step() == before, "what left the journal did leave it: undo means what was done before"
    (share,) = journal.shares.all()
    assert (share.form, share.first, share.last) == ("pdf", date(2026, 10, 1), clock.now().date())
    assert (share.entry_ids, share.for_whom) == ((entry.id,), "Dr Ahlgren")
    assert share.sha256 == hashlib.sha256(b"the file").hexdigest()


def test_the_choice_is_remembered(journal: Journal) -> None:
    choice = replace(SummaryChoice(), talking_points=("one",))
    journal.summaries.keep_choice(choice)
    assert journal.shares.choice() == replace(choice, talking_sources=(TYPED,))


def test_of_very_many_entries_the_latest_are_offered_and_what_is_ticked_or_marked(
    journal: Journal, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_OFFERED", 2)
    made = [reflection(journal, clock, days_ago, f"Number {days_ago}").id for days_ago in range(6)]
    journal.timeline.mark_to_share(made[5], True)
    first, last = journal.summaries.days(SummaryChoice(), clock.now())
    found = journal.summaries.offers(first, last, (made[3],))
    assert [item.id for item in found.items] == [made[5], made[0], made[1], made[3]]
    assert found.more
