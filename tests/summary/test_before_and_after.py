"""Before and after the first dose: only where it was asked for, from five values on each side, and never an amount."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kapjournal.domain.measure import ANXIETY, BUILT_IN, MOOD, SLEEP_H
from kapjournal.domain.share import USUAL_PARTS, Part, SummaryChoice
from kapjournal.guidance.scale_definitions import built_in_one
from kapjournal.summary.contents import Material, gather
from kapjournal.summary.document import OverlapRow
from kapjournal.summary.reading_text import whole_text
from kapjournal.summary.scale_tables import ScaleRecord
from kapjournal.summary.strikes import lines
from kapjournal.summary.web_page import web_page
from tests.summary.samples import DOSES, FIRST, LAST, NOW, choice, column, each_day, material
from tests.summary.whole import phq9

DAY = timedelta(days=1)
BEFORE, AFTER = (4, 3, 4, 3, 4, 7, 5, 2, 3, 2), (5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9)
"""Parker and Vannest's example, 106 of 110 pairs. Eleven is cut to ten below: no pair compares differently for it."""
ASKED = choice(parts=tuple(Part))


def example() -> Material:
    """The example as mood, mirrored as anxiety; hours of sleep have no better end. The dosing days say ten."""
    before = {DOSES[0] - DAY * (n + 1): float(value) for n, value in enumerate(BEFORE)}
    free = [day for day in each_day(DOSES[0] + DAY, LAST, 0.0) if day not in DOSES]
    after = {day: float(min(value, 10)) for day, value in zip(free, AFTER, strict=False)}
    mood = before | after | dict.fromkeys(DOSES, 10.0)
    anxiety = {day: 10 - value for day, value in mood.items()}
    return replace(
        material(),
        measures=tuple(BUILT_IN[key] for key in (MOOD, ANXIETY, SLEEP_H)),
        values={MOOD: column(mood), ANXIETY: column(anxiety), SLEEP_H: column(mood)},
        entries=(),
    )


def rows(chosen: SummaryChoice, made: Material) -> dict[str, OverlapRow]:
    further = gather(chosen, made, NOW).further
    return (
        {} if further is None or further.overlap is None else {row.name: row for row in further.overlap.rows}
    )


def test_the_published_example_stands_in_it_for_what_has_a_better_end() -> None:
    found = rows(ASKED, example())
    assert found == {
        "Mood": OverlapRow("Mood", "10 days", "11 days", "0.96"),
        "Anxiety": OverlapRow("Anxiety", "10 days", "11 days", "0.96"),
    }


def test_it_is_there_only_where_it_was_asked_for() -> None:
    assert Part.BEFORE_AND_AFTER not in USUAL_PARTS
    assert rows(choice(parts=USUAL_PARTS), example()) == {}
    assert "NAP" not in whole_text(gather(choice(parts=USUAL_PARTS), example(), NOW))


def test_four_days_on_a_side_no_dose_or_struck_lines_leave_nothing() -> None:
    few = each_day(DOSES[0] - 4 * DAY, DOSES[0] - DAY, 3.0) | each_day(DOSES[0] + DAY, LAST, 5.0)
    assert rows(ASKED, replace(example(), values={MOOD: column(few)})) == {}
    assert rows(ASKED, replace(example(), kap_sessions=())) == {}
    assert set(rows(replace(ASKED, struck=("glance:mood",)), example())) == {"Anxiety"}
    assert rows(replace(ASKED, struck=("table:before_and_after",)), example()) == {}
    assert "table:before_and_after" in {line.key for line in lines(gather(ASKED, example(), NOW))}


def test_only_complete_forms_of_a_scale_count() -> None:
    def weekly(first: date, id_: int, value: int) -> list[object]:
        return [phq9(id_ + n, first + n * DAY, (value,) * 9) for n in range(5)]

    forms = [*weekly(FIRST, 801, 2), *weekly(DOSES[0] + DAY, 821, 1)]
    record = ScaleRecord(built_in_one("phq9"), tuple(forms))  # type: ignore[arg-type]
    made = replace(material(), values={}, scales=(record,))
    assert rows(ASKED, made) == {"PHQ-9": OverlapRow("PHQ-9", "5 forms", "5 forms", "1.00")}
    open_item = phq9(825, DOSES[0] + 5 * DAY, (1, 1, 1, 1, 1, 1, 1, 1, None))
    record = record._replace(forms=(*record.forms[:-1], open_item))
    assert rows(ASKED, replace(made, scales=(record,))) == {}


def test_every_form_of_the_summary_says_it_with_how_it_was_worked_out() -> None:
    summary = gather(ASKED, example(), NOW)
    text = whole_text(summary)
    assert "Mood: NAP 0.96, from 10 days before and 11 days after" in text
    assert "0.5 is no difference" in text
    page = web_page(summary)
    assert '<th scope="row">Mood</th><td>10 days</td><td>11 days</td><td>0.96</td>' in str(page)
