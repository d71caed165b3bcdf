"""The FHIR forms load as R4B, say what the answers add up to, and have the shape of the samples."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle

from kapjournal.domain.scale import ScaleAnswer, ScaleForm, ScoredForm
from kapjournal.domain.share import ShareForm
from kapjournal.guidance.scale_definitions import built_in_one
from kapjournal.statistics.scale_scoring import score
from kapjournal.summary.fhir_bundle import _xhtml
from kapjournal.summary.fhir_responses import response
from kapjournal.summary.forms import make
from tests.summary.samples import LAST, NOW, at
from tests.summary.whole import NOTE, chosen, everything, with_details

SAMPLES = Path(os.environ.get("KAPJOURNAL_REAL_DATA", "/nowhere")).parent / "clinical/fhir"


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


def test_a_bundle_says_what_each_thing_is_and_how_it_went_on() -> None:
    chosen_ = replace(chosen(), entry_ids=(*chosen().entry_ids, 101))
    data = make(ShareForm.FHIR, chosen_, with_details(), NOW).data
    Bundle.model_validate_json(data)
    found = {entry["resource"]["id"]: entry["resource"] for entry in json.loads(data)["entry"]}
    codes = {
        id_: [c["code"] for c in found[id_]["code"]["coding"]] for id_ in found if id_.startswith("checkin")
    }
    assert codes["checkin-611"] == ["checkin", "checkin-pre-session"]
    assert codes["checkin-612"] == ["checkin", "checkin-post-session"]
    assert codes[f"checkin-{NOTE}"] == ["checkin"]
    assert found["effects-103"]["note"] == [{"text": "Headache, strong, not gone"}]

    def told(id_: str) -> dict[str, int]:
        return {part["code"]["coding"][0]["code"]: part["valueInteger"] for part in found[id_]["component"]}

    assert told("experience-101") == {"depth": 4, "difficulty": 3, "felt-safe": 9}
    assert told("themes-101") == {"theme-calm": 2}
    titles = [section["title"] for section in found["summary"]["section"]]
    assert "8 September to 23 October 2026" in titles
    assert "Worth asking about" in titles
    assert {
        "22 September 2026: Intention",
        "20 October 2026: an image, 14:00",
    } < {*titles}


def test_spaces_and_joiners_of_every_script_stay_in_the_words() -> None:
    text = "20\u00a0mg \u3000 \u0645\u06cc\u200c\u0631\u0648\u0645"
    assert _xhtml(f"{text}\x01\ud800") == text


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
    assert made["questionnaire"] == wanted["questionnaire"]
    assert [item["linkId"] for item in made["item"]] == [item["linkId"] for item in wanted["item"]]
    assert answered(made) == answered(wanted)
    assert [item["text"] for item in made["item"]] == [item["text"] for item in wanted["item"]]
