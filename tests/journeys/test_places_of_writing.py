"""Today, Journal, writing, sessions: all that can be done there, by the tree and by keys."""

from __future__ import annotations

import pytest

from tests.journeys.acts import Place
from tests.journeys.conftest import Walker
from tests.journeys.places import WRITING
from tests.journeys.walking import walk_through


@pytest.mark.parametrize("place", WRITING, ids=lambda place: place.name)
def test_a_place_holds_what_the_table_names_and_each_is_done_both_ways(walker: Walker, place: Place) -> None:
    walk_through(walker, place)
