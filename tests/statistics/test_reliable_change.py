"""The smallest reliable change, on the worked figure of the clinical reference and at its ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.statistics.reliable_change import reliable_change


def test_the_worked_case() -> None:
    # SEM = 6·√0.16 = 2.4; S_diff = 2.4·√2 = 3.394; × 1.96.
    assert round(reliable_change(6, 0.84), 2) == 6.65


def test_a_scale_without_error_shows_every_change() -> None:
    assert reliable_change(6, 1.0) == 0.0
    assert reliable_change(0, 0.5) == 0.0


@pytest.mark.parametrize(
    "given_", [(-1.0, 0.8), (float("nan"), 0.8), (6.0, 1.01), (6.0, -0.1), (6.0, float("nan"))]
)
def test_what_no_scale_can_have_is_refused(given_: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="deviation"):
        reliable_change(*given_)


@given(st.floats(0, 100), st.floats(0, 1), st.floats(0, 1))
def test_a_more_reliable_scale_needs_no_larger_change(deviation: float, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert reliable_change(deviation, high) <= reliable_change(deviation, low)
