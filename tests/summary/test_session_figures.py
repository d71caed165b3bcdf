"""The charts of sessions on the last page: with their n and their caution, ticked and struck like any other part."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kapjournal.domain.columns import ValueColumns
from kapjournal.domain.measure import BUILT_IN, MOOD, PAIN
from kapjournal.domain.share import Part
from kapjournal.guidance.scale_definitions import built_in_one
from kapjournal.summary.contents import Material, gather
from kapjournal.summary.document import Chart, Summary
from kapjournal.summary.method import method
from kapjournal.summary.reading_text import whole_text
from kapjournal.summary.scale_tables import ScaleRecord
from kapjournal.summary.strikes import lines
from kapjournal.summary.web_page import web_page
from tests.summary.samples import (
    DOSES,
    FIRST,
    LAST,
    NOW,
    choice,
    column,
    course,
    dose,
    each_day,
    material,
    said,
)
from tests.summary.whole import everything, phq9

WITH_ALL = choice(parts=tuple(Part))


def charts(summary: Summary) -> dict[str, Chart]:
    assert summary.further is not None
    return {chart.key: chart for chart in summary.further.charts}


def many_doses(count: int) -> Material:
    """A dose every ten days, with mood higher on the three days after each."""
    days = [LAST - timedelta(days=10 * n) for n in reversed(range(count))]
    mood = each_day(days[0] - timedelta(days=14), LAST, 3.0)
    mood |= {
        day + timedelta(days=n): 6.0 for day in days for n in (1, 2, 3) if day + timedelta(days=n) <= LAST
    }
    doses = tuple(dose(place, day) for place, day in enumerate(days, start=1))
    return replace(material(), kap_sessions=doses, values={MOOD: column(mood)}, entries=())


def test_each_says_what_it_shows_with_its_n_and_that_few_are_few() -> None:
    found = charts(gather(WITH_ALL, material(), NOW))
    around, lasting = found["chart:around"], found["chart:lasting"]
    assert around.sentence.startswith(
        "On days 1 to 3 mood was higher than in the week before in 1 of 4 sessions"
    )
    assert "Four sessions are few." in around.sentence
    assert around.alt.endswith(
        "In 2 of 4 sessions another dose lies in the week before: those weeks are already treated."
    )
    assert "are already treated" in around.svg
    assert lasting.sentence.startswith(
        "Days with mood at least one point above the week before, or more where that week varied."
    )
    assert "Session 1, 22 Sep: until session 2 began." in lasting.alt
    assert around.svg != around.dark_svg != ""
    told = {part.about: part.text for part in gather(WITH_ALL, material(), NOW).further.method}  # type: ignore[union-attr]
    assert "from 5" in told["Its lines."]
    assert "says nothing about when anything will end" in told["How long it lasted."]


@pytest.mark.parametrize(
    ("parts", "struck", "about"),
    [
        ((Part.MEASURES,), (), ["Check-ins.", "Lines.", "Limits."]),
        ((Part.MEASURES,), ("chart:mood",), ["Check-ins.", "Limits."]),
        ((Part.SCALES,), (), ["Scales.", "Limits."]),
        ((Part.MEASURES, Part.SESSIONS), (), ["Check-ins.", "Lines.", "Around a session.", "Limits."]),
        ((), (), ["Limits."]),
    ],
)
def test_the_method_is_told_of_what_is_there_and_of_nothing_else(
    parts: tuple[Part, ...], struck: tuple[str, ...], about: list[str]
) -> None:
    summary = gather(choice(parts=parts, struck=struck), everything(), NOW)
    assert [part.about for part in method(summary, ())] == about


def test_side_effects_by_session_are_in_the_text_too() -> None:
    text = whole_text(gather(WITH_ALL, material(), NOW))
    assert "Nausea: session 1: mild, session 2: –, session 3: none, session 4: mild" in text
    assert "Headache: session 1: none, session 2: –, session 3: strong, session 4: none" in text


@pytest.mark.parametrize(
    ("left_out", "gone"),
    [
        (Part.AROUND, {"chart:around"}),
        (Part.LASTING, {"chart:lasting"}),
        (Part.FURTHER, {"chart:around", "chart:lasting", "chart:measures"}),
        (Part.SESSIONS, {"chart:around", "chart:lasting"}),
        (Part.MEASURES, {"chart:around", "chart:lasting", "chart:measures"}),
    ],
)
def test_what_is_not_ticked_is_in_no_form(left_out: Part, gone: set[str]) -> None:
    all_of_them = set(charts(gather(WITH_ALL, material(), NOW)))
    parts = tuple(part for part in Part if part is not left_out)
    summary = gather(choice(parts=parts), material(), NOW)
    last = summary.further.charts if summary.further is not None else ()
    assert {chart.key for chart in (*summary.charts, *last)} == all_of_them - gone
    page = web_page(summary).decode()
    assert ("Around a session</h2>" in page) is ("chart:around" not in gone)
    assert ("How long it lasted</h2>" in page) is ("chart:lasting" not in gone)


def test_each_is_struck_like_any_line() -> None:
    names = said(lines(gather(WITH_ALL, material(), NOW)))
    assert "Chart: Around a session" in names
    assert "Chart: How long it lasted" in names
    struck = gather(replace(WITH_ALL, struck=("chart:around", "chart:lasting")), material(), NOW)
    assert set(charts(struck)) == {"chart:measures"}
    assert "Days with mood at least one point above" not in whole_text(struck)


def test_from_five_sessions_on_there_is_a_band_and_a_curve_and_of_many_the_latest_have_a_bar() -> None:
    six = charts(gather(replace(WITH_ALL, first=DOSES[0] - timedelta(days=40)), many_doses(6), NOW))
    assert "sessions followed" not in charts(gather(WITH_ALL, material(), NOW))["chart:lasting"].svg
    assert "sessions followed" in six["chart:lasting"].svg
    # A curve of a few days has days under it: those of the bars above stand elsewhere.
    assert six["chart:lasting"].svg.count(">day 4</text>") == 1
    thirty = charts(
        gather(choice(parts=tuple(Part), first=DOSES[0] - timedelta(days=400)), many_doses(30), NOW)
    )
    assert "in 29 of 29 sessions, lower in 0. 1 session has too few days" in thirty["chart:around"].sentence
    assert ">30</text>" in thirty["chart:lasting"].svg
    assert ">18</text>" not in thirty["chart:lasting"].svg


def test_scales_alone_need_no_last_page() -> None:
    form = ScaleRecord(built_in_one("phq9"), (phq9(1, FIRST, (2, 2, 2, 2, None, 1, 2, 1, 1)),))
    alone = gather(choice(parts=tuple(Part)), Material(course=course(), scales=(form,)), NOW)
    assert alone.further is None
    assert any("An unanswered question is never zero" in sentence for sentence in alone.note)
    beside = gather(choice(parts=tuple(Part)), replace(material(), kap_sessions=(), scales=(form,)), NOW)
    assert beside.further is not None


def test_a_retired_measure_is_drawn_only_where_a_line_of_it_is_told() -> None:
    def measures_drawn(values: ValueColumns) -> str:
        retired = replace(BUILT_IN[PAIN], in_use=False)
        made = material()
        made = replace(made, measures=(*made.measures, retired), values=made.values | {PAIN: values})
        return charts(gather(choice(parts=tuple(Part)), made, NOW))["chart:measures"].sentence

    long_ago = column(each_day(FIRST, DOSES[0], 3.0))
    assert "pain" not in measures_drawn(long_ago)
    assert "pain" in measures_drawn(column(each_day(DOSES[0], LAST, 3.0)))


def test_without_doses_or_scales_the_first_page_holds_the_further_charts_and_says_how() -> None:
    alone = replace(material(), kap_sessions=(), entries=())
    summary = gather(choice(parts=tuple(Part), talking_points=()), alone, NOW)
    assert summary.further is None
    assert [chart.key for chart in summary.charts] == ["chart:measures"]
    assert any("median of the last 7 days" in text for text in summary.note)
    without = tuple(part for part in Part if part is not Part.FURTHER)
    assert gather(choice(parts=without), alone, NOW).charts == ()
    struck = gather(choice(parts=tuple(Part), struck=("chart:measures",)), alone, NOW)
    assert struck.charts == ()
    assert "Several measures" not in whole_text(struck)
