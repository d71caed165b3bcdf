from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.importing import ImportBatch, RefusedRow
from kapjournal.domain.kap_session import KapSession, Route
from kapjournal.domain.measure import SourceValue
from kapjournal.errors import (
    AfterQuotationError,
    CancelledError,
    FileMissingError,
    FileTooLargeError,
    MappingError,
    NoKnownColumnsError,
    NotThatKindOfFileError,
    TableColumnError,
    TooLongRowError,
    TooManyRowsError,
    UnclosedQuotationError,
    UserError,
    WrongByteError,
)
from kapjournal.exchange import csv_reader, csv_rows
from kapjournal.exchange.csv_reader import read_csv
from kapjournal.exchange.csv_rows import clean
from kapjournal.exchange.mapping import TableForm
from kapjournal.exchange.mapping_file import plain_mapping, read_mapping
from kapjournal.words.errors import sentence
from kapjournal.words.import_look import refusal_reason
from kapjournal.words.imports import refusal

HERE = ZoneInfo("Europe/London")
DIARY = """
[file]
source = "diary"
missing = ["NA"]

[when]
date = "day"
time = "time"
time_optional = true

[[value]]
measure = "mood"
column = "cheerful"
low = 1
high = 7

[[value]]
measure = "energy"
column = "tired"
low = 1
high = 7
reversed = true
optional = true

[[tag]]
column = "tags"
separator = ";"
optional = true

[[note]]
column = "note"
optional = true

[[event]]
column = "amount"
kind = "medicine_change"
text = "Tablet: {before} → {now} (as recorded)"
optional = true
"""


def read(folder: Path, table: str | bytes, mapping: str = DIARY) -> ImportBatch:
    path, toml = folder / "table.csv", folder / "mapping.toml"
    path.write_bytes(table if isinstance(table, bytes) else table.encode())
    toml.write_text(mapping, "utf-8")
    return read_csv(path, read_mapping(toml), HERE)


def check_ins(batch: ImportBatch) -> list[CheckIn]:
    return [e.entry for e in batch.entries if isinstance(e.entry, CheckIn)]


def reasons(batch: ImportBatch) -> list[tuple[int, str, str]]:
    return [(row.line, row.column, row.reason) for row in batch.refused]


def test_a_value_keeps_its_fraction_and_its_source(tmp_path: Path) -> None:
    (entry,) = check_ins(read(tmp_path, "day,time,cheerful,tired\n2026-10-23,07:50,5,2\n"))
    mood, energy = entry.values
    assert mood.value == pytest.approx(6.666667)
    assert mood.source == SourceValue(5, 1, 7)
    assert energy.value == pytest.approx(8.333333)
    assert energy.source == SourceValue(2, 1, 7)


def test_a_missing_mark_leaves_a_measure_unset(tmp_path: Path) -> None:
    (entry,) = check_ins(read(tmp_path, "day,time,cheerful,tired\n2026-10-23,07:50,NA,2\n"))
    assert entry.mood is None
    assert len(entry.values) == 1


def test_a_row_without_a_time_has_none(tmp_path: Path) -> None:
    (entry,) = check_ins(read(tmp_path, "day,time,cheerful\n2026-10-23,,4\n"))
    assert not entry.moment.has_time
    assert entry.moment.day == date(2026, 10, 23)


def test_a_late_hour_belongs_to_the_day_before_or_to_the_date_as_the_mapping_says(tmp_path: Path) -> None:
    table = "day,time,cheerful\n2026-10-23,01:30,4\n"
    (by_clock,) = check_ins(read(tmp_path, table))
    (as_written,) = check_ins(read(tmp_path, table, DIARY.replace("[when]", '[when]\nday = "as_written"')))
    assert by_clock.moment.day == date(2026, 10, 22)
    assert as_written.moment.day == date(2026, 10, 23)
    assert by_clock.moment.local == as_written.moment.local == datetime(2026, 10, 23, 1, 30)


