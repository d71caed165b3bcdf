"""The wording of the published scales, word for word; a letter that changes is seen here."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from kapjournal.domain.scale import ScaleDefinition
from kapjournal.guidance.scale_definitions import built_in_one

REAL_DATA = os.environ.get("KAPJOURNAL_REAL_DATA", "")
REFERENCE = Path(REAL_DATA).parent / "clinical" / "instruments.json"
PUBLISHED = ("phq9", "phq2", "gad7", "gad2", "pcl5")
DIGESTS = {
    "phq9": "2498284fe5aea4df",
    "phq2": "7aeaf25f1aa0034a",
    "gad7": "088095903abe75e6",
    "gad2": "17a875019d5498f7",
    "pcl5": "babe247ca8800816",
}
"""Of `wording`; whoever changes one compares it with the published form first."""


def wording(definition: ScaleDefinition) -> dict[str, Any]:
    """Everything of a scale that is somebody's words, or a code of them."""
    return {
        "stem": dict(definition.stem),
        "instructions": dict(definition.instructions),
        "credit": definition.credit,
        "items": [
            [i.id, i.loinc, dict(i.text), [[o.value, o.loinc, dict(o.text)] for o in i.options]]
            for i in definition.items
        ],
    }


@pytest.mark.parametrize("instrument", PUBLISHED)
def test_the_words_are_those_that_were_compared(instrument: str) -> None:
    text = json.dumps(wording(built_in_one(instrument)), ensure_ascii=False, sort_keys=True)
    assert hashlib.sha256(text.encode()).hexdigest()[:16] == DIGESTS[instrument]


@pytest.mark.skipif(not REAL_DATA or not REFERENCE.is_file(), reason="the clinical reference is not there")
@pytest.mark.parametrize("instrument", PUBLISHED)
def test_every_word_code_and_number_is_that_of_the_clinical_reference(instrument: str) -> None:
    reference = {one["id"]: one for one in json.loads(REFERENCE.read_text("utf-8"))["instruments"]}[
        instrument
    ]
    ours = built_in_one(instrument)
    languages = [key for key, text in reference["stem"].items() if text]
    assert list(ours.languages) == languages
    assert dict(ours.stem) == _texts(reference["stem"])
    assert dict(ours.instructions) == _texts(reference.get("instructions", {}))
    assert (ours.name, ours.credit) == (reference["name"], reference["credit"])
    assert ours.recall_days == reference["recall_days"]
    assert ours.min_interval_days == reference["min_interval_days"]
    assert ours.lower_is_better == (reference["direction"] == "lower_is_better")
    assert ours.loinc_panel == (reference.get("loinc_panel") or "")
    assert ours.loinc_total == (reference.get("loinc_total") or "")
    assert ours.loinc_answer_list == (reference.get("loinc_answer_list") or "")
    assert dict(ours.accept_on_import) == reference.get("accept_on_import", {})
    _same_items(ours, reference)
    _same_score(ours, reference)


def _same_items(ours: ScaleDefinition, reference: dict[str, Any]) -> None:
    shared = reference["options"]
    expected = [
        (one["id"], one["loinc"] or "", _texts(one), one.get("options", shared), one.get("scored", True))
        for one in (*reference["items"], *reference.get("extra_items", ()))
    ]
    assert len(ours.items) == len(expected)
    for item, (key, loinc, texts, options, scored) in zip(ours.items, expected, strict=True):
        assert (item.id, item.loinc, dict(item.text), item.scored) == (key, loinc, texts, scored)
        found = [(o.value, o.loinc, dict(o.text)) for o in item.options]
        assert found == [(o["value"], o["loinc"] or "", _texts(o)) for o in options]


def _same_score(ours: ScaleDefinition, reference: dict[str, Any]) -> None:
    score = reference["score"]
    assert (ours.low, ours.high, ours.max_missing) == (score["min"], score["max"], score["max_missing"])
    assert [[b.low, b.high, b.name] for b in ours.bands] == (reference["bands"] or [])
    assert (list(ours.reference) if ours.reference else None) == reference.get("reference_line")
    change = reference["change"]
    assert (ours.change is None) == (change is None)
    if ours.change is not None and change is not None:
        assert (ours.change.min_important, ours.change.reliable) == (
            change["min_important"],
            change["reliable"],
        )
    safety = reference.get("safety")
    assert (ours.safety is None) == (safety is None)
    if ours.safety is not None and safety is not None:
        assert (ours.safety.item, ours.safety.trigger_at) == (safety["item"], safety["trigger_at"])
    spans = {
        name: list(range(first, last + 1)) for name, (first, last) in reference.get("subscales", {}).items()
    }
    places = {item.id: place for place, item in enumerate(ours.items, 1)}
    assert {s.name: [places[item] for item in s.items] for s in ours.subscales} == spans


def _texts(raw: dict[str, Any]) -> dict[str, str]:
    return {language: raw[language] for language in ("en", "es") if raw.get(language)}
