"""The journal as one time line, newest first: a page is found by ids in order of date, and only then read."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from kapjournal.domain.kap_session import SessionKind, dosing_numbers
from kapjournal.domain.kinds import Kind
from kapjournal.domain.timeline import Snippet, TimelineCursor, TimelineFilter, TimelineItem
from kapjournal.storage import entries, search
from kapjournal.storage.engine import Transaction
from kapjournal.storage.kap_sessions import KapSessionStore
from kapjournal.words.hits import Sought

# ruff: noqa: S608  (statements are put together from the constants of this file; values are always bound)
_COMMON = """
e.id, e.kind, e.detail, e.place, e.day, e.local, e.utc_offset_min, e.zone, e.has_time, e.added_later, e.to_share
"""
_TITLE_CHARACTERS, _PREVIEW_CHARACTERS = 160, 400
# Where nothing is searched, the texts are read from the table in which FTS5 keeps them, past FTS5 itself.
_TEXTS = f"""
substr(s.c0, 1, {_TITLE_CHARACTERS}) AS title, substr(s.c1, 1, {_PREVIEW_CHARACTERS}) AS text, '' AS words
"""
_PLAIN = f"""
SELECT {_COMMON}, {_TEXTS} FROM entry AS e CROSS JOIN search_content AS s ON s.id = {{row}}
WHERE {{conditions}} AND e.place < ? ORDER BY e.place DESC LIMIT ?
"""
# Several kinds are put in order before their texts are read: an index has each kind for itself.
_OF_KINDS = f"""
SELECT {_COMMON}, {_TEXTS}
FROM (SELECT * FROM entry AS e WHERE {{conditions}} AND e.place < ? ORDER BY e.place DESC LIMIT ?) AS e
CROSS JOIN search_content AS s ON s.id = {{row}} ORDER BY e.place DESC
"""
_AFTER_ALL = 1 << 62 | (1 << 62) - 1


class TimelineReader:
    """Pages of the time line, and what a calendar and a list of tags need."""

    def __init__(self, kap_sessions: KapSessionStore) -> None:
        self._kap_sessions = kap_sessions

    def page(
        self, tx: Transaction, wanted: TimelineFilter, before_place: int | None, limit: int
    ) -> tuple[tuple[TimelineItem, ...], TimelineCursor | None]:
        """Read the newest entries before a place, and where the next page begins."""
        query = search.query_of(wanted.text)
        if wanted.text.strip() and not query:
            return (), None
        rows = _rows(tx, wanted, query, _AFTER_ALL if before_place is None else before_place, limit + 1)
        following = None
        if len(rows) > limit:
            rows = rows[:limit]
            last = rows[-1]
            following = TimelineCursor(date.fromordinal(last.day), str(last.place), last.id)
        return self._items(tx, rows, Sought(wanted.text) if query else None), following

    def _items(self, tx: Transaction, rows: Sequence[Any], sought: Sought | None) -> tuple[TimelineItem, ...]:
        moods = _of_ids(
            tx,
            "SELECT entry_id, value FROM check_in_value WHERE measure = 'mood' AND entry_id IN",
            [row.id for row in rows if row.kind == Kind.CHECK_IN.value],
        )
        questions = _of_ids(
            tx,
            "SELECT entry_id, question FROM reflection WHERE question IS NOT NULL AND entry_id IN",
            [row.id for row in rows if row.kind == Kind.REFLECTION.value],
        )
        numbers: Mapping[int, int] = {}
        if any(row.detail == SessionKind.DOSING.value and row.kind == Kind.KAP_SESSION.value for row in rows):
            numbers = dosing_numbers(self._kap_sessions.all(tx))
        return tuple(
            _item(row, sought, moods.get(row.id), numbers.get(row.id), questions.get(row.id, ""))
            for row in rows
        )


def _item(
    row: Any, sought: Sought | None, mood: float | None, number: int | None, answered: str
) -> TimelineItem:
    title, preview = Snippet(row.title or ""), Snippet(row.text or "")
    if sought is not None:
        title, preview = search.piece(title.text, sought), search.piece(preview.text, sought)
        if row.words and not preview.hits:
            others = search.piece(row.words, sought)
            preview = others if others.hits else preview
    return TimelineItem(
        id=row.id,
        kind=Kind(row.kind),
        moment=entries.moment_of(row),
        title=title,
        preview=preview,
        detail=row.detail,
        mood=mood,
        to_share=bool(row.to_share),
        added_later=bool(row.added_later),
        number=number,
        answered=answered,
    )


def _conditions(wanted: TimelineFilter) -> tuple[str, list[Any]]:
    parts = ["e.trashed IS NOT NULL" if wanted.trashed else "e.trashed IS NULL"]
    values: list[Any] = []
    if wanted.kinds:
        parts.append(f"e.kind IN ({', '.join('?' * len(wanted.kinds))})")
        values += [kind.value for kind in wanted.kinds]
    if wanted.tag:
        parts.append("e.id IN (SELECT entry_id FROM entry_tag WHERE tag = ?)")
        values.append(wanted.tag)
    if wanted.kap_session_id is not None:
        parts.append(
            "e.id IN (SELECT entry_id FROM reflection WHERE kap_session_id = ?"
            " UNION ALL SELECT entry_id FROM fragment WHERE kap_session_id = ? UNION ALL SELECT ?)"
        )
        values += [wanted.kap_session_id] * 3
    if wanted.ids:
        parts.append(f"e.id IN ({', '.join('?' * len(wanted.ids))})")
        values += wanted.ids
    if wanted.only_to_share:
        parts.append("e.to_share = 1")
    return " AND ".join(parts), values


def _rows(tx: Transaction, wanted: TimelineFilter, query: str, before: int, limit: int) -> Sequence[Any]:
    conditions, values = _conditions(wanted)
    if not query:
        row = "-e.place" if wanted.trashed else "e.place"
        sql = (_OF_KINDS if len(wanted.kinds) > 1 else _PLAIN).format(row=row, conditions=conditions)
        return tx.exec_driver_sql(sql, (*values, before, limit)).all()
    return search.found(tx, _COMMON, query, (conditions, values), before, limit, trashed=wanted.trashed)


def total(tx: Transaction, wanted: TimelineFilter) -> int:
    """Count what a filter finds in all."""
    query = search.query_of(wanted.text)
    conditions, values = _conditions(wanted)
    if not query:
        if wanted.text.strip():
            return 0
        sql = f"SELECT count(*) FROM entry AS e WHERE {conditions}"
        return int(tx.exec_driver_sql(sql, tuple(values)).scalar_one())
    everything = wanted == TimelineFilter(text=wanted.text, trashed=wanted.trashed)
    narrowed = None if everything else (conditions, values)
    return search.count(tx, query, narrowed, trashed=wanted.trashed)


def _of_ids(tx: Transaction, sql: str, ids: Sequence[int]) -> dict[int, Any]:
    if not ids:
        return {}
    marks = ", ".join("?" * len(ids))
    return {row[0]: row[1] for row in tx.exec_driver_sql(f"{sql} ({marks})", tuple(ids)).all()}


def days_with_entries(tx: Transaction, first: date, last: date) -> dict[date, float | None]:
    """Read which days have entries, each with the median mood of its ordinary check-ins."""
    days = tx.exec_driver_sql(
        "SELECT DISTINCT day FROM entry WHERE trashed IS NULL AND place >= ? AND place < ? ORDER BY day",
        (entries.first_place(first), entries.place_after(last)),
    ).scalars()
    moods = entries.grouped(
        tx.exec_driver_sql(
            "SELECT day, value FROM check_in_value WHERE shown = 1 AND measure = 'mood' AND ordinary = 1"
            " AND day BETWEEN ? AND ? ORDER BY day",
            (first.toordinal(), last.toordinal()),
        ).all()
    )
    return {
        date.fromordinal(day): statistics.median(moods[day]) if day in moods else None for day in days.all()
    }


def tags(tx: Transaction) -> tuple[str, ...]:
    """Read every tag that an entry bears."""
    found = tx.exec_driver_sql(
        "SELECT DISTINCT tag FROM entry_tag AS t WHERE EXISTS"
        " (SELECT 1 FROM entry AS e WHERE e.id = t.entry_id AND e.trashed IS NULL)"
    ).scalars()
    return tuple(sorted(found, key=lambda tag: (tag.casefold(), tag)))


def first_day(tx: Transaction) -> date | None:
    """Say on which day the journal begins."""
    place = tx.exec_driver_sql("SELECT min(place) FROM entry WHERE trashed IS NULL").scalar()
    return None if place is None else entries.day_of_place(place)


def count(tx: Transaction) -> int:
    """Count the entries that are not in the trash."""
    return int(tx.exec_driver_sql("SELECT count(*) FROM entry WHERE trashed IS NULL").scalar_one())


def trashed(tx: Transaction, before: datetime | None = None) -> dict[int, datetime]:
    """Read since when each entry lies in the trash, the latest first; with `before`, only those longer there."""
    found = tx.exec_driver_sql("SELECT id, trashed FROM entry WHERE trashed IS NOT NULL").all()
    since = {row.id: datetime.fromisoformat(row.trashed) for row in found}
    wanted = {id_: at for id_, at in since.items() if before is None or at < before}
    return dict(sorted(wanted.items(), key=lambda pair: (pair[1], pair[0]), reverse=True))
