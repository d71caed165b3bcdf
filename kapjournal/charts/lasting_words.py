"""What the chart of how long it lasted says: its sentence, the words of each bar, and its table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kapjournal.charts.overlaid_words import session_name
from kapjournal.charts.picture import Spoken
from kapjournal.charts.sentence import with_missing_days
from kapjournal.charts.subject import SessionMark
from kapjournal.charts.table import Table, table_of
from kapjournal.statistics.lasting import Lasting, Outcome
from kapjournal.statistics.survival import NEEDS_SESSIONS, Survival
from kapjournal.words.dates import day_short, weekday_day
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number


class NumberedLasting(NamedTuple):
    """One session's bar with its diamond."""

    mark: SessionMark
    lasting: Lasting


def lasting_sentence(rows: Sequence[NumberedLasting], measure: str) -> str:
    """Return what a bar stands for, and how many of them ended, were cut off, or are not known."""
    found = [row.lasting.outcome for row in rows]
    ended = found.count(Outcome.ENDED)
    cut = found.count(Outcome.CUT_BY_DOSE) + found.count(Outcome.CUT_BY_END)
    without, unknown = (
        found.count(Outcome.NO_RELIEF),
        found.count(Outcome.UNSEEN) + found.count(Outcome.NO_BASELINE),
    )
    parts = [
        _(
            "Days with {measure} at least one point above the week before, or more where that week varied."
        ).format(measure=measure)
    ]
    if ended or cut:
        parts.append(
            _(
                "It ended in {ended} of {n}; in {cut} it was cut off by the next dose or by the last day."
            ).format(ended=number(ended), n=number(ended + cut), cut=number(cut))
        )
    if without:
        parts.append(
            ngettext(
                "In {n} no day up to day 3 reached it.", "In {n} no day up to day 3 reached it.", without
            ).format(n=number(without))
        )
    if unknown:
        parts.append(
            ngettext(
                "In {n} too few days were noted to say.", "In {n} too few days were noted to say.", unknown
            ).format(n=number(unknown))
        )
    if ended + cut < NEEDS_SESSIONS:
        parts.append(_("From five sessions on, a curve is drawn as well."))
    return " ".join([*parts, _coverage(rows)])


def _coverage(rows: Sequence[NumberedLasting]) -> str:
    observed = sum(row.lasting.observed_days for row in rows)
    days = sum(row.lasting.days for row in rows)
    counted = ngettext(
        "Days noted after it: {observed} of {days}.",
        "Days noted after them: {observed} of {days}.",
        len(rows),
    )
    return with_missing_days(counted.format(observed=number(observed), days=number(days)), observed, days)


def outcome_words(row: NumberedLasting, rows: Sequence[NumberedLasting]) -> str:
    """Return what is known of one session: 'until session 2 began', 'ended by day 10; days 4 to 9 unseen'."""
    found = row.lasting
    simple = {
        Outcome.NO_RELIEF: _("no day up to day 3 reached it"),
        Outcome.UNSEEN: _("days 1 to 3 were not noted"),
        Outcome.NO_BASELINE: _("too few days in the week before"),
    }
    if found.outcome in simple:
        return simple[found.outcome]
    if found.outcome is Outcome.ENDED:
        unseen = found.end - found.seen[-1] - 1
        if unseen > 1:
            return _("ended by day {end}; days {first} to {last} unseen").format(
                end=number(found.end), first=number(found.seen[-1] + 1), last=number(found.end - 1)
            )
        return _("ended on day {end}").format(end=number(found.end))
    if found.outcome is Outcome.CUT_BY_DOSE:
        next_dose = found.day + found.days + 1
        following = next((r.mark for r in rows if r.mark.day.toordinal() == next_dose), None)
        until = (
            _("until {session} began").format(session=session_name(following.number))
            if following is not None
            else _("until the next dose")
        )
    else:
        until = _("until day {end}, the last that was noted").format(end=number(found.end))
    if found.start > 1:
        return _("from day {start} {until}").format(start=number(found.start), until=until)
    return until


def outcomes_told(rows: Sequence[NumberedLasting]) -> str:
    """Return 'Session 1, 22 Sep: until session 2 began.' for each, one after the other."""
    return " ".join(
        _("{session}, {day}: {outcome}.").format(
            session=_capital(session_name(row.mark.number)),
            day=day_short(row.mark.day),
            outcome=outcome_words(row, rows),
        )
        for row in rows
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def spoken_lasting(rows: Sequence[NumberedLasting], x: float, heights: Sequence[float]) -> list[Spoken]:
    """Return what is told of each session."""
    return [
        Spoken(
            x,
            y,
            _("{session}, {day}").format(
                session=session_name(row.mark.number), day=weekday_day(row.mark.day, rows[-1].mark.day)
            ),
            outcome_words(row, rows),
        )
        for row, y in zip(rows, heights, strict=True)
    ]


def lasting_table(rows: Sequence[NumberedLasting], curve: Survival | None) -> Table:
    """Return a row for each session, then the steps of the curve where there is one."""
    heads = (
        _("session"),
        _("date"),
        _("week before"),
        _("from"),
        _("first day"),
        _("last or ending day"),
        _("what is known"),
    )
    cells = []
    for row in rows:
        found = row.lasting
        cells.append(
            (
                session_name(row.mark.number),
                day_short(row.mark.day),
                "" if found.baseline is None else number(found.baseline, 1),
                "" if found.threshold is None else number(found.threshold, 1),
                number(found.start) if found.lasted else "",
                number(found.end) if found.lasted else "",
                outcome_words(row, rows),
            )
        )
    days = [row.mark.day for row in rows]
    if curve is not None:
        for step in curve.steps:
            text = _("still lasting: {share} of 1, standard error {error}; {n} followed until then").format(
                share=number(step.share, 2), error=number(step.error, 2), n=number(step.at_risk)
            )
            cells.append((_("curve"), "", "", "", "", number(step.day), text))
    padded = [*days, *([None] * (len(cells) - len(days)))]
    rests_on = ngettext("{n} session", "{n} sessions", len(rows)).format(n=number(len(rows)))
    return table_of(heads, cells, rests_on, padded)
