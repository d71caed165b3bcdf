"""Everything that records are made of has a name of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from kapjournal.domain.check_in import CheckInType
from kapjournal.domain.course import Condition, CourseStatus, Phase
from kapjournal.domain.event import EventKind
from kapjournal.domain.kap_session import (
    RED_FLAGS,
    SIDE_EFFECTS,
    Companion,
    Medicine,
    Route,
    SessionKind,
    SessionStatus,
    Setting,
    Severity,
)
from kapjournal.domain.kinds import Kind
from kapjournal.domain.measure import ANXIETY, BUILT_IN, MOOD, SLEEP_QUALITY, Direction, Measure
from kapjournal.domain.reflection import FragmentKind
from kapjournal.domain.share import PageSize, Part
from kapjournal.guidance.library import PromptDomain, library
from kapjournal.words import language, names
from kapjournal.words.measures import measure_within
from kapjournal.words.prompts import question_for, questions_for, where_you_are, window_aim

NAMED: list[tuple[Callable[..., str], Iterable[object]]] = [
    (names.kind_name, Kind),
    (names.session_kind_name, SessionKind),
    (names.session_kind_short, SessionKind),
    (names.status_name, SessionStatus),
    (names.route_name, Route),
    (names.route_short, Route),
    (names.medicine_name, Medicine),
    (names.setting_name, Setting),
    (names.companion_name, Companion),
    (names.severity_name, Severity),
    (names.severity_meaning, Severity),
    (names.side_effect_name, SIDE_EFFECTS + RED_FLAGS),
    (names.phase_name, Phase),
    (names.phase_meaning, Phase),
    (names.course_status_name, CourseStatus),
    (names.condition_name, Condition),
    (names.event_kind_name, EventKind),
    (names.fragment_kind_name, FragmentKind),
    (names.check_in_type_name, CheckInType),
    (names.part_name, Part),
    (names.page_size_name, PageSize),
    (names.direction_name, Direction),
    (names.domain_name, PromptDomain),
    (names.domain_in_text, PromptDomain),
    (names.window_days, [w.id for w in library().windows]),
    (window_aim, [w.id for w in library().windows]),
    (question_for, [w.id for w in library().windows]),
    (questions_for, [w.id for w in library().windows]),
    (names.measure_key_name, BUILT_IN),
]


@pytest.mark.parametrize(("name", "values"), NAMED, ids=[name.__name__ for name, _ in NAMED])
def test_each_has_a_name_of_its_own(name: Callable[..., str], values: Iterable[object]) -> None:
    said = [name(value) for value in values]
    assert all(said)
    assert len(set(said)) == len(said)
    assert not any("_" in word for word in said)


def test_the_palette_is_that_of_the_check_in() -> None:
    families = names.feeling_families()
    assert [family.name for family in families] == ["Calm", "Glad", "Open", "Sad", "Afraid", "Angry"]
    assert all(len(family.feelings) == 5 for family in families)
    ids = [feeling.id for family in families for feeling in family.feelings]
    assert len(set(ids)) == 30


def test_a_feeling_is_found_by_its_id() -> None:
    assert names.feeling_word("in_awe") == "in awe"
    assert names.feeling_word("like rain") == "like rain"


def test_a_measure_has_the_person_s_words_before_ours() -> None:
    assert names.measure_name(Measure(key=MOOD)) == "Mood"
    assert names.measure_name(Measure(key=MOOD, name="Light")) == "Light"
    assert names.measure_ends(Measure(key=MOOD)) == ("very low", "very good")
    assert names.measure_ends(Measure(key="own-1", low_word="calm", high_word="loud")) == ("calm", "loud")


def test_values_are_said_with_their_unit() -> None:
    assert names.measure_value(BUILT_IN[MOOD], 6) == "6 of 10"
    assert names.measure_value(BUILT_IN["sleep_h"], 6.5) == "6 h 30 min"
    assert names.measure_value(Measure(key="own-1", high=100, unit="mm"), 41) == "41 mm"
    assert names.measure_value(Measure(key="own-2", low=1, high=7), 3.5) == "3.5"


def test_sessions_are_named_with_their_number() -> None:
    assert names.session_title(SessionKind.DOSING, 4) == "Dosing session 4"
    assert names.session_title(SessionKind.INTEGRATION) == "Integration session"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ((3, 4, 4, 5), "Day 3 after session 4."),
        ((3, None, None, None), "Day 3 after a dosing session."),
        ((0, 4, None, None), "The day of session 4."),
        ((None, None, 5, 1), "Session 1 is in 5 days."),
        ((None, None, 1, 1), "Session 1 is in 1 day."),
        ((None, None, 0, 1), "Session 1 is today."),
        ((None, None, 2, None), "A dosing session is in 2 days."),
        ((None, None, None, None), ""),
    ],
)
def test_where_someone_is(place: tuple[int | None, int | None, int | None, int | None], said: str) -> None:
    assert where_you_are(*place) == said


def test_within_a_sentence_a_measure_begins_small_unless_a_person_named_it() -> None:
    language.use("en_GB")
    assert measure_within("How rested you woke", SLEEP_QUALITY) == "how rested you woke"
    assert measure_within("SCL-90-R depression", "own_1") == "SCL-90-R depression"
    assert measure_within("PTSD at night", ANXIETY) == "PTSD at night"
    assert measure_within("PTSD", "PTSD") == "PTSD"
