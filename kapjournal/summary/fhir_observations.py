"""Totals of scales, check-ins and what was felt of a dose as Observations; nothing in them judges."""

from __future__ import annotations

from kapjournal.domain.check_in import CheckInType
from kapjournal.domain.kap_session import Severity
from kapjournal.domain.measure import PAIN, Measure
from kapjournal.domain.scale import ScaleDefinition, ScoredForm
from kapjournal.summary.course_facts import Dose
from kapjournal.summary.csv_files import stamp
from kapjournal.summary.fhir_codes import LOCAL, LOINC, SURVEY, TOTALS, UCUM, Json, coding, concept
from kapjournal.summary.records import Marks
from kapjournal.summary.session_tables import side_effects_told
from kapjournal.words.around_dose import theme_name, welcome_name
from kapjournal.words.language import _
from kapjournal.words.measures import measure_name
from kapjournal.words.scales import band_name
from kapjournal.words.side_effects import side_effect_name

_LEVELS = {severity: level for level, severity in enumerate(Severity)}
PAIN_LOINC = "72514-3"
_CHECK_INS = {
    CheckInType.ORDINARY: "Check-in (self-report)",
    CheckInType.PRE_SESSION: "Check-in just before a dose (self-report)",
    CheckInType.POST_SESSION: "Check-in just after a dose (self-report)",
}


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
    """Return the values of a check-in as components; one around a dose says so, since it makes no day's value."""
    name = _CHECK_INS[marks.type]
    codes = [coding(LOCAL, "checkin", _CHECK_INS[CheckInType.ORDINARY])]
    if marks.type is not CheckInType.ORDINARY:
        codes.append(coding(LOCAL, f"checkin-{marks.type.value.replace('_', '-')}", name))
    made = _observation(concept(name, *codes), stamp(marks.moment), person)
    made["component"] = [
        _component(measure, marks.values[measure.key]) for measure in measures if measure.key in marks.values
    ]
    return made | ({"note": [{"text": _("added later")}]} if marks.added_later else {})


def side_effects(dose: Dose, person: Json, given: str) -> Json | None:
    """Return the side effects of a dose with their strengths, 0 to 3; None where nothing was said."""
    effects = dose.session.side_effects_told
    if not effects:
        return None
    name = "Side effects after a dosing session (self-report)"
    made = _of_dose(dose, person, given, "side-effects", name)
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
    made["note"] = [{"text": side_effects_told(effects)}]
    return made


def experience(dose: Dose, person: Json, given: str, *, details: bool) -> Json | None:
    """Return how a dose was, each from 0 to 10; None where nothing was said. Details go along where ticked."""
    session = dose.session
    told = [("depth", session.depth), ("difficulty", session.difficulty)]
    if details:
        told += [
            ("preparation", session.prepared),
            ("felt-safe", session.felt_safe),
            ("meaningfulness", session.meaningfulness),
        ]
    components: list[Json] = [
        {"code": concept(f"{code}, 0 to 10", coding(LOCAL, code)), "valueInteger": value}
        for code, value in told
        if value is not None
    ]
    if details and session.hours_since_food is not None:
        hours = {"value": session.hours_since_food, "unit": "h", "system": UCUM, "code": "h"}
        code = "hours-since-food"
        components.append({"code": concept("hours since food", coding(LOCAL, code)), "valueQuantity": hours})
    if not components:
        return None
    name = "How a dosing session was (self-report)"
    return _of_dose(dose, person, given, "experience", name) | {"component": components}


def themes(dose: Dose, person: Json, given: str) -> Json:
    """Return the themes of a dose with their strengths, 1 to 3; in a note whether each was welcome."""
    made = _of_dose(dose, person, given, "themes", "Themes of a dosing session (self-report), never added up")
    made["component"] = [
        {
            "code": concept(theme_name(theme.code), coding(LOCAL, f"theme-{theme.code}")),
            "valueInteger": theme.strength,
        }
        for theme in dose.session.themes
    ]
    welcome = [
        f"{theme_name(theme.code)}: {welcome_name(theme.welcome)}"
        for theme in dose.session.themes
        if theme.welcome is not None
    ]
    return made | ({"note": [{"text": "; ".join(welcome)}]} if welcome else {})


def _of_dose(dose: Dose, person: Json, given: str, code: str, name: str) -> Json:
    made = _observation(concept(name, coding(LOCAL, code, name)), stamp(dose.session.moment), person)
    return made | {"partOf": [{"reference": given}]}


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
