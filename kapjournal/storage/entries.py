"""What every dated record has in common: its row in `entry`, its tags, its words in the search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, select

from kapjournal.domain.entry import Entry
from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import Moment
from kapjournal.storage import search
from kapjournal.storage.direct import insert_into, run, run_many
from kapjournal.storage.engine import Transaction
from kapjournal.storage.search import Words
from kapjournal.storage.store import next_id
from kapjournal.storage.tables import entry, entry_tag

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY_SHIFT, _SECOND_SHIFT = 41, 23
_LAST_SECOND = (1 << (_DAY_SHIFT - _SECOND_SHIFT)) - 1

_by_id = select(entry).where(entry.c.id == bindparam("id"))
_tags_of = (
    select(entry_tag.c.tag).where(entry_tag.c.entry_id == bindparam("id")).order_by(entry_tag.c.position)
)
_tags_of_many = (
    select(entry_tag.c.entry_id, entry_tag.c.tag)
    .where(entry_tag.c.entry_id.in_(bindparam("ids", expanding=True)))
    .order_by(entry_tag.c.entry_id, entry_tag.c.position)
)
_PLACE_OF = "SELECT place, trashed FROM entry WHERE id = ?"
_INSERT, _INSERT_TAG = insert_into(entry), insert_into(entry_tag)
_update = entry.update().where(entry.c.id == bindparam("old_id"))
_delete = delete(entry).where(entry.c.id == bindparam("id"))
_delete_tags = delete(entry_tag).where(entry_tag.c.entry_id == bindparam("id"))

BETWEEN = (entry.c.place >= bindparam("first"), entry.c.place < bindparam("after"))
"""That an entry lies within some days: `bounds` are the values."""


def place_of(moment: Moment, id: int) -> int:  # noqa: A002
    """Return where an entry stands on the time line: by day, then second of the day, then id.

    63 bits: 22 of the day's ordinal, 18 of the second (0 where no time is known), 23 of the id.
    """
    second = 0
    if moment.has_time:
        midnight = datetime.combine(moment.day, datetime.min.time())
        second = min(max(int((moment.local - midnight).total_seconds()) + 1, 1), _LAST_SECOND)
    return moment.day.toordinal() << _DAY_SHIFT | second << _SECOND_SHIFT | id & ((1 << _SECOND_SHIFT) - 1)


def first_place(day: date) -> int:
    """Return the place before every entry of a day."""
    return day.toordinal() << _DAY_SHIFT


def place_after(day: date) -> int:
    """Return the place after every entry of a day."""
    return (day.toordinal() + 1) << _DAY_SHIFT


def bounds(first: date | None, last: date | None) -> dict[str, int]:
    """Return the values for `BETWEEN`, both days included; None is without end."""
    return {"first": first_place(first or date.min), "after": place_after(last or date.max)}


def day_of_place(place: int) -> date:
    """Return the day of a place."""
    return date.fromordinal(place >> _DAY_SHIFT)


def instant_of(moment: Moment) -> int:
    """Return the whole seconds since 1970, in UTC."""
    naive = moment.local - timedelta(minutes=moment.utc_offset_min)
    return (naive - _EPOCH.replace(tzinfo=None)) // timedelta(seconds=1)


def minute_of(moment: Moment) -> int:
    """Return the minutes from 00:00 of the journal day on the wall clock; -1 where no time is known."""
    if not moment.has_time:
        return -1
    return (moment.local - datetime.combine(moment.day, datetime.min.time())) // timedelta(minutes=1)


def write_entry(tx: Transaction, kind: Kind, record: Entry, id: int, detail: str, words: Words) -> bool:  # noqa: A002
    """Put the common part of an entry there, and its words in the search; say whether it was there before."""
    old = run(tx, _PLACE_OF, (id,)).fetchone()
    row = _row(kind, record, id, detail)
    if old is None:
        run(tx, _INSERT, row)
    else:
        search.remove(tx, old[0], trashed=old[1] is not None)
        tx.execute(_delete_tags, {"id": id})
        tx.execute(_update, {**row, "old_id": id})
    if record.tags:
        tags = [{"entry_id": id, "position": i, "tag": tag} for i, tag in enumerate(record.tags)]
        run_many(tx, _INSERT_TAG, tags)
    search.add(tx, row["place"], words, record.tags, trashed=record.trashed is not None)
    return old is not None


def _row(kind: Kind, record: Entry, id: int, detail: str) -> dict[str, Any]:  # noqa: A002
    moment = record.moment
    return {
        "id": id,
        "kind": kind.value,
        "detail": detail,
        "place": place_of(moment, id),
        "day": moment.day.toordinal(),
        "local": moment.local.isoformat(),
        "utc_offset_min": moment.utc_offset_min,
        "zone": moment.zone,
        "has_time": int(moment.has_time),
        "instant": instant_of(moment),
        "written": record.written.isoformat(),
        "edited": record.edited.isoformat(),
        "added_later": int(record.added_later),
        "to_share": int(record.to_share),
        "trashed": None if record.trashed is None else record.trashed.isoformat(),
    }


def remove_entry(tx: Transaction, id: int) -> None:  # noqa: A002
    """Take out the common part of an entry, and its words."""
    old = run(tx, _PLACE_OF, (id,)).fetchone()
    if old is None:
        return
    search.remove(tx, old[0], trashed=old[1] is not None)
    tx.execute(_delete_tags, {"id": id})
    tx.execute(_delete, {"id": id})


def next_entry_id(tx: Transaction) -> int:
    """Return an id that no entry ever had."""
    return next_id(tx, "entry")


def kind_of(tx: Transaction, id: int) -> Kind | None:  # noqa: A002
    """Say which kind an entry is; None where there is none."""
    found = tx.execute(select(entry.c.kind).where(entry.c.id == id)).scalar()
    return None if found is None else Kind(found)


def read_common(tx: Transaction, id: int) -> dict[str, Any] | None:  # noqa: A002
    """Read the common fields of an entry, as its record takes them."""
    row = tx.execute(_by_id, {"id": id}).first()
    if row is None:
        return None
    return common_fields(row, tuple(tx.execute(_tags_of, {"id": id}).scalars()))


def common_fields(row: Any, tags: tuple[str, ...]) -> dict[str, Any]:
    """Make the common fields of a row that has the columns of `entry`."""
    return {
        "id": row.id,
        "moment": moment_of(row),
        "written": datetime.fromisoformat(row.written),
        "edited": datetime.fromisoformat(row.edited),
        "tags": tags,
        "to_share": bool(row.to_share),
        "trashed": None if row.trashed is None else datetime.fromisoformat(row.trashed),
    }


def moment_of(row: Any) -> Moment:
    """Make the moment of a row that has the columns of `entry`."""
    return Moment(
        datetime.fromisoformat(row.local),
        row.utc_offset_min,
        row.zone,
        date.fromordinal(row.day),
        bool(row.has_time),
    )


def tags_of(tx: Transaction, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Read the tags of many entries at once."""
    return grouped(tx.execute(_tags_of_many, {"ids": list(ids)}).all()) if ids else {}


def grouped(rows: Iterable[Any]) -> dict[int, tuple[Any, ...]]:
    """Gather pairs (id, value) that come in order into a tuple for each id."""
    found: dict[int, list[Any]] = {}
    for id_, value in rows:
        found.setdefault(id_, []).append(value)
    return {id_: tuple(values) for id_, values in found.items()}
