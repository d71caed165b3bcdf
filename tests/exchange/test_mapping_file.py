from __future__ import annotations

from pathlib import Path

import pytest

from kapjournal.domain.measure import BUILT_IN
from kapjournal.errors import FileMissingError, FileTooLargeError, MappingError, NotThatKindOfFileError
from kapjournal.exchange.mapping import DayRule
from kapjournal.exchange.mapping_file import MOST_BYTES, plain_mapping, read_mapping
from kapjournal.words.imports import mapping_problem

LEAST = """
[file]
source = "diary"

[when]
date = "day"

[[value]]
measure = "mood"
column = "mood"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "mapping.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_least_mapping_has_sensible_defaults(tmp_path: Path) -> None:
    mapping = read_mapping(written(tmp_path, LEAST))
    assert mapping.form.delimiter == ","
    assert mapping.form.encoding == "utf-8"
    assert mapping.when.day is DayRule.BY_CLOCK
    assert mapping.when.zone is None
    (column,) = mapping.values
    assert (column.low, column.high) == (0.0, 10.0)


def test_the_form_of_the_table_is_as_the_file_says(tmp_path: Path) -> None:
    said = 'source = "diary"\ndelimiter = ";"\nquote = "|"\nheader = false\ndecimal = ","\nmissing = ["-"]'
    form = read_mapping(written(tmp_path, LEAST.replace('source = "diary"', said))).form
    assert (form.delimiter, form.quote, form.header, form.decimal) == (";", "|", False, ",")
    assert form.missing == {"-"}


def test_the_plain_mapping_knows_every_built_in_measure() -> None:
    assert {column.measure.key for column in plain_mapping().values} == set(BUILT_IN)
    assert all(column.optional for column in plain_mapping().columns)


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ('source = "diary"', "", "file.source", "missing_key"),
        ('source = "diary"', 'source = ""', "file.source", "empty"),
        ('source = "diary"', 'source = "diary"\ndelimeter = ";"', "file.delimeter", "unknown_key"),
        ('source = "diary"', 'source = "diary"\ndelimiter = ";;"', "file.delimiter", "not_one_sign"),
        ('source = "diary"', 'source = "diary"\ndelimiter = "\\""', "file.quote", "same_sign"),
        ('source = "diary"', 'source = "diary"\nencoding = "utf-7"', "file.encoding", "unknown_encoding"),
        ('source = "diary"', 'source = "diary"\nheader = 1', "file.header", "not_true_or_false"),
        ('source = "diary"', 'source = "diary"\nmissing = "NA"', "file.missing", "not_a_list_of_texts"),
        ('date = "day"', "", "when.date", "missing_key"),
        ('date = "day"', 'date = "day"\ndate_format = "%Y"', "when.date_format", "not_a_date_format"),
        ('date = "day"', 'date = "day"\ndate_format = "%Q-%Y"', "when.date_format", "not_a_format"),
        (
            'date = "day"',
            'date = "day"\ntime = "t"\ntime_format = "%I:%M"',
            "when.time_format",
            "not_a_time_format",
        ),
        ('date = "day"', 'date = "day"\ntime = "t"\ndate_format = "%Y-%m-%d %H"', "when.time", "time_twice"),
        ('date = "day"', 'date = "day"\nzone = "Europe/Nowhere"', "when.zone", "unknown_zone"),
        ('date = "day"', 'date = "day"\nday = "mine"', "when.day", "unknown_word"),
        ('date = "day"', 'date = "day"\nday_ends = "25:00"', "when.day_ends", "not_a_time"),
        ('date = "day"', 'date = "day"\nday_ends = "12:00"', "when.day_ends", "not_a_time"),
        ('measure = "mood"', 'measure = "joy"', "value[1].measure", "unknown_measure"),
        ('measure = "mood"', 'measure = "mood"\nlow = 7\nhigh = 1', "value[1].high", "not_a_scale"),
        ('measure = "mood"', 'measure = "mood"\nlow = nan', "value[1].low", "not_a_number"),
        ('measure = "mood"', 'measure = "mood"\nnumbers = { meh = 12 }', "value[1].numbers", "outside_scale"),
        (
            'measure = "mood"',
            'measure = "mood"\nnumbers = { meh = "3" }',
            "value[1].numbers.meh",
            "not_a_number",
        ),
        (
            'measure = "mood"',
            'measure = "mood"\nnumbers = { meh = true }',
            "value[1].numbers.meh",
            "not_a_number",
        ),
        ('measure = "mood"', 'measure = "mood"\nnumbers = 3', "value[1].numbers", "not_a_table"),
        ("[[value]]", "[value]", "value", "not_a_list_of_tables"),
    ],
)
def test_a_fault_names_its_place(tmp_path: Path, old: str, new: str, place: str, problem: str) -> None:
    assert old in LEAST
    with pytest.raises(MappingError) as caught:
        read_mapping(written(tmp_path, LEAST.replace(old, new, 1)))
    assert (caught.value.place, caught.value.problem) == (place, problem)
    assert mapping_problem(problem) != problem, "it has words"


@pytest.mark.parametrize(
    ("more", "place", "problem"),
    [
        ('[[value]]\nmeasure = "mood"\ncolumn = "b"', "value[2].measure", "taken_twice"),
        ('[[measure]]\nkey = "mood"\nname = "M"', "measure[1].key", "taken_twice"),
        ('[[measure]]\nkey = "My Own"\nname = "M"', "measure[1].key", "not_a_key"),
        ('[[measure]]\nkey = "own"\nname = "M"\nlow = 2\nhigh = 2', "measure[1].high", "not_a_scale"),
        ('[[measure]]\nkey = "own"\nname = "M"\nstep = 0', "measure[1].step", "not_a_step"),
        ('[[event]]\ncolumn = "c"\nkind = "party"\ntext = "{now}"', "event[1].kind", "unknown_word"),
        ('[[event]]\ncolumn = "c"\nkind = "other"\ntext = "{then}"', "event[1].text", "unknown_place"),
        (
            '[[event]]\ncolumn = "c"\nkind = "other"\ntext = "{now.__class__}"',
            "event[1].text",
            "unknown_place",
        ),
        ('[[event]]\ncolumn = "c"\nkind = "other"\ntext = "{now"', "event[1].text", "unknown_place"),
        (
            '[[event]]\ncolumn = "c"\nkind = "other"\ntext = "x"\nwords = { a = " " }',
            "event[1].words",
            "not_a_text",
        ),
        (
            '[[event]]\ncolumn = "c"\nkind = "other"\ntext = "x"\nwords = { a = 3 }',
            "event[1].words",
            "not_a_text",
        ),
        (
            '[[event]]\ncolumn = "c"\nkind = "other"\ntext = "' + 11 * "{now}" + '"',
            "event[1].text",
            "too_many_places",
        ),
        ('[[note]]\ncolumn = "c"\nlabel = "' + 2_001 * "x" + '"', "note[1].label", "text_too_long"),
        (
            '[[event]]\ncolumn = "c"\nkind = "other"\ntext = "x"\nwords = { a = "' + 2_001 * "x" + '" }',
            "event[1].words",
            "text_too_long",
        ),
        (201 * '[[note]]\ncolumn = "c"\n', "note", "too_many_tables"),
        ('[[session]]\ncolumn = "c"\nkind = "dosing"', "session[1].equals", "missing_key"),
        ('[[leave_out]]\ncolumn = "c"\nequals = []', "leave_out[1].equals", "empty"),
        ("[mood]\n", "mood", "unknown_key"),
    ],
)
def test_a_fault_of_a_further_column_names_its_place(
    tmp_path: Path, more: str, place: str, problem: str
) -> None:
    with pytest.raises(MappingError) as caught:
        read_mapping(written(tmp_path, f"{LEAST}\n{more}\n"))
    assert (caught.value.place, caught.value.problem) == (place, problem)
    assert mapping_problem(problem) != problem, "it has words"


def test_a_mapping_that_maps_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(MappingError) as caught:
        read_mapping(written(tmp_path, LEAST.partition("[[value]]")[0]))
    assert caught.value.problem == "nothing_mapped"


def test_broken_toml_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(NotThatKindOfFileError) as caught:
        read_mapping(written(tmp_path, LEAST + "\ncolumn = = 3\n"))
    assert caught.value.line == LEAST.count("\n") + 2


def test_a_mapping_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    path.write_bytes(b"[file]\n\xff\xfe")
    with pytest.raises(NotThatKindOfFileError) as caught:
        read_mapping(path)
    assert caught.value.line == 2


def test_a_mapping_that_nests_without_end_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotThatKindOfFileError):
        read_mapping(written(tmp_path, "a = " + "[" * 100_000))


def test_a_missing_and_a_huge_mapping_are_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError):
        read_mapping(tmp_path / "none.toml")
    with pytest.raises(FileTooLargeError):
        read_mapping(written(tmp_path, "#" * (MOST_BYTES + 1)))
