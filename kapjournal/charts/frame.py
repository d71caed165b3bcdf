"""Where values and days stand: the frame of a chart over time, with its hairlines, words and dates."""

from __future__ import annotations

import math
from typing import NamedTuple

from kapjournal.charts.picture import Line, Paint, Ramp, Shape, TimeSpan, Words
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import MeasureAxis
from kapjournal.charts.time_axis import Tick
from kapjournal.statistics.observations import Floats

LABEL_PX = 12.5
BASELINE_DROP = 0.36
"""From the middle of a line of type to its baseline, as a part of its size."""
NUMBER_GAP_PX = 9
WORD_GAP_PX = 8
KERNING_PX = 2
"""Words are measured without kerning, which may widen one a little: its first letter must not be cut."""
TICK_PX = 6
TICK_LABEL_PX = 5
LABEL_BELOW_PX = 19
DATES_APART_PX = 8
ROOM_ABOVE_PX = 30
ROOM_BELOW_PX = 26
WORDS_NEED_PX = 420


class Frame(NamedTuple):
    """The field that the values stand in, in page units, and what its edges mean."""

    left: float
    right: float
    top: float
    bottom: float
    start: float
    """The time at the left edge: ordinal of a day plus a part of it."""
    end: float
    low: float
    high: float

    @property
    def day_width(self) -> float:
        """How wide one day is."""
        return (self.right - self.left) / (self.end - self.start)

    @property
    def ramp(self) -> Ramp:
        """The mood ramp over this field."""
        return Ramp(self.bottom, self.top)

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day that stand in it whole."""
        return math.ceil(self.start), math.floor(self.end) - 1

    @property
    def span(self) -> TimeSpan:
        """Which times its edges stand for."""
        return TimeSpan(self.left, self.right, self.start, self.end)

    def x(self, time: float) -> float:
        """Return where a time stands."""
        return self.left + (time - self.start) * self.day_width

    def y(self, value: float) -> float:
        """Return where a value stands."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)


def heights(values: Floats, field: Frame) -> Floats:
    """Return where values stand: `Frame.y` for an array."""
    return field.bottom - (values - field.low) / (field.high - field.low) * (field.bottom - field.top)


def frame(axis: MeasureAxis, sheet: Sheet, start: float, end: float, room_right: float) -> Frame:
    """Return the frame of a measure between two times, with room for its words at the left."""
    top = sheet.length(ROOM_ABOVE_PX)
    return Frame(
        left=_room_left(axis, sheet),
        right=sheet.width - room_right,
        top=top,
        bottom=top + sheet.plot_height,
        start=start,
        end=end,
        low=axis.low,
        high=axis.high,
    )


def value_axis(axis: MeasureAxis, sheet: Sheet, field: Frame) -> list[Shape]:
    """Return hairlines with number and word at the left."""
    shapes: list[Shape] = []
    size = sheet.length(LABEL_PX)
    number_right = field.left - sheet.length(NUMBER_GAP_PX)
    word_right = number_right - _number_room(axis, sheet) - sheet.length(WORD_GAP_PX)
    for line in axis.grid:
        y = field.y(line.value)
        shapes.append(Line((field.left, field.right), (y, y), Paint("line")))
        baseline = y + size * BASELINE_DROP
        shapes.append(Words(number_right, baseline, axis.label(line.value), "ink2", size, anchor="end"))
        if line.word and has_words(sheet):
            shapes.append(Words(word_right, baseline, line.word, "ink2", size, anchor="end"))
    return shapes


def day_axis(
    ticks: tuple[Tick, ...], sheet: Sheet, field: Frame, taken: tuple[float, float] | None = None
) -> list[Shape]:
    """Return the ticks under the frame with their dates; none where another word has `taken` the place."""
    shapes: list[Shape] = []
    size = sheet.length(LABEL_PX)
    apart = sheet.length(DATES_APART_PX) if taken else 0.0
    start, end = taken or (0.0, 0.0)
    for tick in ticks:
        x = field.x(tick.day)
        length = sheet.length(TICK_PX if tick.label else TICK_PX / 2)
        shapes.append(Line((x, x), (field.bottom, field.bottom + length), Paint("strong")))
        label_x = x + sheet.length(TICK_LABEL_PX)
        label_end = label_x + sheet.words(tick.label)
        if (
            tick.label
            and label_end <= sheet.width
            and not (label_x < end + apart and start - apart < label_end)
        ):
            baseline = field.bottom + sheet.length(LABEL_BELOW_PX)
            shapes.append(Words(label_x, baseline, tick.label, "ink2", size))
    return shapes


def has_words(sheet: Sheet) -> bool:
    """Whether the words of the value axis have room at the left; else the legend says them."""
    return sheet.width >= sheet.length(WORDS_NEED_PX)


def _room_left(axis: MeasureAxis, sheet: Sheet) -> float:
    room = sheet.length(NUMBER_GAP_PX) + _number_room(axis, sheet)
    if not has_words(sheet):
        return room
    words = max(sheet.words(line.word) for line in axis.grid)
    return room + words + (sheet.length(WORD_GAP_PX + KERNING_PX) if words else 0.0)


def _number_room(axis: MeasureAxis, sheet: Sheet) -> float:
    return max(sheet.words(axis.label(line.value)) for line in axis.grid)
