"""From how many points on a change of a scale is more than its own measurement error."""

from __future__ import annotations

import math

NINETY_FIVE = 1.96
"""Standard errors that hold 95 of 100 differences of someone who did not change."""


def reliable_change(deviation: float, reliability: float) -> float:
    """Return the smallest reliable change in points of the scale.

    `deviation`: the standard deviation of the totals in the group that was studied, in points, 0 or more;
    `reliability`: that of the scale, 0 to 1. SEM = SD·√(1 − r), S_diff = SEM·√2, change = 1.96·S_diff.
    Raises ValueError where one is out of range. The program draws its lines at published thresholds, never at numbers
    from a person's own deviation. Sources: Jacobson and Truax 1991, J. Consult. Clin. Psychol. 59:12;
    Christensen and Mendoza 1986; clinical reference 6.4.
    """
    if not (deviation >= 0 and math.isfinite(deviation)) or not 0 <= reliability <= 1:
        raise ValueError("a deviation below 0, or a reliability outside 0 to 1")
    error_of_measurement = deviation * math.sqrt(1 - reliability)
    return NINETY_FIVE * math.sqrt(2) * error_of_measurement
