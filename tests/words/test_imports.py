"""What is said of rows that stay out and of how a file adds up: each reason in words, and no line that is not one."""

from __future__ import annotations

import pytest

from kapjournal.domain.importing import ImportReport, RefusedRow
from kapjournal.exchange.cells import Refusal
from kapjournal.words import language
from kapjournal.words.import_look import refusal_reason, refused_groups, refused_list
from kapjournal.words.imports import refusal, report_lines


@pytest.fixture(autouse=True)
def british_english() -> None:
    language.use("en_GB")


def rows(*lines: int, reason: str = Refusal.NOTHING.value, value: str = "") -> list[RefusedRow]:
    return [RefusedRow(line, "mood", reason, value, f"row {line}") for line in lines]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((88,), "88"),
        ((203, 204), "203, 204"),
        ((203, 900), "203, 900"),
        ((251, 252, 253), "251 to 253"),
        ((251, 253, 255), "3 of 251 to 255"),
    ],
)
def test_lines_that_come_in_are_not_told_to_stay_out(lines: tuple[int, ...], said: str) -> None:
    (group,) = refused_groups(rows(*lines))
    assert (group.lines, group.text, group.count) == (said, f"row {lines[0]}", len(lines))


def test_rows_of_other_reasons_or_values_are_told_apart_and_none_is_lost() -> None:
    given = [
        *rows(2, 3),
        *rows(4, reason=Refusal.OUTSIDE_SCALE.value, value="14"),
        *rows(5, reason=Refusal.OUTSIDE_SCALE.value, value="15"),
        *rows(6),
    ]
    assert [(group.lines, group.why) for group in refused_groups(given)] == [
        ("2, 3", "It holds nothing to keep."),
        ("4", "“14” in “mood” is outside of its scale."),
        ("5", "“15” in “mood” is outside of its scale."),
        ("6", "It holds nothing to keep."),
    ]
    assert list(refused_groups([])) == []
    assert refused_list(given).splitlines()[1:3] == [
        "Line 3: It holds nothing to keep.   row 3",
        "Line 4: “14” in “mood” is outside of its scale.   row 4",
    ]


@pytest.mark.parametrize("reason", Refusal)
def test_each_reason_has_its_words_in_the_window_and_in_the_terminal(reason: Refusal) -> None:
    (row,) = rows(88, reason=reason.value, value="14")
    for said in (refusal_reason(row), refusal(row)):
        assert reason.value not in said
        assert "{" not in said
        assert said.endswith(".")
    assert refusal(row).startswith("Line 88: ")


def test_how_a_file_adds_up() -> None:
    report = ImportReport(1200, 1190, 7, tuple(rows(3, 4, 9)), 1300)
    counts = ("7 already there", "3 refused")
    assert report_lines(report, rehearsed=False) == ("1,200 rows in the file", "1,190 added", *counts)
    assert report_lines(report, rehearsed=True)[1] == "1,190 would be added"
