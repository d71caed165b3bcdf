"""Side effects by session: a row for each, bars and a word for how strong it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kapjournal.charts.picture import Box, Paint, Picture, Shape, Spoken, SpokenPoints
from kapjournal.charts.placing import wrapped
from kapjournal.charts.rows_frame import head_width, rule, session_head, words_at
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import SessionMark
from kapjournal.charts.table import Table, table_of
from kapjournal.domain.kap_session import Severity
from kapjournal.words.dates import day_short, weekday_day
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number
from kapjournal.words.side_effects import severity_name

ROW_PX = 44
BELOW_ROW_PX = 54
HEAD_PX = 34
BARS = {Severity.NONE: 0, Severity.MILD: 1, Severity.MODERATE: 2, Severity.STRONG: 3}
HEIGHTS_PX = (6.0, 10.0, 14.0)
BAR_PX = 7.0
BAR_GAP_PX = 3.0
WORD_PX = 13.0
WORD_LEFT_PX = 32


class EffectRow(NamedTuple):
    """One side effect: its name, and how strong it was by the day of the session; a session without it is not there."""

    name: str
    strengths: Mapping[int, Severity]


class SideEffectsShown(NamedTuple):
    """The sessions in order of time, the effects in the order in which they came up."""

    sessions: tuple[SessionMark, ...]
    rows: tuple[EffectRow, ...]
    asked: frozenset[int]
    """Days of sessions of which anything was said; of the others nothing is known."""
    entries: int
    not_gone: int
    """Entries that were said not to have passed."""
    gone_not_said: int


def side_effects_chart(shown: SideEffectsShown, sheet: Sheet) -> Picture:
    """Return the picture; where columns have no room for the word beside its bars, it stands below them.

    Where they have none for that either, the bars stand alone and the point says it.
    """
    names = min(
        max(sheet.words(row.name, 600, 13.5) for row in shown.rows) + sheet.length(16), sheet.width * 0.42
    )
    names = max(names, sheet.width * 0.2)
    column = (sheet.width - names) / len(shown.sessions)
    dated = column >= max(head_width(mark.day, sheet) for mark in shown.sessions) + sheet.length(6)
    word = max(sheet.words(severity_name(s), size=WORD_PX) for s in Severity)
    beside = column >= sheet.length(WORD_LEFT_PX + 2) + word
    below = not beside and column >= word + sheet.length(6)
    shapes: list[Shape] = []
    for place, mark in enumerate(shown.sessions):
        shapes += session_head(mark, names + place * column, sheet.length(14), sheet, beside=dated)
    y = sheet.length(HEAD_PX)
    points: list[Spoken] = []
    for row in shown.rows:
        shapes.append(rule(y, sheet))
        lines = wrapped(row.name, sheet, 13.5, sheet.width - names + sheet.length(12))
        height = sheet.length(max(ROW_PX + 17 * (len(lines) - 1), BELOW_ROW_PX if below else 0))
        middle = y + height / 2
        for at, line in enumerate(lines):
            drop = (at - (len(lines) - 1) / 2) * sheet.length(17)
            shapes.append(words_at(0.0, middle + drop, line, sheet, weight=600))
        for place, mark in enumerate(shown.sessions):
            x = names + place * column
            text = _cell(shown, row, mark)
            shapes += _strength(shown, row, mark, (x, middle), sheet, beside=beside, below=below)
            points.append(
                Spoken(
                    x,
                    middle,
                    _session(mark),
                    _("{effect}: {strength}").format(effect=row.name, strength=text),
                )
            )
        y += height
    return Picture(
        sheet.width,
        y + sheet.length(4),
        tuple(shapes),
        _("Side effects by session"),
        side_effects_sentence(shown),
        SpokenPoints.of(
            points, [m.day.toordinal() for _row in shown.rows for m in shown.sessions], len(shown.rows)
        ),
    )


def side_effects_sentence(shown: SideEffectsShown) -> str:
    """Return how many entries there are in how many sessions, and whether they had passed."""
    parts = [
        ngettext("{n} entry in {sessions}.", "{n} entries in {sessions}.", shown.entries).format(
            n=number(shown.entries),
            sessions=ngettext("{n} session", "{n} sessions", len(shown.sessions)).format(
                n=number(len(shown.sessions))
            ),
        )
    ]
    if shown.not_gone:
        parts.append(
            ngettext(
                "{n} had not passed when it was last asked about.",
                "{n} had not passed when they were last asked about.",
                shown.not_gone,
            ).format(n=number(shown.not_gone))
        )
    elif shown.entries and not shown.gone_not_said:
        parts.append(_("All had passed when they were last asked about."))
    if shown.gone_not_said:
        parts.append(
            ngettext(
                "Of {n} it is not noted whether it passed.",
                "Of {n} it is not noted whether they passed.",
                shown.gone_not_said,
            ).format(n=number(shown.gone_not_said))
        )
    unasked = sum(mark.day.toordinal() not in shown.asked for mark in shown.sessions)
    if unasked:
        parts.append(
            ngettext(
                "Nothing was noted for {n} session.", "Nothing was noted for {n} sessions.", unasked
            ).format(n=number(unasked))
        )
    return " ".join(parts)


def side_effects_table(shown: SideEffectsShown) -> Table:
    """Return a row for each side effect, a column for each session."""
    heads = [_("side effect"), *(f"{_session(mark)}, {day_short(mark.day)}" for mark in shown.sessions)]
    rows = [[row.name, *(_cell(shown, row, mark) for mark in shown.sessions)] for row in shown.rows]
    return table_of(
        heads, rows, ngettext("{n} entry", "{n} entries", shown.entries).format(n=number(shown.entries))
    )


def _session(mark: SessionMark) -> str:
    if mark.number:
        return _("session {number}").format(number=number(mark.number))
    return weekday_day(mark.day)


def _cell(shown: SideEffectsShown, row: EffectRow, mark: SessionMark) -> str:
    """Return the word of a cell; of a session nothing was said about, nothing is known."""
    day = mark.day.toordinal()
    if day not in shown.asked:
        return _("not noted")
    return severity_name(row.strengths.get(day, Severity.NONE))


def _strength(
    shown: SideEffectsShown,
    row: EffectRow,
    mark: SessionMark,
    at: tuple[float, float],
    sheet: Sheet,
    *,
    beside: bool,
    below: bool,
) -> list[Shape]:
    x, middle = at
    severity = row.strengths.get(mark.day.toordinal(), Severity.NONE)
    text = _cell(shown, row, mark)
    if severity is Severity.NONE:
        short = text if beside or below else "–"
        return [words_at(x, middle, short, sheet, "ink2", WORD_PX)]
    rise = sheet.length(HEIGHTS_PX[-1] / 2)
    shapes = strength_bars(severity, x, middle + (-sheet.length(2) if below else rise), sheet)
    if beside:
        shapes.append(words_at(x + sheet.length(WORD_LEFT_PX), middle, text, sheet, size=WORD_PX))
    elif below:
        shapes.append(words_at(x, middle + sheet.length(9), text, sheet, size=WORD_PX))
    return shapes


def strength_bars(severity: Severity, x: float, bottom: float, sheet: Sheet) -> list[Shape]:
    """Return three rising bars, as many filled as the strength."""
    shapes: list[Shape] = []
    for place, height in enumerate(HEIGHTS_PX):
        left = x + place * sheet.length(BAR_PX + BAR_GAP_PX)
        tall = sheet.length(height)
        radius = sheet.length(1.5)
        if place < BARS[severity]:
            shapes.append(Box(left, bottom - tall, sheet.length(BAR_PX), tall, radius, Paint("ink2")))
        else:
            shapes.append(
                Box(
                    left,
                    bottom - tall,
                    sheet.length(BAR_PX),
                    tall,
                    radius,
                    None,
                    Paint("ink3"),
                    sheet.length(1),
                )
            )
    return shapes


def effect_rows(found: Sequence[tuple[int, str, Severity]]) -> tuple[EffectRow, ...]:
    """Return a row for each name of (day of the session, name, strength), in their order; none of strength none."""
    rows: dict[str, dict[int, Severity]] = {}
    for day, name, severity in found:
        if severity is not Severity.NONE:
            rows.setdefault(name, {})[day] = severity
    return tuple(EffectRow(name, strengths) for name, strengths in rows.items())
