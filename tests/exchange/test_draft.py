"""A table is looked over, its columns are guessed, and the guess reads every row."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.importing import ImportBatch
from kapjournal.domain.measure import BUILT_IN
from kapjournal.errors import CancelledError, FileMissingError, KapjournalError, NotThatKindOfFileError
from kapjournal.exchange.csv_reader import read_csv
from kapjournal.exchange.draft import (
    AS_TAG,
    DATE,
    LEFT_OUT,
    NOTE,
    TAGS,
    TIME,
    WITHOUT,
    Draft,
    guess,
    mapping_of,
    with_ends,
    words_in,
)
from kapjournal.exchange.survey import Survey, survey

MEASURES = tuple(BUILT_IN.values())
HERE = ZoneInfo("Europe/London")
REAL_DATA = os.environ.get("KAPJOURNAL_REAL_DATA", "")


def table(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "diary.csv"
    path.write_bytes(text.encode(encoding))
    return path


def looked(path: Path) -> tuple[Survey, Draft]:
    found = survey(path)
    return found, guess(found, MEASURES, {"good": 9.0})


def read(found: Survey, draft: Draft) -> ImportBatch:
    return read_csv(found.path, mapping_of(draft, found, MEASURES), HERE)


def check_ins(batch: ImportBatch) -> list[CheckIn]:
    return [one.entry for one in batch.entries if isinstance(one.entry, CheckIn)]


def test_guessing_can_be_stopped_at_each_column(tmp_path: Path) -> None:
    found = survey(table(tmp_path, "a,b,c\n1,2,3\n"))
    told: list[float] = []
    with pytest.raises(CancelledError):
        guess(found, MEASURES, {}, lambda share: told.append(share) or share < 0.5)  # type: ignore[func-returns-value]
    assert told == [0.0, 1 / 3, 2 / 3]


def test_columns_are_guessed_by_their_names_and_by_what_stands_in_them(tmp_path: Path) -> None:
    path = table(
        tmp_path, "day;clock;mood;sleep;activities;note\n23.10.2026;07:50;6;6,5;walk, friends;a good day\n"
    )
    found, draft = looked(path)
    assert (found.form.delimiter, found.form.decimal) == (";", ",")
    assert draft.becomes == {
        "day": DATE, "clock": TIME, "mood": "mood", "sleep": "sleep_h", "activities": TAGS, "note": NOTE,
    }  # fmt: skip
    (entry,) = check_ins(read(found, draft))
    assert entry.moment.local.isoformat() == "2026-10-23T07:50:00"
    assert entry.value("sleep_h") == 6.5
    assert entry.tags == ("walk", "friends")
    assert entry.note == "a good day"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-10-23", "2026-10-23"), ("23.10.2026", "2026-10-23"), ("23/10/2026", "2026-10-23"),
        ("10/23/2026", "2026-10-23"), ("23.10.26", "2026-10-23"), ("2026-10-23T21:30", "2026-10-23"),
        ("2026-10-23 21:30:10", "2026-10-23"),
    ],
)  # fmt: skip
def test_days_are_read_as_they_are_written(tmp_path: Path, cell: str, day: str) -> None:
    found, draft = looked(table(tmp_path, f"when,mood\n{cell},5\n"))
    (entry,) = check_ins(read(found, draft))
    assert entry.moment.day.isoformat() == day
    assert entry.moment.has_time is (":" in cell)


def test_a_scale_is_the_smallest_that_nearly_all_numbers_are_on(tmp_path: Path) -> None:
    fives = "".join(f"2026-01-{day:02d},{1 + day % 5}\n" for day in range(1, 29))
    assert looked(table(tmp_path, "date,mood\n" + fives))[1].ends == {"mood": (1.0, 5.0)}
    found, draft = looked(table(tmp_path, "date,mood\n" + fives.replace(",5", ",9") * 2 + "2026-02-01,14\n"))
    assert draft.ends == {"mood": (0.0, 10.0)}
    (refused,) = read(found, draft).refused
    assert (refused.line, refused.reason, refused.value, refused.text) == (
        58,
        "outside_scale",
        "14",
        "2026-02-01,14",
    )


def test_a_day_first_or_a_month_first_is_what_reads_the_most_values(tmp_path: Path) -> None:
    days = ["03/04/2026", "04/05/2026", "05/06/2026", "06/07/2026"]
    for last, form in (("07/08/2026", "%d/%m/%Y"), ("10/23/2026", "%m/%d/%Y"), ("23/10/2026", "%d/%m/%Y")):
        _found, draft = looked(table(tmp_path, "when,mood\n" + "".join(f"{d},5\n" for d in (*days, last))))
        assert draft.date_format == form


def test_words_for_a_mood_become_numbers_tags_or_nothing(tmp_path: Path) -> None:
    rows = (
        "2026-01-01,3",
        "2026-01-02,meh",
        "2026-01-03,wired",
        "2026-01-04,gone",
        "2026-01-05,Good",
        "2026-01-06,what",
    )
    found, draft = looked(table(tmp_path, "date,mood,note\n" + "".join(f"{row},x\n" for row in rows)))
    assert set(words_in(found, "mood")) == {"meh", "wired", "gone", "Good", "what"}
    assert draft.words == {"Good": 9.0}, "the journal's own word is known"
    draft = draft.with_word("meh", 5.0).with_word("wired", AS_TAG).with_word("gone", WITHOUT)
    batch = read(found, draft)
    assert [row.value for row in batch.refused] == ["what"]
    three, meh, wired, gone, good = check_ins(batch)
    assert draft.ends["mood"] == (1.0, 5.0)
    assert (three.mood, meh.mood, wired.mood, gone.mood, good.mood) == (5, 5, None, None, 9)
    assert (wired.tags, gone.tags) == (("wired",), ())
    assert draft.with_word("meh", None).words == {"Good": 9.0, "wired": AS_TAG, "gone": WITHOUT}


def test_what_is_chosen_goes_before_what_is_guessed(tmp_path: Path) -> None:
    found, draft = looked(table(tmp_path, "a,b\n2026-01-01,7\n"))
    assert draft.becomes == {"a": DATE}
    assert not draft.can_be_read
    draft = with_ends(replace(draft, becomes={"a": DATE, "b": "energy"}), found, MEASURES)
    assert draft.can_be_read
    assert check_ins(read(found, draft))[0].value("energy") == 7
    assert not replace(draft, becomes={"b": "energy", "a": LEFT_OUT}).can_be_read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_in_any_of_the_usual_encodings(tmp_path: Path, encoding: str) -> None:
    found, draft = looked(table(tmp_path, "date,mood,note\n2026-01-01,4,müde\n", encoding))
    assert [entry.note for entry in check_ins(read(found, draft))] == ["müde"]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\n\n\n", b"\x00" * 5000, b'date,mood\n2026-01-01,"5\n' * 50, b"date,mood\n" + b"x" * 400_000,
        b"," * 5000, os.urandom(1) * 300_000, bytes(range(256)) * 40, b"\xff\xfe" + b"\xd8\x00" * 999,
        b"PK\x03\x04" + b"\x00\xff" * 9000, b"date,mood\n2026-01-01,5,6,7\n",
    ],
)  # fmt: skip
def test_what_is_no_table_is_told_or_read_as_nothing(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(data)
    try:
        found, draft = looked(path)
        if draft.can_be_read:
            batch = read(found, draft)
            assert batch.rows == len({entry.row for entry in batch.entries}) + len(batch.refused)
    except KapjournalError:
        return


def test_a_look_can_be_stopped(tmp_path: Path) -> None:
    path = table(tmp_path, "date,mood\n" + "2026-01-01,5\n" * 1000)
    with pytest.raises(CancelledError):
        survey(path, lambda _share: False)


@pytest.mark.skipif(not REAL_DATA, reason="KAPJOURNAL_REAL_DATA is not set")
@pytest.mark.parametrize(
    ("name", "rows"), [("MichaelCurrin_sample.csv", 3), ("daylio_export_ok_scales.csv", 7)]
)
def test_tables_of_another_diary_are_read_once_their_words_mean_something(name: str, rows: int) -> None:
    found, draft = looked(Path(REAL_DATA) / "daylio" / name)
    assert draft.becomes["full_date"] == DATE
    assert {row.value for row in read(found, draft).refused} == set(words_in(found, "mood"))
    for word in words_in(found, "mood"):
        draft = draft.with_word(word, 5.0)
    batch = read(found, draft)
    assert (batch.rows, len(batch.entries), batch.refused) == (rows, rows, ())


@pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
def test_what_is_no_file_is_told_before_anything_is_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / kind
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")
    with pytest.raises((NotThatKindOfFileError, FileMissingError)):
        survey(path)
