"""Tables and the JSON object: nothing runs, nothing is lost, and a long one can be stopped."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from kapjournal.domain.measure import Measure, MeasureValue
from kapjournal.domain.share import USUAL_PARTS, Part, ShareForm
from kapjournal.errors import CancelledError
from kapjournal.summary.csv_files import guarded
from kapjournal.summary.forms import DATA, make
from kapjournal.summary.json_writing import written
from tests.summary.samples import NOW, choice
from tests.summary.whole import chosen, everything, with_details


def test_a_cell_is_no_formula_however_it_begins() -> None:
    for sign in ("=", "+", "-", "@", "\t", "\uff1d", "\uff0b", "\uff0d", "\uff20", " =", "\u00a0=", "\r="):
        assert guarded(f"{sign}cmd|' /C calc'!A0").startswith("'"), repr(sign)
    assert guarded("plain = text") == "plain = text"
    assert guarded(-3) == "-3"


def test_a_distance_from_utc_stays_what_a_program_reads() -> None:
    assert guarded("+01:00") == "+01:00"
    assert guarded("-05:30") == "-05:30"
    for more in ("+01:00+1", "+01:00\n=1", "-5:30", "=01:00", "+０1:00"):
        assert guarded(more).startswith("'"), more
    rows = tables(make(ShareForm.CSV, chosen(), everything(), NOW).data)["checkins.csv"]
    assert {row["utc_offset"] for row in rows} == {"+01:00"}


def test_tables_have_fixed_times_and_no_formula() -> None:
    points = choice(parts=tuple(Part), talking_points=("=HYPERLINK(1)", "＝1+1", "@SUM(1)"))
    data = make(ShareForm.CSV, points, everything(), NOW).data
    assert data == make(ShareForm.CSV, points, everything(), NOW).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {2000}
        for name in archive.namelist():
            if name.endswith(".csv"):
                text = archive.read(name).decode("utf-8-sig")
                for row in csv.reader(io.StringIO(text, newline=""), strict=True):
                    assert not any(cell.lstrip()[:1] in tuple("=@＝＠") for cell in row if cell)


def test_the_object_is_as_the_schema_says_and_the_same_journal_gives_the_same_bytes() -> None:
    schema = json.loads((Path(__file__).parents[2] / "docs/export.schema.json").read_text("utf-8"))
    validate: Callable[[Any], Any] = fastjsonschema.compile(schema)
    data = make(ShareForm.JSON, chosen(), everything(), NOW).data
    validate(json.loads(data))
    assert data == make(ShareForm.JSON, chosen(), everything(), NOW).data
    alone = make(ShareForm.JSON, chosen(), replace(everything(), course=None), NOW).data
    validate(json.loads(alone))
    assert json.loads(alone)["course"] is None
    broken = json.loads(data) | {"checkins": [{"id": "1"}]}
    with pytest.raises(fastjsonschema.JsonSchemaException):
        validate(broken)


def tables(data: bytes) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))
            for name in archive.namelist()
            if name.endswith(".csv")
        }


def test_the_object_loses_nothing_that_the_tables_hold() -> None:
    found = tables(make(ShareForm.CSV, chosen(), everything(), NOW).data)
    whole = json.loads(make(ShareForm.JSON, chosen(), everything(), NOW).data)
    assert set(found) == {
        "checkins.csv", "scores.csv", "items.csv", "sessions.csv", "side_effects.csv", "themes.csv",
        "vital_signs.csv", "integration.csv", "practices.csv", "events.csv", "lines.csv",
    }  # fmt: skip
    for name, rows in (
        ("checkins", whole["checkins"]),
        ("scores", whole["scores"]),
        ("sessions", whole["sessions"]),
    ):
        assert [row["id"] for row in found[f"{name}.csv"]] == [str(row["id"]) for row in rows]
    assert [row["value"] for row in found["items.csv"]] == [
        "" if item["value"] is None else str(item["value"])
        for score_ in whole["scores"]
        for item in score_["items"]
    ]
    effects = [(e["code"], e["severity"]) for dose in whole["sessions"] for e in dose["side_effects"]]
    assert [(row["code"], row["severity"]) for row in found["side_effects.csv"]] == effects
    texts = [entry["text"] for entry in whole["entries"] if entry["kind"] != "note"]
    assert [row["text"] for row in found["integration.csv"]] == texts


def test_where_someone_stands_is_in_no_data_once_it_was_struck() -> None:
    made = replace(chosen(), struck=("standing:reason", "standing:phase"))
    course = json.loads(make(ShareForm.JSON, made, everything(), NOW).data)["course"]
    assert (course["conditions"], course["phases"], course["sessions_planned"]) == ([], [], None)
    assert {
        row["phase"] for row in tables(make(ShareForm.CSV, made, everything(), NOW).data)["sessions.csv"]
    } == {""}


def test_a_measure_that_no_page_shows_is_in_no_data_and_one_of_ones_own_says_what_it_is() -> None:
    own = Measure(key="own_1", high=5.0, name="=Weight", low_word="light", high_word="lead", in_use=True)
    retired = replace(own, key="own_2", name="Retiredmeasure", in_use=False)
    marks = tuple(MeasureValue(key, 3.0) for key in (own.key, retired.key))
    note = replace(everything().check_ins[0], values=marks)
    whole = replace(everything(), measures=(*everything().measures, own, retired), check_ins=(note,))
    for form in DATA:
        data = make(form, chosen(), whole, NOW).data
        found = b"".join(_unpacked(data)) if form is ShareForm.CSV else data
        assert (b"own_1" in found, b"own_2" in found) == (True, False), form
    (told,) = json.loads(make(ShareForm.JSON, chosen(), whole, NOW).data)["measures"]
    assert (told["name"], told["low_word"], told["high_word"], told["direction"]) == (
        "=Weight", "light", "lead", "neither",
    )  # fmt: skip
    readme = make(ShareForm.CSV, chosen(), whole, NOW).data
    assert b"own_1: =Weight, from 0 light to 5 lead." in b"".join(_unpacked(readme))


def _unpacked(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield from map(archive.read, archive.namelist())


def test_what_belongs_to_a_session_alone_goes_along_only_where_it_was_ticked() -> None:
    ticked = replace(chosen(), entry_ids=(*chosen().entry_ids, 101))
    found = tables(make(ShareForm.CSV, ticked, with_details(), NOW).data)
    (theme,) = found["themes.csv"]
    assert (theme["session_id"], theme["code"], theme["strength"], theme["welcome"]) == (
        "101",
        "calm",
        "2",
        "welcome",
    )
    assert [row["at"] for row in found["vital_signs.csv"]] == ["before", "highest"]
    session = found["sessions.csv"][0]
    assert (session["pre_mood"], session["post_mood"], session["post_felt_safe"]) == ("3", "7", "9")
    assert session["intention"] == "Aimticked to let go"
    assert "Aimticked" in make(ShareForm.TEXT, ticked, with_details(), NOW).data.decode()

    plain = replace(chosen(), parts=USUAL_PARTS)
    found = tables(make(ShareForm.CSV, plain, with_details(), NOW).data)
    assert (found["themes.csv"], found["vital_signs.csv"]) == ([], [])
    assert (found["sessions.csv"][0]["pre_mood"], found["sessions.csv"][0]["intention"]) == ("", "")
    for form in (ShareForm.JSON, ShareForm.FHIR):
        text = make(form, plain, with_details(), NOW).data.decode()
        assert not any(word in text for word in ("calm", "128 / 82", "mm[Hg]", "Aimticked")), form


@pytest.mark.parametrize("form", list(DATA))
def test_data_written_item_by_item_tells_how_far_it_is_and_stops_where_it_is_asked(form: ShareForm) -> None:
    heard: list[float] = []
    make(form, chosen(), everything(), NOW, tell=heard.append)
    assert heard == sorted(heard)
    assert (heard[0], heard[-1]) == (0.0, 1.0)

    def stopping(share: float) -> None:
        if share > 0.2:
            raise CancelledError

    with pytest.raises(CancelledError):
        make(form, chosen(), everything(), NOW, tell=stopping)


def test_an_object_written_item_by_item_has_the_bytes_of_one_written_at_once() -> None:
    whole = {"a": [], "b": [{"c": [1, "ü\n"]}, None], "d": {"e": [1]}, "f": 1.5}
    assert written(whole).decode() == json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
