"""The curve under the bars: of the sessions followed, how many still lasted after each day."""

from __future__ import annotations

from collections.abc import Callable

from kapjournal.charts.frame import LABEL_PX
from kapjournal.charts.picture import Area, Line, Paint, Shape, Words
from kapjournal.charts.placing import wrapped
from kapjournal.charts.rows_frame import words_at
from kapjournal.charts.sheet import Sheet
from kapjournal.statistics.survival import Survival
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number

HEIGHT_PX = 96
TITLE_PX = 30
TITLE_TYPE_PX = 14
LEADING_PX = 17
BAND_OPACITY = 0.16
LABELLED_DAYS = 7
SHORT_DAYS = 14
"""A shorter curve has a few single days under it instead of weeks."""


def survival_part(
    curve: Survival, top: float, left: float, right: float, sheet: Sheet
) -> tuple[list[Shape], float]:
    """Return the curve below a height, and where it ends: steps, with a band of one standard error to both sides."""
    title = ngettext(
        "Of {n} session followed, the part that still lasted",
        "Of {n} sessions followed, the part that still lasted",
        curve.sessions,
    ).format(n=number(curve.sessions))
    shapes: list[Shape] = []
    for line in wrapped(title, sheet, TITLE_TYPE_PX):
        shapes.append(words_at(0.0, top + sheet.length(10), line, sheet, "ink", TITLE_TYPE_PX, 600))
        top += sheet.length(LEADING_PX)
    top -= sheet.length(LEADING_PX)
    first, last = top + sheet.length(TITLE_PX), top + sheet.length(TITLE_PX + HEIGHT_PX)

    def x(day: float) -> float:
        return left + day / curve.last_day * (right - left)

    def y(share: float) -> float:
        return last - min(max(share, 0.0), 1.0) * (last - first)

    for share, words in ((1.0, _("all")), (0.5, _("half")), (0.0, _("none"))):
        shapes.append(Line((left, right), (y(share),) * 2, Paint("line")))
        size = sheet.length(LABEL_PX)
        shapes.append(
            Words(left - sheet.length(9), y(share) + size * 0.36, words, "ink2", size, anchor="end")
        )
    shapes += _day_labels(curve.last_day, x, last, sheet)
    share, error, start = 1.0, 0.0, 0
    for day, after, after_error in [
        *((step.day, step.share, step.error) for step in curve.steps),
        (curve.last_day, None, 0.0),
    ]:
        if day > start:
            across = (x(start), x(day))
            shapes.append(
                Area(across, (y(share + error),) * 2, (y(share - error),) * 2, Paint("session", BAND_OPACITY))
            )
            shapes.append(Line(across, (y(share),) * 2, Paint("session"), sheet.length(2)))
        if after is not None:
            shapes.append(Line((x(day),) * 2, (y(share), y(after)), Paint("session"), sheet.length(2)))
            share, error, start = after, after_error, day
    text = (
        _("half had ended by day {n}").format(n=number(curve.median))
        if curve.median is not None
        else _("more than half still lasted when they were cut off")
    )
    note = _("Kaplan–Meier; the band is one standard error to both sides; {median}").format(median=text)
    end = last + sheet.length(42 - LEADING_PX)
    for line in wrapped(note, sheet, LABEL_PX):
        end += sheet.length(LEADING_PX)
        shapes.append(words_at(0.0, end, line, sheet, "ink2", LABEL_PX))
    return shapes, end + sheet.length(12)


def _day_labels(last_day: int, x: Callable[[float], float], bottom: float, sheet: Sheet) -> list[Shape]:
    """Return the days under the curve, as many as have room."""
    shapes: list[Shape] = []
    free = float("-inf")
    weeks = LABELLED_DAYS * max(1, last_day // 70)
    for day in range(0, last_day + 1, weeks if last_day >= SHORT_DAYS else 1 + last_day // 4):
        text = _("day {n}").format(n=number(day)) if day else _("session")
        half = sheet.words(text) / 2
        if x(day) - half < free:
            continue
        free = x(day) + half + sheet.length(10)
        shapes.append(
            Words(x(day), bottom + sheet.length(18), text, "ink2", sheet.length(LABEL_PX), anchor="middle")
        )
    return shapes
