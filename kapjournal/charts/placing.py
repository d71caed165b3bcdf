"""Shapes at another place, and a picture that carries its own title and sentence."""

from __future__ import annotations

from kapjournal.charts.picture import Area, Box, Mark, Picture, Ramp, Shape, SpokenPoints, Words
from kapjournal.charts.sheet import Sheet

TITLE_PX = 20
TITLE_BASELINE_PX = 20
SENTENCE_PX = 14
SENTENCE_LEADING_PX = 20
SENTENCE_BELOW_PX = 28
CHART_BELOW_PX = 12


def moved(shape: Shape, x: float, y: float) -> Shape:
    """Return a shape at another place."""
    if isinstance(shape, Mark | Box | Words):
        return shape._replace(x=shape.x + x, y=shape.y + y)
    if shape.paint.ramp is not None:
        ramp = Ramp(shape.paint.ramp.low_y + y, shape.paint.ramp.high_y + y)
        shape = shape._replace(paint=shape.paint._replace(ramp=ramp))
    xs = tuple(place + x for place in shape.xs)
    if isinstance(shape, Area):
        return shape._replace(
            xs=xs,
            uppers=tuple(place + y for place in shape.uppers),
            lowers=tuple(place + y for place in shape.lowers),
        )
    return shape._replace(xs=xs, ys=tuple(place + y for place in shape.ys))


def headed(picture: Picture, sheet: Sheet, margin: float = 24.0) -> Picture:
    """Return a picture that can stand alone: title and sentence above it, a margin all round.

    `sheet` is the one that the picture was drawn for.
    """
    left = sheet.length(margin)
    y = left + sheet.length(TITLE_BASELINE_PX)
    shapes: list[Shape] = [Words(left, y, picture.title, "ink", sheet.length(TITLE_PX), 600, serif=True)]
    y += sheet.length(SENTENCE_BELOW_PX - SENTENCE_LEADING_PX)
    for line in wrapped(picture.sentence, sheet, SENTENCE_PX):
        y += sheet.length(SENTENCE_LEADING_PX)
        shapes.append(Words(left, y, line, "ink2", sheet.length(SENTENCE_PX)))
    top = y + sheet.length(CHART_BELOW_PX)
    shapes += [moved(shape, left, top) for shape in picture.shapes]
    return Picture(
        picture.width + 2 * left,
        top + picture.height + left,
        tuple(shapes),
        picture.title,
        picture.sentence,
        SpokenPoints(),
    )


def wrapped(text: str, sheet: Sheet, size: float, indent: float = 0.0, weight: int = 400) -> list[str]:
    """Return a text in lines no wider than the sheet less an indent; a word that is wider stays whole."""
    lines: list[str] = []
    for word in text.split():
        if lines and sheet.words(f"{lines[-1]} {word}", weight, size) <= sheet.width - indent:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines
