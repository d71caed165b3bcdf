"""Which scales someone uses, and the rules by which they are offered; the clinic's own schedule overrides all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from kapjournal.domain.scale import GAD7, LONG_TERM, PCL5, PHQ9


class AskAt(StrEnum):
    """A moment of the course at which scales are offered (clinical reference 3.6)."""

    BASELINE = "baseline"
    BEFORE_DOSE = "before_dose"
    INITIAL = "initial"
    AFTER_INITIAL = "after_initial"
    MAINTENANCE = "maintenance"
    MONTH_3 = "month_3"
    MONTH_6 = "month_6"


@dataclass(frozen=True, slots=True)
class AskRule:
    """When to offer which scales; `days` means what the moment says: days before, every so many days, days after."""

    at: AskAt
    days: int
    instruments: tuple[str, ...]
    on: bool = True


DEFAULT_RULES = (
    AskRule(AskAt.BASELINE, 7, (PHQ9, GAD7, PCL5, LONG_TERM)),
    AskRule(AskAt.BEFORE_DOSE, 2, (PHQ9, GAD7)),
    AskRule(AskAt.INITIAL, 7, (PHQ9, GAD7)),
    AskRule(AskAt.AFTER_INITIAL, 14, (PHQ9, GAD7, PCL5)),
    AskRule(AskAt.MAINTENANCE, 28, (PHQ9, GAD7, PCL5, LONG_TERM)),
    AskRule(AskAt.MONTH_3, 91, (PHQ9, GAD7, PCL5)),
    AskRule(AskAt.MONTH_6, 182, (PHQ9, GAD7, PCL5)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleChoice:
    """The person's choices; scales named in neither list are as their definition says."""

    switched_on: tuple[str, ...] = ()
    switched_off: tuple[str, ...] = ()
    rules: tuple[AskRule, ...] = DEFAULT_RULES
    all_on_one_page: bool = False

    def uses(self, instrument: str, *, on_at_first: bool) -> bool:
        """Whether a scale is in use."""
        if instrument in self.switched_off:
            return False
        return on_at_first or instrument in self.switched_on

    def with_use(self, instrument: str, *, on: bool) -> ScaleChoice:
        """The same, with a scale switched on or off."""
        others_on = tuple(i for i in self.switched_on if i != instrument)
        others_off = tuple(i for i in self.switched_off if i != instrument)
        if on:
            return replace(self, switched_on=(*others_on, instrument), switched_off=others_off)
        return replace(self, switched_on=others_on, switched_off=(*others_off, instrument))

    def rule(self, at: AskAt) -> AskRule:
        """The rule of a moment."""
        found = next((r for r in self.rules if r.at is at), None)
        return found or next(r for r in DEFAULT_RULES if r.at is at)

    def with_rule(self, rule: AskRule) -> ScaleChoice:
        """The same, with another rule for its moment."""
        return replace(self, rules=tuple(rule if r.at is rule.at else self.rule(r.at) for r in DEFAULT_RULES))
