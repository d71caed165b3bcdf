"""What goes together with mood: one row for each factor that was chosen, in words and with its n; no coefficients."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kapjournal.charts.frame import LABEL_PX
from kapjournal.charts.picture import Line, Mark, Paint, Picture, Shape, Spoken, SpokenPoints, Words
from kapjournal.charts.placing import wrapped
from kapjournal.charts.rows_frame import rule, words_at
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.table import Table, table_of
from kapjournal.statistics.going_together import NEEDS_DAYS, Pattern, Together
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number

ROW_PX = 43
LEADING_PX = 19
TEXT_PX = 14.0
BESIDE_FROM_PX = 560


class FactorRow(NamedTuple):
    """One factor and what can be said of it."""

    name: str
    found: Together
    there_or_not: bool = False
    """Whether it is there on a day or not, as a practice or a tag is, rather than more or less."""
    word: str = ""
    """Its name within a sentence, where that is another."""


def together_chart(rows: Sequence[FactorRow], measure: str, sheet: Sheet, *, day_after: bool) -> Picture:
    """Return the picture of what goes together on the same day, or with the day after (clinical reference 6.7)."""
    beside = sheet.width >= sheet.length(BESIDE_FROM_PX)
    left = sheet.width * 0.24 if beside else 0.0
    shapes: list[Shape] = []
    points: list[Spoken] = []
    y = 0.0
    for row in rows:
        shapes.append(rule(y, sheet))
        count = days_words(row)
        text = pattern_words(row, measure, day_after=day_after)
        text_left = left + sheet.length(24)
        lines = wrapped(text, sheet, TEXT_PX, text_left + sheet.words(count) + sheet.length(16))
        name_rows = 0 if beside else 1
        height = sheet.length(ROW_PX + LEADING_PX * (len(lines) - 1 + name_rows))
        middle = y + sheet.length(ROW_PX / 2)
        shapes.append(words_at(0.0, middle, row.name, sheet, weight=600))
        first = middle + name_rows * sheet.length(LEADING_PX)
        shapes += _sign(row.found.pattern, left + sheet.length(7), first, sheet)
        role = "ink" if row.found.pattern in (Pattern.MORE_WITH_MORE, Pattern.LESS_WITH_MORE) else "ink2"
        for at, line in enumerate(lines):
            shapes.append(
                words_at(text_left, first + at * sheet.length(LEADING_PX), line, sheet, role, TEXT_PX)
            )
        size = sheet.length(LABEL_PX)
        shapes.append(Words(sheet.width, first + size * 0.36, count, "ink2", size, anchor="end"))
        points.append(
            Spoken(left + sheet.length(7), first, row.name, _("{text} {days}").format(text=text, days=count))
        )
        y += height
    shapes.append(rule(y, sheet))
    for line in wrapped(caveat(), sheet, 13.0):
        y += sheet.length(22)
        shapes.append(words_at(0.0, y, line, sheet, "ink2", 13.0))
    return Picture(
        sheet.width,
        y + sheet.length(14),
        tuple(shapes),
        together_title(),
        together_sentence(),
        SpokenPoints.of(points),
    )


def together_title() -> str:
    """Return the name of the chart."""
    return _("What goes together with mood")


def together_sentence() -> str:
    """Return what is compared at all."""
    return _("Only what you chose to compare, only with {n} days or more.").format(n=number(NEEDS_DAYS))


def caveat() -> str:
    """Return what must always stand beside it."""
    return _(
        "Going together is not causing; the direction may be the other way. "
        "Days without a check-in may differ from the days you logged."
    )


def pattern_words(row: FactorRow, measure: str, *, day_after: bool) -> str:
    """Return what can be said of a factor: 'On days with more sleep, mood tended to be higher'."""
    pattern = row.found.pattern
    if pattern is Pattern.TOO_FEW:
        return _("Too few days to say anything yet.")
    if pattern is Pattern.UNCLEAR:
        return _("No clear pattern.")
    higher = pattern is Pattern.MORE_WITH_MORE
    if row.there_or_not:
        sentences = {
            (False, True): _("On days with “{factor}”, {measure} tended to be higher."),
            (False, False): _("On days with “{factor}”, {measure} tended to be lower."),
            (True, True): _("The day after “{factor}”, {measure} tended to be higher."),
            (True, False): _("The day after “{factor}”, {measure} tended to be lower."),
        }
    else:
        sentences = {
            (False, True): _("On days with more {factor}, {measure} tended to be higher."),
            (False, False): _("On days with more {factor}, {measure} tended to be lower."),
            (True, True): _("The day after more {factor}, {measure} tended to be higher."),
            (True, False): _("The day after more {factor}, {measure} tended to be lower."),
        }
    return sentences[day_after, higher].format(factor=row.word or row.name, measure=measure)


def days_words(row: FactorRow) -> str:
    """Return on how many days it rests."""
    if row.found.pattern is Pattern.TOO_FEW:
        return _("{n} of {needed} needed").format(n=number(row.found.pairs), needed=number(NEEDS_DAYS))
    return ngettext("{n} day", "{n} days", row.found.pairs).format(n=number(row.found.pairs))


def together_table(rows: Sequence[FactorRow], measure: str, *, day_after: bool) -> Table:
    """Return the rows as a table."""
    cells = [(row.name, pattern_words(row, measure, day_after=day_after), days_words(row)) for row in rows]
    return table_of((_("compared"), _("what can be said"), _("days with both")), cells, caveat())


def _sign(pattern: Pattern, x: float, y: float, sheet: Sheet) -> list[Shape]:
    """Return two linked rings for a pattern, a dash for none, three dots for too few days."""
    half = sheet.length(6)
    if pattern is Pattern.TOO_FEW:
        return [
            Mark(x + step * sheet.length(4.5), y, "circle", sheet.length(2), Paint("ink3"))
            for step in (-1, 0, 1)
        ]
    if pattern is Pattern.UNCLEAR:
        return [Line((x - half, x + half), (y, y), Paint("ink2"), sheet.length(1.25))]
    return [
        Mark(
            x + side * sheet.length(3), y, "circle", sheet.length(8), None, Paint("accent"), sheet.length(1.5)
        )
        for side in (-1, 1)
    ]
