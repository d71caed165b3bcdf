"""How long it lasted: one bar for each session, and from five on the curve of those still lasting."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kapjournal.charts.frame import LABEL_PX
from kapjournal.charts.lasting_words import (
    NumberedLasting,
    lasting_sentence,
    outcome_words,
    spoken_lasting,
)
from kapjournal.charts.legend import Item, laid_out
from kapjournal.charts.picture import Area, Box, Line, Paint, Picture, Shape, SpokenPoints, Words
from kapjournal.charts.placing import wrapped
from kapjournal.charts.rows_frame import head_width, session_head, words_at
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.survival_part import survival_part
from kapjournal.statistics.breaks import LONGEST_BRIDGED_DAYS
from kapjournal.statistics.lasting import Lasting, Outcome
from kapjournal.statistics.survival import Survival
from kapjournal.words.language import _
from kapjournal.words.numbers import number

ROW_PX = 44
BARE_ROW_PX = 31
BAR_PX = 18
TOP_PX = 16
HALF_DAY = 0.45
CHEVRON_PX = 8
LEAST_DAYS = 10
LABELLED = (3, 7, 10, 14, 21, 28, 42, 56, 84, 112, 168, 252, 365)
WORDS_BESIDE_FROM_PX = 620
LINE_BELOW_PX = 18

Across = Callable[[float], float]
"""Where a day from the session stands."""


def lasting_chart(
    rows: Sequence[NumberedLasting],
    curve: Survival | None,
    measure: str,
    sheet: Sheet,
    *,
    of: Sequence[NumberedLasting] = (),
    with_words: bool = True,
) -> Picture:
    """Return the picture of how long relief lasted after each session.

    A bar with an upright end ended, one with two chevrons was cut off, a dotted stretch was not noted
    (clinical reference 6.3). `of`: all sessions that the sentence and the curve are of, where not each has its bar.
    Without words only a session that has no bar is told in words, in its place.
    """
    left = sheet.length(28) + max(head_width(row.mark.day, sheet) for row in rows)
    beside = with_words and sheet.width >= sheet.length(WORDS_BESIDE_FROM_PX)
    room = max(sheet.words(outcome_words(row, rows)) for row in rows) + sheet.length(24) if beside else 0
    last = max([LEAST_DAYS, *(row.lasting.end for row in rows if row.lasting.lasted)]) + 1
    right = sheet.width - min(room, sheet.width * 0.4) - sheet.length(16)
    below = [wrapped(outcome_words(row, rows), sheet, LABEL_PX, left) for row in rows]
    lines = max(len(words) for words in below) if with_words and not beside else 0
    pitch = sheet.length((ROW_PX if with_words else BARE_ROW_PX) + LINE_BELOW_PX * lines)
    bottom = sheet.length(TOP_PX) + pitch * len(rows)

    def x(day: float) -> float:
        return left + day / last * (right - left)

    shapes: list[Shape] = _day_lines(x, last, bottom, sheet)
    heights = []
    for place, row in enumerate(rows):
        middle = (
            sheet.length(TOP_PX) + pitch * place + sheet.length(ROW_PX if with_words else BARE_ROW_PX) / 2
        )
        heights.append(middle)
        shapes += session_head(row.mark, 0.0, middle, sheet)
        shapes += _bar(row.lasting, middle, x, sheet)
        words = outcome_words(row, rows)
        if beside:
            shapes += _beside_a_bar(words, right + sheet.length(16), middle, sheet)
        elif with_words:
            lower = sheet.length(22) + (len(below[place]) - 1) * sheet.length(7)
            shapes += _on_ground(below[place], left, middle + lower, sheet)
        elif not row.lasting.lasted:
            shapes += _on_ground(wrapped(words, sheet, LABEL_PX, left), left, middle, sheet)
    legend, height = laid_out(_legend(rows, sheet), sheet, bottom + sheet.length(42))
    if curve is not None:
        part, height = survival_part(curve, height + sheet.length(16), left, right, sheet)
        legend += part
    return Picture(
        sheet.width,
        height,
        (*shapes, *legend),
        _("How long it lasted"),
        lasting_sentence(of or rows, measure),
        SpokenPoints.of(spoken_lasting(rows, sheet.length(10), heights), [row.lasting.day for row in rows]),
    )


def _beside_a_bar(words: str, left: float, middle: float, sheet: Sheet) -> list[Shape]:
    lines = wrapped(words, sheet, LABEL_PX, left)
    first = middle - (len(lines) - 1) * sheet.length(8)
    return [
        words_at(left, first + at * sheet.length(16), line, sheet, size=LABEL_PX)
        for at, line in enumerate(lines)
    ]


def _on_ground(lines: Sequence[str], left: float, middle: float, sheet: Sheet) -> list[Shape]:
    """Return words where lines of days run, on a ground that keeps these from running through."""
    first = middle - (len(lines) - 1) * sheet.length(7)
    half = sheet.length(7) * len(lines)
    air = sheet.length(4)
    across = (left - air, left + max(sheet.words(line) for line in lines) + air)
    ground = Area(across, (middle - half,) * 2, (middle + half,) * 2, Paint("surface"))
    return [
        ground,
        *(
            words_at(left, first + at * sheet.length(14), line, sheet, "ink2", LABEL_PX)
            for at, line in enumerate(lines)
        ),
    ]


def _day_lines(x: Across, last: int, bottom: float, sheet: Sheet) -> list[Shape]:
    shapes: list[Shape] = []
    baseline = bottom + sheet.length(18)
    free = float("-inf")
    for day in (0, *(day for day in LABELLED if day <= last)):
        text = _("session") if day == 0 else _("day {n}").format(n=number(day))
        half = sheet.words(text) / 2
        if x(day) - half < free:
            continue
        free = x(day) + half + sheet.length(10)
        shapes.append(Line((x(day), x(day)), (sheet.length(4), bottom), Paint("line")))
        shapes.append(Words(x(day), baseline, text, "ink2", sheet.length(LABEL_PX), anchor="middle"))
    return shapes


def _bar(found: Lasting, middle: float, x: Across, sheet: Sheet) -> list[Shape]:
    """Return the solid stretches that were noted, the dotted ones that were not, and the end."""
    if not found.lasted:
        return []
    half = sheet.length(BAR_PX / 2)
    shapes: list[Shape] = []
    ends_at_once = found.outcome is Outcome.ENDED and found.end == found.seen[-1] + 1
    for first, final in _stretches(found.seen):
        start, end = x(first - HALF_DAY), x(final + HALF_DAY)
        if ends_at_once and final == found.seen[-1]:
            end = x(found.end) - sheet.length(3)
        shapes.append(
            Box(start, middle - half, end - start, 2 * half, sheet.length(2.5), Paint("session_fill"))
        )
    unseen = [
        (before[1], after[0])
        for before, after in zip(_stretches(found.seen), _stretches(found.seen)[1:], strict=False)
    ]
    last_seen = found.seen[-1]
    if found.outcome is Outcome.ENDED and found.end - last_seen - 1 > 0:
        unseen.append((last_seen, found.end))
    for before, after in unseen:
        start, end = x(before + HALF_DAY) + sheet.length(4), x(after - HALF_DAY / 2)
        shapes.append(
            Box(
                start,
                middle - half + 1,
                max(end - start, 1.0),
                2 * half - 2,
                sheet.length(2.5),
                None,
                Paint("ink3"),
                sheet.length(1.25),
                (sheet.length(2), sheet.length(3)),
            )
        )
    if found.outcome is Outcome.ENDED:
        end = x(found.end)
        post = (middle - half - sheet.length(3), middle + half + sheet.length(3))
        shapes.append(Line((end, end), post, Paint("session"), sheet.length(2.5)))
    else:
        shapes += _chevrons(x(last_seen + HALF_DAY) + sheet.length(4), middle, sheet)
    return shapes


def _stretches(seen: Sequence[int]) -> list[tuple[int, int]]:
    """Return the noted days as stretches, parted where more than three days were not noted."""
    stretches: list[tuple[int, int]] = []
    for day in seen:
        if stretches and day - stretches[-1][1] - 1 <= LONGEST_BRIDGED_DAYS:
            stretches[-1] = (stretches[-1][0], day)
        else:
            stretches.append((day, day))
    return stretches


def _chevrons(x: float, middle: float, sheet: Sheet) -> list[Shape]:
    reach, half = sheet.length(CHEVRON_PX), sheet.length(BAR_PX / 2 - 1)
    shapes: list[Shape] = []
    for start in (x, x + reach):
        shapes += [
            Line((start, start + reach), (middle - half, middle), Paint("session"), sheet.length(1.5)),
            Line((start, start + reach), (middle + half, middle), Paint("session"), sheet.length(1.5)),
        ]
    return shapes


def _legend(rows: Sequence[NumberedLasting], sheet: Sheet) -> list[Item]:
    items = []
    found = [row.lasting for row in rows]
    if any(one.outcome is Outcome.ENDED for one in found):
        post = Line(
            (sheet.length(2),) * 2, (-sheet.length(8), sheet.length(8)), Paint("session"), sheet.length(2.5)
        )
        items.append(Item((post,), sheet.length(4), _("two noted days below it: ended")))
    if any(one.lasted and one.outcome is not Outcome.ENDED for one in found):
        box = Box(
            0.0, -sheet.length(6), sheet.length(16), sheet.length(12), sheet.length(2), Paint("session_fill")
        )
        signs = (box, *_chevrons(sheet.length(19), 0.0, sheet))
        items.append(Item(signs, sheet.length(36), _("cut off, it may have lasted longer")))
    if any(_has_unseen(one) for one in found):
        dash = (sheet.length(2), sheet.length(3))
        box = Box(
            0.0,
            -sheet.length(6),
            sheet.length(26),
            sheet.length(12),
            sheet.length(2),
            None,
            Paint("ink3"),
            1.25,
            dash,
        )
        items.append(Item((box,), sheet.length(26), _("no check-ins, not known")))
    return items


def _has_unseen(found: Lasting) -> bool:
    if not found.lasted:
        return False
    ended_later = found.outcome is Outcome.ENDED and found.end - found.seen[-1] > 1
    return ended_later or len(_stretches(found.seen)) > 1
