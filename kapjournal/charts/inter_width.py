"""How wide words are in the bundled Inter, for charts on paper and on the web page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache

from kapjournal.paths import resource

ADVANCES = "fonts/inter_advances.json"
NORMAL = 400


@lru_cache(maxsize=4096)
def inter_width(text: str, size: float, weight: int = NORMAL) -> float:
    """Return how wide a text is in Inter at a size, in the size's unit; kerning is left out (under 1 %)."""
    advances, missing, units = _advances(weight)
    return sum(advances.get(ord(letter), missing) for letter in text) * size / units


@cache
def _advances(weight: int) -> tuple[Mapping[int, int], int, int]:
    """Return the widths by character at a weight, that of a missing one, and the units of the em square.

    They were read off the font once (tests/charts/write_inter_advances.py): opening it takes longer than a chart.
    """
    stored = json.loads(resource(ADVANCES).read_text("utf-8"))
    of_weight = stored["weights"].get(str(weight), stored["weights"][str(NORMAL)])
    advances: dict[int, int] = {}
    for first, run in of_weight["runs"]:
        advances.update(enumerate(run, first))
    return advances, of_weight["missing"], stored["units"]
