"""Codes of the FHIR form: what has a public code takes it, everything else a code of this program."""

from __future__ import annotations

from typing import Any

from kapjournal.domain.kap_session import Medicine, Route

Json = dict[str, Any]
LOINC = "http://loinc.org"
LOCAL = "urn:kap-journal:cs"
UCUM = "http://unitsofmeasure.org"
SURVEY = {
    "coding": [
        {
            "system": "http://terminology.hl7.org/CodeSystem/observation-category",
            "code": "survey",
            "display": "Survey",
        }
    ]
}
ROUTES = {
    Route.IV: ("20045000", "Intravenous use"),
    Route.IM: ("20035000", "Intramuscular use"),
    Route.INTRANASAL: ("20049000", "Nasal use"),
    Route.SUBLINGUAL: ("20067000", "Sublingual use"),
    Route.ORAL: ("20053000", "Oral use"),
    Route.SUBCUTANEOUS: ("20066000", "Subcutaneous use"),
}
"""EDQM standard terms."""
MEDICINES = {
    Medicine.RACEMIC_KETAMINE: ("N01AX03", "ketamine"),
    Medicine.ESKETAMINE_SPRAY: ("N06AX27", "esketamine"),
}
"""ATC."""


def coding(system: str, code: str, display: str = "") -> Json:
    """Return a Coding."""
    return {"system": system, "code": code} | ({"display": display} if display else {})


def concept(text: str, *codings: Json) -> Json:
    """Return a CodeableConcept."""
    return {"coding": list(codings), "text": text}
