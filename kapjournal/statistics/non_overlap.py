"""How far what came after a start lies apart from what came before it: the non-overlap of all pairs."""

from __future__ import annotations

import numpy as np

from kapjournal.statistics.observations import Floats

NEEDS_POINTS = 5


def non_overlap(before: Floats, after: Floats, *, lower_is_better: bool = False) -> float | None:
    """Return the share of pairs, one value before and one after, in which the later is the better; a tie is half.

    `before` and `after`: values of one measure in its own unit, shapes (n,) and (m,), in any order; NaN, where nothing
    was noted, takes no part. From 0 to 1; 0.5 where the two do not differ. None from fewer than five values on either
    side. No interval: those that are in use suppose independent days, which days are not.
    Sources: Parker and Vannest 2009, Behav. Ther. 40:357; clinical reference 6.6.
    """
    before, after = before[~np.isnan(before)], after[~np.isnan(after)]
    if min(len(before), len(after)) < NEEDS_POINTS:
        return None
    ordered = np.sort(before)
    below = np.searchsorted(ordered, after, "left")
    ties = np.searchsorted(ordered, after, "right") - below
    share = float((below + ties / 2).sum()) / (len(before) * len(after))
    return 1 - share if lower_is_better else share
