"""A summary as a FHIR R4 document: a Bundle with a Composition first, for programs that read records of health."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from unicodedata import category
from uuid import uuid4

from kapjournal.domain.share import Part
from kapjournal.summary.course_facts import Dose
from kapjournal.summary.fhir_codes import PATIENT_NOTE, Json, concept
from kapjournal.summary.fhir_maker import Maker
from kapjournal.summary.fhir_observations import check_in, experience, score, side_effects, themes
from kapjournal.summary.fhir_responses import response
from kapjournal.summary.fhir_statements import statement
from kapjournal.summary.fhir_vital_signs import vital_signs
from kapjournal.summary.json_writing import written
from kapjournal.summary.records import Records, Text
from kapjournal.summary.scale_tables import ScaleRecord
from kapjournal.summary.telling import Tell, part, quietly
from kapjournal.summary.template_data import fixed_words
from kapjournal.words.dates import day_medium
from kapjournal.words.feelings import feeling_word
from kapjournal.words.language import _
from kapjournal.words.names import part_name
from kapjournal.words.scales import LOINC_NOTICE

_KEPT = "\n\t\u200c\u200d\u200e\u200f"


def fhir_file(records: Records, tell: Tell = quietly) -> bytes:
    """Return the Bundle as UTF-8 JSON. Raises what `tell` raises."""
    whole = bundle(records)
    tell(0.3)
    return written(whole, part(tell, 0.3, 1.0))


def bundle(records: Records) -> Json:
    """Return the Bundle; the person in it is a name that means nothing, made anew for each."""
    maker = Maker()
    made = records.summary.made.replace(microsecond=0).isoformat()
    sections: list[Json] = []
    forms = [ref for record in records.scales for ref in _forms(maker, record)]
    check_ins = [
        maker.add(f"checkin-{m.id}", check_in(m, records.measures, maker.person)) for m in records.marks
    ]
    doses = [ref for dose in records.doses for ref in _dose(maker, dose, records)]
    for about, references in ((Part.SCALES, forms), (Part.MEASURES, check_ins), (Part.SESSIONS, doses)):
        if references:
            sections.append({"title": part_name(about), "entry": [{"reference": r} for r in references]})
    sections += _told(records)
    composition: Json = {
        "resourceType": "Composition",
        "id": "summary",
        "language": records.summary.language,
        "status": "final",
        "type": concept("Patient-authored summary", PATIENT_NOTE),
        "subject": maker.person,
        "date": made,
        "author": [maker.person],
        "title": f"{records.summary.opening}, {records.summary.title}",
        "section": [*sections, _limits(records)],
    }
    first: Json = {"fullUrl": maker.url("summary"), "resource": composition}
    return {
        "resourceType": "Bundle",
        "id": "summary-bundle",
        "type": "document",
        "identifier": {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{uuid4()}"},
        "timestamp": made,
        "entry": [first, *maker.entries],
    }


def _forms(maker: Maker, record: ScaleRecord) -> Iterable[str]:
    definition = record.definition
    name = definition.id.replace("_", "-")
    for scored in record.forms:
        form = maker.add(f"{name}-{scored.form.id}", response(definition, scored, maker.person))
        yield form
        yield maker.add(f"{name}-total-{scored.form.id}", score(definition, scored, maker.person, form))


def _dose(maker: Maker, dose: Dose, records: Records) -> Iterable[str]:
    asserted = records.summary.made.replace(microsecond=0).isoformat()
    given = maker.add(f"dose-{dose.session.id}", statement(dose, maker.person, asserted))
    yield given
    effects = side_effects(dose, maker.person, given)
    if effects is not None:
        yield maker.add(f"effects-{dose.session.id}", effects)
    felt = experience(dose, maker.person, given, details=records.details)
    if felt is not None:
        yield maker.add(f"experience-{dose.session.id}", felt)
    if records.details and dose.session.themes:
        yield maker.add(f"themes-{dose.session.id}", themes(dose, maker.person, given))
    for name, signs in vital_signs(dose, maker.person, given) if records.details else ():
        yield maker.add(f"{name}-{dose.session.id}", signs)


def _told(records: Records) -> list[Json]:
    """Return what is words: where someone stands, what is worth asking, what to talk about, what was ticked."""
    words, summary = fixed_words(), records.summary
    sections = [
        _section(summary.title, [line.text for line in summary.standing]),
        _section(words["worth_asking"].rstrip("."), [line.text for line in summary.worth_asking]),
        _section(words["medicines"], [line.text for line in summary.medicines]),
        _section(words["talk"], [line.text for line in summary.talking_points]),
        *(_section(_title(text), _paragraphs(text)) for text in records.texts),
        *(_section(p.name, [p.since, p.kept, *(note.text for note in p.notes)]) for p in summary.practices),
        _section(words["around"], [text for _about, text in records.statements]),
    ]
    return [section for section in sections if section is not None]


def _title(text: Text) -> str:
    day = day_medium(text.entry.moment.day)
    name = text.title.strip() or text.name.strip()
    return f"{day}: {name}" if name else day


def _paragraphs(text: Text) -> list[str]:
    told = ", ".join(feeling_word(feeling) for feeling in text.feelings)
    feelings = _("Feelings: {feelings}").format(feelings=told) if told else ""
    tags = _("Tags: {tags}").format(tags=", ".join(text.tags)) if text.tags else ""
    later = _("added later") if text.entry.added_later else ""
    parts = (later, text.question, feelings, *text.text.split("\n\n"), tags)
    return [part for part in parts if part.strip()]


def _section(title: str, paragraphs: list[str]) -> Json | None:
    kept = [paragraph for paragraph in paragraphs if paragraph.strip()]
    if not kept:
        return None
    return {"title": " ".join(title.split()) or "–", "text": {"status": "generated", "div": _div(kept)}}


def _div(paragraphs: list[str]) -> str:
    body = "".join(f"<p>{_xhtml(paragraph)}</p>" for paragraph in paragraphs)
    return f'<div xmlns="http://www.w3.org/1999/xhtml">{body}</div>'


def _xhtml(text: str) -> str:
    """Return text as XHTML: every space and joiner of any script, no control character and no half of a pair."""
    kept = "".join(c for c in text if c in _KEPT or category(c)[0] != "C")
    return escape(kept, quote=True).replace("\n", "<br/>")


def _limits(records: Records) -> Json:
    told = [fixed_words()["foot"], *records.summary.note]
    told += [r.definition.credit for r in records.scales if r.definition.credit]
    if any(record.definition.loinc_panel for record in records.scales):
        told.append(LOINC_NOTICE)
    return {"title": _("How this was worked out"), "text": {"status": "generated", "div": _div(told)}}
