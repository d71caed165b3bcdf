from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.moment import Moment, moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.share import USUAL_PARTS, Part, SummaryChoice
from kapjournal.journal import Journal
from kapjournal.journal import summary_draft as module
from kapjournal.journal.summary_draft import SummaryDraft
from kapjournal.journal.timeline import Timeline
from kapjournal.summary.contents import gather_all
from kapjournal.summary.strikes import without_struck
from kapjournal.summary.typeset import pdf

CHOICE = SummaryChoice(parts=(*USUAL_PARTS, Part.ENTRIES))


@pytest.fixture
def at(clock: FixedClock) -> Callable[[int], Moment]:
    return lambda days_ago: moment_at(clock.now() - timedelta(days=days_ago))


@pytest.fixture
def draft(journal: Journal, at: Callable[[int], Moment]) -> SummaryDraft:
    for days_ago in range(9):
        journal.check_ins.keep(CheckIn(moment=at(days_ago), values=(MeasureValue(MOOD, 4.0),)))
    return SummaryDraft(journal)


def made(draft: SummaryDraft, journal: Journal, choice: SummaryChoice, now: datetime) -> bytes:
    """Return the file, which is the very one that is made without anything being remembered."""
    data = pdf(without_struck(draft.gather_all(choice, now)))
    assert data == pdf(without_struck(gather_all(choice, journal.summaries.read(choice, now), now)))
    return data


def test_a_tick_reads_its_entry_and_nothing_that_is_known(
    draft: SummaryDraft,
    journal: Journal,
    clock: FixedClock,
    at: Callable[[int], Moment],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, two = (
        journal.reflections.keep(Reflection(moment=at(1), title=title, text=f"{title} words"))
        for title in ("One", "Two")
    )
    first = draft.gather_all(replace(CHOICE, entry_ids=(one.id,)), clock.now())

    def nothing(*_asked: Any) -> Any:
        raise AssertionError("it was known")

    read: list[int] = []
    usual = Timeline.entry
    monkeypatch.setattr(Timeline, "entry", lambda self, id_: read.append(id_) or usual(self, id_))
    monkeypatch.setattr(type(journal.check_ins), "values", nothing)
    monkeypatch.setattr(module, "gather_figures", nothing)
    journal.shares.keep_choice(replace(CHOICE, entry_ids=(one.id, two.id)))
    both = draft.gather_all(replace(CHOICE, entry_ids=(one.id, two.id)), clock.now())
    assert {writing.title for writing in both.writings} == {"One", "Two"}
    assert both.chart is first.chart
    assert read == [two.id]
    none = draft.gather_all(CHOICE, clock.now())
    assert (none.writings, none.choice.entry_ids) == ((), ())
    assert draft._entries[1] == {}
    draft.gather_all(replace(CHOICE, entry_ids=(one.id,)), clock.now())
    assert read == [two.id, one.id]


@pytest.mark.parametrize(
    "change", ["check-in", "entry", "trash", "name", "undo", "days", "part", "event", "strike", "day"]
)
def test_whatever_changes_is_in_the_next_summary(
    draft: SummaryDraft, journal: Journal, clock: FixedClock, at: Callable[[int], Moment], change: str
) -> None:
    entry = journal.reflections.keep(Reflection(moment=at(1), title="One", text="As it was"))
    event = journal.events.keep(Event(moment=at(2), kind=EventKind.LIFE_EVENT, text="Moved"))
    choice, now = replace(CHOICE, entry_ids=(entry.id,)), clock.now()
    both = replace(choice, entry_ids=(entry.id, event.id))
    before = made(draft, journal, both if change == "undo" else choice, now)
    changes: dict[str, Callable[[], object]] = {
        "check-in": lambda: journal.check_ins.keep(CheckIn(moment=at(0), values=(MeasureValue(MOOD, 9.0),))),
        "entry": lambda: journal.reflections.keep(replace(entry, text="As it is")),
        "trash": lambda: journal.timeline.trash(entry.id),
        "name": lambda: journal.person.keep(replace(journal.person.get(), name="R.")),
        "undo": journal.undo,
    }
    choices = {
        "undo": both,
        "days": replace(choice, first=now.date() - timedelta(days=3)),
        "part": replace(choice, parts=(Part.MEASURES,)),
        "event": both,
        "strike": replace(choice, struck=("glance:mood",)),
    }
    changes.get(change, lambda: None)()
    later = now + timedelta(days=change == "day")
    assert made(draft, journal, choices.get(change, choice), later) != before
