"""From a column's own scale onto a measure's."""

from __future__ import annotations

import pytest

from kapjournal.domain.measure import Measure
from kapjournal.exchange.mapping import ValueColumn

OWN = Measure(key="own1", name="Ease", low=1, high=5)


@pytest.mark.parametrize(
    ("value", "turned", "wanted"),
    [(0, False, 1), (100, False, 5), (25, False, 2), (12.5, False, 1.5), (0, True, 5), (25, True, 4)],
)
def test_ends_lie_on_ends_and_what_is_between_keeps_its_fraction(
    value: float, turned: bool, wanted: float
) -> None:
    column = ValueColumn(
        column="ease", place="value[1].column", measure=OWN, low=0, high=100, reversed=turned
    )
    assert column.onto_measure(value) == pytest.approx(wanted)
