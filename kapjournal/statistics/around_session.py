"""One measure around dosing sessions: days −7 to +21 of each, cut at the next dose, and what several have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from kapjournal.statistics.day_values import day_values
from kapjournal.statistics.middle import median
from kapjournal.statistics.observations import Floats, Integers, Observations

DAYS_BEFORE = 7
DAYS_AFTER = 21
LAGS = DAYS_BEFORE + 1 + DAYS_AFTER
BASELINE_NEEDS_DAYS = 3
BAND_NEEDS_SESSIONS = 5
BAND_LOW = 0.10
BAND_HIGH = 0.90
RESAMPLES = 2000
DRAWN_AT_ONCE = 20_000
"""Sessions of resamples that are held at a time, so that many years of doses take no more memory than a few."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A few days on one side of a session."""

    median: float | None
    """The median of the day values; None where fewer than three days have one."""
    observed_days: int
    check_ins: int


@dataclass(frozen=True, eq=False, slots=True)
class AroundSession:
    """One measure around one dosing day; the arrays have a row for each day from −7 to +21."""

    day: int
    """The dosing day, as a proleptic ordinal."""
    values: Floats
    """Day values, NaN where a day has none, on day 0, and after `last_lag`: none of it is zero."""
    check_ins: Integers
    """How many ordinary check-ins each row rests on."""
    day_zero: Observations
    """Every check-in of the dosing day itself: acute effects, shown apart and never part of a line."""
    last_lag: int
    """The last day that belongs to this session: before the next dose, and not after the last day known."""
    ends_at_next_dose: bool
    """Whether the next dose ends it, rather than the present or day +21."""
    doses_before: tuple[int, ...]
    """The lags of other doses in the week before: where there is one, the baseline is already a treated one."""

    @property
    def lags(self) -> Integers:
        """The day of each row, counted from the session."""
        return np.arange(-DAYS_BEFORE, DAYS_AFTER + 1, dtype=np.int64)

    @property
    def baseline(self) -> float | None:
        """The median of days −7 to −1, from three observed days on."""
        return self.stretch(-DAYS_BEFORE, -1).median

    def stretch(self, first_lag: int, last_lag: int) -> Stretch:
        """What the days between two lags say, both included."""
        rows = slice(max(first_lag + DAYS_BEFORE, 0), max(last_lag + DAYS_BEFORE + 1, 0))
        values = self.values[rows]
        values = values[~np.isnan(values)]
        middle = median(values) if len(values) >= BASELINE_NEEDS_DAYS else None
        return Stretch(middle, len(values), int(self.check_ins[rows].sum()))


@dataclass(frozen=True, eq=False, slots=True)
class AcrossSessions:
    """What several sessions say at each lag; rows from −7 to +21."""

    median: Floats
    """The median over the sessions that have a value; NaN where none has."""
    sessions: Integers
    """n: how many sessions have a value at each lag; always printed."""
    band_low: Floats
    """10th percentile of the bootstrap over sessions; NaN where fewer than five sessions have a value."""
    band_high: Floats


def around_session(given: Observations, day: int, dosing_days: Iterable[int], last_day: int) -> AroundSession:
    """Return one measure around the dosing day `day` (ordinals).

    `dosing_days` are the days of all doses that were given; `last_day` is the last day that can have a value.
    Check-ins just before or after a dose take no part. Source: clinical reference 6.2.
    """
    doses = sorted(set(dosing_days))
    following = next((dose for dose in doses if dose > day), None)
    end = min(day + DAYS_AFTER, last_day, following - 1 if following is not None else last_day)
    last_lag = max(end - day, 0)
    days = day_values(given, day - DAYS_BEFORE, day + DAYS_AFTER)
    values = days.medians.copy()
    values[DAYS_BEFORE] = np.nan
    values[DAYS_BEFORE + last_lag + 1 :] = np.nan
    return AroundSession(
        day=day,
        values=values,
        check_ins=np.where(np.isnan(values), 0, _ordinary(given, day)),
        day_zero=given.between(day, day),
        last_lag=last_lag,
        ends_at_next_dose=following is not None and following - 1 == day + last_lag and last_lag < DAYS_AFTER,
        doses_before=tuple(dose - day for dose in doses if day - DAYS_BEFORE <= dose < day),
    )


def across_sessions(curves: Sequence[Floats], seed: int) -> AcrossSessions:
    """Return the median over sessions at each lag, with n and, from five sessions on, the band of a bootstrap.

    `curves`: the `values` of the sessions, each of shape (29,). `seed`: the course's id, so that the same
    journal draws the same band. Source: clinical reference 6.2.
    """
    rows = np.array(curves, dtype=np.float64).reshape(len(curves), LAGS)
    sessions = np.count_nonzero(~np.isnan(rows), axis=0).astype(np.int64)
    low, high = np.full(LAGS, np.nan), np.full(LAGS, np.nan)
    enough = sessions >= BAND_NEEDS_SESSIONS
    if enough.any():
        drawn = np.random.default_rng(seed).integers(0, len(rows), size=(RESAMPLES, len(rows)))
        few = np.array_split(drawn, 1 + drawn.size // DRAWN_AT_ONCE)
        medians = np.concatenate([_median(rows[part][:, :, enough]) for part in few])
        # A resample may hold no session with a value at a lag: it says nothing there.
        low[enough] = np.nanquantile(medians, BAND_LOW, axis=0)
        high[enough] = np.nanquantile(medians, BAND_HIGH, axis=0)
    return AcrossSessions(_median(rows), sessions, low, high)


def _median(rows: Floats) -> Floats:
    """The median over sessions, the last axis but one; sorting puts NaN last, so the count says where values end."""
    counts = np.count_nonzero(~np.isnan(rows), axis=-2)
    many = rows.shape[-2]
    if not many:
        return np.full(rows.shape[-1], np.nan)
    ordered = np.sort(rows, axis=-2)
    low = _at(ordered, np.maximum(counts - 1, 0) // 2)
    high = _at(ordered, counts // 2 % many)
    return np.where(counts > 0, (low + np.where(counts % 2 == 1, low, high)) / 2, np.nan)


def _at(ordered: Floats, places: Integers) -> Floats:
    """Return the value at a place of each column."""
    found: Floats = np.take_along_axis(ordered, places[..., np.newaxis, :], axis=-2)[..., 0, :]
    return found


def _ordinary(given: Observations, day: int) -> Integers:
    """How many ordinary check-ins each day around a session has."""
    inside = given.between(day - DAYS_BEFORE, day + DAYS_AFTER)
    lags = inside.days[inside.ordinary] - (day - DAYS_BEFORE)
    return np.bincount(lags, minlength=LAGS).astype(np.int64)
