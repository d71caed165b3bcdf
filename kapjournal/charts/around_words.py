"""What a measure did around one session, in sentences of fact with their n; no verdict."""

from __future__ import annotations

from datetime import date

import numpy as np

from kapjournal.charts.sentence import value_words
from kapjournal.charts.subject import MeasureAxis
from kapjournal.statistics.around_session import DAYS_BEFORE, AcrossSessions, AroundSession, Stretch
from kapjournal.words.dates import weekday_day
from kapjournal.words.language import _, ngettext
from kapjournal.words.measures import measure_within
from kapjournal.words.numbers import number

FEW = 5
FIRST_DAYS = 3


def around_sentence(curve: AroundSession, axis: MeasureAxis) -> str:
    """Return 'Median 4 in the week before (11 check-ins), 6 on days 1 to 3 (only 3 check-ins).'."""
    before, after_last = curve.stretch(-DAYS_BEFORE, -1), min(curve.last_lag, FIRST_DAYS)
    after = curve.stretch(1, after_last) if after_last else Stretch(None, 0, 0)
    days = _("on day 1") if after_last == 1 else _("on days 1 to {last}").format(last=number(after_last))
    parts = []
    if before.median is not None:
        parts.append(
            _("Median {value} in the week before ({n}).").format(
                value=value_words(before.median, axis), n=_check_ins(before.check_ins)
            )
        )
    else:
        parts.append(
            _("Too few days in the week before for a median ({n}).").format(n=_check_ins(before.check_ins))
        )
    if after.median is not None:
        parts.append(
            _("Median {value} {days} ({n}).").format(
                value=value_words(after.median, axis), days=days, n=_check_ins(after.check_ins)
            )
        )
    elif after_last:
        parts.append(
            _("Too few days after it for a median ({n} {days}).").format(
                n=_check_ins(after.check_ins), days=days
            )
        )
    if curve.doses_before:
        parts.append(_("Another dose lies in the week before, so that week was not an untreated one."))
    return " ".join(parts)


def _check_ins(count: int) -> str:
    if 0 < count < FEW:
        return ngettext("only {n} check-in", "only {n} check-ins", count).format(n=number(count))
    return ngettext("{n} check-in", "{n} check-ins", count).format(n=number(count))


def day_heading(curve: AroundSession, lag: int) -> str:
    """Return 'Day −3, Saturday 17 October', or the day of the session."""
    day = weekday_day(date.fromordinal(curve.day + lag))
    if lag == 0:
        return _("The day of the session, {day}").format(day=day)
    return _("Day {sign}{lag}, {day}").format(sign="−" if lag < 0 else "+", lag=number(abs(lag)), day=day)


def day_text(curve: AroundSession, across: AcrossSessions | None, axis: MeasureAxis, lag: int) -> str:
    """Return what is told of a day: its value, its check-ins, and what the sessions have in common there."""
    row = lag + DAYS_BEFORE
    if lag == 0:
        values = ", ".join(value_words(float(value), axis) for value in curve.day_zero.values)
        return _("{measure} {values}").format(measure=measure_within(axis.name, axis.key), values=values)
    count = int(curve.check_ins[row])
    text = _("{measure} {value}, {n}").format(
        measure=measure_within(axis.name, axis.key),
        value=value_words(float(curve.values[row]), axis),
        n=ngettext("{n} check-in", "{n} check-ins", count).format(n=number(count)),
    )
    if across is None or across.sessions[row] < 2 or np.isnan(across.median[row]):
        return text
    many = ngettext("{n} session", "{n} sessions", int(across.sessions[row]))
    return _("{text}; median of {n}: {value}").format(
        text=text,
        n=many.format(n=number(int(across.sessions[row]))),
        value=value_words(float(across.median[row]), axis),
    )
