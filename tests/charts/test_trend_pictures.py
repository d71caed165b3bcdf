"""The other pictures of Trends: what stands where, what is told, and that nothing on the do-not-show list is there."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.charts.lasting_chart import lasting_chart
from kapjournal.charts.lasting_words import NumberedLasting, lasting_sentence, lasting_table, outcome_words
from kapjournal.charts.measure_axis import measure_axis
from kapjournal.charts.measures_chart import Series, measures_chart
from kapjournal.charts.measures_words import measures_table
from kapjournal.charts.overlaid_chart import overlaid_chart
from kapjournal.charts.overlaid_words import NumberedCurve, Overlaid, overlaid_sentence, overlaid_table
from kapjournal.charts.picture import Area, Box, Dots, Line, Mark, Paint, Picture, Words
from kapjournal.charts.practices_chart import PracticeRow, PracticesShown, practices_chart, practices_table
from kapjournal.charts.pushing import pushed_apart
from kapjournal.charts.series import series_styles
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.side_effects_chart import (
    SideEffectsShown,
    effect_rows,
    side_effects_chart,
    side_effects_sentence,
    side_effects_table,
)
from kapjournal.charts.subject import Beside, SessionMark
from kapjournal.charts.together_chart import FactorRow, caveat, together_chart, together_table
from kapjournal.charts.year_chart import Year, first_of_year, year_chart, year_sentence, year_table
from kapjournal.domain.kap_session import Severity
from kapjournal.domain.measure import BUILT_IN, Measure
from kapjournal.domain.practice import Dot
from kapjournal.statistics.around_session import across_sessions, around_session
from kapjournal.statistics.day_values import day_values
from kapjournal.statistics.going_together import Pattern, Together
from kapjournal.statistics.lasting import Lasting, Outcome
from kapjournal.statistics.observations import observations
from kapjournal.statistics.survival import survival
from tests.charts.made import BESIDE, FIRST, LAST, MOOD_AXIS, NOW, chart, past, rows
from tests.charts.sound import sound
from tests.statistics.columns import columns

SHEET = Sheet(900)
DOSE = date(2026, 9, 1).toordinal()


def texts(picture: Picture) -> list[str]:
    return [shape.text for shape in picture.shapes if isinstance(shape, Words)]


# --- several measures


def series(count: int) -> list[Series]:
    keys = ["mood", "anxiety", "energy", "sleep_h", "pain", "connection", "distress", "wanting_more"][:count]
    return [Series(past(rows()), measure_axis(BUILT_IN[key])) for key in keys]


def test_six_measures_have_six_forms_and_six_dashes() -> None:
    styles = series_styles(["mood", "anxiety", "energy", "sleep_h", "pain", "connection"])
    assert len({style.form for style in styles.values()}) == 6
    assert len({style.dash for style in styles.values()}) == 6
    assert styles["sleep_h"].role == "series_sleep"
    own = series_styles(["mood", "own-1", "distress"])
    assert len({style.form for style in own.values()}) == 3


def test_names_at_line_ends_are_fifteen_apart() -> None:
    picture = sound(measures_chart(series(4), BESIDE, SHEET))
    ends = [
        s
        for s in picture.shapes
        if isinstance(s, Words) and s.text in ("mood", "anxiety", "energy", "sleep, hours")
    ]
    heights = sorted(shape.y for shape in ends)
    assert len(heights) == 4
    assert all(b - a >= 14.99 for a, b in itertools.pairwise(heights))


def test_where_a_name_is_too_long_for_its_line_s_end_all_stand_whole_under_the_chart() -> None:
    own = Measure(key="own1", name="A mean of many items, asked once a week", low=0, high=6)
    shown = [*series(1), Series(past(rows()), measure_axis(own))]
    picture = sound(measures_chart(shown, BESIDE, SHEET))
    dates = next(s.y for s in picture.shapes if isinstance(s, Words) and s.text == "7 Sep")
    names = [
        s
        for s in picture.shapes
        if isinstance(s, Words)
        and s.text.lower() in ("mood", "a mean of many items, asked once a week, 0 to 6")
    ]
    assert len(names) == 2
    assert all(name.y > dates for name in names)
    assert "event" in texts(picture)


def test_a_seventh_measure_makes_small_charts() -> None:
    together, apart = measures_chart(series(6), BESIDE, SHEET), measures_chart(series(7), BESIDE, SHEET)
    assert "Distress" not in texts(together)
    assert "Distress" in texts(apart)
    assert len([text for text in texts(apart) if text == "10"]) == 6
    sound(apart)


def test_a_long_name_above_a_small_chart_takes_more_lines_and_its_row_stays_level() -> None:
    own = Measure(key="own1", name="How near everything felt that is usually far away from me in the evening")
    sheet = SHEET._replace(width=760)
    picture = measures_chart([*series(7), Series(past(rows()), measure_axis(own))], BESIDE, sheet)
    lines = [s for s in picture.shapes if isinstance(s, Words) and s.weight == 600 and s.text in own.name]
    assert " ".join(line.text for line in lines[::-1]) == own.name
    assert all(line.x + sheet.words(line.text, 600, 14) <= sheet.width for line in lines)
    tops = [s.y for s in picture.shapes if isinstance(s, Words) and s.text in ("10", "24 h")]
    assert tops[-1] == pytest.approx(tops[-2])


def test_markers_are_staggered() -> None:
    picture = measures_chart(series(3), BESIDE, SHEET)
    marks = [
        s
        for s in picture.shapes
        if isinstance(s, Mark) and s.fill is not None and s.fill.role.startswith("series_")
    ]
    places = {(round(mark.x), round(mark.y)) for mark in marks}
    assert len(places) > 0.8 * len(marks)


def test_a_day_names_all_its_values_and_the_table_too() -> None:
    shown = series(2)
    picture = measures_chart(shown, BESIDE, SHEET)
    assert picture.points[-1].text == "mood 4 · anxiety 4" or "anxiety" in picture.points[-1].text
    span = picture.span
    assert span is not None
    noons = [(p.x - span.left) / (span.right - span.left) * (span.end - span.start) for p in picture.points]
    assert noons == pytest.approx([day + 0.5 for day in range(54)])
    table = measures_table([(one.numbers, one.axis) for one in shown])
    assert table.heads == ("date", "check-ins", "Mood", "Mood, 7 days", "Anxiety", "Anxiety, 7 days")
    assert table.count == 54


@given(st.lists(st.floats(0, 200), max_size=9))
def test_pushed_names_never_touch(wanted: list[float]) -> None:
    placed = sorted(pushed_apart(wanted, 15, 0, 200))
    assert all(b - a >= 15 - 1e-6 for a, b in itertools.pairwise(placed))
    assert all(-1e-6 <= height <= 200 + 1e-6 for height in placed)


def test_what_is_noted_once_a_week_stands_as_signs_without_a_line() -> None:
    weekly = [row for row in rows() if row[0] % 7 == 0]
    shown = [*series(2), Series(past(weekly), measure_axis(BUILT_IN["pain"]))]
    picture = sound(measures_chart(shown, BESIDE, SHEET))
    signs = [s for s in picture.shapes if isinstance(s, Mark) and s.form == "triangle_down"]
    assert len(signs) == len(weekly) + 1, "each day and the name's sign"
    assert not [s for s in picture.shapes if isinstance(s, Line) and s.paint.role == "series_pain"]
    assert any("noted too seldom" in text for text in texts(picture))


# --- around a session


def overlaid(count: int, gap: int = 30) -> Overlaid:
    doses = [DOSE + gap * place for place in range(count)]
    given_rows = [
        (day, 600, float(3 + (day * 7) % 5), 1, 0)
        for day in range(doses[0] - 7, doses[-1] + 22)
        if day not in (doses[0] + 5, doses[0] + 6, doses[0] + 7, doses[0] + 8)
    ]
    seen = observations(columns(given_rows))
    curves = [around_session(seen, dose, doses, doses[-1] + 21) for dose in doses]
    return Overlaid(
        tuple(NumberedCurve(number, curve) for number, curve in enumerate(curves, 1)),
        across_sessions([curve.values for curve in curves], 7),
        MOOD_AXIS,
    )


def medians(picture: Picture) -> list[Line]:
    return [
        s
        for s in picture.shapes
        if isinstance(s, Line) and s.paint.role == "session" and s.width == 3.0 and not s.dash
    ]


@pytest.mark.parametrize(
    ("count", "median", "band"), [(2, False, False), (3, True, False), (4, True, False), (5, True, True)]
)
def test_median_from_three_and_band_from_five(count: int, median: bool, band: bool) -> None:
    picture = sound(overlaid_chart(overlaid(count), SHEET))
    drawn = [line for line in medians(picture) if len(line.xs) > 2]
    assert bool(drawn) is median
    assert any(isinstance(s, Area) and len(s.xs) > 2 for s in picture.shapes) is band
    assert ("median, from 3 sessions on" in texts(picture)) is median
    assert ("10th to 90th percentile of that median, from 5 on" in texts(picture)) is band


def test_lines_break_at_day_zero_and_over_four_days() -> None:
    shown = overlaid(1)
    picture = overlaid_chart(shown, SHEET)
    session = [s for s in picture.shapes if isinstance(s, Line) and s.paint.role == "ink" and len(s.xs) > 1]
    assert len(session) == 3
    zero = next(s.x for s in picture.shapes if isinstance(s, Mark) and s.form == "diamond")
    assert not any(line.xs[0] < zero < line.xs[-1] for line in session)


def test_a_line_breaks_at_an_earlier_dose_whose_values_stand_as_points() -> None:
    """Clinical reference 6.0: lines break at a dosing day, also at another one than that of day 0."""
    shown = overlaid(2, gap=3)
    picture = overlaid_chart(shown, SHEET)
    left, right = (
        next(s.x for s in picture.shapes if isinstance(s, Words) and s.text == end) for end in ("−7", "+21")
    )
    second = [s for s in picture.shapes if isinstance(s, Line) and s.paint.role == "ink" and len(s.xs) > 1]
    pieces = [[round((x - left) / (right - left) * 28) - 7 for x in line.xs] for line in second]
    assert pieces[:2] == [[-7, -6, -5, -4], [-2, -1]]


def test_n_stands_under_each_day_and_in_the_table() -> None:
    shown = overlaid(3, gap=10)
    picture = overlaid_chart(shown, SHEET)
    assert texts(picture).count("3") == int((shown.across.sessions == 3).sum()) + 1 == 9
    assert "n" in texts(picture)
    table = overlaid_table(shown)
    assert table.heads[-2:] == ("median", "n")
    assert table.count == 29
    assert "Three sessions are few." in overlaid_sentence(shown)
    assert any("lines stop where" in text for text in texts(picture))


def test_the_sentence_counts_what_was_higher_lower_the_same_and_not_known() -> None:
    after = {0: 6.0, 1: 2.0, 2: 4.0, 3: 1.0}
    doses = [DOSE + 40 * place for place in range(5)]
    before = [(dose - lag, 600, 4.0, 1, 0) for dose in doses for lag in (1, 2, 3)]
    days = [(doses[place] + lag, 600, value, 1, 0) for place, value in after.items() for lag in (1, 2, 3)]
    seen = observations(columns(sorted(before + days)))
    curves = [around_session(seen, dose, doses, doses[-1] + 21) for dose in doses]
    numbered = tuple(NumberedCurve(number, curve) for number, curve in enumerate(curves, 1))
    said = overlaid_sentence(Overlaid(numbered, across_sessions([c.values for c in curves], 7), MOOD_AXIS))
    assert "On days 1 to 3 mood was higher than in the week before in 1 of 4 sessions, lower in 2." in said
    assert "1 session has too few days to compare." in said


@pytest.mark.parametrize(
    ("count", "height", "named"), [(8, 270.0, 8), (9, 270.0, 1), (4, 118.0, 4), (5, 118.0, 1)]
)
def test_of_more_sessions_than_have_room_the_last_one_alone_is_named(
    count: int, height: float, named: int
) -> None:
    picture = overlaid_chart(overlaid(count, gap=10), SHEET._replace(plot_height=height))
    names = [s for s in picture.shapes if isinstance(s, Words) and s.text.startswith("session ")]
    assert [name.text for name in names][-1] == f"session {count}"
    assert len(names) == named
    line = next(s for s in picture.shapes if isinstance(s, Line) and s.paint.role == "ink" and len(s.xs) > 1)
    assert all(picture.shapes.index(name) < picture.shapes.index(line) for name in names[:-1])


def test_close_doses_are_said_on_the_chart() -> None:
    picture = overlaid_chart(overlaid(4, gap=3), SHEET)
    said = [text for text in texts(picture) if "already treated" in text]
    assert said == [] or "3 of 4" in said[0]
    assert any("already treated" in text or "few days follow" in text for text in texts(picture))


# --- how long it lasted


def lasted(
    day: int, outcome: Outcome, start: int = 1, end: int = 6, seen: tuple[int, ...] = (1, 2, 3)
) -> NumberedLasting:
    number = (day - DOSE) // 7 + 1
    days = 6 if outcome is Outcome.CUT_BY_DOSE else 20
    return NumberedLasting(
        SessionMark(date.fromordinal(day), number),
        Lasting(day, outcome, 3.0, 4.0, start, end, seen, len(seen), days),
    )


def test_each_bar_says_what_is_known() -> None:
    bars = (
        lasted(DOSE, Outcome.CUT_BY_DOSE, seen=(1, 2, 3, 4, 5, 6)),
        lasted(DOSE + 7, Outcome.ENDED, end=10),
        lasted(DOSE + 21, Outcome.CUT_BY_END, start=3, end=3, seen=(3,)),
        lasted(DOSE + 28, Outcome.NO_RELIEF),
        lasted(DOSE + 35, Outcome.UNSEEN),
        lasted(DOSE + 42, Outcome.NO_BASELINE),
    )
    assert [outcome_words(row, bars) for row in bars] == [
        "until session 2 began",
        "ended by day 10; days 4 to 9 unseen",
        "from day 3 until day 3, the last that was noted",
        "no day up to day 3 reached it",
        "days 1 to 3 were not noted",
        "too few days in the week before",
    ]
    assert outcome_words(bars[0], (bars[0], *bars[2:])) == "until the next dose"
    assert "It ended in 1 of 3; in 2 it was cut off" in lasting_sentence(bars, "mood")
    picture = sound(lasting_chart(bars, None, "mood", SHEET))
    assert sum(isinstance(s, Box) and bool(s.dash) for s in picture.shapes) == 2, (
        "one unseen stretch, one in the legend"
    )
    assert len(picture.points) == 6
    sound(lasting_chart(bars, None, "mood", Sheet(320)))


def test_what_ended_the_day_after_it_was_last_seen_has_no_unseen_stretch() -> None:
    picture = sound(lasting_chart((lasted(DOSE, Outcome.ENDED, end=4),), None, "mood", SHEET))
    assert not [shape for shape in picture.shapes if isinstance(shape, Box) and shape.dash]
    assert "no check-ins, not known" not in texts(picture)


@pytest.mark.parametrize(
    ("seen", "unseen"), [((1, 2, 6), 0), ((1, 2, 7), 1), ((1, 6, 11), 2), ((1, 2, 3, 4, 5, 6), 0)]
)
def test_more_than_three_days_that_were_not_noted_are_not_known(seen: tuple[int, ...], unseen: int) -> None:
    row = lasted(DOSE, Outcome.ENDED, end=seen[-1] + 1, seen=seen)
    picture = sound(lasting_chart((row,), None, "mood", SHEET))
    dashed = [s for s in picture.shapes if isinstance(s, Box) and s.dash]
    assert len(dashed) == (unseen + 1 if unseen else 0), "and one in the legend"


def test_from_five_sessions_the_curve_stands_below() -> None:
    bars = tuple(lasted(DOSE + 7 * place, Outcome.ENDED, end=4 + place) for place in range(5))
    curve = survival([(row.lasting.end, True) for row in bars])
    with_curve = sound(lasting_chart(bars, curve, "mood", SHEET))
    without = lasting_chart(bars, None, "mood", SHEET)
    assert with_curve.height > without.height + 90
    assert any("half had ended by day 6" in text for text in texts(with_curve))
    assert lasting_table(bars, curve).count == 10
    assert "From five sessions on" not in lasting_sentence(bars, "mood")


# --- the year


def year() -> Year:
    first = first_of_year(LAST)
    days = day_values(observations(columns(rows())), first.toordinal(), LAST.toordinal())
    return Year(
        days, MOOD_AXIS, {date(2026, 9, 22).toordinal(): SessionMark(date(2026, 9, 22), 1)}, LAST.toordinal()
    )


def test_the_year_begins_on_a_monday_and_has_fifty_three_weeks() -> None:
    for day in (LAST + timedelta(days=step) for step in range(8)):
        first = first_of_year(day)
        assert first.weekday() == 0
        assert 52 * 7 <= (day - first).days < 53 * 7


def test_the_year_reaches_to_a_dose_that_is_planned_for_one_of_the_next_two_weeks() -> None:
    this_week = first_of_year(LAST)
    in_two_weeks = date(2026, 11, 3)
    assert first_of_year(LAST, [LAST + timedelta(days=1)]) == this_week
    assert first_of_year(LAST, [in_two_weeks]) == this_week + timedelta(weeks=2)
    assert first_of_year(LAST, [in_two_weeks + timedelta(weeks=1)]) == this_week
    first = first_of_year(LAST, [in_two_weeks])
    days = day_values(observations(columns(rows())), first.toordinal(), LAST.toordinal())
    mark = {in_two_weeks.toordinal(): SessionMark(in_two_weeks, 6, planned=True)}
    ahead = Year(days, MOOD_AXIS, mark, LAST.toordinal())
    dashed = [s for s in sound(year_chart(ahead, SHEET)).shapes if isinstance(s, Box) and s.dash]
    assert len(dashed) == 2  # its day, and the legend
    table = year_table(ahead)
    assert [table.cell(0, column) for column in range(4)] == [
        "Tue 3 Nov",
        "",
        "",
        "dosing session 6, planned",
    ]


def test_a_cell_is_filled_to_the_days_value_and_ringed_on_a_dose() -> None:
    picture = sound(year_chart(year(), SHEET))
    cells = [s for s in picture.shapes if isinstance(s, Box) and s.fill is not None and s.fill.opacity == 1]
    assert {round(cell.level, 1) for cell in cells} >= {0.2, 0.3, 0.4, 0.5, 0.6}
    assert any(
        isinstance(s, Box) and s.outline is not None and s.outline.role == "session" for s in picture.shapes
    )
    assert picture.points.across == 7
    told = next(p for p in picture.points if p.heading == "Tuesday 22 September")
    assert told.text.endswith("dosing session 1")
    assert picture.points[0].text == "no check-in"
    assert year_sentence(year()).startswith("54 days with a check-in and 0 without since 31 August.")
    table = year_table(year())
    assert table.count == 54
    day, check_ins, value = (table.cell(0, column) for column in range(3))
    assert (day, check_ins) == ("Fri 23 Oct", "1")
    assert float(value) == float(year().days.medians[-1])


def test_every_day_up_to_today_is_told_where_it_is_drawn_and_none_after_it() -> None:
    picture = year_chart(year(), SHEET)
    points = [(round(p.x, 2), round(p.y, 2)) for p in picture.points]
    assert picture.points[-1].heading == "Friday 23 October"
    assert len(points) == 53 * 7 - 2
    assert points == sorted(points), "down each week, then on to the next"
    assert len({x for x, _y in points}) == 53
    drawn = {
        (round(s.x + s.width / 2, 2), round(s.y + s.height / 2, 2))
        if isinstance(s, Box)
        else (round(s.x, 2), round(s.y, 2))
        for s in picture.shapes
        if isinstance(s, Box | Mark) and s.fill is not None and s.y < points[6][1] + 1
    }
    assert drawn == set(points)


def test_what_missing_days_may_be_is_said_where_days_are_missing() -> None:
    """Clinical reference 6.8: coverage is always printed, and missing days may differ from those that were noted."""
    may_differ = "Missing days may differ from the days that were noted."
    whole = year()
    assert may_differ not in year_sentence(whole)
    holed = day_values(
        observations(columns(rows(skipped=(date(2026, 10, 3), date(2026, 10, 8))))),
        whole.days.first_day,
        LAST.toordinal(),
    )
    assert may_differ in year_sentence(replace(whole, days=holed))
    followed = (
        NumberedLasting(
            SessionMark(date(2026, 9, 22), 1), Lasting(1, Outcome.UNSEEN, observed_days=6, days=9)
        ),
    )
    assert lasting_sentence(followed, "mood").endswith(f"Days noted after it: 6 of 9. {may_differ}")


# --- side effects, practices, what goes together


def effects() -> SideEffectsShown:
    days = [date(2026, 9, 22), date(2026, 9, 29), date(2026, 10, 13)]
    found = [(days[0].toordinal(), "Nausea", Severity.MILD), (days[1].toordinal(), "Nausea", Severity.STRONG)]
    return SideEffectsShown(
        tuple(SessionMark(day, place) for place, day in enumerate(days, 1)),
        effect_rows([*found, (days[0].toordinal(), "Fear", Severity.NONE)]),
        frozenset(day.toordinal() for day in days[:2]),
        2,
        1,
        0,
    )


def test_strength_is_bars_and_a_word_and_unasked_is_not_none() -> None:
    picture = sound(side_effects_chart(effects(), SHEET))
    assert {"Nausea", "mild", "strong", "not noted"} <= set(texts(picture))
    assert sum(isinstance(s, Box) and s.fill is not None for s in picture.shapes) == 1 + 3
    assert [p.text for p in picture.points] == ["Nausea: mild", "Nausea: strong", "Nausea: not noted"]
    assert side_effects_sentence(effects()) == (
        "2 entries in 3 sessions. 1 had not passed when it was last asked about. Nothing was noted for 1 session."
    )
    assert side_effects_table(effects()).as_text().splitlines()[1] == "Nausea\tmild\tstrong\tnot noted"


@pytest.mark.parametrize(
    ("not_gone", "not_said", "said"),
    [
        (0, 0, "All had passed when they were last asked about."),
        (0, 1, "Of 1 it is not noted whether it passed."),
        (0, 2, "Of 2 it is not noted whether they passed."),
    ],
)
def test_that_all_have_passed_is_said_only_where_it_is_known(not_gone: int, not_said: int, said: str) -> None:
    sentence = side_effects_sentence(effects()._replace(not_gone=not_gone, gone_not_said=not_said))
    assert said in sentence
    assert ("All had passed" in sentence) is (not_said == 0)


def kept() -> PracticesShown:
    days = tuple(Dot(FIRST + timedelta(days=step), step % 2 == 0) for step in range(10))
    return PracticesShown(
        FIRST, LAST, (PracticeRow("Ten minutes outside", days), PracticeRow("Draw", days[7:])), ()
    )


def test_practices_are_dots_of_so_many_days_and_never_a_share_of_them() -> None:
    shown = kept()
    picture = sound(practices_chart(shown, SHEET))
    assert picture.sentence == "Each dot is a day since 31 August: 54 days."
    assert not [text for text in texts(picture) if re.search(r"\d|%", text)]
    assert picture.points[-1].text == "Ten minutes outside: not · Draw: not"
    assert practices_table(shown).count == 10
    assert practices_table(shown).cell(9, 2) == "", "before it began is nothing"


def test_sessions_stand_under_their_days_only_while_all_days_are_on_one_line() -> None:
    ends = PracticeRow("Draw", (Dot(FIRST, kept=True), Dot(LAST, kept=False)))
    sessions = (SessionMark(FIRST + timedelta(days=7), 1), SessionMark(LAST, 2), BESIDE.sessions[-1])
    shown = PracticesShown(FIRST, LAST, (ends,), sessions)
    wide, narrow = practices_chart(shown, SHEET), practices_chart(shown, Sheet(100))
    first, last = wide.points
    day = (last.x - first.x) / 53
    marks = [s for s in wide.shapes if isinstance(s, Mark) and s.text]
    assert [(s.text, s.x) for s in marks] == [("1", pytest.approx(first.x + 7 * day)), ("2", last.x)]
    # Two lines of 27 days, or three: a column is no one day.
    for picture in (narrow, practices_chart(shown, Sheet(70))):
        assert not [s for s in picture.shapes if isinstance(s, Mark) and s.text]
    first, last = narrow.points
    assert (last.x - first.x, last.y > first.y) == (pytest.approx(26 * 3), True)


def test_a_filled_dot_is_a_day_on_which_it_was_kept() -> None:
    picture = practices_chart(kept(), SHEET)
    filled, rings = (
        {x for s in picture.shapes if isinstance(s, Dots) and s.hollow is hollow for x in s.xs}
        for hollow in (False, True)
    )
    assert filled == {p.x for p in picture.points if ": kept" in p.text}
    assert rings == {p.x for p in picture.points if ": not" in p.text}


@pytest.mark.parametrize("day_after", [False, True])
def test_what_goes_together_has_words_and_n_and_no_number_between(day_after: bool) -> None:
    found = [
        FactorRow("Sleep", Together(Pattern.MORE_WITH_MORE, 48), word="sleep"),
        FactorRow("Outside", Together(Pattern.LESS_WITH_MORE, 30), there_or_not=True),
        FactorRow("Pain", Together(Pattern.UNCLEAR, 48)),
        FactorRow("Energy", Together(Pattern.TOO_FEW, 18)),
    ]
    picture = sound(together_chart(found, "mood", SHEET, day_after=day_after))
    said = " ".join(texts(picture))
    assert caveat() in said
    assert "18 of 20 needed" in said
    assert "“Outside”" in said
    assert ("The day after more sleep" in said) is day_after
    assert not re.search(r"[−-]?0[.,]\d", said), "no coefficient"
    assert together_table(found, "mood", day_after=day_after).count == 4


@pytest.mark.parametrize(
    "sheet",
    [Sheet(300), Sheet(620), Sheet(900), Sheet(1400), Sheet(900, scale=2.0)],
    ids=lambda sheet: f"{sheet.width:.0f} at {sheet.scale:.0%}",
)
def test_every_picture_is_sound_on_narrow_and_wide_and_large_sheets(sheet: Sheet) -> None:
    sound(chart(rows(), sheet))
    for count in (1, 3, 6):
        sound(measures_chart(series(count), BESIDE, sheet))
    for count in (1, 3, 5, 9):
        sound(overlaid_chart(overlaid(count), sheet))
    sound(year_chart(year(), sheet))
    sound(side_effects_chart(effects(), sheet))
    sound(practices_chart(kept(), sheet))


def test_without_sessions_measures_are_still_drawn() -> None:
    sound(measures_chart(series(2), Beside(), SHEET))


def test_a_name_at_the_very_top_stands_below_the_word_of_today() -> None:
    high = [(day, minute, 10.0, kind, at) for day, minute, _value, kind, at in rows()]
    picture = measures_chart([Series(past(high), MOOD_AXIS)], Beside(now=NOW), SHEET)
    words = {s.text: s for s in picture.shapes if isinstance(s, Words)}
    today, mood = words["today"], words["mood"]
    assert today.x + SHEET.words("today", 600) > mood.x - 20, "beside each other: one of them has to give way"
    assert mood.y - mood.size > today.y


def test_words_below_a_bar_stand_on_a_ground_of_their_own() -> None:
    narrow = Sheet(320)
    picture = lasting_chart([lasted(DOSE, Outcome.ENDED, end=5)], None, "mood", narrow)
    words = next(s for s in picture.shapes if isinstance(s, Words) and s.text == "ended on day 5")
    grounds = [s for s in picture.shapes if isinstance(s, Area) and s.paint == Paint("surface")]
    assert any(g.xs[0] < words.x and g.xs[-1] > words.x + narrow.words(words.text) for g in grounds)
