"""What side effects give reason to say (clinical reference 5.1): from the monthly check and from sessions alike.

It grades nothing and reads no free text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kapjournal.domain.kap_session import RED_FLAGS, KapSession, Severity, SideEffect
from kapjournal.domain.scale import ScaleForm
from kapjournal.guidance.concerns import Concern

URINARY = ("urinary_frequency", "urinary_urgency", "urinary_pain")
BLOOD = "blood_in_urine"
SPED_UP = "sped_up_mood"
WANTING = "wanting_more_ketamine"
OUTSIDE = "use_outside_plan"
EMERGENCY = (
    "chest_pain", "trouble_breathing", "fainted", "cannot_be_woken", "seizure", "confusion_not_clearing",
    "swelling_or_hives",
)  # fmt: skip
"""Emergency services come before the clinic."""
SUICIDE = "thoughts_of_suicide"
_FOLLOWED = frozenset((*URINARY, BLOOD, SPED_UP, WANTING, OUTSIDE))
_STRENGTHS = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that was noted on a day; strength 1 is mild, 3 strong."""

    day: date
    code: str
    strength: int


def noted_in_form(form: ScaleForm) -> tuple[Noted, ...]:
    """What a monthly check holds of it."""
    answers = ((a.item, a.value or 0) for a in form.answers if a.item in _FOLLOWED)
    return tuple(Noted(form.moment.day, item, value) for item, value in answers if value)


def noted_in_session(session: KapSession) -> tuple[Noted, ...]:
    """What was said about a session the same evening, and a day later."""
    later = session.moment.day + timedelta(days=1)
    askings = ((session.moment.day, session.side_effects), (later, session.side_effects_later))
    return tuple(
        Noted(day, effect.code, _STRENGTHS.index(effect.severity))
        for day, effects in askings
        for effect in effects
        if effect.code in _FOLLOWED and effect.severity is not Severity.NONE
    )


def long_term_concerns(new: Sequence[Noted], others: Iterable[Noted] = ()) -> tuple[Concern, ...]:
    """What is said about what was just noted, given everything else that was noted on other days or elsewhere."""
    known = (*others, *new)
    found = []
    urinary_days = {one.day for one in known if one.code in URINARY}
    if _has(new, (BLOOD,), 1) or (_has(new, URINARY, 1) and len(urinary_days) >= 2):
        found.append(Concern.BLADDER)
    sped_up_days = {one.day for one in known if one.code == SPED_UP and one.strength >= 2}
    if _has(new, (SPED_UP,), 2) and len(sped_up_days) >= 2:
        found.append(Concern.SPED_UP)
    if _has(new, (WANTING,), 2) or _has(new, (OUTSIDE,), 1):
        found.append(Concern.WANTING)
    return tuple(found)


def needs_emergency_first(effects: Iterable[SideEffect]) -> bool:
    """Whether emergency services come first."""
    return any(effect.code in EMERGENCY for effect in _present(effects))


def needs_clinic_now(effects: Iterable[SideEffect]) -> bool:
    """Whether the clinic is to be contacted now: something strong, or any red flag."""
    return any(e.severity is Severity.STRONG or e.code in RED_FLAGS for e in _present(effects))


def speaks_of_suicide(effects: Iterable[SideEffect]) -> bool:
    """Whether thoughts of suicide were named: the lines come before anything else."""
    return any(effect.code == SUICIDE for effect in _present(effects))


def _present(effects: Iterable[SideEffect]) -> tuple[SideEffect, ...]:
    return tuple(effect for effect in effects if effect.severity is not Severity.NONE)


def _has(noted: Iterable[Noted], codes: Sequence[str], strength: int) -> bool:
    return any(one.code in codes and one.strength >= strength for one in noted)
