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


MOODS, MONTHLY = ["phq9", "gad7"], ["pcl5", "long_term"]
A_COURSE = {
    -6: [*MOODS, *MONTHLY],  # the week before the first dose; on its eighth day nothing yet
    2: MOODS, 9: MOODS, 16: MOODS, 23: MOODS, 30: MOODS,  # weekly; never on the mornings after a dose (1, 8, 15 …)
    37: MONTHLY,  # maintenance begins: older than 28 days
    49: MOODS,  # 14 days after the last dose of the initial phase
    65: MONTHLY, 77: MOODS,
    91: MOODS,  # three months
    93: MONTHLY, 119: MOODS, 121: MONTHLY, 147: MOODS, 149: MONTHLY, 175: MOODS, 177: MONTHLY,
    182: MOODS,  # six months
}  # fmt: skip
"""Day after the first dose, looked at each morning at nine: what is due where everything due is filled in at once."""


def test_a_whole_course_day_by_day() -> None:
    doses = [FIRST + timedelta(days=7 * week) for week in range(6)]
    phases = (
        PhaseSpan(Phase.INITIAL, date(2026, 9, 8), date(2026, 10, 28)),
        PhaseSpan(Phase.MAINTENANCE, date(2026, 10, 29)),
    )
    last: dict[str, date] = {}
    found: dict[int, list[str]] = {}
    for day in range(-9, 186):
        now = (FIRST + timedelta(days=day)).replace(hour=9, minute=0)
        sessions = tuple(dose(start, held=start < now) for start in doses)
        there = ScaleSituation(
            now=now, sessions=sessions, course=Course(id=1, phases=phases), definitions=ALL, last_days=last,
            choice=ScaleChoice(),
        )  # fmt: skip
        asked = names(there)
        if asked:
            found[day] = asked
            last |= dict.fromkeys(asked, now.date())
    assert found == A_COURSE


BEFORE = (AskAt.BASELINE, AskAt.BEFORE_DOSE)


def test_each_rule_can_be_changed() -> None:
    """The clinic's own schedule overrides all of it: another number of days, other scales, or none."""
    when = {
        AskAt.BASELINE: (FIRST - timedelta(days=10), (dose(FIRST, held=False),), Phase.INITIAL, 14),
        AskAt.BEFORE_DOSE: (
            FIRST + timedelta(days=4),
            (dose(FIRST), dose(FIRST + timedelta(days=8), held=False)),
            Phase.PREPARATION,
            5,
        ),
        AskAt.INITIAL: (FIRST + timedelta(days=30), (dose(FIRST),), Phase.INITIAL, 10),
        AskAt.AFTER_INITIAL: (FIRST + timedelta(days=22), (dose(FIRST),), Phase.MAINTENANCE, 20),
        AskAt.MAINTENANCE: (FIRST + timedelta(days=40), (dose(FIRST),), Phase.MAINTENANCE, 10),
        AskAt.MONTH_3: (FIRST + timedelta(days=62), (dose(FIRST),), Phase.FOLLOW_UP, 60),
        AskAt.MONTH_6: (FIRST + timedelta(days=152), (dose(FIRST),), Phase.FOLLOW_UP, 150),
    }
    last = {"pcl5": FIRST.date() - timedelta(days=40)}
    for at, (now, sessions, phase, days) in when.items():
        choice = ScaleChoice(rules=(AskRule(at, days, ("pcl5",)),))
        assert names(situation(now, *sessions, last=last, phase=phase, choice=choice)) == ["pcl5"], at
        off = ScaleChoice(rules=(AskRule(at, days, ("pcl5",), on=False),))
        assert names(situation(now, *sessions, last=last, phase=phase, choice=off)) == [], at
        later = ScaleChoice(rules=(AskRule(at, 1 if at in BEFORE else 300, ("pcl5",)),))
        assert names(situation(now, *sessions, last=last, phase=phase, choice=later)) == [], at
    assert set(when) == set(AskAt)
