from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import Moment
from kapjournal.domain.timeline import Snippet, TimelineItem
from kapjournal.ui.journal.row_words import day_heading, row_preview, row_spoken, row_title
from kapjournal.words import language

TODAY = date(2026, 10, 23)
ITEM = TimelineItem(
    id=1,
    kind=Kind.REFLECTION,
    moment=Moment(datetime(2026, 10, 22, 21, 12), 60, "Europe/London", date(2026, 10, 22)),
    title=Snippet("The house"),
    preview=Snippet(""),
)


@pytest.fixture(autouse=True)
def english() -> None:
    language.use("en_GB")


def test_each_kind_has_a_title() -> None:
    untitled = replace(ITEM, title=Snippet(""))
    assert row_title(ITEM).text == "The house"
    assert row_title(untitled).text == "Reflection"
    assert row_title(replace(untitled, answered="Why?")).text == "Answered: Why?"
    assert row_title(replace(untitled, kind=Kind.FRAGMENT, detail="image")).text == "Fragment: an image"
    assert (
        row_title(replace(untitled, kind=Kind.KAP_SESSION, detail="dosing", number=4)).text
        == "Dosing session 4"
    )
    assert row_title(replace(untitled, kind=Kind.EVENT, detail="travel")).text == "Travel"
    check_in = replace(untitled, kind=Kind.CHECK_IN, detail="ordinary")
    assert row_title(check_in).text == "Check-in"
    assert row_title(replace(check_in, mood=4.0)).text == "Check-in: a little below the middle"


def test_a_row_is_said_with_kind_title_time_and_mood() -> None:
    assert row_spoken(replace(ITEM, to_share=True), TODAY) == (
        "Reflection, The house, Yesterday, 21:12, marked to share"
    )
    check_in = replace(ITEM, kind=Kind.CHECK_IN, detail="ordinary", mood=4.0, added_later=True)
    assert row_spoken(check_in, TODAY) == (
        "Check-in, mood 4 of 10, a little below the middle, Yesterday, 21:12, added later"
    )


def test_a_kind_that_the_title_names_is_said_once() -> None:
    fragment = replace(ITEM, title=Snippet(""), kind=Kind.FRAGMENT, detail="someone")
    assert row_spoken(fragment, TODAY).startswith("Fragment: someone, Yesterday")
    event = replace(ITEM, title=Snippet(""), kind=Kind.EVENT, detail="travel")
    assert row_spoken(event, TODAY).startswith("Event, Travel, Yesterday")
    untitled = replace(ITEM, title=Snippet(""))
    assert row_spoken(untitled, TODAY).startswith("Reflection, Yesterday")


def test_a_time_that_is_not_known_is_not_said() -> None:
    timeless = replace(ITEM, moment=replace(ITEM.moment, has_time=False))
    assert row_spoken(timeless, TODAY) == "Reflection, The house, Yesterday"


def test_days_near_and_far() -> None:
    assert day_heading(TODAY, TODAY) == "Today"
    assert day_heading(date(2026, 10, 20), TODAY) == "Tuesday 20 October"
    assert "2025" in day_heading(date(2025, 10, 20), TODAY)


def test_the_preview_reads_without_signs_and_its_hits_move_along() -> None:
    text = "## What I felt\nRelief, *then* grief.\n\n> two __b__ and snake_case"
    hits = tuple((text.index(word), text.index(word) + len(word)) for word in ("Relief", "two"))
    shown = row_preview(replace(ITEM, preview=Snippet(text, hits)))
    assert shown.text == "What I felt Relief, then grief. two b and snake_case"
    assert [shown.text[start:end] for start, end in shown.hits] == ["Relief", "two"]


def test_added_later_is_said_before_the_preview() -> None:
    shown = row_preview(replace(ITEM, added_later=True, preview=Snippet("cold water", ((5, 10),))))
    assert shown.text == "added later · cold water"
    assert shown.text[slice(*shown.hits[0])] == "water"


def test_a_session_shows_its_intention_where_that_matches() -> None:
    session = replace(
        ITEM,
        kind=Kind.KAP_SESSION,
        detail="dosing",
        title=Snippet("let it be", ((0, 3),)),
        preview=Snippet("notes"),
    )
    assert row_preview(session).text == "Intention: let it be"
    other = replace(session, title=Snippet("let it be"), preview=Snippet("notes", ((0, 5),)))
    assert row_preview(other).text == "notes"
