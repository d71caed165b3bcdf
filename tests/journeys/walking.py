"""Walking through the places of the program: all that can be done in one stands in the table, and is done both ways."""

from __future__ import annotations

from collections.abc import Iterator

from kapjournal.ui.pages import PAGES
from tests.journeys.acts import Act, Control, Place, control
from tests.journeys.conftest import Person, Walker
from tests.journeys.hands import HandsError
from tests.journeys.places import PLACES, SIDEBAR, TOAST
from tests.journeys.ways import ByKeys, ByTree, take

WHOLE_PAGES = {page.class_name for page in PAGES} | {"CheckInDialog", "SideEffectsDialog"}
"""Where Tab is followed all the way round, both ways; elsewhere it is followed to each act."""


def walk_through(walker: Walker, place: Place) -> None:
    """Go to a place and do all that can be done there, by the tree and by keys.

    What does not hold counts if it does not hold either in a program that was just opened: on a machine with much to
    do, a key now and then meets a window that is still busy with the one before.
    """
    try:
        walk(walker, place)
    except AssertionError as fault:
        print(f"At the first walk: {fault}")
        walker.shot(str(walker.home / f"{place.name}.png"))
        walker.begin_anew()
        walk(walker, place)


def walk(person: Person, place: Place) -> None:
    """Do it once."""
    arrive(person, place)
    if any(name in WHOLE_PAGES for name in place.made_by):
        person.reaches_all_by_tab()
    assert person.unnamed() == []
    unknown = not_in_the_table(person, place)
    faults = list(faults_of(person, place))
    for step in place.leave:
        take(person, step)
    assert not unknown, f"not in the table: {unknown}"
    assert not faults, "\n".join(faults)


def arrive(person: Person, place: Place) -> None:
    """Leave what is open, and go there by the way that the table tells."""
    try:
        _go(person, place)
    except HandsError:  # a window that was still busy with what came before: as a person would, once more
        _go(person, place)
    shown = control(place.shows)
    person.wait(shown.name, of_role=shown.role)


def _go(person: Person, place: Place) -> None:
    person.close_what_is_open()
    for step in place.way:
        take(person, step)


def not_in_the_table(person: Person, place: Place) -> list[str]:
    """What can be operated and is named neither among the acts nor among what is like them, once all has settled."""
    person.settled()
    named = [control(name) for name in (*named_in(place), *SIDEBAR, *TOAST)]
    return [str(Control(*found)) for found in person.controls() if not any(c.is_like(*found) for c in named)]


def named_in(place: Place) -> Iterator[str]:
    """What the table names in a place, and in the one on which it stands."""
    yield from (act.control for act in place.acts)
    yield from place.alike
    if place.on:
        yield from named_in(next(other for other in PLACES if other.name == place.on))


def faults_of(person: Person, place: Place) -> Iterator[str]:
    """Do each act both ways."""
    for way in (ByTree(person), ByKeys(person)):
        for act in place.acts:
            try:
                if not _is_there(person, place, act):
                    arrive(person, place)
                way.do(act)
            except AssertionError as fault:
                yield f"{way.name}, {act.control}: {str(fault)[:160]}"
                arrive(person, place)


def _is_there(person: Person, place: Place, act: Act) -> bool:
    """Whether what the act is done with is there; what stands in a dialog also has a namesake behind it."""
    shown, wanted = control(place.shows), control(act.door or act.control)
    if shown.role == "dialog" and not person.there(shown.name, of_role=shown.role):
        return False
    return bool(person.there(wanted.name, of_role=wanted.role))
