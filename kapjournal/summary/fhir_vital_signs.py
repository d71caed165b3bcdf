"""Vital signs as Observations: a number where what was told reads as one, else the words as they were told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kapjournal.domain.around_dose import VitalSigns
from kapjournal.summary.course_facts import Dose
from kapjournal.summary.csv_files import stamp
from kapjournal.summary.fhir_codes import LOINC, UCUM, Json, coding, concept
from kapjournal.words.around_dose import vital_time_name

_CATEGORY = coding("http://terminology.hl7.org/CodeSystem/observation-category", "vital-signs", "Vital Signs")
_AS_TEXT = coding("http://terminology.hl7.org/CodeSystem/data-absent-reason", "as-text", "As Text")
_PRESSURE = re.compile(r"\s*(\d{2,3})\s*(?:/|over)\s*(\d{2,3})\s*(?:mm\s?\[?Hg\]?)?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d{2,3})\s*(?:%|/\s?min|bpm)?\s*", re.IGNORECASE)
_SYSTOLIC, _DIASTOLIC, _PULSE, _OXYGEN = (40, 300), (20, 200), (20, 250), (50, 100)
"""What can be true at all (clinical reference 3.2); beyond it the words are kept as words."""


def vital_signs(dose: Dose, person: Json, given: str) -> Iterator[tuple[str, Json]]:
    """Yield each Observation of a dose with a name for it; nothing in them judges."""
    for signs in dose.session.vital_signs:
        for name, told, made in (
            ("pressure", signs.pressure, _pressure),
            ("pulse", signs.pulse, _pulse),
            ("oxygen", signs.oxygen, _oxygen),
        ):
            if told.strip():
                whole = _observation(dose, person, given) | made(told)
                whole["note"] = [{"text": _note(signs, told, as_text="dataAbsentReason" in whole)}]
                yield f"{name}-{signs.when.value}", whole


def _observation(dose: Dose, person: Json, given: str) -> Json:
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [_CATEGORY]}],
        "code": {},
        "subject": person,
        # Nobody was asked for the minute: the start of the dose is near, and the note says which reading it was.
        "effectiveDateTime": stamp(dose.session.moment),
        "performer": [person],
        "method": {"text": "patient-reported"},
        "partOf": [{"reference": given}],
    }


def _note(signs: VitalSigns, told: str, *, as_text: bool) -> str:
    when = vital_time_name(signs.when)
    return f"{when}: {told.strip()}" if as_text else when


def _pressure(told: str) -> Json:
    code = concept(
        "Blood pressure", coding(LOINC, "85354-9", "Blood pressure panel with all children optional")
    )
    found = _PRESSURE.fullmatch(told)
    if found is None or not (_within(found[1], _SYSTOLIC) and _within(found[2], _DIASTOLIC)):
        return {"code": code, "dataAbsentReason": {"coding": [_AS_TEXT]}}
    parts = (
        ("8480-6", "Systolic blood pressure", found[1]),
        ("8462-4", "Diastolic blood pressure", found[2]),
    )
    return {
        "code": code,
        "component": [
            {
                "code": concept(name, coding(LOINC, loinc, name)),
                "valueQuantity": _quantity(value, "mmHg", "mm[Hg]"),
            }
            for loinc, name, value in parts
        ],
    }


def _pulse(told: str) -> Json:
    return _one(told, "8867-4", "Heart rate", _PULSE, ("beats/minute", "/min"))


def _oxygen(told: str) -> Json:
    name = "Oxygen saturation in Arterial blood by Pulse oximetry"
    return _one(told, "59408-5", name, _OXYGEN, ("%", "%"))


def _one(told: str, loinc: str, name: str, range_: tuple[int, int], unit: tuple[str, str]) -> Json:
    code = concept(name, coding(LOINC, loinc, name))
    found = _NUMBER.fullmatch(told)
    if found is None or not _within(found[1], range_):
        return {"code": code, "dataAbsentReason": {"coding": [_AS_TEXT]}}
    return {"code": code, "valueQuantity": _quantity(found[1], *unit)}


def _within(value: str, range_: tuple[int, int]) -> bool:
    return range_[0] <= int(value) <= range_[1]


def _quantity(value: str, unit: str, code: str) -> Json:
    return {"value": int(value), "unit": unit, "system": UCUM, "code": code}
