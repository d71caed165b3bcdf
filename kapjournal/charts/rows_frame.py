"""What charts made of rows share: a session's diamond with its date, hairlines, wrapped words."""

from __future__ import annotations

from datetime import date

from kapjournal.charts.frame import BASELINE_DROP, LABEL_PX
from kapjournal.charts.markers import session_mark
from kapjournal.charts.picture import Line, Paint, Shape, Words
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import SessionMark
from kapjournal.words.dates import day_short

BODY_PX = 13.5


def words_at(
    x: float,
    middle: float,
    text: str,
    sheet: Sheet,
    role: str = "ink",
    size: float = BODY_PX,
    weight: int = 400,
) -> Words:
    """Return words whose line has its middle at a height."""
    px = sheet.length(size)
    return Words(x, middle + px * BASELINE_DROP, text, role, px, weight)


def session_head(mark: SessionMark, x: float, y: float, sheet: Sheet, *, beside: bool = True) -> list[Shape]:
    """Return a session's diamond, with its date at the right if there is room."""
    shapes: list[Shape] = [session_mark(mark, x + sheet.length(10), y, sheet)]
    if beside:
        shapes.append(words_at(x + sheet.length(27), y, day_short(mark.day), sheet, "ink2", LABEL_PX))
    return shapes


def head_width(day: date, sheet: Sheet) -> float:
    """Return how wide a session's diamond with its date is."""
    return sheet.length(27) + sheet.words(day_short(day))


def rule(y: float, sheet: Sheet) -> Line:
    """Return a hairline between rows."""
    return Line((0.0, sheet.width), (y, y), Paint("line"))
