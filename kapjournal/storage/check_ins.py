"""The check-ins: one row each, their values in a narrow table that charts read as columns."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from kapjournal.domain.check_in import CheckIn, CheckInType
from kapjournal.domain.columns import ValueColumns
from kapjournal.domain.kinds import Kind
from kapjournal.domain.measure import MeasureValue, SourceValue
from kapjournal.storage import entries
from kapjournal.storage.direct import insert_into, run, run_many
from kapjournal.storage.engine import Transaction
from kapjournal.storage.search import Words
from kapjournal.storage.tables import check_in, check_in_feeling, check_in_value, entry

_by_id = select(check_in.c.type, check_in.c.note).where(check_in.c.entry_id == bindparam("id"))
_values_of = (
    select(check_in_value)
    .where(check_in_value.c.entry_id.in_(bindparam("ids", expanding=True)))
    .order_by(check_in_value.c.entry_id, check_in_value.c.position)
)
_feelings_of = (
    select(check_in_feeling.c.entry_id, check_in_feeling.c.feeling)
    .where(check_in_feeling.c.entry_id.in_(bindparam("ids", expanding=True)))
    .order_by(check_in_feeling.c.entry_id, check_in_feeling.c.position)
)
_in_order = (
    select(entry, check_in.c.type, check_in.c.note)
    .join_from(entry, check_in, check_in.c.entry_id == entry.c.id)
    .where(entry.c.kind == Kind.CHECK_IN.value, entry.c.trashed.is_(None))
)
_between = _in_order.where(*entries.BETWEEN).order_by(entry.c.place)
_INSERT, _INSERT_VALUE, _INSERT_FEELING = map(insert_into, (check_in, check_in_value, check_in_feeling))
_deletes = tuple(
    delete(table).where(table.c.entry_id == bindparam("id"))
    for table in (check_in_value, check_in_feeling, check_in)
)
_VALUES = """
SELECT entry_id, day, minute, value, ordinary, added_later FROM check_in_value
WHERE shown = 1 AND measure = ? AND day BETWEEN ? AND ? ORDER BY day, minute, entry_id
"""
_COUNT = """
SELECT count(*) FROM entry WHERE kind = 'check_in' AND trashed IS NULL AND place >= ? AND place < ?
"""
_FEELINGS_USED = """
SELECT feeling FROM (SELECT entry_id, feeling FROM check_in_feeling ORDER BY entry_id DESC LIMIT 500) AS lately
JOIN entry ON entry.id = lately.entry_id AND entry.trashed IS NULL
GROUP BY feeling ORDER BY count(*) DESC, max(entry_id) DESC, feeling LIMIT ?
"""
_TAGS_USED = """
SELECT tag FROM (SELECT entry_id, tag FROM entry_tag ORDER BY entry_id DESC LIMIT 500) AS lately
JOIN entry ON entry.id = lately.entry_id AND entry.trashed IS NULL
GROUP BY tag ORDER BY count(*) DESC, max(entry_id) DESC, tag LIMIT ?
"""
_TAGS_BY_PLACE = f"""
SELECT used.tag, (
  SELECT first.entry_id || '.' || first.position FROM entry_tag AS first
  WHERE first.tag = used.tag ORDER BY first.entry_id, first.position LIMIT 1
) FROM ({_TAGS_USED}) AS used
"""  # noqa: S608  # a statement of this file
_TAG_AT = """
SELECT here.tag FROM entry_tag AS here
WHERE here.entry_id || '.' || here.position = ?1 AND here.entry_id = CAST(?1 AS INTEGER) AND NOT EXISTS (
  SELECT 1 FROM entry_tag AS earlier WHERE earlier.tag = here.tag
  AND (earlier.entry_id, earlier.position) < (here.entry_id, here.position)
)
"""
_TAG_DAYS = """
SELECT DISTINCT entry.day FROM entry_tag JOIN entry ON entry.id = entry_tag.entry_id
WHERE entry_tag.tag = ? AND entry.trashed IS NULL ORDER BY entry.day
"""


class CheckInStore:
    """Check-ins by id, by day, and their values as columns."""

    record_type = CheckIn

    def next_id(self, tx: Transaction) -> int:
        """An id that was never used."""
        return entries.next_entry_id(tx)

    def read(self, tx: Transaction, id: int) -> CheckIn | None:  # noqa: A002
        """Read one."""
        own = tx.execute(_by_id, {"id": id}).first()
        common = entries.read_common(tx, id) if own is not None else None
        if own is None or common is None:
            return None
        values, feelings = _parts(tx, [id])
        return CheckIn(
            **common,
            type=CheckInType(own.type),
            note=own.note,
            values=values.get(id, ()),
            feelings=feelings.get(id, ()),
        )

    def write(self, tx: Transaction, record: CheckIn, id: int) -> None:  # noqa: A002
        """Write one, whole."""
        words = Words(text=record.note, others=record.feelings)
        if entries.write_entry(tx, Kind.CHECK_IN, record, id, record.type.value, words):
            for statement in _deletes:
                tx.execute(statement, {"id": id})
        run(tx, _INSERT, {"entry_id": id, "type": record.type.value, "note": record.note})
        if record.values:
            run_many(tx, _INSERT_VALUE, _value_rows(record, id))
        if record.feelings:
            feelings = [{"entry_id": id, "position": i, "feeling": f} for i, f in enumerate(record.feelings)]
            run_many(tx, _INSERT_FEELING, feelings)

    def remove(self, tx: Transaction, id: int) -> None:  # noqa: A002
        """Take one out."""
        for statement in _deletes:
            tx.execute(statement, {"id": id})
        entries.remove_entry(tx, id)

    def between(self, tx: Transaction, first: date, last: date) -> tuple[CheckIn, ...]:
        """Read those of some days, in order of time."""
        return _records(tx, tx.execute(_between, entries.bounds(first, last)).all())

    def latest(self, tx: Transaction, before: datetime | None) -> CheckIn | None:
        """Read the last one, or the last one before an instant."""
        statement = _in_order.order_by(entry.c.place.desc()).limit(1)
        if before is not None:
            statement = statement.where(entry.c.instant < before.timestamp())
        found = _records(tx, tx.execute(statement).all())
        return found[0] if found else None

    def values(self, tx: Transaction, measure: str, first: date | None, last: date | None) -> ValueColumns:
        """Read the values of one measure, from the index alone."""
        low = 0 if first is None else first.toordinal()
        high = date.max.toordinal() if last is None else last.toordinal()
        rows = run(tx, _VALUES, (measure, low, high)).fetchall()
        if not rows:
            return ValueColumns()
        ids, days, minutes, values, ordinary, later = zip(*rows, strict=True)
        return ValueColumns(
            array("q", ids),
            array("l", days),
            array("l", minutes),
            array("d", values),
            array("b", ordinary),
            array("b", later),
        )

    def count(self, tx: Transaction, first: date, last: date) -> int:
        """Count those of some days."""
        bounds = (entries.first_place(first), entries.place_after(last))
        return int(tx.exec_driver_sql(_COUNT, bounds).scalar_one())

    def feelings_used(self, tx: Transaction, limit: int) -> tuple[str, ...]:
        """Say which words were chosen most, lately."""
        return tuple(tx.exec_driver_sql(_FEELINGS_USED, (limit,)).scalars())

    def tags_used(self, tx: Transaction, limit: int) -> tuple[str, ...]:
        """Say which tags were given most, lately, to entries of any kind."""
        return tuple(tx.exec_driver_sql(_TAGS_USED, (limit,)).scalars())

    def tags_by_place(self, tx: Transaction, limit: int) -> dict[str, str]:
        """Say which tags were given most, lately, each by where it was given first."""
        rows = tx.exec_driver_sql(_TAGS_BY_PLACE, (limit,)).all()
        return {str(place): str(tag) for tag, place in rows}

    def tag_at(self, tx: Transaction, place: str) -> str | None:
        """Say which tag was given first at a place; None where none was, or is not any more."""
        found = tx.exec_driver_sql(_TAG_AT, (place,)).scalar()
        return None if found is None else str(found)

    def tag_days(self, tx: Transaction, tag: str) -> tuple[int, ...]:
        """Read the days, as ordinals, on which any entry has a tag."""
        return tuple(tx.exec_driver_sql(_TAG_DAYS, (tag,)).scalars())


def _value_rows(record: CheckIn, id: int) -> list[dict[str, Any]]:  # noqa: A002
    shared = {
        "entry_id": id,
        "day": record.moment.day.toordinal(),
        "minute": entries.minute_of(record.moment),
        "ordinary": int(record.type is CheckInType.ORDINARY),
        "added_later": int(record.added_later),
        "shown": int(record.trashed is None),
    }
    last_of_each = {v.measure: v for v in record.values}.values()
    return [
        {
            **shared,
            "measure": v.measure,
            "position": i,
            "value": v.value,
            "source_value": None if v.source is None else v.source.value,
            "source_low": None if v.source is None else v.source.low,
            "source_high": None if v.source is None else v.source.high,
        }
        for i, v in enumerate(last_of_each)
    ]


def _parts(
    tx: Transaction, ids: Sequence[int]
) -> tuple[dict[int, tuple[MeasureValue, ...]], dict[int, tuple[str, ...]]]:
    values = entries.grouped(
        (row.entry_id, _value(row)) for row in tx.execute(_values_of, {"ids": ids}).all()
    )
    feelings = entries.grouped(tx.execute(_feelings_of, {"ids": ids}).all())
    return values, feelings


def _value(row: Any) -> MeasureValue:
    if row.source_value is None:
        return MeasureValue(row.measure, row.value)
    return MeasureValue(
        row.measure, row.value, SourceValue(row.source_value, row.source_low, row.source_high)
    )


def _records(tx: Transaction, rows: Sequence[Any]) -> tuple[CheckIn, ...]:
    ids = [row.id for row in rows]
    if not ids:
        return ()
    values, feelings = _parts(tx, ids)
    tags = entries.tags_of(tx, ids)
    return tuple(
        CheckIn(
            **entries.common_fields(row, tags.get(row.id, ())),
            type=CheckInType(row.type),
            note=row.note,
            values=values.get(row.id, ()),
            feelings=feelings.get(row.id, ()),
        )
        for row in rows
    )
