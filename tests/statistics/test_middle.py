"""The median is numpy's own, to the last bit."""

import math

import numpy as np
import pytest

from kapjournal.statistics.middle import median


@pytest.mark.parametrize("count", range(1, 12))
def test_it_is_numpys_median(count: int) -> None:
    values = np.random.default_rng(count).normal(size=count)
    assert median(values) == float(np.median(values))


def test_of_nothing_there_is_none() -> None:
    assert math.isnan(median([]))
    assert math.isnan(median([1.0, math.nan, 2.0]))
