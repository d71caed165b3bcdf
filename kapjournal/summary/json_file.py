"""A summary as one JSON object, as docs/export.schema.json describes it; the form that can be read back."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from kapjournal.domain.kap_session import KapSession, SideEffect
from kapjournal.domain.measure import Measure
from kapjournal.domain.scale import ScoredForm
from kapjournal.summary.course_facts import Dose
from kapjournal.summary.csv_files import ended, stamp
from kapjournal.summary.json_writing import Json, written
from kapjournal.summary.records import Marks, Records, Text, kind_of
from kapjournal.summary.scale_tables import ScaleRecord
from kapjournal.summary.telling import Tell, quietly
from kapjournal.words.measures import measure_ends, measure_name

FORMAT = "kap-journal-export"
VERSION = 1


def json_file(records: Records, tell: Tell = quietly) -> bytes:
    """Return the object as UTF-8. Raises what `tell` raises."""
    return written(export(records), tell)


def export(records: Records) -> Json:
    """Return the object."""
    summary = records.summary
    return {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": summary.made.replace(microsecond=0).isoformat(),
        "app_version": _app_version(),
        "about": "Self-reported; not a clinical measurement.",
        "title": summary.title,
        "language": summary.language,
        "first": records.first.isoformat(),
        "last": records.last.isoformat(),
        "course": _course(records),
        "measures": [_measure(measure) for measure in records.measures],
        "checkins": [_marks(marks) for marks in records.marks],
        "scores": [_score(record, scored, records) for record in records.scales for scored in record.forms],
        "sessions": [_session(dose, records) for dose in records.doses],
        "entries": [_text(text, records) for text in records.texts],
        "practices": list(_practices(records)),
        "medicines": [line.text for line in summary.medicines],
        "talking_points": [line.text for line in summary.talking_points],
        "statements": [{"about": about, "text": text} for about, text in records.statements],
        "excluded": list(records.excluded),
    }


def _course(records: Records) -> Json | None:
    course = records.course
    if course is None:
        return None
    return {
        "id": course.id,
        "started": course.started.isoformat() if course.started is not None else None,
        "conditions": [condition.value for condition in course.conditions],
        "sessions_planned": course.sessions_planned,
        "phases": [{"phase": span.phase.value, "first": span.first.isoformat()} for span in course.phases],
    }


def _measure(measure: Measure) -> Json:
    low_word, high_word = measure_ends(measure)
    return {
        "key": measure.key,
        "name": measure_name(measure),
        "low": measure.low,
        "high": measure.high,
        "low_word": low_word,
        "high_word": high_word,
        "direction": measure.direction.value,
        "unit": measure.unit,
    }


def _marks(marks: Marks) -> Json:
    return {
        "id": marks.id,
        "at": stamp(marks.moment),
        "day": marks.moment.day.isoformat(),
        "type": marks.type.value,
        "added_later": marks.added_later,
        "values": dict(marks.values),
    }


def _score(record: ScaleRecord, scored: ScoredForm, records: Records) -> Json:
    form, score, definition = scored.form, scored.score, record.definition
    return {
        "id": form.id,
        "instrument": form.instrument,
        "name": form.name,
        "version": form.version,
        "language": form.language,
        "completed_at": stamp(form.moment),
        "total": score.total,
        "estimate": score.estimate,
        "n_missing": score.of - score.answered,
        "lower": score.lower,
        "upper": score.upper,
        "band": score.band.name if score.band is not None else None,
        "is_baseline": form.id in records.baseline_ids,
        "items": [
            {"item": item.id, "value": form.answer(item.id), "scored": item.scored, "loinc": item.loinc}
            for item in definition.items
            if item.scored or form.was_reached(item.id)
        ],
    }


def _session(dose: Dose, records: Records) -> Json:
    session = dose.session
    made = {
        "id": session.id,
        "course_id": session.course_id,
        "n": dose.number,
        "started_at": stamp(session.moment),
        "ended_at": ended(session.moment, session.duration_min) or None,
        "status": session.status.value,
        "route": session.route.value if session.route is not None else None,
        "medicine": session.medicine.value if session.medicine is not None else None,
        "dose_text": session.dose_text,
        "setting": session.setting.value if session.setting is not None else None,
        "depth": session.depth,
        "difficulty": session.difficulty,
        "side_effects": [_effect(effect) for effect in session.side_effects_told],
    }
    return made | (_details(session) if records.details else {})


def _details(session: KapSession) -> Json:
    return {
        "hours_since_food": session.hours_since_food,
        "preparation": session.prepared,
        "felt_safe": session.felt_safe,
        "meaningfulness": session.meaningfulness,
        "themes": [
            {
                "code": theme.code,
                "strength": theme.strength,
                "welcome": theme.welcome.value if theme.welcome is not None else None,
            }
            for theme in session.themes
        ],
        "vital_signs": [
            {"at": s.when.value, "pressure": s.pressure, "pulse": s.pulse, "oxygen": s.oxygen}
            for s in session.vital_signs
            if not s.is_empty
        ],
    }


def _effect(effect: SideEffect) -> Json:
    return {
        "code": effect.code,
        "severity": effect.severity.value,
        "onset": effect.onset.value if effect.onset is not None else None,
        "resolved": effect.resolved,
        "passed_after_min": effect.passed_after_min,
        "note": effect.note if effect.code == "other" else "",
    }


def _text(text: Text, records: Records) -> Json:
    moment = text.entry.moment
    session = getattr(text.entry, "kap_session_id", None)
    return {
        "id": text.entry.id,
        "kind": kind_of(text.entry),
        "at": stamp(moment),
        "day": moment.day.isoformat(),
        "added_later": text.entry.added_later,
        "session_id": session if session in {dose.session.id for dose in records.doses} else None,
        "title": text.title,
        "question": text.question,
        "text": text.text,
        "feelings": list(text.feelings),
        "tags": list(text.tags),
        "talk": dict(text.talk) if text.talk is not None else None,
    }


def _practices(records: Records) -> Iterator[Json]:
    for record in records.practices:
        practice = record.practice
        yield {
            "id": practice.id,
            "name": practice.name,
            "kind": practice.kind.value,
            "rhythm": practice.rhythm.value,
            "began": practice.began.isoformat() if practice.began is not None else None,
            "days": [
                {
                    "day": day.day.isoformat(),
                    "kept": day.kept,
                    "minutes": day.minutes,
                    "helped": day.helped,
                    "note": day.note,
                }
                for day in record.days
            ],
        }


def _app_version() -> str:
    try:
        return version("kapjournal")
    except PackageNotFoundError:
        return ""
