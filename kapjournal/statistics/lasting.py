"""How long relief lasted after a dose: up to the first of two worse days, or until it was cut off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from kapjournal.statistics.around_session import BASELINE_NEEDS_DAYS, DAYS_BEFORE
from kapjournal.statistics.day_values import DayValues, day_values
from kapjournal.statistics.middle import median
from kapjournal.statistics.observations import Floats, Observations

STARTS_BY_LAG = 3
LEAST_CHANGE = 1.0
MAD_TO_SD = 1.4826


class Outcome(StrEnum):
    """What is known of it."""

    ENDED = "ended"
    CUT_BY_DOSE = "cut_by_dose"
    """It still lasted when the next dose came."""
    CUT_BY_END = "cut_by_end"
    """It still lasted at the last day that was noted."""
    NO_RELIEF = "no_relief"
    """Days 1 to 3 were noted, and none of them reached the threshold."""
    UNSEEN = "unseen"
    """None of days 1 to 3 was noted: whether there was relief is not known."""
    NO_BASELINE = "no_baseline"
    """Fewer than three days of the week before were noted: there is nothing to compare with."""


LASTED = (Outcome.ENDED, Outcome.CUT_BY_DOSE, Outcome.CUT_BY_END)
"""Those with a length: a bar is drawn."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long relief lasted after one dose; days are counted from the dose."""

    day: int
    """The dosing day, as a proleptic ordinal."""
    outcome: Outcome
    baseline: float | None = None
    threshold: float | None = None
    start: int = 0
    """The first day of relief, 1 to 3."""
    end: int = 0
    """Where it ended: the first of two worse days; where it was cut off: the last day noted."""
    seen: tuple[int, ...] = ()
    """The days noted from its start on, before its end (or up to the day it was cut off)."""
    observed_days: int = 0
    """Days noted after the dose, before the next one."""
    days: int = 0
    """Days after the dose, before the next one and not after the last day known: what `observed_days` is out of."""

    @property
    def lasted(self) -> bool:
        """Whether there is a length, known or at least so long."""
        return self.outcome in LASTED


def lasting(
    given: Observations, day: int, dosing_days: Iterable[int], last_day: int, *, lower_is_better: bool = False
) -> Lasting:
    """Return how long relief lasted after the dose of `day` (ordinals).

    The threshold is baseline + max(1, 1.4826 · MAD) in the measure's unit, the baseline the median of the day values of
    days −7 to −1 (three or more noted), MAD their median absolute deviation; mirrored where lower is better. Relief
    starts on the first of days 1 to 3 at or beyond it, and ends on the first of two consecutive noted days that fall
    short of it. Days that were not noted change nothing. Source: clinical reference 6.3.
    """
    following = min((dose for dose in dosing_days if dose > day), default=None)
    last = last_day if following is None else min(last_day, following - 1)
    sign = -1.0 if lower_is_better else 1.0
    days = day_values(given, day + 1, max(last, day + 1))
    lags = (np.flatnonzero(~np.isnan(days.medians)) + 1).tolist() if last > day else []
    before = _known(day_values(given, day - DAYS_BEFORE, day - 1))
    if len(before) < BASELINE_NEEDS_DAYS:
        return Lasting(day, Outcome.NO_BASELINE, observed_days=len(lags), days=max(last - day, 0))
    baseline = median(before)
    spread = median(np.abs(before - baseline))
    threshold = baseline + sign * max(LEAST_CHANGE, MAD_TO_SD * spread)
    relieved = {lag: bool(sign * days.medians[lag - 1] >= sign * threshold) for lag in lags}
    found = Lasting(
        day, Outcome.UNSEEN, baseline, threshold, observed_days=len(lags), days=max(last - day, 0)
    )
    return _followed(found, lags, relieved, cut_by_dose=following is not None and following <= last_day)


def _followed(known: Lasting, lags: list[int], relieved: dict[int, bool], *, cut_by_dose: bool) -> Lasting:
    """Return what the noted days say, in order."""
    start = next((lag for lag in lags if lag <= STARTS_BY_LAG and relieved[lag]), None)
    if start is None:
        outcome = Outcome.NO_RELIEF if lags and lags[0] <= STARTS_BY_LAG else Outcome.UNSEEN
        return _as(known, outcome)
    after = [lag for lag in lags if lag >= start]
    for place, lag in enumerate(after[:-1]):
        if not relieved[lag] and not relieved[after[place + 1]]:
            return _as(known, Outcome.ENDED, start, lag, tuple(after[:place]))
    outcome = Outcome.CUT_BY_DOSE if cut_by_dose else Outcome.CUT_BY_END
    return _as(known, outcome, start, after[-1], tuple(after))


def _as(
    known: Lasting, outcome: Outcome, start: int = 0, end: int = 0, seen: tuple[int, ...] = ()
) -> Lasting:
    return replace(known, outcome=outcome, start=start, end=end, seen=seen)


def _known(days: DayValues) -> Floats:
    return days.medians[~np.isnan(days.medians)]
