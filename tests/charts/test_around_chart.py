"""The chart around a session: what breaks its lines, what is not yet, and what is said of it."""

from __future__ import annotations

import pytest

from kapjournal.charts.around_chart import AroundShown, around_chart
from kapjournal.charts.around_words import around_sentence
from kapjournal.charts.measure_axis import measure_axis
from kapjournal.charts.picture import Area, Dots, Line, Picture, Words
from kapjournal.charts.sheet import Sheet
from kapjournal.domain.measure import BUILT_IN, MOOD
from kapjournal.statistics.around_session import across_sessions, around_session
from kapjournal.statistics.observations import observations
from tests.charts.sound import sound
from tests.statistics.columns import Row, columns

DOSE = 739_909
SHEET = Sheet(620)


def shown(
    lags: dict[int, float], doses: tuple[int, ...] = (DOSE,), today: int = DOSE + 60, others: int = 0
) -> AroundShown:
    rows: list[Row] = [(DOSE + lag, 600, value, int(lag != 0), 0) for lag, value in lags.items()]
    given = observations(columns(rows))
    curve = around_session(given, DOSE, doses, today)
    across = across_sessions([curve.values] * (others + 1), 1) if others else None
    return AroundShown(curve, across, measure_axis(BUILT_IN[MOOD]), 4, 1, today)


def drawn(of: AroundShown) -> Picture:
    return sound(around_chart(of, SHEET))


def words(of: AroundShown) -> list[str]:
    return [shape.text for shape in drawn(of).shapes if isinstance(shape, Words)]


def own_lines(of: AroundShown) -> list[int]:
    """How many days each stretch of the session's own line joins."""
    found = [s for s in drawn(of).shapes if isinstance(s, Line) and s.paint.ramp is not None]
    return [len(line.xs) for line in found]


def test_the_line_breaks_at_the_dose_and_over_a_gap() -> None:
    assert own_lines(shown({-3: 4, -2: 5, -1: 4, 0: 3, 1: 7, 2: 6, 7: 5, 8: 5})) == [3, 2, 2]
    assert own_lines(shown({1: 7, 2: 6, 6: 5})) == [3]


def test_the_dosing_day_stands_apart_as_points() -> None:
    (hollow,) = [s for s in drawn(shown({-1: 4, 0: 3, 1: 7})).shapes if isinstance(s, Dots) and s.hollow]
    assert len(hollow.xs) == 1


def test_days_to_come_are_not_yet_and_days_of_the_next_dose_are_its_own() -> None:
    assert "not yet" in words(shown({1: 7}, today=DOSE + 3))
    assert "after the next dose" in words(shown({1: 7}, doses=(DOSE, DOSE + 7)))
    whole = shown({1: 7})
    assert not [s for s in drawn(whole).shapes if isinstance(s, Area)]


def test_what_is_not_yet_begins_after_the_last_day_and_is_named_where_there_is_room() -> None:
    picture = drawn(shown({1: 7, 3: 6}, today=DOSE + 3))
    (ground,) = [s for s in picture.shapes if isinstance(s, Area)]
    day = (picture.points[1].x - picture.points[0].x) / 2
    assert picture.points[1].x < ground.xs[0] < picture.points[1].x + day
    assert ground.xs[1] == pytest.approx(picture.points[1].x + 18 * day)
    (word,) = [s for s in picture.shapes if isinstance(s, Words) and s.text == "not yet"]
    assert word.x == pytest.approx(sum(ground.xs) / 2)
    assert "not yet" not in words(shown({1: 7}, today=DOSE + 20))


def test_an_earlier_dose_in_the_week_before_breaks_the_line_and_has_a_line_of_its_own() -> None:
    """Clinical reference 6.0: lines break at a dosing day, whose own check-ins stand as points."""
    of = shown(dict.fromkeys(range(-7, 4), 5.0), doses=(DOSE - 3, DOSE))
    assert own_lines(of) == [4, 2, 3]
    picture = drawn(of)
    doses = [s.xs[0] for s in picture.shapes if isinstance(s, Line) and s.paint.role == "session"]
    assert doses == pytest.approx([picture.points[4].x, picture.points[7].x])


@pytest.mark.parametrize(
    ("sheet", "dates"),
    [
        (SHEET, ["day −7", "session", "day +7", "day +14", "day +21"]),
        (Sheet(200), ["session", "day +14"]),
        (Sheet(300, scale=2.0), ["session", "day +21"]),
    ],
)
def test_days_are_named_from_the_session_on_and_only_with_room(sheet: Sheet, dates: list[str]) -> None:
    picture = sound(around_chart(shown({-7: 3, 7: 4, 14: 5, 21: 6}), sheet))
    said = {s.x: s.text for s in picture.shapes if isinstance(s, Words) and s.anchor == "middle"}
    assert [said[x] for x in sorted(said)] == dates
    if sheet is SHEET:
        assert [p.x for p in picture.points] == pytest.approx(
            [x for x in sorted(said) if said[x] != "session"], abs=0.5
        )


def test_today_is_named_where_it_has_a_value() -> None:
    assert "today" in words(shown({3: 6}, today=DOSE + 3))
    assert "today" not in words(shown({2: 6}, today=DOSE + 3))


def test_the_median_says_of_which_sessions_it_is() -> None:
    of = shown({-2: 4, -1: 4, 1: 7, 2: 6}, others=3)
    assert "median of sessions 1 to 4" in words(of)
    dashed = [s for s in drawn(of).shapes if isinstance(s, Line) and s.dash and len(s.xs) > 1]
    assert [(len(line.xs), line.paint.role) for line in dashed] == [(2, "ink2"), (2, "ink2")]
    point = drawn(of).points[0]
    assert point.heading.startswith("Day −2, ")
    assert point.text == "mood 4, 1 check-in; median of 4 sessions: 4"


@pytest.mark.parametrize(
    ("lags", "doses", "said"),
    [
        (
            {-3: 4, -2: 4, -1: 4, 1: 7, 2: 6, 3: 6},
            (DOSE,),
            "Median 4 in the week before (only 3 check-ins). Median 6 on days 1 to 3 (only 3 check-ins).",
        ),
        (
            {1: 7, 2: 6, 3: 6},
            (DOSE,),
            "Too few days in the week before for a median (0 check-ins). Median 6 on days 1 to 3 (only 3 check-ins).",
        ),
        (
            {-1: 4, 1: 7},
            (DOSE - 7, DOSE),
            (
                "Too few days in the week before for a median (only 1 check-in). "
                "Too few days after it for a median (only 1 check-in on days 1 to 3). "
                "Another dose lies in the week before, so that week was not an untreated one."
            ),
        ),
        (
            {-5: 4, -4: 4, -3: 4, -2: 5, -1: 6},
            (DOSE, DOSE + 1),
            "Median 4 in the week before (5 check-ins).",
        ),
    ],
)
def test_the_sentence(lags: dict[int, float], doses: tuple[int, ...], said: str) -> None:
    of = shown(lags, doses)
    assert around_sentence(of.curve, of.axis) == said


def test_no_value_at_all_is_an_empty_frame() -> None:
    assert own_lines(shown({})) == []
    assert len(around_chart(shown({}), SHEET).points) == 0
