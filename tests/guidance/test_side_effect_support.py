"""What side effects give reason to say, wherever they were noted: the table of the clinical reference, row by row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kapjournal.domain.kap_session import (
    RED_FLAGS,
    SIDE_EFFECTS,
    KapSession,
    SessionKind,
    Severity,
    SideEffect,
)
from kapjournal.domain.moment import moment_at
from kapjournal.domain.scale import ScaleAnswer, ScaleForm
from kapjournal.guidance.concerns import Concern
from kapjournal.guidance.side_effect_support import (
    EMERGENCY,
    Noted,
    long_term_concerns,
    needs_clinic_now,
    needs_emergency_first,
    noted_in_form,
    noted_in_session,
    speaks_of_suicide,
)

NOW = datetime(2026, 10, 20, 15, 30, tzinfo=UTC)


def session(*effects: tuple[str, Severity], days: int = 0, later: bool = False) -> KapSession:
    said = tuple(SideEffect(code, severity) for code, severity in effects)
    made = KapSession(moment=moment_at(NOW + timedelta(days=days)), kind=SessionKind.DOSING)
    return replace(made, side_effects_later=said) if later else replace(made, side_effects=said)


def check(days: int = 0, **answers: int | None) -> ScaleForm:
    given = tuple(ScaleAnswer(item, value) for item, value in answers.items())
    return ScaleForm(
        moment=moment_at(NOW + timedelta(days=days)), instrument="long_term", name="", answers=given
    )


MILD, MODERATE, STRONG = Severity.MILD, Severity.MODERATE, Severity.STRONG
URINARY_THEN = noted_in_session(session(("urinary_pain", MILD), days=-7))
SPED_THEN = noted_in_session(session(("sped_up_mood", MODERATE), days=-7))


@pytest.mark.parametrize(
    ("new", "elsewhere", "said"),
    [
        (noted_in_session(session(("urinary_frequency", MILD))), (), ()),
        (noted_in_session(session(("urinary_frequency", MILD))), URINARY_THEN, (Concern.BLADDER,)),
        (noted_in_form(check(urinary_urgency=1)), URINARY_THEN, (Concern.BLADDER,)),
        (URINARY_THEN, noted_in_form(check(-28, urinary_pain=1)), (Concern.BLADDER,)),
        (noted_in_session(session(("blood_in_urine", MILD))), (), (Concern.BLADDER,)),
        (noted_in_form(check(blood_in_urine=1)), (), (Concern.BLADDER,)),
        (noted_in_form(check(urinary_pain=0)), URINARY_THEN, ()),
        (noted_in_form(check(urinary_pain=None)), URINARY_THEN, ()),
        (noted_in_session(session(("sped_up_mood", MODERATE))), (), ()),
        (noted_in_session(session(("sped_up_mood", MODERATE))), SPED_THEN, (Concern.SPED_UP,)),
        (noted_in_form(check(sped_up_mood=3)), SPED_THEN, (Concern.SPED_UP,)),
        (noted_in_form(check(sped_up_mood=1)), SPED_THEN, ()),
        (noted_in_session(session(("wanting_more_ketamine", MILD))), (), ()),
        (noted_in_session(session(("wanting_more_ketamine", MODERATE))), (), (Concern.WANTING,)),
        (noted_in_form(check(wanting_more_ketamine=2)), (), (Concern.WANTING,)),
        (noted_in_form(check(use_outside_plan=1)), (), (Concern.WANTING,)),
        (noted_in_form(check(use_outside_plan=None)), (), ()),
        ((), (*URINARY_THEN, *SPED_THEN), ()),
    ],
)  # fmt: skip
def test_the_check_and_the_sessions_are_read_together(
    new: tuple[Noted, ...], elsewhere: tuple[Noted, ...], said: tuple[Concern, ...]
) -> None:
    assert long_term_concerns(new, elsewhere) == said


def test_the_same_evening_and_a_day_later_are_two_days() -> None:
    both = replace(session(("urinary_pain", MILD)), side_effects_later=(SideEffect("urinary_pain", MILD),))
    assert long_term_concerns(noted_in_session(both)) == (Concern.BLADDER,)
    assert noted_in_session(session(("urinary_pain", Severity.NONE))) == ()
    assert noted_in_session(session(("dizziness", STRONG))) == ()


@pytest.mark.parametrize("code", SIDE_EFFECTS)
def test_only_a_strong_one_is_for_the_clinic_now(code: str) -> None:
    assert needs_clinic_now([SideEffect(code, STRONG)])
    assert not needs_clinic_now([SideEffect(code, MODERATE)])
    assert not needs_emergency_first([SideEffect(code, STRONG)])


@pytest.mark.parametrize("code", RED_FLAGS)
def test_a_red_flag_is_for_the_clinic_now_however_mild_and_some_for_the_emergency_number_first(
    code: str,
) -> None:
    assert needs_clinic_now([SideEffect(code, MILD)])
    assert not needs_clinic_now([SideEffect(code, Severity.NONE)])
    assert needs_emergency_first([SideEffect(code, MILD)]) is (code in EMERGENCY)
    assert not needs_emergency_first([SideEffect(code, Severity.NONE)])
    assert speaks_of_suicide([SideEffect(code, MILD)]) is (code == "thoughts_of_suicide")


def test_which_red_flags_come_before_the_clinic() -> None:
    assert set(RED_FLAGS) - set(EMERGENCY) == {"blood_in_urine", "thoughts_of_suicide"}
