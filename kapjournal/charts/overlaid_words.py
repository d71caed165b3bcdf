"""What the chart around a session says: its sentence, what is told of each day, and its table."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np

from kapjournal.charts.picture import Spoken
from kapjournal.charts.sentence import value_words, with_missing_days
from kapjournal.charts.subject import MeasureAxis
from kapjournal.charts.table import Table, table_of
from kapjournal.statistics.around_session import DAYS_BEFORE, LAGS, AcrossSessions, AroundSession
from kapjournal.statistics.middle import median
from kapjournal.words.dates import weekday_day
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number

FEW_SESSIONS = 5
FIRST_DAYS = (1, 3)
SOON_DAYS = 4


@dataclass(frozen=True, eq=False, slots=True)
class NumberedCurve:
    """One session with its number in the course, 0 where it has none."""

    number: int
    curve: AroundSession


@dataclass(frozen=True, eq=False, slots=True)
class Overlaid:
    """One measure around several sessions, in order of time; at least one."""

    sessions: tuple[NumberedCurve, ...]
    across: AcrossSessions
    axis: MeasureAxis


def session_name(number_in_course: int) -> str:
    """Return 'session 4', or 'a session' without a number."""
    if not number_in_course:
        return _("a session")
    return _("session {number}").format(number=number(number_in_course))


def line_stops() -> str:
    """Return what a line that ends early says."""
    return _("lines stop where the next session began")


def treated_note(shown: Overlaid) -> str:
    """Return what short distances between doses do to the chart; '' where the week before is free of doses."""
    treated = sum(bool(one.curve.doses_before) for one in shown.sessions)
    if not treated:
        return ""
    total = len(shown.sessions)
    text = ngettext(
        "in {n} of {total} sessions another dose lies in the week before: that week is already treated",
        "in {n} of {total} sessions another dose lies in the week before: those weeks are already treated",
        treated,
    ).format(n=number(treated), total=number(total))
    short = [one.curve.last_lag for one in shown.sessions if one.curve.ends_at_next_dose]
    if short and median(short) < SOON_DAYS:
        return _("{text}, and only few days follow before the next dose").format(text=text)
    return text


def overlaid_sentence(shown: Overlaid) -> str:
    """Return in how many sessions the first days were higher or lower than the week before, and how few they are."""
    higher = lower = same = unknown = 0
    for one in shown.sessions:
        change = _change(one.curve)
        higher, lower, same, unknown = (
            higher + (change is not None and change > 0),
            lower + (change is not None and change < 0),
            same + (change == 0),
            unknown + (change is None),
        )
    compared = higher + lower + same
    parts = []
    if compared:
        parts.append(
            ngettext(
                "On days 1 to 3 {measure} was higher than in the week before in {higher} of {n} session,"
                " lower in {lower}.",
                "On days 1 to 3 {measure} was higher than in the week before in {higher} of {n} sessions,"
                " lower in {lower}.",
                compared,
            ).format(
                measure=shown.axis.word,
                higher=number(higher),
                lower=number(lower),
                n=number(compared),
            )
        )
    if unknown:
        parts.append(
            ngettext(
                "{n} session has too few days to compare.",
                "{n} sessions have too few days to compare.",
                unknown,
            ).format(n=number(unknown))
        )
    if len(shown.sessions) < FEW_SESSIONS:
        parts.append(_few(len(shown.sessions)))
    parts.append(_coverage(shown))
    return " ".join(parts)


def _few(count: int) -> str:
    return {
        1: _("One session is no pattern."),
        2: _("Two sessions are few."),
        3: _("Three sessions are few."),
        4: _("Four sessions are few."),
    }[count]


def _coverage(shown: Overlaid) -> str:
    observed = sum(int(np.count_nonzero(~np.isnan(one.curve.values))) for one in shown.sessions)
    days = sum(DAYS_BEFORE + one.curve.last_lag for one in shown.sessions)
    counted = ngettext(
        "Days noted around it: {observed} of {days}.",
        "Days noted around them: {observed} of {days}.",
        len(shown.sessions),
    )
    return with_missing_days(counted.format(observed=number(observed), days=number(days)), observed, days)


def _change(curve: AroundSession) -> float | None:
    """Return how the median of days 1 to 3 differs from the week before; None where either is not known."""
    first, last = FIRST_DAYS
    values = curve.values[DAYS_BEFORE + first : DAYS_BEFORE + last + 1]
    values = values[~np.isnan(values)]
    if curve.baseline is None or not len(values):
        return None
    return median(values) - curve.baseline


def _lag_words(lag: int) -> str:
    if lag == 0:
        return _("the day of the session")
    words = (
        ngettext("{n} day after", "{n} days after", lag)
        if lag > 0
        else ngettext("{n} day before", "{n} days before", -lag)
    )
    return words.format(n=number(abs(lag)))


def spoken_days(
    shown: Overlaid, x: Callable[[float], float], y: Callable[[float], float]
) -> tuple[list[Spoken], list[int]]:
    """Return what is told of each value of each session, and the days they lie on."""
    told: list[Spoken] = []
    days: list[int] = []
    latest = date.fromordinal(shown.sessions[-1].curve.day)
    for one in shown.sessions:
        curve = one.curve
        values = [(row - DAYS_BEFORE, float(curve.values[row])) for row in range(LAGS)]
        values = [(lag, value) for lag, value in values if not math.isnan(value)]
        values += [(0, float(value)) for value in curve.day_zero.values]
        for lag, value in values:
            day = curve.day + lag
            heading = _("{session}, {lag}").format(session=session_name(one.number), lag=_lag_words(lag))
            text = _("{measure} {value} · {day}").format(
                measure=shown.axis.word,
                value=value_words(value, shown.axis),
                day=weekday_day(date.fromordinal(day), latest),
            )
            told.append(Spoken(x(lag), y(value), heading, text))
            days.append(day)
    return told, days


def overlaid_table(shown: Overlaid) -> Table:
    """Return a row for each day from −7 to +21: every session's value, their median where there are three, and n."""
    heads = [_("day"), *(session_name(one.number) for one in shown.sessions), _("median"), _("n")]
    rows = []
    for row in range(LAGS):
        lag = row - DAYS_BEFORE
        cells = [number(lag) if lag <= 0 else f"+{number(lag)}"]
        for one in shown.sessions:
            value = float(one.curve.values[row])
            cells.append("" if math.isnan(value) else value_words(value, shown.axis))
        count = int(shown.across.sessions[row])
        median = float(shown.across.median[row])
        cells.append(value_words(median, shown.axis) if count >= 3 else "")
        cells.append(number(count))
        rows.append(cells)
    rests_on = ngettext("{n} session", "{n} sessions", len(shown.sessions)).format(
        n=number(len(shown.sessions))
    )
    return table_of(heads, rows, rests_on)
