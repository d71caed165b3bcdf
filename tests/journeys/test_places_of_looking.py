"""Course, scales, Integrate, Trends: all that can be done there, by the tree and by keys."""

from __future__ import annotations

import pytest

from tests.journeys.acts import Place
from tests.journeys.conftest import Walker
from tests.journeys.places import LOOKING
from tests.journeys.walking import walk_through


def test_a_chart_tells_its_points_its_days_and_its_table(walker: Walker) -> None:
    walker.key("ctrl+5")
    walker.focus("Mood", of_role="chart")
    assert "66 check-ins on 40 of 46 days." in walker.description("Mood", of_role="chart")
    assert walker.told("Home").startswith("Tuesday 8 September, 08:10: mood 3, rather low")
    assert walker.told("Right").startswith("Tuesday 8 September, 21:20: mood 2, quite low")
    assert walker.told("plus").startswith("16 September to 20 October 2026. 51 check-ins on 29 of 35 days.")
    assert "51 check-ins on 29 of 35 days." in walker.description("Mood", of_role="chart")
    assert walker.told("0").startswith("8 September to 23 October 2026. 66 check-ins on 40 of 46 days.")
    walker.click("Show the table: Mood")
    walker.wait("7 days’ median", of_role="table column header")
    walker.click("Close the table")
    walker.wait("Show the table: Mood")


@pytest.mark.parametrize("place", LOOKING, ids=lambda place: place.name)
def test_a_place_holds_what_the_table_names_and_each_is_done_both_ways(walker: Walker, place: Place) -> None:
    walk_through(walker, place)
