"""The value axis of a measure: its full scale, its ends in words."""

from __future__ import annotations

from kapjournal.charts.subject import GridValue, MeasureAxis
from kapjournal.domain.measure import MOOD, Measure
from kapjournal.words.language import _
from kapjournal.words.measures import measure_ends, measure_name

HOURS = "h"


def measure_axis(measure: Measure) -> MeasureAxis:
    """Return the axis of a measure: hairlines at both ends and in the middle; hours of a day at every eighth.

    The scale is never cut, so that a small change never looks large (clinical reference 6).
    """
    low_word, high_word = measure_ends(measure)
    middle_word = _("in between") if measure.key == MOOD else ""
    inner = [GridValue((measure.low + measure.high) / 2, middle_word)]
    if measure.unit == HOURS and measure.high - measure.low == 24:
        inner = [GridValue(measure.low + 8), GridValue(measure.low + 16)]
    grid = (GridValue(measure.low, low_word), *inner, GridValue(measure.high, high_word))
    return MeasureAxis(measure_name(measure), measure.key, grid, measure.unit)
