"""The chart of mood: what stands in it, what must not, and how it stays small."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from kapjournal.charts.frame import DATES_APART_PX, Frame
from kapjournal.charts.markers import session_shapes
from kapjournal.charts.measure_axis import measure_axis
from kapjournal.charts.mood_chart import mood_chart
from kapjournal.charts.picture import Area, Dots, Line, Mark, Picture, Words
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import Beside, SessionMark
from kapjournal.domain.measure import BUILT_IN
from tests.charts.made import BESIDE, FIRST, LAST, MOOD_AXIS, NOW, chart, past, rows


def texts(picture: Picture) -> list[str]:
    return [shape.text for shape in picture.shapes if isinstance(shape, Words)]


def medians(picture: Picture) -> list[Line]:
    return [s for s in picture.shapes if isinstance(s, Line) and s.paint.ramp is not None and s.xs[0] > 30]


def dots(picture: Picture) -> list[Dots]:
    return [shape for shape in picture.shapes if isinstance(shape, Dots)]


def test_every_check_in_is_a_point_and_can_be_pointed_at() -> None:
    given = rows()
    picture = chart(given)
    assert sum(len(group.xs) for group in dots(picture) if len(group.xs) > 1) == len(given)
    told = [point for point in picture.points if point.text.startswith("mood")]
    assert len(told) == len(given)
    assert told[0].heading == "Monday 31 August, 10:00"
    assert list(picture.points.xs) == sorted(picture.points.xs)


def test_frame_says_the_whole_scale_in_numbers_and_words() -> None:
    said = texts(chart(rows()))
    for text in ("0", "5", "10", "very low", "in between", "very good", "today", "7 Sep", "19 Oct"):
        assert text in said


def test_the_line_breaks_at_gaps_and_dosing_days() -> None:
    whole = medians(chart(rows(), beside=Beside()))
    assert len([line for line in whole if line.slopes]) == 1
    at_doses = medians(chart(rows()))
    assert len([line for line in at_doses if line.slopes]) == 4
    gap = (date(2026, 10, 3), date(2026, 10, 8))
    with_gap = chart(rows(skipped=gap), beside=Beside())
    assert len([line for line in medians(with_gap) if line.slopes]) == 2
    assert "no check-ins" in texts(with_gap)


def test_three_days_without_are_bridged() -> None:
    picture = chart(rows(skipped=(date(2026, 10, 3), date(2026, 10, 5))), beside=Beside())
    assert "no check-ins" not in texts(picture)
    assert len([line for line in medians(picture) if line.slopes]) == 1


def without_check_ins(picture: Picture) -> tuple[tuple[float, float], list[float]]:
    """From which day of the chart to which its one dotted floor goes, and where words about it stand, in days."""
    span = picture.span
    assert span is not None
    day = (span.right - span.left) / (span.end - span.start)
    (floor,) = [s.xs for s in picture.shapes if isinstance(s, Line) and s.dash and s.ys[0] == s.ys[-1]]
    said = [s.x for s in picture.shapes if isinstance(s, Words) and s.text == "no check-ins"]
    return ((floor[0] - span.left) / day, (floor[-1] - span.left) / day), [
        (x - span.left) / day for x in said
    ]


def test_days_without_check_ins_have_a_floor_of_their_own_and_words_that_no_session_crosses() -> None:
    holed = rows(skipped=(date(2026, 10, 3), date(2026, 10, 8)))
    (left, right), (middle,) = without_check_ins(chart(holed))
    # The 34th to the 39th day, half a day in from each end.
    assert (left, middle, right) == (pytest.approx(33.5), pytest.approx(36), pytest.approx(38.5))
    crossed = Beside((SessionMark(date(2026, 10, 5), 1),), (), NOW)
    assert without_check_ins(chart(holed, beside=crossed))[1] == []
    (left, right), _said = without_check_ins(chart(rows(last=LAST - timedelta(days=5))))
    now = 53 + (9 + 51 / 60) / 24
    assert (left, right) == (pytest.approx(49.5), pytest.approx(now - 0.5)), "what is to come is not missing"


def test_the_line_is_calm_and_never_beyond_its_values() -> None:
    for line in medians(chart(rows())):
        for place in range(1, len(line.slopes)):
            left, right = line.ys[place - 1], line.ys[place]
            rise = right - left
            for slope in (line.slopes[place - 1], line.slopes[place]):
                assert slope * rise >= -0.01
                assert abs(slope) * (line.xs[place] - line.xs[place - 1]) <= 3 * abs(rise) + 0.1


def test_sessions_stand_with_their_numbers_and_planned_ones_dashed() -> None:
    marks = [shape for shape in chart(rows()).shapes if isinstance(shape, Mark) and shape.text]
    assert [(mark.text, bool(mark.dash)) for mark in marks] == [
        ("1", False),
        ("2", False),
        ("3", False),
        ("4", True),
    ]


@pytest.mark.parametrize(
    ("day_px", "signs", "lines"),
    [(20, ["1", "", "3", "4"], 4), (2, ["1", ""], 4), (0.9, ["1"], 2)],
)
def test_where_sessions_crowd_each_has_a_line_and_only_those_with_room_a_number(
    day_px: float, signs: list[str], lines: int
) -> None:
    """Three on days in a row and one a week later: a number takes 24 units, a small sign 14.8 and a line two."""
    first = LAST.toordinal()
    field = Frame(0, 40 * day_px, 40, 200, first - 1, first + 39, 0, 10)
    marks = [SessionMark(LAST + timedelta(days=step), number) for number, step in enumerate((0, 1, 2, 9), 1)]
    shapes = session_shapes(tuple(marks), Sheet(900), field)
    drawn = [s for s in shapes if isinstance(s, Mark)]
    assert [s.text for s in drawn] == signs
    assert all(s.side < 10 for s in drawn if not s.text)
    xs = [s.xs[0] for s in shapes if isinstance(s, Line)]
    assert len(xs) == lines
    assert {s.x for s in drawn} <= set(xs)


def test_a_planned_session_far_away_is_left_out() -> None:
    far = Beside((SessionMark(LAST + timedelta(days=60), 1, planned=True),), (), NOW)
    assert not [shape for shape in chart(rows(), beside=far).shapes if isinstance(shape, Mark)]


def test_check_ins_added_later_are_hollow_and_said_in_the_legend() -> None:
    given = [*rows(), (LAST.toordinal(), 700, 9.0, 1, 1)]
    picture = chart(given)
    assert [len(group.xs) for group in dots(picture) if group.hollow] == [1, 1]
    assert "added later" in texts(picture)
    assert "added later" not in texts(chart(rows()))


def test_the_legend_says_only_what_is_there() -> None:
    alone = texts(chart(rows()[:2], beside=Beside()))
    assert "one check-in" in alone
    assert not [text for text in alone if "median" in text or "percentile" in text or "session" in text]
    full = texts(chart(rows()))
    assert "median of the last 7 days, from 3 days on" in full
    assert "10th to 90th percentile of the same 7 days, from 5 on" in full


def test_nothing_at_all_is_a_frame_and_a_sentence() -> None:
    picture = chart([])
    assert "No check-in" in picture.sentence
    assert not [shape for shape in picture.shapes if isinstance(shape, Area)]
    assert "no check-ins" in texts(picture)


def test_nothing_reaches_beyond_the_sheet() -> None:
    for width in (340.0, 640.0, 1400.0):
        sheet = Sheet(width)
        picture = chart(rows(), sheet)
        for shape in picture.shapes:
            if isinstance(shape, Words):
                wide = sheet.width_of(shape.text, shape.size, shape.weight)
                left = shape.x - {"start": 0, "middle": wide / 2, "end": wide}[shape.anchor]
                assert left >= -1
                assert left + wide <= width + 1
                assert 0 < shape.y <= picture.height
            elif not isinstance(shape, Mark):
                assert min(shape.xs) >= 0
                assert max(shape.xs) <= width


@pytest.mark.parametrize("years", [1, 10, 30])
def test_the_picture_does_not_grow_with_the_years(years: int) -> None:
    first = LAST - timedelta(days=365 * years)
    given = [
        (day, 480 + 240 * turn, float((day * 7 + turn * 3) % 11), 1, 0)
        for day in range(first.toordinal(), LAST.toordinal() + 1)
        for turn in range(3)
    ]
    picture = mood_chart(past(given, first), MOOD_AXIS, BESIDE, Sheet(900))
    assert sum(len(group.xs) for group in dots(picture)) < 7000
    assert max(len(line.xs) for line in medians(picture)) < 2200
    assert sum(point.startswith("mood") for point in (picture.points.tell(row)[1] for row in range(50))) > 40
    assert len(picture.points) >= len(given)


def test_any_other_measure_has_its_own_colour_and_ends() -> None:
    picture = mood_chart(past(rows()), measure_axis(BUILT_IN["anxiety"]), BESIDE, Sheet(900))
    assert "very strong" in texts(picture)
    assert {group.paint.role for group in dots(picture)} == {"series_anxiety"}
    hours = mood_chart(past(rows()), measure_axis(BUILT_IN["sleep_h"]), BESIDE, Sheet(900))
    assert {"0 h", "8 h", "16 h", "24 h"} <= set(texts(hours))
    assert hours.points[0].text == "sleep 6 h"


def test_places_are_found_by_pointer_and_by_week() -> None:
    points = chart(rows(), beside=Beside()).points
    third = points[3]
    assert points.nearest(third.x + 1, third.y - 1, 8) == 3
    assert points.nearest(third.x, third.y - 80, 8) is None
    assert points.week_after(3) == 7
    assert points.week_before(7) == 0
    assert points.week_before(9) == 7
    assert points.week_after(len(points) - 1) == len(points) - 1


def test_first_day_of_the_range_starts_the_axis() -> None:
    picture = chart(rows())
    assert "31 Aug" in texts(picture)
    assert past(rows()).first_day == FIRST.toordinal()


def crowded(session: date, sheet: Sheet) -> tuple[list[Words], list[float], Words]:
    """The dates, the lines of sessions and the word of today, with a dose four days ago and one to come."""
    marks = (SessionMark(date(2026, 10, 20), 1), SessionMark(session, 2, planned=True))
    picture = chart(rows(), sheet, Beside(marks, (), NOW))
    said = [shape for shape in picture.shapes if isinstance(shape, Words)]
    floor = next(word.y for word in said if re.fullmatch(r"\d+ [A-Z][a-z]{2}", word.text))
    dates = [word for word in said if word.y == pytest.approx(floor) and word.text != "today"]
    walls = [
        line.xs[0]
        for line in picture.shapes
        if isinstance(line, Line) and line.paint.role == "session" and line.xs[0] == line.xs[-1]
    ]
    return dates, walls, next(word for word in said if word.text == "today")


@pytest.mark.parametrize("days", range(1, 9))
@pytest.mark.parametrize("sheet", [Sheet(900), Sheet(1000, scale=1.5), Sheet(1000, scale=2.0), Sheet(360)])
def test_today_is_written_over_no_line_of_a_session_and_over_no_date(days: int, sheet: Sheet) -> None:
    dates, walls, today = crowded(NOW.date() + timedelta(days=days), sheet)
    end = today.x + sheet.words("today", 600)
    if today.y < dates[0].y:
        assert not [x for x in walls if today.x < x < end]
    else:
        apart = sheet.length(DATES_APART_PX)
        assert not [w for w in dates if w.x < end + apart and today.x - apart < w.x + sheet.words(w.text)]
    assert end <= sheet.width
