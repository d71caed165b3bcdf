"""The median of some values, without what numpy loads before its own: the whole of its masked arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kapjournal.statistics.observations import Floats


def median(values: Floats | Sequence[float]) -> float:
    """Return the middle value, of an even number the mean of both; NaN where there is none, or any is NaN."""
    ordered = np.sort(np.asarray(values, dtype=np.float64))
    count = len(ordered)
    if not count or np.isnan(ordered[-1]):
        return float("nan")
    return float((ordered[(count - 1) // 2] + ordered[count // 2]) / 2)
