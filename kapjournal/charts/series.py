"""How each of several measures is drawn: marker and dash say which it is, colour says it again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from kapjournal.charts.picture import Form
from kapjournal.tokens import tokens

MOST_IN_ONE = 6
"""A seventh has no marker of its own: then each measure has a small chart."""
OF_SLEEP = {"sleep_h": "sleep"}


class SeriesStyle(NamedTuple):
    """The sign, the dash and the colour of a measure."""

    role: str
    form: Form
    dash: tuple[float, ...]


def series_styles(keys: Sequence[str]) -> dict[str, SeriesStyle]:
    """Return the style of each measure: its own where the design has one, else the next that is free."""
    marks = tokens().series_marks
    own = {key: OF_SLEEP.get(key, key) for key in keys}
    taken = {name for name in own.values() if name in marks}
    free = [name for name in marks if name not in taken]
    styles = {}
    for key, name in own.items():
        chosen = name if name in marks else free.pop(0) if free else "mood"
        form, dash = marks[chosen]
        styles[key] = SeriesStyle(f"series_{chosen}", cast("Form", form), dash)
    return styles
