"""Every place of the program: all that can be done there stands in the table, and is done by the tree and by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kapjournal.ui.pages import PAGES
from tests.journeys.acts import Act, Control, Place, control
from tests.journeys.conftest import Person
from tests.journeys.places import PLACES, SIDEBAR, TOAST
from tests.journeys.ways import ByKeys, ByTree, take

WHOLE_PAGES = {page.class_name for page in PAGES} | {"CheckInDialog", "SideEffectsDialog"}
"""Where Tab is followed all the way round, both ways; elsewhere it is followed to each act."""


@pytest.fixture(scope="module")
def walker(screen_packages: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """Someone who goes everywhere in the sample journal."""
    someone = Person(tmp_path_factory.mktemp("walker"))
    someone.open_sample()
    someone.click("Close")
    make_room_for_a_star(someone)
    yield someone
    someone.close()


def make_room_for_a_star(person: Person) -> None:
    """The sample has as many things to talk about as there can be."""
    person.click("Share")
    person.wait("What I would like to talk about, 3", of_role="text")
    person.set("What I would like to talk about, 3", "", of_role="text")
    person.click("Today")


def arrive(person: Person, place: Place) -> None:
    """Leave what is open, and go there by the way that the table tells."""
    person.close_what_is_open()
    for step in place.way:
        take(person, step)
    shown = control(place.shows)
    person.wait(shown.name, of_role=shown.role)


def not_in_the_table(person: Person, place: Place) -> list[str]:
    """What can be operated and is named neither among the acts nor among what is like them."""
    named = [control(act.control) for act in place.acts] + [
        control(name) for name in (*place.alike, *SIDEBAR, *TOAST)
    ]
    return [str(Control(*found)) for found in person.controls() if not any(c.is_like(*found) for c in named)]


def faults_of(person: Person, place: Place) -> Iterator[str]:
    """Do each act both ways."""
    for way in (ByTree(person), ByKeys(person)):
        for act in place.acts:
            try:
                if not _is_there(person, act):
                    arrive(person, place)
                way.do(act)
            except AssertionError as fault:
                yield f"{way.name}, {act.control}: {str(fault)[:160]}"
                arrive(person, place)


def _is_there(person: Person, act: Act) -> bool:
    wanted = control(act.door or act.control)
    return bool(person.there(wanted.name, of_role=wanted.role))


def test_a_chart_tells_its_points_its_days_and_its_table(walker: Person) -> None:
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


def test_the_month_of_a_field_for_a_day_is_gone_through_by_keys(walker: Person) -> None:
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


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_place_holds_what_the_table_names_and_each_is_done_both_ways(walker: Person, place: Place) -> None:
    arrive(walker, place)
    if any(name in WHOLE_PAGES for name in place.made_by):
        walker.reaches_all_by_tab()
    assert walker.unnamed() == []
    unknown = not_in_the_table(walker, place)
    faults = list(faults_of(walker, place))
    for step in place.leave:
        take(walker, step)
    assert unknown == []
    assert faults == []
