"""Every page of the sample journal: nothing without a name, and Tab stops at each control, both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.journeys.conftest import Person

PAGES = ("Today", "Journal", "Sessions", "Integrate", "Trends", "Share", "Support", "Settings")


@pytest.fixture(scope="module")
def visitor(screen_packages: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """Someone who looks around in the sample journal."""
    someone = Person(tmp_path_factory.mktemp("visitor"))
    someone.open_sample()
    someone.click("Close")
    yield someone
    someone.close()


def find(person: Person, words: str) -> None:
    """Do what is found by some of its words."""
    person.key("ctrl+k")
    person.wait("Find any action", of_role="text")
    person.type(words)
    person.key("Return")


def on_page(name: str) -> Callable[[Person], None]:
    def go(person: Person) -> None:
        person.click(name)

    return go


def by_finding(words: str, then: str = "") -> Callable[[Person], None]:
    def go(person: Person) -> None:
        find(person, words)
        if then:
            person.click(then)

    return go


def check_in(person: Person) -> None:
    person.key("ctrl+n")
    person.wait("Feelings")
    assert not person.there("Lock"), "the page below a dialog is not there for a reader"


def reflection(person: Person) -> None:
    person.key("ctrl+1")
    person.click("Continue*", of_role="push button")
    person.wait("Text", of_role="text")


def of_session(name: str) -> Callable[[Person], None]:
    def go(person: Person) -> None:
        person.key("ctrl+3")
        person.click(name)

    return go


PLACES = {
    **{page: (on_page(page), "") for page in PAGES},
    "check-in": (check_in, "Escape"),
    "reflection": (reflection, ""),
    "versions": (by_finding("earlier versions"), ""),
    "trash": (by_finding("the trash"), ""),
    "scales": (by_finding("fill in a scale"), ""),
    "answers": (by_finding("fill in a scale", "Begin PHQ-9*"), ""),
    "thread": (by_finding("the thread"), ""),
    "lay out": (of_session("Lay them out"), ""),
    "later looks": (of_session("Later looks"), ""),
    "capture": (by_finding("catch what"), "Escape"),
}


@pytest.mark.parametrize("name", PLACES)
def test_tab_stops_at_every_control_and_each_has_a_name(visitor: Person, name: str) -> None:
    go, leave = PLACES[name]
    go(visitor)
    try:
        visitor.reaches_all_by_tab()
    finally:
        if leave:
            visitor.key(leave)


def test_a_chart_tells_its_points_its_days_and_its_table(visitor: Person) -> None:
    visitor.key("ctrl+5")
    visitor.focus("Mood", of_role="chart")
    assert "66 check-ins on 40 of 46 days." in visitor.description("Mood", of_role="chart")
    assert visitor.told("Home").startswith("Tuesday 8 September, 08:10: mood 3, rather low")
    assert visitor.told("Right").startswith("Tuesday 8 September, 21:20: mood 2, quite low")
    assert visitor.told("plus").startswith("16 September to 20 October 2026. 51 check-ins on 29 of 35 days.")
    assert "51 check-ins on 29 of 35 days." in visitor.description("Mood", of_role="chart")
    assert visitor.told("0").startswith("8 September to 23 October 2026. 66 check-ins on 40 of 46 days.")
    visitor.click("Show the table: Mood")
    visitor.wait("7 days’ median", of_role="table column header")
    visitor.click("Close the table")
    visitor.wait("Show the table: Mood")
