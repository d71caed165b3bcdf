"""Every form holds what was ticked, and nothing of what was not, or was struck."""

from __future__ import annotations

import base64
import io
import json
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.course import CurrentMedicine
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.kap_session import (
    KapSession,
    MetWith,
    SessionKind,
    SessionStatus,
    Severity,
    SideEffect,
)
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.practice import Practice, PracticeDay, Spell
from kapjournal.domain.prompt import AskedPrompt
from kapjournal.domain.reflection import Fragment, FragmentKind, Reflection
from kapjournal.domain.share import Part, ShareForm, SummaryChoice
from kapjournal.guidance.scale_definitions import built_in_one
from kapjournal.summary.contents import Material, gather, gather_all
from kapjournal.summary.forms import make
from kapjournal.summary.practices import PracticeRecord
from kapjournal.summary.reading_text import whole_text
from kapjournal.summary.scale_tables import ScaleRecord
from kapjournal.summary.strikes import lines
from tests.summary.samples import LAST, NOW, REFLECTION, at, choice, course, material, said
from tests.summary.whole import chosen, everything, phq9


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


def planted() -> tuple[SummaryChoice, Material]:
    """A word in every place where someone can write: Ticked…, Struck… in what is ticked, Unticked… in the rest."""
    made = everything()
    day = at(date(2026, 10, 16))
    taken = replace(
        course(),
        medicines=(CurrentMedicine("Tickedmedicine", "as told"), CurrentMedicine("Struckmedicine", "x")),
    )
    session = replace(
        made.kap_sessions[1],
        intention="Tickedaim\nStruckaim",
        notes="Untickednotes",
        topics="Untickedtopics",
        music="Untickedmusic",
        to_say="Untickedtosay",
        with_whom="Untickedwhom",
    )
    other = replace(made.kap_sessions[2], intention="Untickedaim", notes="Untickednotes")
    talk = KapSession(
        id=1010,
        moment=day,
        kind=SessionKind.INTEGRATION,
        status=SessionStatus.HELD,
        met_with=MetWith.THERAPIST,
        with_whom="Untickedname",
        notes="Untickednotes",
        mood_before=4,
        mood_after=6,
    )
    entries = (
        Reflection(
            id=1001,
            moment=day,
            title="Strucktitle",
            text="Tickedwords\nStruckwords\n\n> Struckquote",
            tags=("Tickedtag",),
            prompt=AskedPrompt("p", "Struckquestion", "body", ""),
        ),
        Reflection(id=1002, moment=day, title="Untickedtitle", text="Untickedwords", tags=("Untickedtag",)),
        Fragment(id=1003, moment=day, kind=FragmentKind.WORD, text="Tickedfragment"),
        Fragment(id=1004, moment=day, kind=FragmentKind.WORD, text="Struckfragment"),
        Fragment(id=1005, moment=day, kind=FragmentKind.WORD, text="Untickedfragment"),
        CheckIn(
            id=1006,
            moment=day,
            values=(MeasureValue(MOOD, 4.0),),
            note="Tickednote\nStrucknote",
            tags=("Strucktag",),
        ),
        CheckIn(
            id=1007, moment=day, values=(MeasureValue(MOOD, 4.0),), note="Untickednote", tags=("Untickedtag",)
        ),
        Event(id=1008, moment=day, kind=EventKind.OTHER, text="Tickedevent\nStruckevent"),
        Event(id=1009, moment=day, kind=EventKind.OTHER, text="Untickedevent"),
        session,
        replace(
            talk, topics="Tickedtopic\nStrucktopic", what_landed="Tickedlanded", agreed_step="Struckstep"
        ),
        replace(
            talk, id=1011, topics="Untickedtopic", what_landed="Untickedlanded", agreed_step="Untickedstep"
        ),
    )
    practices = tuple(
        PracticeRecord(
            Practice(id=id_, name=f"{word}practice", spells=(Spell(date(2026, 9, 29)),)),
            (PracticeDay(practice_id=id_, day=LAST, note=f"{note}daynote"),),
        )
        for id_, word, note in ((1, "Ticked", "Ticked"), (2, "Struck", "Struck"), (3, "Unticked", "Unticked"))
    )
    effect = SideEffect("other", Severity.STRONG, False, None, "Struckeffect")
    gone = replace(made.kap_sessions[3], dose_text="Struckdose", difficulty=9, side_effects=(effect,))
    material_ = replace(
        made,
        course=taken,
        kap_sessions=(made.kap_sessions[0], session, other, gone),
        entries=entries,
        check_ins=tuple(entry for entry in entries if isinstance(entry, CheckIn)),
        practices=practices,
    )
    wanted = choice(
        parts=tuple(Part),
        entry_ids=(1001, 1003, 1004, 1006, 1008, 1010, session.id),
        practice_ids=(1, 2),
        talking_points=("Tickedpoint", "Struckpoint"),
    )
    there = lines(gather_all(wanted, material_, NOW))
    struck = tuple(line.key for line in there if "Struck" in line.text and not line.key.startswith("asking"))
    assert len(struck) == 15
    return replace(wanted, struck=(*struck, f"session:{gone.id}")), material_


