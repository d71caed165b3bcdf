"""What is said beside a scale's result (clinical reference 5.1); it grades nothing and reads no free text."""

from __future__ import annotations

from collections.abc import Sequence

from kapjournal.domain.scale import LONG_TERM, PHQ9, ScaleDefinition, ScaleForm, ScaleScore
from kapjournal.guidance.concerns import Concern
from kapjournal.guidance.side_effect_support import Noted, long_term_concerns, noted_in_form

PHQ9_AT = 20


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
    noted: Sequence[Noted] = (),
    *,
    worse: bool = False,
) -> tuple[Concern, ...]:
    """What is said beside the result of a form.

    `noted` is what earlier checks and the sessions hold of side effects; `worse` is a change for the worse that is
    larger than measurement error.
    """
    found: list[Concern] = []
    at_least = (
        score is not None and score.lower >= PHQ9_AT
    )  # the total where there is one; else it is not below
    if (definition.id == PHQ9 and at_least) or worse:
        found.append(Concern.HARD_TIME)
    if definition.safety is not None and form.answer(definition.safety.item) is None:
        found.append(Concern.ITEM_OPEN)
    if definition.id == LONG_TERM:
        found.extend(long_term_concerns(noted_in_form(form), noted))
    return tuple(found)
