"""Every form holds what was ticked, and nothing of what was not, or was struck."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.course import CurrentMedicine
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.practice import Practice, PracticeDay, Spell
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.scale import ScaleAnswer, ScaleForm, ScoredForm
from kapjournal.domain.share import Part, ShareForm, SummaryChoice
from kapjournal.errors import CancelledError
from kapjournal.guidance.scale_definitions import built_in_one
from kapjournal.paths import resource
from kapjournal.statistics.scale_scoring import score
from kapjournal.summary.contents import Material, gather, gather_all
from kapjournal.summary.csv_files import guarded
from kapjournal.summary.forms import DATA, make
from kapjournal.summary.json_writing import written
from kapjournal.summary.practices import PracticeRecord
from kapjournal.summary.scale_tables import ScaleRecord
from kapjournal.summary.strikes import lines
from tests.summary.samples import FRAGMENT, LAST, NOW, REFLECTION, at, choice, course, material, said

NOTE, PRACTICE, PHQ = 601, 701, 801
SCRIPTS = (
    "<script>document.title='ran'</script>", "<img src=x onerror=\"document.title='ran'\">",
    "<svg onload=\"document.title='ran'\">", "<body onload=\"document.title='ran'\">",
    "<iframe srcdoc=\"<script>parent.document.title='ran'</script>\">",
    "<a href=\"javascript:document.title='ran'\">x</a>",
    "</style><script>document.title='ran'</script>", "<details open ontoggle=\"document.title='ran'\">",
    "\"><script>document.title='ran'</script>", "'><script>document.title='ran'</script>",
    "[x](javascript:document.title='ran')",
    "<meta http-equiv=refresh content=\"0;url=javascript:document.title='ran'\">",
    "<object data=\"javascript:document.title='ran'\">", "--><script>document.title='ran'</script>",
    "</title><script>document.title='ran'</script>",
)  # fmt: skip
LOADS = (
    "![](http://remote.invalid/a.png)", "<img src=http://remote.invalid/b.png>",
    "<link rel=stylesheet href=http://remote.invalid/c.css>", "<style>@import url(http://remote.invalid/d.css)</style>",
    "<video src=http://remote.invalid/e.mp4>",
)  # fmt: skip


def phq9(id_: int, day: date, values: tuple[int | None, ...]) -> ScoredForm:
    definition = built_in_one("phq9")
    answers = tuple(
        ScaleAnswer(item.id, value) for item, value in zip(definition.scored_items, values, strict=True)
    )
    form = ScaleForm(
        id=id_, moment=at(day), instrument="phq9", name="PHQ-9", answers=answers, finished=at(day).instant
    )
    found = score(definition, form)
    assert found is not None
    return ScoredForm(form, found)


def everything() -> Material:
    made = material()
    taken = replace(course(), medicines=(CurrentMedicine("Tickedmedicine", "as told"),))
    note = CheckIn(
        id=NOTE, moment=at(date(2026, 10, 15)), values=(MeasureValue(MOOD, 5.0),), note="Untickednote here"
    )
    forms = (
        phq9(PHQ, date(2026, 9, 14), (2, 2, 2, 2, 1, 1, 2, 1, 1)),
        phq9(PHQ + 1, date(2026, 10, 19), (1, 1, 1, 1, 1, None, 1, 0, 1)),
    )
    days = (PracticeDay(practice_id=PRACTICE, day=LAST, note="Practicenote"),)
    practice = Practice(id=PRACTICE, name="Tenminutes", spells=(Spell(date(2026, 9, 29)),))
    return replace(
        made,
        course=taken,
        check_ins=(note,),
        scales=(ScaleRecord(built_in_one("phq9"), forms),),
        practices=(PracticeRecord(practice, days),),
        entries=(
            *made.entries,
            Reflection(
                id=REFLECTION + 100,
                moment=at(date(2026, 10, 18)),
                title="Keptheading",
                text="A keptline.\nA struckline.\n\nA struckparagraph.",
            ),
        ),
    )


def chosen(**values: object) -> SummaryChoice:
    made = choice(
        parts=tuple(Part),
        entry_ids=(REFLECTION, FRAGMENT, REFLECTION + 100),
        practice_ids=(PRACTICE,),
        talking_points=("Pointkept", "Pointstruck"),
    )
    made = replace(made, **values)  # type: ignore[arg-type]
    struck = [
        line.key
        for line in lines(gather_all(made, everything(), NOW))
        if "struck" in line.text.lower() or "2 of 4" in line.text
    ]
    return replace(made, struck=(*made.struck, *struck))


def unpacked(form: ShareForm, data: bytes) -> str:
    """All text of a file: streams and archives opened."""
    if form in (ShareForm.PDF, ShareForm.PRINT):
        reader = PdfReader(io.BytesIO(data))
        streams = [str(reader.metadata), *(page.extract_text() for page in reader.pages)]
        for number in range(1, len(reader.xref_objStm) + len(reader.xref.get(0, {})) + 1):
            found: Any = reader.get_object(number)
            streams.append(str(found))
            if hasattr(found, "get_data"):
                streams.append(found.get_data().decode("latin-1"))
        return "\n".join(streams)
    if form is ShareForm.CSV:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(archive.read(name).decode() for name in archive.namelist())
    return data.decode()


@pytest.mark.parametrize("form", list(ShareForm))
def test_the_ticked_is_in_each_form_and_the_struck_and_unticked_in_none(form: ShareForm) -> None:
    made = make(form, chosen(), everything(), NOW)
    text = unpacked(form, made.data).replace("\u200b", "")
    for word in (
        "Unsharedtitle",
        "Unsharedwords",
        "Untickednote",
        "struckline",
        "struckparagraph",
        "Pointstruck",
    ):
        assert word not in text, word
    for word in (
        "darkwater",
        "Openceilings",
        "keptline",
        "Keptheading",
        "Pointkept",
        "Tickedmedicine",
        "Practicenote",
    ):
        assert word in text, word


def test_a_struck_line_stays_struck_where_its_words_were_changed() -> None:
    made = chosen()
    changed = tuple(
        replace(e, text="A keptline.\nA struckline, changed.\n\nA struckparagraph.")
        if isinstance(e, Reflection) and e.id == REFLECTION + 100
        else e
        for e in everything().entries
    )
    text = make(ShareForm.TEXT, made, replace(everything(), entries=changed), NOW).data.decode()
    assert "struckline" not in text
    assert "keptline" in text


def test_scales_say_their_change_in_three_steps_and_item_9() -> None:
    forms = (
        phq9(1, date(2026, 9, 14), (2, 2, 2, 2, 1, 1, 2, 1, 1)),
        phq9(2, date(2026, 9, 28), (2, 2, 2, 2, 1, 1, 1, 0, 1)),
        phq9(3, date(2026, 10, 5), (2, 1, 1, 2, 1, 1, 1, 0, 0)),
        phq9(4, date(2026, 10, 19), (1, 1, 1, 1, 1, 1, 1, 0, 1)),
        phq9(5, date(2026, 10, 20), (1, 1, 1, 1, 1, None, 1, 0, 1)),
    )
    from kapjournal.domain.scale import Baseline

    record = ScaleRecord(built_in_one("phq9"), forms, Baseline(forms[0], before_first_dose=True))
    summary = gather(choice(), replace(material(), scales=(record,)), NOW)
    (table,) = summary.scales
    assert [(row.score, row.change, row.step) for row in table.rows] == [
        ("14", "", ""),
        ("12", "−2", "within"),
        ("9", "−5", "possible"),
        ("8", "−6", "larger"),
        ("≈ 8", "", ""),
    ]
    assert table.rows[0].safety == "several days"
    assert "PHQ-9 item 9" in said(summary.worth_asking)[0]
    assert "unchanged since 19 Oct" in said(summary.worth_asking)[0]


def test_a_bundle_loads_as_r4b_and_its_totals_add_up() -> None:
    data = make(ShareForm.FHIR, chosen(), everything(), NOW).data
    Bundle.model_validate_json(data)
    resources = {e["fullUrl"]: e["resource"] for e in json.loads(data)["entry"]}
    codes = {"LA6568-5": 0, "LA6569-3": 1, "LA6570-1": 2, "LA6571-9": 3}
    totals = 0
    for resource_ in resources.values():
        if "derivedFrom" not in resource_:
            continue
        form = resources[resource_["derivedFrom"][0]["reference"]]
        answers = [a["valueCoding"]["code"] for item in form["item"] for a in item.get("answer", [])]
        if len(answers) == 9:
            totals += 1
            assert resource_["valueQuantity"]["value"] == sum(codes[code] for code in answers)
        else:
            assert "valueQuantity" not in resource_
            assert resource_["note"][0]["text"] == "estimate 8 (8 of 9 answered)"
    assert totals == 1
    assert next(iter(resources.values()))["resourceType"] == "Composition"


def test_a_cell_is_no_formula_however_it_begins() -> None:
    for sign in ("=", "+", "-", "@", "\t", "\uff1d", "\uff0b", "\uff0d", "\uff20", " =", "\u00a0=", "\r="):
        assert guarded(f"{sign}cmd|' /C calc'!A0").startswith("'"), repr(sign)
    assert guarded("plain = text") == "plain = text"
    assert guarded(-3) == "-3"


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


def test_the_object_is_as_the_schema_says() -> None:
    schema = json.loads((Path(__file__).parents[2] / "docs/export.schema.json").read_text("utf-8"))
    check(schema, json.loads(make(ShareForm.JSON, chosen(), everything(), NOW).data), "$")


def check(schema: dict[str, Any], value: Any, where: str) -> None:
    """The part of JSON Schema that the published one uses."""
    kinds = {
        "object": dict,
        "array": list,
        "string": str,
        "integer": int,
        "number": (int, float),
        "boolean": bool,
    }
    if "const" in schema:
        assert value == schema["const"], where
    if "enum" in schema:
        assert value in schema["enum"], where
    if "type" in schema:
        allowed = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        fits = (value is None and "null" in allowed) or any(
            isinstance(value, kinds[kind])
            for kind in allowed
            if kind != "null"  # type: ignore[arg-type]
        )
        assert fits, where
    if isinstance(value, list):
        for at_, item in enumerate(value):
            check(schema.get("items", {}), item, f"{where}[{at_}]")
    if isinstance(value, dict):
        assert set(schema.get("required", ())) <= set(value), where
        for name, item in value.items():
            rule = schema.get("properties", {}).get(name, schema.get("additionalProperties", {}))
            assert rule is not False, f"{where}.{name}"
            check(rule, item, f"{where}.{name}")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_a_password_locks_the_pdf_whichever_way_it_is_typed(tmp_path: Path) -> None:
    data = make(ShareForm.PDF, chosen(), everything(), NOW, "cafe\u0301").data
    assert b"darkwater" not in data
    assert b"Summary for" not in data
    with pytest.raises(FileNotDecryptedError):
        PdfReader(io.BytesIO(data)).pages[0].extract_text()
    path = tmp_path / "locked.pdf"
    path.write_bytes(data)
    for password, opens in (("caf\u00e9", True), ("cafe", False), ("", False)):
        run = subprocess.run(
            ["pdftotext", "-upw", password, str(path), "-"], capture_output=True, text=True, check=False
        )
        assert ("Keptheading" in run.stdout) is opens, password


@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed")
def test_the_web_page_runs_and_loads_nothing_in_chromium(tmp_path: Path) -> None:
    texts = [*SCRIPTS, *LOADS]
    entries = tuple(
        Reflection(id=901 + n, moment=at(date(2026, 10, 1)), title=text, text=text, tags=(text,))
        for n, text in enumerate(texts)
    )
    hostile = replace(everything(), entries=entries)
    ids = tuple(entry.id for entry in entries)
    data = make(
        ShareForm.HTML,
        choice(entry_ids=ids, talking_points=tuple(texts[:3]), for_whom=texts[14]),
        hostile,
        NOW,
    ).data
    page, log = tmp_path / "page.html", tmp_path / "net.json"
    page.write_bytes(data)
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
        "--enable-logging=stderr", "--disable-background-networking", "--disable-component-update", "--no-first-run",
        f"--log-net-log={log}", "--virtual-time-budget=2000", "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=50)
    assert "<title>ran</title>" not in run.stdout
    assert "Self-reported" in run.stdout
    assert "CONSOLE" not in run.stderr, run.stderr[-2000:]
    assert "remote.invalid" not in log.read_text("utf-8")
    assert "<script" not in run.stdout


def test_the_fonts_of_the_web_page_are_there() -> None:
    assert len(list(resource("fonts/web").glob("*.woff"))) == 4


def test_the_clock_is_only_the_argument() -> None:
    later = datetime(2027, 1, 1, 9, 0, tzinfo=NOW.tzinfo)
    fixed = replace(chosen(), first=date(2026, 9, 8), last=LAST)
    assert (
        make(ShareForm.TEXT, fixed, everything(), NOW).data
        != make(ShareForm.TEXT, fixed, everything(), later).data
    )


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
