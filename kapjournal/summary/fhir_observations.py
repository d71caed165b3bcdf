"""Totals of scales, check-ins and side effects as Observations; nothing in them judges."""

from __future__ import annotations

from kapjournal.domain.kap_session import Severity
from kapjournal.domain.measure import PAIN, Measure
from kapjournal.domain.scale import ScaleDefinition, ScoredForm
from kapjournal.summary.course_facts import Dose
from kapjournal.summary.csv_files import stamp
from kapjournal.summary.fhir_codes import LOCAL, LOINC, SURVEY, TOTALS, UCUM, Json, coding, concept
from kapjournal.summary.records import Marks
from kapjournal.words.measures import measure_name
from kapjournal.words.scales import band_name
from kapjournal.words.side_effects import side_effect_name

_LEVELS = {severity: level for level, severity in enumerate(Severity)}
PAIN_LOINC = "72514-3"


def score(definition: ScaleDefinition, scored: ScoredForm, person: Json, form: str) -> Json:
    """Return what a form adds up to; without a total there is no value, and the estimate is a note."""
    found = scored.score
    name = f"{definition.name} total score"
    loinc = definition.loinc_total
    code = coding(LOINC, loinc, TOTALS.get(loinc, "")) if loinc else None
    made = _observation(
        concept(name, code or coding(LOCAL, f"{definition.id}-total", name)),
        stamp(scored.form.moment),
        person,
    )
    made["derivedFrom"] = [{"reference": form}]
    if found.total is not None:
        value = {"value": found.total, "unit": "{score}", "system": UCUM, "code": "{score}"}
        note = band_name(found.band)
        made["valueQuantity"] = value
    else:
        missing = coding("http://terminology.hl7.org/CodeSystem/data-absent-reason", "unknown", "Unknown")
        made["dataAbsentReason"] = {"coding": [missing]}
        told = f"({found.answered} of {found.of} answered)"
        note = f"estimate {found.estimate} {told}" if found.estimate is not None else f"no total {told}"
    return made | ({"note": [{"text": note}]} if note else {})


def check_in(marks: Marks, measures: tuple[Measure, ...], person: Json) -> Json:
    """Return the values of a check-in as components."""
    code = concept("Check-in (self-report)", coding(LOCAL, "checkin", "Check-in (self-report)"))
    made = _observation(code, stamp(marks.moment), person)
    made["component"] = [
        _component(measure, marks.values[measure.key]) for measure in measures if measure.key in marks.values
    ]
    return made


def side_effects(dose: Dose, person: Json, given: str) -> Json | None:
    """Return the side effects of a dose with their strengths, 0 to 3; None where nothing was said."""
    effects = dose.session.side_effects_told
    if not effects:
        return None
    name = "Side effects after a dosing session (self-report)"
    made = _observation(
        concept(name, coding(LOCAL, "side-effects", name)), stamp(dose.session.moment), person
    )
    made["partOf"] = [{"reference": given}]
    made["component"] = [
        {
            "code": concept(
                (effect.note.strip() if effect.code == "other" else "") or side_effect_name(effect.code),
                coding(LOCAL, effect.code),
            ),
            "valueInteger": _LEVELS[effect.severity],
        }
        for effect in effects
    ]
    return made


def _observation(code: Json, when: str, person: Json) -> Json:
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [SURVEY],
        "code": code,
        "subject": person,
        "effectiveDateTime": when,
        "performer": [person],
    }


def _component(measure: Measure, value: float) -> Json:
    codes = [coding(LOCAL, measure.key)]
    if measure.key == PAIN:
        codes.insert(0, coding(LOINC, PAIN_LOINC))
    made: Json = {"code": concept(measure_name(measure), *codes)}
    if measure.unit == "h":
        return made | {"valueQuantity": {"value": value, "unit": "h", "system": UCUM, "code": "h"}}
    if value.is_integer():
        return made | {"valueInteger": int(value)}
    return made | {"valueQuantity": {"value": value, "unit": "{score}", "system": UCUM, "code": "{score}"}}