@pytest.mark.parametrize("form", list(ShareForm))
def test_the_ticked_is_in_each_form_and_the_struck_and_unticked_in_none(form: ShareForm) -> None:
    text = unpacked(form, make(form, *planted(), NOW).data).replace("\u200b", "")
    assert re.findall(r"(?i)(?:struck|unticked)\w+", text) == []
    kept = {"words", "fragment", "note", "event", "aim", "practice", "daynote", "point", "medicine"}
    kept |= {"tag", "topic", "landed"}
    assert "ession 4" not in text  # of a struck session not even its number
    assert kept <= set(re.findall(r"Ticked(\w+)", text))


@pytest.mark.parametrize("form", list(ShareForm))
def test_tags_go_along_only_where_they_were_ticked(form: ShareForm) -> None:
    made, material_ = planted()
    untagged = replace(made, parts=tuple(part for part in Part if part is not Part.TAGS))
    assert "Tickedtag" not in unpacked(form, make(form, untagged, material_, NOW).data)


def test_a_talk_is_told_field_by_field_and_what_is_struck_of_it_is_in_no_data() -> None:
    made, material_ = planted()
    told = json.loads(make(ShareForm.JSON, made, material_, NOW).data)
    (talk,) = (entry["talk"] for entry in told["entries"] if entry["talk"])
    assert talk == {
        "with": "therapist",
        "format": None,
        "minutes": None,
        "topics": "Tickedtopic",
        "what_landed": "Tickedlanded",
        "agreed_step": "",
        "step_due": None,
        "mood_before": 4,
        "mood_after": 6,
    }
    mood = next(
        line.key for line in lines(gather_all(made, material_, NOW)) if line.text.startswith("Mood: 4")
    )
    less = replace(made, struck=(*made.struck, mood))
    told = json.loads(make(ShareForm.JSON, less, material_, NOW).data)
    (talk,) = (entry["talk"] for entry in told["entries"] if entry["talk"])
    assert (talk["mood_before"], talk["mood_after"], talk["what_landed"]) == (None, None, "Tickedlanded")


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


def test_a_key_of_nothing_strikes_nothing() -> None:
    struck = (*chosen().struck, "*", "", "glance:none")
    assert (
        make(ShareForm.TEXT, replace(chosen(), struck=struck), everything(), NOW).data
        == make(ShareForm.TEXT, chosen(), everything(), NOW).data
    )


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
    assert (table.has_words, table.has_changes) == (True, True)
    assert "PHQ-9, 19 Oct: 8 of 27, 6 points lower" in whole_text(
        summary
    )  # the day of the latest complete one
    first = gather(choice(), replace(material(), scales=(record._replace(forms=forms[:1]),)), NOW)
    assert not first.scales[0].has_changes
    assert "PHQ-9 item 9" in said(summary.worth_asking)[0]
    assert "unchanged since 19 Oct" in said(summary.worth_asking)[0]


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


def test_of_a_struck_form_nothing_is_told_elsewhere_and_nothing_is_compared_with_it() -> None:
    from kapjournal.domain.scale import Baseline

    forms = (
        phq9(1, date(2026, 9, 14), (2, 2, 2, 2, 1, 1, 2, 1, 1)),
        phq9(2, date(2026, 10, 5), (2, 1, 1, 2, 1, 1, 1, 0, 0)),
        phq9(3, date(2026, 10, 19), (1, 1, 1, 1, 1, 1, 1, 0, 1)),
    )
    record = ScaleRecord(built_in_one("phq9"), forms, Baseline(forms[0], before_first_dose=True))
    noted = replace(material(), scales=(record,))
    latest = gather(choice(struck=("scale:3",)), noted, NOW)
    assert [(g.now, g.change) for g in latest.glances if "phq9" in g.key] == [("9", "5 points lower")]
    assert "item 9" not in " ".join(said(latest.worth_asking))
    baseline = gather(choice(struck=("scale:1",)), noted, NOW)
    (table,) = baseline.scales
    assert [(row.score, row.change) for row in table.rows] == [("9", ""), ("8", "")]
    assert baseline.scale_note == ""
    assert [(g.now, g.change, g.before_place) for g in baseline.glances if "phq9" in g.key] == [
        ("8", "", None)
    ]


def test_the_clock_is_only_the_argument() -> None:
    later = datetime(2027, 1, 1, 9, 0, tzinfo=NOW.tzinfo)
    fixed = replace(chosen(), first=date(2026, 9, 8), last=LAST)
    assert (
        make(ShareForm.TEXT, fixed, everything(), NOW).data
        != make(ShareForm.TEXT, fixed, everything(), later).data
    )


def test_in_plain_text_the_parts_have_their_names_and_stand_apart() -> None:
    text = make(ShareForm.TEXT, chosen(), everything(), NOW).data.decode("utf-8")
    parts = [part.split("\n") for part in text.split("\n\n")]
    heads = [part[0] for part in parts]
    assert "Dosing sessions" in heads
    assert heads.index("Dosing sessions") < heads.index("What I would like to talk about")
    talk = parts[heads.index("What I would like to talk about")]
    assert talk[1].startswith("1. ")
    assert heads.index("What I chose to share") < heads.index("How this was worked out")
