"""What is said beside a scale's result (clinical reference 5.1); it grades nothing and reads no free text."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from kapjournal.domain.scale import LONG_TERM, PHQ9, ScaleDefinition, ScaleForm, ScaleScore

PHQ9_AT = 20
URINARY = ("urinary_frequency", "urinary_urgency", "urinary_pain")
BLOOD = "blood_in_urine"
SPED_UP = "sped_up_mood"
WANTING = "wanting_more_ketamine"
OUTSIDE = "use_outside_plan"


class Concern(StrEnum):
    """What a result gives reason to say."""

    HARD_TIME = "hard_time"
    """PHQ-9 of 20 or more, or a change for the worse that is larger than measurement error."""
    ITEM_OPEN = "item_open"
    """Item 9 was not answered: one quiet line."""
    BLADDER = "bladder"
    SPED_UP = "sped_up"
    WANTING = "wanting"
    LITTLE_SLEEP = "little_sleep"
    """Much energy and little sleep on two of three days, from the check-ins."""


def opens_support(definition: ScaleDefinition, form: ScaleForm, before: ScaleForm | None = None) -> bool:
    """Whether the support page comes before the score: the safety item is at its trigger or above.

    `before` is the version that was finished last: its page was shown, so the same answer does not bring it again.
    """
    safety = definition.safety
    if safety is None or (form.answer(safety.item) or 0) < safety.trigger_at:
        return False
    unchanged = before is not None and before.answer(safety.item) == form.answer(safety.item)
    return not (unchanged and form.support_shown is not None)


def concerns(
    definition: ScaleDefinition,
    form: ScaleForm,
    score: ScaleScore | None,
    earlier: Sequence[ScaleForm] = (),
    *,
    worse: bool = False,
) -> tuple[Concern, ...]:
    """What is said beside the result of a form.

    `earlier` are the finished forms of the same scale before it; `worse` is a change for the worse that is larger than
    measurement error.
    """
    found: list[Concern] = []
    at_least = score is not None and score.total is not None and score.total >= PHQ9_AT
    if (definition.id == PHQ9 and at_least) or worse:
        found.append(Concern.HARD_TIME)
    if definition.safety is not None and form.answer(definition.safety.item) is None:
        found.append(Concern.ITEM_OPEN)
    if definition.id == LONG_TERM:
        found.extend(_long_term(form, earlier))
    return tuple(found)


def _long_term(form: ScaleForm, earlier: Sequence[ScaleForm]) -> list[Concern]:
    found = []
    if _at_least(form, BLOOD, 1) or (_urinary(form) and any(_urinary(one) for one in earlier)):
        found.append(Concern.BLADDER)
    days = {one.moment.day for one in (*earlier, form) if _at_least(one, SPED_UP, 2)}
    if _at_least(form, SPED_UP, 2) and len(days) >= 2:
        found.append(Concern.SPED_UP)
    if _at_least(form, WANTING, 2) or _at_least(form, OUTSIDE, 1):
        found.append(Concern.WANTING)
    return found


def _urinary(form: ScaleForm) -> bool:
    return any(_at_least(form, item, 1) for item in URINARY)


def _at_least(form: ScaleForm, item: str, value: int) -> bool:
    return (form.answer(item) or 0) >= value
