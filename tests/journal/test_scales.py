"""Scales in the journal: on the time line, found, undone, versions, left open, what charts read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import moment_at
from kapjournal.domain.scale import ScaleAnswer, ScaleForm
from kapjournal.domain.support_plan import PlanContact, SupportPlan
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.errors import ScaleFileError
from kapjournal.journal import Journal
from kapjournal.paths import resource


def gad7(clock: FixedClock, *values: int | None, days_ago: int = 0, finished: bool = True) -> ScaleForm:
    moment = moment_at(clock.now() - timedelta(days=days_ago))
    answers = tuple(ScaleAnswer(f"gad7_{place}", value) for place, value in enumerate(values, 1))
    done = moment.instant if finished else None
    return ScaleForm(moment=moment, instrument="gad7", name="GAD-7", answers=answers, finished=done)


def test_a_form_stands_on_the_time_line_and_is_found(journal: Journal, clock: FixedClock) -> None:
    kept = journal.scales.keep(gad7(clock, 2, 2, 2, 2, 1, 1, 1))
    (item,) = journal.timeline.page(TimelineFilter(text="gad")).items
    assert (item.id, item.kind, item.detail, item.title.text) == (kept.id, Kind.SCALE, "gad7", "GAD-7")
    assert journal.timeline.entry(kept.id) == kept
    assert journal.verify().healthy
    journal.timeline.trash(kept.id)
    assert journal.scales.forms("gad7") == ()
    journal.undo()
    journal.undo()
    assert journal.timeline.count() == 0
    journal.redo()
    assert journal.scales.forms("gad7") == (kept,)


def test_until_done_one_sitting_is_one_version_after_it_each_keep_is_one(
    journal: Journal, clock: FixedClock
) -> None:
    form = journal.scales.keep(gad7(clock, 1, finished=False))
    form = journal.scales.keep(replace(form, answers=form.answered("gad7_2", None)))
    assert journal.scales.left_open() == (form,)
    assert journal.scales.versions(form.id) == ()
    done = journal.scales.keep(replace(form, finished=form.moment.instant))
    mended = journal.scales.keep(replace(done, answers=done.answered("gad7_2", 3)))
    again = journal.scales.keep(replace(mended, answers=mended.answered("gad7_2", 0)))
    assert [v.answer("gad7_2") for v in journal.scales.versions(form.id)] == [3, None]
    assert journal.scales.get(form.id) == again
    assert journal.scales.left_open() == ()


def test_what_charts_read(journal: Journal, clock: FixedClock) -> None:
    for days, values in (
        (20, (2, 3, 2, 2, 1, 2, 1)),
        (30, (3, 3, 2, 2, 1, 2, 2)),
        (0, (2, 2, 1, 1, None, 1, 1)),
    ):
        journal.scales.keep(gad7(clock, *values, days_ago=days))
    scored = journal.scales.scored("gad7")
    assert [(s.score.total, s.score.estimate) for s in scored] == [(15, None), (13, None), (None, 9)]
    assert [d.id for d in journal.scales.with_forms()] == ["gad7"]
    today = clock.now().date()
    assert len(journal.scales.forms("gad7", today - timedelta(days=20), today)) == 2
    baseline = journal.scales.baseline("gad7")
    assert baseline is not None
    assert (baseline.scored.score.total, baseline.before_first_dose) == (15, False)


def test_days_of_item_nine(journal: Journal, clock: FixedClock) -> None:
    moment = moment_at(clock.now())
    for value in (0, 1):
        answers = (ScaleAnswer("phq9_9", value),)
        form = ScaleForm(
            moment=moment, instrument="phq9", name="PHQ-9", answers=answers, finished=moment.instant
        )
        journal.scales.keep(form)
        days = journal.scales.item9_days(moment.day - timedelta(days=14), moment.day)
        assert days == ((moment.day,) if value else ())


def test_the_plan_is_one_record(journal: Journal) -> None:
    plan = SupportPlan(noticing="Everything is loud", people=(PlanContact("My sister", "any hour", "07700"),))
    assert journal.support_plan.get().is_empty
    journal.support_plan.keep(plan)
    assert journal.support_plan.get() == plan
    assert journal.timeline.page(TimelineFilter(text="loud")).items == (), (
        "the plan is in no search and no summary"
    )


def test_a_scale_that_was_added_is_in_use_is_replaced_by_a_newer_one_and_is_taken_back(
    journal: Journal, clock: FixedClock
) -> None:
    text = resource("scales/gad2.toml").read_text("utf-8")
    with pytest.raises(ScaleFileError):
        journal.scales.add_file(text)
    own = text.replace('id = "gad2"', 'id = "mine"')
    assert not journal.scales.add_file(own).built_in
    assert "mine" in [scale.id for scale in journal.scales.in_use()]
    journal.scales.add_file(own.replace('name = "GAD-2"', 'name = "Mine"'))
    assert len(journal.scales.files()) == 1
    added = journal.scales.definition("mine")
    assert added is not None
    assert (added.name, added.built_in) == ("Mine", False)
    journal.undo()
    before = journal.scales.definition("mine")
    assert before is not None
    assert before.name == "GAD-2"
    journal.undo()
    assert journal.scales.definition("mine") is None
    journal.scales.keep(replace(gad7(clock, 1, 1, 1, 1, 1, 1, 1), instrument="mine"))
    assert journal.scales.scored("mine") == ()
    assert "mine" not in [scale.id for scale in journal.scales.in_use()]
