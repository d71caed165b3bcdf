"""A dosing session as a MedicationStatement: what the person was told, the amount as text and never as a number."""

from __future__ import annotations

from kapjournal.domain.kap_session import SessionStatus
from kapjournal.summary.course_facts import Dose
from kapjournal.summary.csv_files import ended, stamp
from kapjournal.summary.fhir_codes import MEDICINES, ROUTES, Json, coding, concept
from kapjournal.words.names import route_short


def statement(dose: Dose, person: Json, asserted: str) -> Json:
    """Return the resource; the patient neither gave the medicine nor documents it clinically.

    `asserted` is when it is said: with the summary.
    """
    session = dose.session
    period: Json = {"start": stamp(session.moment)}
    end = ended(session.moment, session.duration_min)
    if end:
        period["end"] = end
    note = f"Dosing session {dose.number}."
    if session.status is SessionStatus.STOPPED_EARLY:
        note += " Stopped early."
    made: Json = {
        "resourceType": "MedicationStatement",
        "status": "completed",
        "medicationCodeableConcept": _medicine(dose),
        "subject": person,
        "effectivePeriod": period,
        "dateAsserted": asserted,
        "informationSource": person,
        "note": [{"text": note}],
    }
    dosage = _dosage(dose)
    return made | ({"dosage": [dosage]} if dosage else {})


def _medicine(dose: Dose) -> Json:
    known = MEDICINES.get(dose.session.medicine) if dose.session.medicine is not None else None
    if known is None:
        return {"text": "medicine of the dosing session (as reported by the patient)"}
    code, name = known
    return concept(f"{name} (as reported by the patient)", coding("http://www.whocc.no/atc", code, name))


def _dosage(dose: Dose) -> Json:
    session = dose.session
    made: Json = {}
    if session.dose_text.strip():
        made["text"] = session.dose_text.strip()
    if session.route is not None:
        text = route_short(session.route)
        known = ROUTES.get(session.route)
        made["route"] = (
            concept(text, coding("http://standardterms.edqm.eu", *known)) if known else {"text": text}
        )
    return made
