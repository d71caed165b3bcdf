"""Share, Support, Settings: all that can be done there, by the tree and by keys."""

from __future__ import annotations

import pytest

from tests.journeys.acts import Place
from tests.journeys.conftest import Walker
from tests.journeys.places import SHARING
from tests.journeys.walking import walk_through


def test_the_month_of_a_field_for_a_day_is_gone_through_by_keys(walker: Walker) -> None:
    walker.key("ctrl+6")
    walker.wait("First day", of_role="text")
    walker.tab_to("Choose a day")
    walker.key("space")
    walker.wait("Choose a day", of_role="dialog")
    assert walker.unnamed() == []
    assert walker.focused() == ["push button", "Tuesday, 8 September, chosen"]
    assert walker.heard("Left") == ["push button", "Monday, 7 September"]
    assert walker.heard("Up") == ["push button", "Monday, 31 August"]
    assert walker.heard("Page_Down") == ["push button", "Wednesday, 30 September"]
    walker.key("Escape")
    walker.wait_gone("Choose a day", of_role="dialog")
    assert walker.focused() == ["push button", "Choose a day"]
    assert walker.text("First day", of_role="text") == "8 Sep 2026", "Esc chooses nothing"
    walker.key("space")
    walker.wait("Choose a day", of_role="dialog")
    assert walker.heard("Right") == ["push button", "Wednesday, 9 September"]
    walker.key("Return")
    walker.wait_text("First day", "9 Sep 2026")
    walker.set("First day", "8 Sep 2026", of_role="text")


@pytest.mark.parametrize("place", SHARING, ids=lambda place: place.name)
def test_a_place_holds_what_the_table_names_and_each_is_done_both_ways(walker: Walker, place: Place) -> None:
    walk_through(walker, place)