def test_the_offset_follows_the_zone_through_the_year(tmp_path: Path) -> None:
    table = "day,time,cheerful\n2026-07-01,12:00,4\n2026-12-01,12:00,4\n"
    summer, winter = check_ins(
        read(tmp_path, table, DIARY.replace("[when]", '[when]\nzone = "Europe/Amsterdam"'))
    )
    assert (summer.moment.utc_offset_min, winter.moment.utc_offset_min) == (120, 60)
    assert summer.moment.zone == "Europe/Amsterdam"


def test_an_offset_in_the_table_wins_over_the_zone(tmp_path: Path) -> None:
    mapping = DIARY.replace('time = "time"\ntime_optional = true', 'date_format = "%Y-%m-%dT%H:%M%z"')
    (entry,) = check_ins(read(tmp_path, "day,cheerful\n2026-07-01T12:00+05:30,4\n", mapping))
    assert entry.moment.utc_offset_min == 330
    assert not entry.moment.zone


def test_a_changed_amount_is_text_on_an_event_of_its_row(tmp_path: Path) -> None:
    batch = read(
        tmp_path,
        "day,time,cheerful,amount\n"
        "2026-10-21,08:00,4,150\n2026-10-22,08:00,4,NA\n2026-10-22,20:00,x,75\n2026-10-23,08:00,4,112.5\n",
    )
    events = [e for e in batch.entries if isinstance(e.entry, Event)]
    assert [(e.row, e.entry.text) for e in events if isinstance(e.entry, Event)] == [
        (4, "Tablet: 150 → 112.5 (as recorded)")
    ]
    assert isinstance(events[0].entry, Event)
    assert events[0].entry.kind is EventKind.MEDICINE_CHANGE
    assert len(batch.refused) == 1


def test_a_value_repeated_in_each_row_of_a_day_is_taken_once(tmp_path: Path) -> None:
    mapping = DIARY + '\n[[value]]\nmeasure = "sleep_quality"\ncolumn = "slept"\nonce = "each_day"\n'
    batch = read(
        tmp_path,
        "day,time,cheerful,slept\n2026-10-22,08:00,4,3\n2026-10-22,20:00,4,3\n2026-10-23,08:00,4,3\n",
        mapping,
    )
    assert [entry.value("sleep_quality") for entry in check_ins(batch)] == [3.0, None, 3.0]


def test_words_for_numbers_tags_and_notes(tmp_path: Path) -> None:
    mapping = DIARY.replace("high = 7\n", "high = 7\nnumbers = { meh = 3, rad = 7 }\n", 1)
    (entry,) = check_ins(
        read(
            tmp_path,
            'day,time,cheerful,tags,note\n2026-10-23,07:50,rad,walk; saw  a friend;,"two\r\nlines"\n',
            mapping,
        )
    )
    assert entry.mood == 10
    assert entry.tags == ("walk", "saw a friend")
    assert entry.note == "two\nlines"


def test_a_column_can_make_sessions(tmp_path: Path) -> None:
    session = (
        '[[session]]\ncolumn = "s"\nequals = ["dose"]\nkind = "dosing"\nroute = "im"\ndose_column = "d"\n'
    )
    batch = read(
        tmp_path,
        "day,time,cheerful,s,d\n2026-10-20,13:30,4,dose,60 mg\n2026-10-21,08:00,5,,\n",
        DIARY + session,
    )
    (made,) = [e.entry for e in batch.entries if isinstance(e.entry, KapSession)]
    assert (made.route, made.dose_text) == (Route.IM, "60 mg")
    assert batch.rows == 2
    assert len({e.row for e in batch.entries}) == 2


def test_rows_can_be_left_out_and_are_counted(tmp_path: Path) -> None:
    mapping = DIARY + '\n[[leave_out]]\ncolumn = "aborted"\nequals = ["1"]\n'
    batch = read(tmp_path, "day,time,cheerful,aborted\n2026-10-20,13:30,4,1\n2026-10-21,08:00,5,0\n", mapping)
    assert reasons(batch) == [(2, "aborted", "filtered")]
    assert batch.rows == 2


