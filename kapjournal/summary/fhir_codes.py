"""Codes of the FHIR form: what has a public code takes it, everything else a code of this program."""

from __future__ import annotations

from typing import Any

from kapjournal.domain.kap_session import Medicine, Route

Json = dict[str, Any]
LOINC = "http://loinc.org"
LOCAL = "urn:kap-journal:cs"
TOTALS = {
    "44261-6": "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]",
    "55758-7": "Patient Health Questionnaire 2 item (PHQ-2) total score [Reported]",
    "70274-6": "Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]",
}
"""What LOINC calls a total; a code whose name was not seen in a source goes without one."""
QUESTIONNAIRES = {"pcl5": "urn:kap-journal:questionnaire:pcl-5:month|1.0.0"}
"""Scales whose questions have no public codes, by the address of their Questionnaire and its version."""
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


PATIENT_NOTE = coding("http://loinc.org", "51855-5", "Patient Note")


def concept(text: str, *codings: Json) -> Json:
    """Return a CodeableConcept."""
    return {"coding": list(codings), "text": text}
