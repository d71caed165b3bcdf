"""Every page of the sample journal: nothing without a name, and Tab stops at each control that the page has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.journeys.conftest import Person

PAGES = ("Today", "Journal", "Sessions", "Integrate", "Trends", "Share", "Support", "Settings")
MOST_STOPS = 160


@pytest.fixture(scope="module")
def visitor(screen_packages: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """Someone who looks around in the sample journal."""
    someone = Person(tmp_path_factory.mktemp("visitor"))
    someone.open_sample()
    someone.wait_gone("A sample, to look around in*", within=20)
    yield someone
    someone.close()


def round_by_tab(person: Person, first: str) -> list[tuple[str, str]]:
    """Where Tab stops, from one control on until it is there again."""
    person.focus(first)
    found: list[tuple[str, str]] = []
    for _ in range(MOST_STOPS):
        now = tuple(person.press_and_hear("Tab") or ("nothing", ""))
        found.append(now)
        if now[1] == first:
            return found
    raise AssertionError(f"Tab did not come back: {found[-3:]}")


@pytest.mark.parametrize("page", PAGES)
def test_tab_stops_at_every_control_and_each_has_a_name(visitor: Person, page: str) -> None:
    visitor.click(page)
    visitor.settled()
    assert visitor.unnamed() == []
    shown = {tuple(stop) for stop in visitor.stops()}
    reached = set(round_by_tab(visitor, page))
    if any(
        role == "radio button" for role, _name in reached
    ):  # arrow keys lead from the chosen one to the others
        shown = {stop for stop in shown if stop[0] != "radio button"}
    assert shown - reached == set()