def test_each_unfit_row_is_refused_with_line_column_and_reason(tmp_path: Path) -> None:
    batch = read(
        tmp_path,
        "day,time,cheerful,note\n"
        "2026-02-31,08:00,4,\n"
        ",08:00,4,\n"
        "2026-10-23,8 o'clock,4,\n"
        '2026-10-23,08:00,4,"a\nb"\n'
        "2026-10-23,08:00,14,\n"
        "2026-10-23,08:00,1e1,\n"
        "2026-10-23,08:00,NaN,\n"
        "2026-10-23,08:00,,\n"
        "2026-10-23,08:00\n"
        "0001-01-01,08:00,4,\n",
    )
    assert reasons(batch) == [
        (2, "day", "not_a_date"),
        (3, "day", "no_date"),
        (4, "time", "not_a_time"),
        (7, "cheerful", "outside_scale"),
        (8, "cheerful", "not_a_number"),
        (9, "cheerful", "not_a_number"),
        (10, "", "nothing_to_keep"),
        (11, "", "number_of_cells"),
        (12, "day", "far_away"),
    ]
    assert batch.rows == 10
    assert len(batch.entries) == 1


def test_the_same_row_twice_is_two_entries_with_keys_that_last(tmp_path: Path) -> None:
    table = "day,time,cheerful\n2026-10-23,08:00,4\n2026-10-23,08:00,4\n2026-10-23,08:00,5\n"
    first, again = read(tmp_path, table), read(tmp_path, table)
    longer = read(tmp_path, table + "2026-10-24,08:00,4\n")
    keys = [e.source_key for e in first.entries]
    assert len(set(keys)) == 3
    assert keys == [e.source_key for e in again.entries]
    assert keys == [e.source_key for e in longer.entries][:3]


def test_a_table_without_a_header_names_its_columns_by_number(tmp_path: Path) -> None:
    mapping = '[file]\nsource = "n"\nheader = false\n[when]\ndate = "1"\n[[value]]\nmeasure = "mood"\ncolumn = "2"\n'
    batch = read(tmp_path, "2026-10-22,4\n2026-10-23,6.5\n", mapping)
    assert [entry.mood for entry in check_ins(batch)] == [4.0, 6.5]


def test_other_signs_and_encodings(tmp_path: Path) -> None:
    form = 'source = "diary"\ndelimiter = ";"\ndecimal = ","\nencoding = "utf-16"'
    mapping = DIARY.replace('source = "diary"', form)
    batch = read(tmp_path, "day;time;cheerful;note\n2026-10-23;;4,5;müde\n".encode("utf-16"), mapping)
    (entry,) = check_ins(batch)
    assert entry.note == "müde"
    assert entry.values[0].source == SourceValue(4.5, 1, 7)


def test_a_byte_order_mark_is_not_part_of_a_name(tmp_path: Path) -> None:
    assert len(check_ins(read(tmp_path, "\ufeffday,time,cheerful\n2026-10-23,,4\n"))) == 1


