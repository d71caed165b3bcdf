"""When scales are due: each rule on hand-worked days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from kapjournal.domain.course import Course, Phase, PhaseSpan
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at
from kapjournal.domain.scale_choice import AskAt, AskRule, ScaleChoice
from kapjournal.guidance.scale_definitions import built_in
from kapjournal.guidance.scale_schedule import ScaleSituation, due

FIRST = datetime(2026, 9, 22, 13, 30, tzinfo=UTC)
ALL = tuple(d for d in built_in() if d.id in ("phq9", "gad7", "pcl5", "long_term"))


def dose(start: datetime, *, held: bool = True) -> KapSession:
    status = SessionStatus.HELD if held else SessionStatus.PLANNED
    return KapSession(
        id=int(start.timestamp()), moment=moment_at(start), kind=SessionKind.DOSING, status=status, course_id=1,
        duration_min=120,
    )  # fmt: skip


def situation(now: datetime, *sessions: KapSession, last: dict[str, date] | None = None, phase: Phase = Phase.INITIAL,
              choice: ScaleChoice | None = None) -> ScaleSituation:  # fmt: skip
    spans = [PhaseSpan(Phase.INITIAL, date(2026, 9, 8))]
    if phase is not Phase.INITIAL:
        spans = [
            PhaseSpan(Phase.INITIAL, date(2026, 9, 8), date(2026, 9, 30)),
            PhaseSpan(phase, date(2026, 10, 1)),
        ]
    course = Course(id=1, phases=tuple(spans))
    return ScaleSituation(
        now=now, sessions=sessions, course=course, definitions=ALL, last_days=last or {},
        choice=choice or ScaleChoice(),
    )  # fmt: skip


def names(found: ScaleSituation) -> list[str]:
    return [one.instrument for one in due(found)]


def test_the_baseline_is_asked_for_in_the_week_before_the_first_dose() -> None:
    coming = dose(FIRST, held=False)
    assert names(situation(FIRST - timedelta(days=8), coming)) == []
    assert names(situation(FIRST - timedelta(days=7), coming)) == ["phq9", "gad7", "pcl5", "long_term"]
    assert names(situation(FIRST - timedelta(days=7), coming, last={"phq9": date(2026, 9, 12)})) == [
        "gad7", "pcl5", "long_term",
    ], "three days old is fresh"  # fmt: skip


def test_nothing_is_due_within_a_day_after_a_dose_nor_during_one() -> None:
    last = {key: date(2026, 8, 1) for key in ("phq9", "gad7", "pcl5", "long_term")}
    held = dose(FIRST)
    assert names(situation(FIRST + timedelta(hours=1), held, last=last)) == []
    assert names(situation(FIRST + timedelta(hours=25, minutes=59), held, last=last)) == []
    assert names(situation(FIRST + timedelta(hours=26), held, last=last)) == ["phq9", "gad7"]


def test_in_the_initial_phase_every_seven_days() -> None:
    now = FIRST + timedelta(days=8)
    assert names(
        situation(now, dose(FIRST), last={"phq9": date(2026, 9, 24), "gad7": date(2026, 9, 23)})
    ) == ["gad7"]


def test_before_a_dose_only_where_the_last_ones_are_a_week_old() -> None:
    coming = dose(datetime(2026, 10, 20, 13, 30, tzinfo=UTC), held=False)
    only = ScaleChoice(rules=(AskRule(AskAt.BEFORE_DOSE, 2, ("phq9", "gad7")),))
    held, last = dose(FIRST), {"phq9": date(2026, 10, 13), "gad7": date(2026, 10, 11)}
    assert (
        names(situation(coming.moment.instant - timedelta(hours=49), held, coming, last=last, choice=only))
        == []
    )
    assert names(
        situation(coming.moment.instant - timedelta(hours=47), held, coming, last=last, choice=only)
    ) == ["gad7"]


def test_maintenance_every_28_days() -> None:
    only = ScaleChoice(rules=(AskRule(AskAt.MAINTENANCE, 28, ("phq9", "long_term")),))
    last = {"phq9": date(2026, 10, 1), "long_term": date(2026, 10, 2)}
    now = datetime(2026, 10, 29, 9, tzinfo=UTC)
    assert names(situation(now, dose(FIRST), last=last, phase=Phase.MAINTENANCE, choice=only)) == ["phq9"]
    assert names(situation(now, dose(FIRST), last=last, choice=only)) == []


def test_a_fortnight_after_the_initial_phase_until_day_31() -> None:
    only = ScaleChoice(rules=(AskRule(AskAt.AFTER_INITIAL, 14, ("phq9",)),))
    for days, expected in ((13, []), (14, ["phq9"]), (31, ["phq9"]), (32, [])):
        now = FIRST + timedelta(days=days)
        found = situation(
            now, dose(FIRST), last={"phq9": date(2026, 9, 20)}, phase=Phase.MAINTENANCE, choice=only
        )
        assert names(found) == expected, days


def test_three_and_six_months() -> None:
    only = ScaleChoice(rules=(AskRule(AskAt.MONTH_3, 91, ("phq9",)), AskRule(AskAt.MONTH_6, 182, ("phq9",))))
    for days, expected in ((90, []), (91, ["phq9"]), (123, []), (182, ["phq9"])):
        found = situation(
            FIRST + timedelta(days=days), dose(FIRST), last={"phq9": date(2026, 9, 20)}, choice=only
        )
        assert names(found) == expected, days


def test_a_rule_that_is_off_asks_for_nothing() -> None:
    choice = ScaleChoice()
    for rule in choice.rules:
        choice = choice.with_rule(replace(rule, on=False))
    assert names(situation(FIRST + timedelta(days=60), dose(FIRST), choice=choice)) == []
