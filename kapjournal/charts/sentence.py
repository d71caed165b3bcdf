"""What a chart of a measure shows, as sentences of fact with their n; no verdict."""

from __future__ import annotations

import datetime as dt

from kapjournal.charts.measure_axis import HOURS
from kapjournal.charts.subject import MeasureAxis, SessionMark
from kapjournal.domain.measure import MOOD
from kapjournal.statistics.day_values import median_of_days
from kapjournal.statistics.history import History
from kapjournal.statistics.observations import Observations
from kapjournal.words.dates import clock_time, day_in_year, duration_min, weekday_day
from kapjournal.words.language import _, ngettext
from kapjournal.words.mood import mood_word
from kapjournal.words.numbers import number

BEFORE_DAYS = 14
LAST_DAYS = 7


def measure_sentence(
    numbers: History, axis: MeasureAxis, sessions: tuple[SessionMark, ...] = (), *, until_today: bool = True
) -> str:
    """Return the medians before the first session of the range and of its last week, then what they rest on."""
    if not numbers.coverage.check_ins:
        return _("No check-in with {measure} in these {days} days.").format(
            measure=axis.word, days=number(numbers.coverage.days)
        )
    return (
        _("{medians} {coverage}")
        .format(
            medians=medians_sentence(numbers, axis, sessions, until_today=until_today),
            coverage=coverage_sentence(numbers, axis),
        )
        .strip()
    )


def medians_sentence(
    numbers: History, axis: MeasureAxis, sessions: tuple[SessionMark, ...] = (), *, until_today: bool = True
) -> str:
    """Return 'Median 3 in the two weeks before the first session, 5 in the last seven days.', or '' without medians.

    A median stands on three day values or more; the weeks before a session count where they lie in the range whole.
    A range that does not reach today says which seven days its last are.
    """
    first = next((mark.day.toordinal() for mark in sessions if not mark.planned and mark.number <= 1), None)
    before = None
    if first is not None and numbers.first_day <= first - BEFORE_DAYS and first <= numbers.last_day:
        before = median_of_days(numbers.days, first - BEFORE_DAYS, first - 1)
    last = median_of_days(numbers.days, numbers.last_day - LAST_DAYS + 1, numbers.last_day)
    parts = {
        "before": "" if before is None else value_words(before, axis),
        "last": "" if last is None else value_words(last, axis),
        "day": day_in_year(dt.date.fromordinal(numbers.last_day)),
    }
    if before is not None and last is not None:
        words = (
            _("Median {before} in the two weeks before the first session, {last} in the last seven days.")
            if until_today
            else _(
                "Median {before} in the two weeks before the first session, {last} in the seven days to {day}."
            )
        )
    elif before is not None:
        words = _("Median {before} in the two weeks before the first session.")
    elif last is not None:
        words = (
            _("Median {last} in the last seven days.")
            if until_today
            else _("Median {last} in the seven days to {day}.")
        )
    else:
        words = ""
    return words.format(**parts)


def coverage_sentence(numbers: History, axis: MeasureAxis) -> str:
    """Return '66 check-ins on 40 of 46 days.', or 'Noted 18 times, on 18 of 46 days.' of what a check-in may lack."""
    rests_on = numbers.coverage
    if axis.key != MOOD:
        text = ngettext(
            "Noted {n} time, on {observed} of {days} days.",
            "Noted {n} times, on {observed} of {days} days.",
            rests_on.check_ins,
        )
    else:
        text = ngettext(
            "{n} check-in on {observed} of {days} days.",
            "{n} check-ins on {observed} of {days} days.",
            rests_on.check_ins,
        )
    counted = text.format(
        n=number(rests_on.check_ins), observed=number(rests_on.observed_days), days=number(rests_on.days)
    )
    return with_missing_days(counted, rests_on.observed_days, rests_on.days)


def with_missing_days(text: str, observed: int, days: int) -> str:
    """Return what is said of how many days were noted, and, where some were not, that those may differ.

    People skip on bad days. Source: clinical reference 6.8.
    """
    if observed >= days:
        return text
    return _("{text} Missing days may differ from the days that were noted.").format(text=text)


def check_in_words(shown: Observations, row: int, axis: MeasureAxis) -> tuple[str, str]:
    """Return when a check-in was and what it says: 'Wednesday 21 October, 12:57' and 'mood 7, quite good'.

    The year is said where it is not that of the last of them.
    """
    day = dt.date.fromordinal(int(shown.days[row]))
    heading = weekday_day(day, dt.date.fromordinal(int(shown.days[-1])))
    minutes = int(shown.minutes[row])
    if minutes >= 0:
        heading = _("{day}, {time}").format(day=heading, time=clock_time(_time(minutes)))
    text = _("{measure} {value}").format(measure=axis.word, value=value_words(float(shown.values[row]), axis))
    if axis.key == MOOD:
        text = _("{value}, {word}").format(value=text, word=mood_word(float(shown.values[row])))
    if shown.added_later[row]:
        text = _("{value} (added later)").format(value=text)
    return heading, text


def _time(minutes: int) -> dt.time:
    return dt.time(minutes // 60 % 24, minutes % 60)


def value_words(value: float, axis: MeasureAxis) -> str:
    """Return a value with its unit: '4.5', '6 h 30 min'."""
    if axis.unit == HOURS:
        return duration_min(value * 60)
    text = number(value, 1)
    return _("{value} {unit}").format(value=text, unit=axis.unit) if axis.unit else text


def without_missing_days(text: str) -> str:
    """Return a text without what was said of missing days, for a page that says it once for all of its charts."""
    said = _("{text} Missing days may differ from the days that were noted.").format(text="").strip()
    return text.removesuffix(said).rstrip()