def test_the_plain_mapping_reads_the_programs_own_names(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("date,mood,sleep_h,tags\n2026-10-23,6,6.5,walk;rain\n", "utf-8")
    (entry,) = check_ins(read_csv(path, plain_mapping(), HERE))
    assert (entry.mood, entry.value("sleep_h"), entry.tags) == (6.0, 6.5, ("walk", "rain"))


# Files that are broken


HEAD = "day,time,cheerful,note\n"
ROW = "2026-10-23,,4,calm\n"


@pytest.mark.parametrize(
    ("table", "kind", "line"),
    [
        (HEAD + ROW + '2026-10-23,,"4\n' + ROW, UnclosedQuotationError, 3),
        (HEAD + ROW + '2026-10-23,,4,"a\n' + 9_000 * ROW, UnclosedQuotationError, 3),
        (HEAD + ROW + '2026-10-23,,4,"a\n' + ROW + '2026-10-23,,4,"b"\n', UnclosedQuotationError, 3),
        (HEAD + ROW + '2026-10-23,,4,"he said "no""\n' + ROW, AfterQuotationError, 3),
        (HEAD + ROW + f"2026-10-23,,4,{'x' * (csv_rows.MOST_IN_CELL + 1)}\n", TooLongRowError, 3),
        ((HEAD + 2_500 * ROW + "2026-10-23,,4,müde\n").encode("cp1252"), WrongByteError, 2_502),
        ((HEAD + 9 * "2026-10-23,,4,müde\r\n").encode() + b"\xff", WrongByteError, 11),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_line(
    tmp_path: Path, table: str | bytes, kind: type[NotThatKindOfFileError], line: int
) -> None:
    with pytest.raises(NotThatKindOfFileError) as caught:
        read(tmp_path, table)
    assert (type(caught.value), caught.value.line) == (kind, line)
    assert f"line {line} of table.csv" in sentence(caught.value).replace("Line", "line")


def test_an_entry_that_becomes_too_long_keeps_its_row_out(tmp_path: Path) -> None:
    cell = "x" * 100_000
    mapping = DIARY + 2 * '\n[[note]]\ncolumn = "note"\n'
    event = '\n[[event]]\ncolumn = "note"\nkind = "other"\non = "value"\ntext = "{now}{now}{now}"\n'
    tags = HEAD.replace("note", "tags") + "2026-10-23,,4," + ";".join(map(str, range(300))) + "\n"
    assert reasons(read(tmp_path, f"{HEAD}2026-10-23,,4,{cell}\n", mapping)) == [(2, "note", "too_long")]
    assert reasons(read(tmp_path, f"{HEAD}2026-10-23,,4,{cell}\n", DIARY + event)) == [
        (2, "note", "too_long")
    ]
    assert reasons(read(tmp_path, tags)) == [(2, "tags", "too_many_tags")]
    for refused in (read(tmp_path, tags).refused[0], RefusedRow(2, "note", "too_long")):
        assert refused.reason not in refusal(refused) + refusal_reason(refused), "it has words"


def test_more_than_all_rows_may_become_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_reader, "MOST_ROOM", 10_000)
    assert len(read(tmp_path, HEAD + 7 * ROW).entries) == 7
    with pytest.raises(MappingError) as mapped:
        read(tmp_path, HEAD + 9 * ROW)
    assert (mapped.value.place, mapped.value.problem) == ("note[1].column = 'note'", "too_much")
    (tmp_path / "plain.csv").write_text("date,mood\n" + 9 * "2026-10-23,4\n", "utf-8")
    with pytest.raises(TableColumnError) as plain:
        read_csv(tmp_path / "plain.csv", plain_mapping(), HERE)
    assert (plain.value.column, plain.value.problem) == ("mood", "too_much")


def test_without_a_mapping_none_is_spoken_of(tmp_path: Path) -> None:
    for table, said in (
        ("a,price\n2026-10-23,6\n", "No column of t.csv has a name that is known here"),
        ("date,price\n2026-10-23,6\n", "No column of t.csv has a name that is known here"),
        ("mood,note\n6,calm\n", "t.csv cannot be read by its column “date”: the file has no such column."),
        ("", "t.csv could not be read as a table (CSV)."),
    ):
        (tmp_path / "t.csv").write_text(table, "utf-8")
        with pytest.raises(UserError) as caught:
            read_csv(tmp_path / "t.csv", plain_mapping(), HERE)
        assert sentence(caught.value).startswith(said)
    with pytest.raises(NoKnownColumnsError) as mapped:
        read(
            tmp_path,
            "day,price\n2026-10-23,6\n",
            DIARY.replace("high = 7\n", "high = 7\noptional = true\n", 1),
        )
    assert "by the mapping" in sentence(mapped.value)


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"PK\x03\x04\x14\x00\x08\x08\x00\xff\xfe\x00", b"\x00" * 5000]
)
def test_what_is_no_table_is_told(tmp_path: Path, data: bytes) -> None:
    with pytest.raises((NotThatKindOfFileError, MappingError)):
        read(tmp_path, data)


