"""A summary that was shared, as it was then: what was changed since is read as it was, what was erased stays erased."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from kapjournal.domain.check_in import CheckIn, CheckInType
from kapjournal.domain.columns import ValueColumns
from kapjournal.domain.entry import Entry
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.kinds import Kind
from kapjournal.domain.measure import Measure
from kapjournal.domain.moment import Moment
from kapjournal.domain.scale import ScaleForm, ScoredForm
from kapjournal.domain.share import Share, SummaryChoice
from kapjournal.statistics import scale_scoring
from kapjournal.summary.contents import Material
from kapjournal.summary.practices import PracticeRecord
from kapjournal.summary.scale_tables import ScaleRecord

KINDS = (
    Kind.CHECK_IN,
    Kind.REFLECTION,
    Kind.FRAGMENT,
    Kind.KAP_SESSION,
    Kind.EVENT,
    Kind.SCALE,
    Kind.COURSE,
    Kind.MEASURE,
    Kind.PRACTICE,
    Kind.PRACTICE_DAY,
)
E = TypeVar("E", bound=Entry)
Then = Mapping[tuple[Kind, int], Any]
A_DAY_MIN = 24 * 60


class SharedAgain(NamedTuple):
    """What is needed to draw it again."""

    choice: SummaryChoice
    material: Material
    made: datetime
    erased: int
    """How many entries of it were erased since."""


def as_it_was(
    share: Share, choice: SummaryChoice, material: Material, then: Then, erased: int
) -> SharedAgain:
    """Return the material of a share with every record as it was when it was shared.

    `material` is that of its choice now, with the ticked entries whether they are in the trash or not; `then` what
    was changed since, as it was.
    """
    was = replace(
        material,
        person=replace(material.person, name=share.name),
        course=then.get((Kind.COURSE, material.course.id), material.course) if material.course else None,
        kap_sessions=_back(material.kap_sessions, Kind.KAP_SESSION, KapSession, then),
        values={key: _columns(key, columns, then) for key, columns in material.values.items()},
        entries=tuple(_entry(entry, then) for entry in material.entries),
        measures=_measures(material.measures, then),
        practices=tuple(_practice(record, then) for record in material.practices),
        told_doses=share.doses,
    )
    first = was.facts.first_moment
    scales = tuple(_scale(record, first, then) for record in material.scales)
    return SharedAgain(choice, replace(was, scales=scales), share.moment.aware, erased)


def _entry(entry: Any, then: Then) -> Any:
    kinds = (Kind.CHECK_IN, Kind.REFLECTION, Kind.FRAGMENT, Kind.EVENT, Kind.KAP_SESSION)
    return next((then[kind, entry.id] for kind in kinds if then.get((kind, entry.id)) is not None), entry)


def _back(records: Iterable[E], kind: Kind, type_: type[E], then: Then) -> tuple[E, ...]:
    """Return the records of a kind as they were: without those added since, with those that were put away since."""
    kept = {record.id: record for record in records}
    for (of, id_), before in then.items():
        if of is not kind:
            continue
        kept.pop(id_, None)
        if isinstance(before, type_) and before.trashed is None:
            kept[id_] = before
    return tuple(sorted(kept.values(), key=lambda record: (record.moment.instant, record.id)))


def _scale(record: ScaleRecord, first_dose: Moment | None, then: Then) -> ScaleRecord:
    forms = _back((scored.form for scored in record.forms), Kind.SCALE, ScaleForm, then)
    own = (f for f in forms if f.instrument == record.definition.id and f.finished is not None)
    scores = ((form, scale_scoring.score(record.definition, form)) for form in own)
    scored = tuple(ScoredForm(form, score) for form, score in scores if score is not None)
    return record._replace(forms=scored, baseline=scale_scoring.baseline(scored, first_dose))


def _measures(measures: Iterable[Measure], then: Then) -> tuple[Measure, ...]:
    known = {before.key: before for (kind, _id), before in then.items() if kind is Kind.MEASURE and before}
    return tuple(known.get(measure.key, measure) for measure in measures)


def _practice(record: PracticeRecord, then: Then) -> PracticeRecord:
    practice = then.get((Kind.PRACTICE, record.practice.id)) or record.practice
    days = {day.id: day for day in record.days}
    for (kind, id_), before in then.items():
        if kind is Kind.PRACTICE_DAY:
            days.pop(id_, None)
            if before is not None and before.practice_id == practice.id:
                days[id_] = before
    return PracticeRecord(practice, tuple(sorted(days.values(), key=lambda day: (day.day, day.id))))


def _columns(measure: str, columns: ValueColumns, then: Then) -> ValueColumns:
    """Return the values as they were."""
    changed = {id_ for kind, id_ in then if kind is Kind.CHECK_IN}
    if not changed:
        return columns
    rows = [row for row in _rows(columns) if row[0] not in changed]
    rows += [row for before in then.values() for row in _rows_of(measure, before)]
    rows.sort(key=lambda row: (row[1], row[2], row[0]))
    return ValueColumns(
        array("q", (row[0] for row in rows)),
        array("l", (row[1] for row in rows)),
        array("l", (row[2] for row in rows)),
        array("d", (row[3] for row in rows)),
        array("b", (row[4] for row in rows)),
        array("b", (row[5] for row in rows)),
    )


def _rows(columns: ValueColumns) -> Iterable[tuple[int, int, int, float, int, int]]:
    return zip(
        columns.entry_ids,
        columns.days,
        columns.minutes,
        columns.values,
        columns.ordinary,
        columns.added_later,
        strict=True,
    )


def _rows_of(measure: str, before: object) -> Iterable[tuple[int, int, int, float, int, int]]:
    if not isinstance(before, CheckIn) or before.trashed is not None:
        return
    value = before.value(measure)
    if value is None:
        return
    moment = before.moment
    away = (moment.local.date() - moment.day).days * A_DAY_MIN
    minutes = away + moment.local.hour * 60 + moment.local.minute if moment.has_time else -1
    ordinary = int(before.type is CheckInType.ORDINARY)
    yield before.id, moment.day.toordinal(), minutes, value, ordinary, int(before.added_later)
