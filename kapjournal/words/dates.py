"""Dates, times of day and durations as a person writes them in their locale."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kapjournal.domain.moment import DAY_ENDS
from kapjournal.words.language import _, current

if TYPE_CHECKING:
    from babel import Locale

_SEPT = re.compile(r"\bSept\b")


def day_long(day: dt.date, today: dt.date | None = None) -> str:
    """'Friday, 23 October'; the year is added where it is not the year of today."""
    with_year = today is not None and day.year != today.year
    return _("{weekday}, {day}").format(
        weekday=weekday(day), day=day_medium(day) if with_year else day_in_year(day)
    )


def weekday_day(day: dt.date, today: dt.date | None = None) -> str:
    """'Tuesday 20 October'; the year is added where it is not the year of today.

    Where the month comes first, a comma keeps the weekday apart.
    """
    with_year = today is not None and day.year != today.year
    date = day_medium(day) if with_year else _day(day, "MMMMd")
    if date[:1].isdigit():
        return _("{weekday} {day}").format(weekday=weekday(day), day=date)
    return _("{weekday}, {day}").format(weekday=weekday(day), day=date)


def day_short(day: dt.date, today: dt.date | None = None) -> str:
    """'23 Oct'; the year is added where it is not the year of today."""
    with_year = today is not None and day.year != today.year
    return _day(day, "yMMMd" if with_year else "MMMd")


def day_medium(day: dt.date) -> str:
    """'23 October 2026'."""
    from babel.dates import format_date

    return format_date(day, "long", current())


def day_in_year(day: dt.date) -> str:
    """'23 October'."""
    return _day(day, "MMMMd")


def month_year(day: dt.date) -> str:
    """'October 2026'."""
    return _day(day, "yMMMM")


def month_short(day: dt.date) -> str:
    """'Oct'."""
    return _month(day, current())


def month_year_short(day: dt.date) -> str:
    """'Oct 2026'."""
    return _day(day, "yMMM")


def year(day: dt.date) -> str:
    """'2026'."""
    return _day(day, "y")


def weekday(day: dt.date) -> str:
    """'Friday'."""
    from babel.dates import format_date

    return format_date(day, "EEEE", current())


def weekday_short(day: dt.date) -> str:
    """'Fri'."""
    from babel.dates import format_date

    return format_date(day, "ccc", current())


def first_weekday() -> int:
    """The day that a week begins with: 0 is Monday, 6 is Sunday."""
    return int(current().first_week_day)


def clock_time(moment: dt.datetime | dt.time) -> str:
    """'07:50' or '7:50 AM', as the locale has it; the wall clock as it stands, never moved to another zone."""
    from babel.dates import format_time

    time = moment.time() if isinstance(moment, dt.datetime) else moment.replace(tzinfo=None)
    return format_time(time, "short", locale=current())


def span(first: dt.date, last: dt.date, *, within: int | None = None) -> str:
    """'8 September to 23 October 2026'; what both days share is said once, a year that was said before not at all."""
    closing = day_in_year(last) if first.year == last.year == within else day_medium(last)
    if first == last:
        return closing
    opening = day_medium(first) if first.year != last.year else day_in_year(first)
    if (first.year, first.month) == (last.year, last.month) and opening[:1].isdigit():
        opening = str(first.day)
    return _("{first} to {last}").format(first=opening, last=closing)


def duration_min(minutes: float) -> str:
    """'6 h 30 min', '45 min', '8 h'."""
    hours, rest = divmod(round(minutes), 60)
    if hours and rest:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)
    if hours:
        return _("{hours} h").format(hours=hours)
    return _("{minutes} min").format(minutes=rest)


def when(moment: dt.datetime, now: dt.datetime) -> str:
    """'this morning, 07:50', 'yesterday, 21:12', '20 Oct, 14:05'; both on the wall clock of where they were.

    After midnight, where the day of the journal is not over yet, the evening that was goes by its weekday: 'yesterday'
    could be either.
    """
    near = _near_day(moment, now.date())
    if now.time() < DAY_ENDS and (now.date() - moment.date()).days == 1:
        near = weekday(moment.date())
    return _("{day}, {time}").format(day=near, time=clock_time(moment))


def day_and_time(moment: dt.datetime, now: dt.datetime) -> str:
    """'Today, 09:51', 'Yesterday, 21:12', '20 October, 14:05'; on the wall clock of where it is now."""
    local = moment.astimezone(now.tzinfo)
    day = day_in_year(local.date()) if local.year == now.year else day_medium(local.date())
    away = (now.date() - local.date()).days
    if away in (0, 1):
        day = _("Yesterday") if away else _("Today")
    return _("{day}, {time}").format(day=day, time=clock_time(local))


def day_and_time_within(moment: dt.datetime, now: dt.datetime) -> str:
    """Return the same for within a sentence: 'today, 09:51'."""
    words = day_and_time(moment, now)
    return words[:1].lower() + words[1:]


def _near_day(moment: dt.datetime, today: dt.date) -> str:
    away = (moment.date() - today).days
    if away == 0:
        return _part_of_today(moment.hour)
    if away == -1:
        return _("yesterday")
    if away == 1:
        return _("tomorrow")
    return day_short(moment.date(), today)


def _part_of_today(hour: int) -> str:
    if hour < 5:
        return _("in the night")
    if hour < 12:
        return _("this morning")
    return _("this afternoon") if hour < 18 else _("this evening")


def _day(day: dt.date, skeleton: str) -> str:
    return _written(day, skeleton, current())


@lru_cache(maxsize=1024)
def _written(day: dt.date, skeleton: str, locale: Locale) -> str:
    """Write a day; the same days stand under every chart of a page."""
    from babel.dates import format_skeleton

    return _three_letters(
        format_skeleton(skeleton, dt.datetime.combine(day, dt.time()), locale=locale), locale
    )


@lru_cache(maxsize=64)
def _month(day: dt.date, locale: Locale) -> str:
    from babel.dates import format_date

    return _three_letters(format_date(day, "LLL", locale), locale)


def _three_letters(date: str, locale: Locale) -> str:
    """Some English locales say 'Sept', alone among the months; here each short month has three letters."""
    return _SEPT.sub("Sep", date) if locale.language == "en" else date
