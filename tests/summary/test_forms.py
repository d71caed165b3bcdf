"""Every form holds what was ticked, and nothing of what was not, or was struck."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
from fhir.resources.R4B.bundle import Bundle
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

from kapjournal.domain.around_dose import Theme, VitalSigns, VitalTime, Welcome
from kapjournal.domain.check_in import CheckIn, CheckInType
from kapjournal.domain.course import CurrentMedicine
from kapjournal.domain.kap_session import Medicine
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.practice import Practice, PracticeDay, Spell
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.scale import ScaleAnswer, ScaleForm, ScoredForm
from kapjournal.domain.share import USUAL_PARTS, Part, ShareForm, SummaryChoice
from kapjournal.errors import CancelledError
from kapjournal.guidance.scale_definitions import built_in_one
from kapjournal.paths import resource
from kapjournal.statistics.scale_scoring import score
from kapjournal.summary.contents import Material, gather, gather_all
from kapjournal.summary.csv_files import guarded
from kapjournal.summary.fhir_responses import response
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
    if form is ShareForm.FHIR_PDF:
        held = [e["resource"].get("data", "") for e in json.loads(data)["entry"]]
        return data.decode() + unpacked(ShareForm.PDF, base64.b64decode("".join(held)))
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


def test_the_object_is_as_the_schema_says_and_the_same_journal_gives_the_same_bytes() -> None:
    schema = json.loads((Path(__file__).parents[2] / "docs/export.schema.json").read_text("utf-8"))
    validate: Callable[[Any], Any] = fastjsonschema.compile(schema)
    data = make(ShareForm.JSON, chosen(), everything(), NOW).data
    validate(json.loads(data))
    assert data == make(ShareForm.JSON, chosen(), everything(), NOW).data
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


def with_details() -> Material:
    """A dose with an intention, themes, vital signs that read as numbers and some that do not, and marks around it."""
    made = everything()
    first = replace(
        made.kap_sessions[0],
        intention="Aimticked to let go",
        themes=(Theme("calm", 2, Welcome.WELCOME),),
        vital_signs=(
            VitalSigns(VitalTime.BEFORE, "128 / 82", "72", "98 %"),
            VitalSigns(VitalTime.HIGHEST, "a bit up, they said", "400", ""),
        ),
        felt_safe=9,
        medicine=Medicine.RACEMIC_KETAMINE,
        duration_min=50,
    )
    day = first.moment.day
    around = (
        CheckIn(id=611, moment=at(day, 12), type=CheckInType.PRE_SESSION, values=(MeasureValue(MOOD, 3.0),)),
        CheckIn(id=612, moment=at(day, 18), type=CheckInType.POST_SESSION, values=(MeasureValue(MOOD, 7.0),)),
    )
    return replace(
        made,
        kap_sessions=(first, *made.kap_sessions[1:]),
        check_ins=(*around, *made.check_ins),
        entries=(*made.entries, first),
    )


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


def test_vital_signs_are_numbers_only_where_they_read_as_numbers() -> None:
    data = make(ShareForm.FHIR, chosen(), with_details(), NOW).data
    Bundle.model_validate_json(data)
    signs = {
        entry["resource"]["id"]: entry["resource"]
        for entry in json.loads(data)["entry"]
        if entry["resource"].get("method", {}).get("text") == "patient-reported"
    }
    assert set(signs) == {"pressure-before-101", "pulse-before-101", "oxygen-before-101", "pressure-highest-101",
                          "pulse-highest-101"}  # fmt: skip
    pressure = signs["pressure-before-101"]
    assert [part["valueQuantity"]["value"] for part in pressure["component"]] == [128, 82]
    assert [part["code"]["coding"][0]["code"] for part in pressure["component"]] == ["8480-6", "8462-4"]
    assert signs["oxygen-before-101"]["valueQuantity"]["value"] == 98
    for name in ("pressure-highest-101", "pulse-highest-101"):
        assert signs[name]["dataAbsentReason"]["coding"][0]["code"] == "as-text"
        assert "valueQuantity" not in signs[name]
    assert "a bit up, they said" in signs["pressure-highest-101"]["note"][0]["text"]


def test_the_pdf_goes_into_a_collection_of_its_own() -> None:
    data = make(ShareForm.FHIR_PDF, chosen(), everything(), NOW).data
    whole = Bundle.model_validate_json(data)
    assert whole.type == "collection"
    resources = {e["fullUrl"]: e["resource"] for e in json.loads(data)["entry"]}
    (reference,) = [r for r in resources.values() if r["resourceType"] == "DocumentReference"]
    attachment = reference["content"][0]["attachment"]
    pdf = base64.b64decode(resources[attachment["url"]]["data"])
    assert pdf.startswith(b"%PDF")
    assert len(pdf) == attachment["size"]
    assert base64.b64decode(attachment["hash"]) == hashlib.sha1(pdf, usedforsecurity=False).digest()
    assert resources[reference["subject"]["reference"]]["resourceType"] == "Patient"


SAMPLES = Path(os.environ.get("KAPJOURNAL_REAL_DATA", "/nowhere")).parent / "clinical/fhir"


def paths(value: Any, where: str = "") -> set[str]:
    """Every path of a resource down to its values; places in lists are left out."""
    if isinstance(value, dict):
        return set().union(*(paths(item, f"{where}.{name}") for name, item in value.items()), {where})
    if isinstance(value, list):
        return set().union(*(paths(item, f"{where}[]") for item in value), {where})
    return {where}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples of the clinical reference are not there")
def test_a_bundle_has_the_shape_of_the_sample() -> None:
    sample = json.loads((SAMPLES / "Bundle-document-summary.json").read_text("utf-8"))
    ours = json.loads(make(ShareForm.FHIR, chosen(), with_details(), NOW).data)

    def shapes(bundle: Any) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {"Bundle": paths({k: v for k, v in bundle.items() if k != "entry"})}
        for entry in bundle["entry"]:
            made = entry["resource"]
            codes = made.get("code", {}).get("coding", [{}])[0]
            name = f"{made['resourceType']} {codes.get('code', '')}".strip()
            found[name] = found.get(name, set()) | paths(made)
        return found

    expected, made = shapes(sample), shapes(ours)
    assert set(expected) <= set(made)
    for name, wanted in expected.items():
        assert wanted <= made[name], (name, wanted - made[name])


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples of the clinical reference are not there")
@pytest.mark.parametrize(
    ("sample", "scale"), [("PHQ9-one-missing-item9-positive", "phq9"), ("PCL5-total-43", "pcl5")]
)
def test_a_form_has_the_shape_and_the_answers_of_its_sample(sample: str, scale: str) -> None:
    wanted = json.loads((SAMPLES / f"QuestionnaireResponse-{sample}.json").read_text("utf-8"))
    definition = built_in_one(scale)
    options = {o.loinc or str(o.value): o.value for item in definition.items for o in item.options}

    def answered(resource: Any) -> list[list[Any]]:
        answers = [item.get("answer", []) for item in resource["item"]]
        return [[a.get("valueDecimal") or a["valueCoding"]["code"] for a in told] for told in answers]

    answers = tuple(
        ScaleAnswer(item.id, options[told[0]] if told else None)
        for item, told in zip(definition.items, answered(wanted), strict=False)
    )
    form = ScaleForm(
        id=1, moment=at(LAST), instrument=scale, name="", answers=answers, finished=at(LAST).instant
    )
    found = score(definition, form)
    assert found is not None
    made = response(definition, ScoredForm(form, found), {"reference": "Patient/p1"})
    assert paths(wanted) - {".id"} <= paths(made)
    assert answered(made) == answered(wanted)
    assert [item["text"] for item in made["item"]] == [item["text"] for item in wanted["item"]]


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