def test_a_cell_without_end_changes_nothing_for_others(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    with pytest.raises(TooLongRowError):
        read(tmp_path, f"day,time,cheerful,note\n2026-10-23,,4,{'x' * (csv_rows.MOST_IN_CELL + 1)}\n")
    assert csv.field_size_limit() == before


def test_too_large_too_long_and_not_there_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = "day,time,cheerful\n" + "2026-10-23,,4\n" * 5
    monkeypatch.setattr(csv_rows, "MOST_ROWS", 3)
    with pytest.raises(TooManyRowsError):
        read(tmp_path, table)
    monkeypatch.setattr(csv_rows, "MOST_BYTES", 20)
    with pytest.raises(FileTooLargeError):
        read(tmp_path, table)
    (tmp_path / "table.csv").unlink()
    with pytest.raises(FileMissingError):
        read_csv(tmp_path / "table.csv", plain_mapping(), HERE)
    with pytest.raises(FileMissingError):
        read_csv(tmp_path, plain_mapping(), HERE)


def test_as_much_as_is_allowed_is_read_and_one_more_is_refused_before_any_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_rows, "MOST_ROWS", 3)
    head, row = "day,time,cheerful\n", "2026-10-23,,4\n"
    assert read(tmp_path, head + row * 3).rows == 3
    (tmp_path / "table.csv").write_text(head + row * 4, "utf-8")
    with (
        pytest.raises(TooManyRowsError),
        csv_rows.open_table(tmp_path / "table.csv", TableForm()),
    ):
        pytest.fail("it is open")
    monkeypatch.setattr(csv_rows, "MOST_IN_ROW", len(head))
    assert read(tmp_path, head + row.replace(",,", f",{'': >{len(head) - len(row)}},")).rows == 1
    with pytest.raises(NotThatKindOfFileError):
        read(tmp_path, head + row.replace(",,", f",{'': >{len(head) - len(row) + 1}},"))


def test_a_column_that_the_file_lacks_or_has_twice_is_told(tmp_path: Path) -> None:
    with pytest.raises(MappingError) as caught:
        read(tmp_path, "day,time,mood\n2026-10-23,,4\n")
    assert (caught.value.place, caught.value.problem) == ("value[1].column = 'cheerful'", "column_missing")
    with pytest.raises(MappingError) as caught:
        read(tmp_path, "day,time,cheerful,cheerful\n2026-10-23,,4,4\n")
    assert caught.value.problem == "column_twice"


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("date,mood\n" + "2026-10-23,6\n" * 1200, "utf-8")
    shares: list[float] = []

    def stop_at_second(share: float) -> bool:
        shares.append(share)
        return len(shares) < 2

    with pytest.raises(CancelledError):
        read_csv(path, plain_mapping(), HERE, stop_at_second)
    assert all(0 < share <= 1 for share in shares)


def test_counting_the_rows_can_be_cancelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_rows, "MOST_ROWS", 5)
    monkeypatch.setattr(csv_rows, "_TOLD_EVERY", 2)
    (tmp_path / "table.csv").write_text("date,mood\n" + "2026-10-22,4\n" * 9, "utf-8")
    with pytest.raises(CancelledError):
        read_csv(tmp_path / "table.csv", plain_mapping(), HERE, lambda _share: False)


def test_signs_that_no_journal_holds_are_dropped(tmp_path: Path) -> None:
    (entry,) = check_ins(
        read(tmp_path, b"day,time,cheerful,note\n2026-10-23,,4,a\x00b\x07c\xf0\x9f\x8c\x8a\n")
    )
    assert entry.note == "abc🌊"
    assert clean("x\ud800y\u2028z") == "xy\u2028z"


CELL = st.one_of(
    st.sampled_from(["", "NA", "2026-10-23", "08:00", "3", "7", "7.5", "-1", "walk;rain", '"', "\x00", "１"]),
    st.text(max_size=12),
)


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(st.lists(CELL, min_size=0, max_size=6), max_size=12))
def test_every_row_is_an_entry_or_refused(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    folder = tmp_path_factory.mktemp("rows")
    path, toml = folder / "t.csv", folder / "m.toml"
    toml.write_text(DIARY, "utf-8")
    with path.open("w", encoding="utf-8", errors="ignore", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["day", "time", "cheerful", "tags", "note", "amount"])
        writer.writerows(rows)
    batch = read_csv(path, read_mapping(toml), HERE)
    rows_with_entries = {e.row for e in batch.entries}
    assert batch.rows == len(rows_with_entries) + len(batch.refused)
    assert len({e.source_key for e in batch.entries}) == len(batch.entries)
    assert batch.rows == len([row for row in rows if row])


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    try:
        read(tmp_path_factory.mktemp("bytes"), data)
    except (NotThatKindOfFileError, MappingError):
        return
    assert data.strip(), "an empty file is no table"
