"""A form of a scale as a QuestionnaireResponse: each question verbatim, a skipped one without an answer."""

from __future__ import annotations

from kapjournal.domain.scale import ScaleDefinition, ScaleForm, ScaleItem, ScoredForm
from kapjournal.summary.csv_files import stamp
from kapjournal.summary.fhir_codes import LOCAL, LOINC, QUESTIONNAIRES, Json
from kapjournal.words.scales import item_text, option_text


def response(definition: ScaleDefinition, scored: ScoredForm, person: Json) -> Json:
    """Return the resource; `person` is the reference to the one who answered."""
    form = scored.form
    items = [
        _item(definition, item, form) for item in definition.items if item.scored or form.was_reached(item.id)
    ]
    return {
        "resourceType": "QuestionnaireResponse",
        "language": form.language,
        "questionnaire": questionnaire(definition),
        "status": "completed",
        "subject": person,
        "authored": stamp(form.moment),
        "author": person,
        "source": person,
        "item": [*items, *_total(definition, scored)],
    }


def _total(definition: ScaleDefinition, scored: ScoredForm) -> list[Json]:
    """Return what the answers add up to, for a questionnaire of our own; one of LOINC has no such item."""
    if _has_loinc(definition) or scored.score.total is None:
        return []
    made = {"linkId": f"{definition.id}-total", "text": f"{definition.name} total score"}
    return [{**made, "answer": [{"valueDecimal": scored.score.total}]}]


def _has_loinc(definition: ScaleDefinition) -> bool:
    return bool(definition.loinc_panel) and all(item.loinc for item in definition.scored_items)


def questionnaire(definition: ScaleDefinition) -> str:
    """Return the address of the questionnaire: that of LOINC where its questions have codes there."""
    if _has_loinc(definition):
        return f"http://loinc.org/q/{definition.loinc_panel}"
    if definition.built_in and definition.id in QUESTIONNAIRES:
        return QUESTIONNAIRES[definition.id]
    version = "-".join(definition.version.split()).replace("|", "-")
    return f"urn:kap-journal:questionnaire:{definition.id}" + (f"|{version}" if version else "")


def _local_link(definition: ScaleDefinition, item: ScaleItem) -> str:
    """Return 'pcl5-01' for 'pcl5_1': one length, so that names in order are questions in order."""
    name, _sign, place = item.id.rpartition("_")
    return f"{name}-{int(place):02d}" if name == definition.id and place.isdecimal() else item.id


def _item(definition: ScaleDefinition, item: ScaleItem, form: ScaleForm) -> Json:
    made: Json = {
        "linkId": f"/{item.loinc}" if item.loinc else _local_link(definition, item),
        "text": item_text(item, form.language),
    }
    value = form.answer(item.id)
    option = next((o for o in item.options if o.value == value), None)
    if value is None or option is None:
        return made
    display = option_text(option, form.language)
    if option.loinc:
        answer = {"system": LOINC, "code": option.loinc, "display": display}
    else:
        answer = {"system": f"{LOCAL}:{definition.id}-answer", "code": str(value), "display": display}
    return made | {"answer": [{"valueCoding": answer}]}
