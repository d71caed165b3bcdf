"""What was written about a session, a prompt or a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, insert, select

from kapjournal.domain.kinds import Kind
from kapjournal.domain.picture import ShownPicture
from kapjournal.domain.prompt import AskedPrompt, PromptAnswer
from kapjournal.domain.reflection import Reflection
from kapjournal.storage import entries
from kapjournal.storage.engine import Transaction
from kapjournal.storage.search import Words
from kapjournal.storage.tables import entry, reflection, reflection_fragment, reflection_picture

_own = (
    reflection.c.title,
    reflection.c.text,
    reflection.c.kap_session_id,
    reflection.c.prompt_id,
    reflection.c.question,
    reflection.c.domain,
    reflection.c.window,
    reflection.c.left_open,
)
_select = select(entry, *_own).join_from(entry, reflection, reflection.c.entry_id == entry.c.id)
# Few are asked for at once: no order of an index is wanted here, or the whole time line would be walked.
_shown = _select.where(entry.c.trashed.is_(None))
_by_id = _select.where(entry.c.id == bindparam("id"))
_fragments_of = (
    select(reflection_fragment.c.reflection_id, reflection_fragment.c.fragment_id)
    .where(reflection_fragment.c.reflection_id.in_(bindparam("ids", expanding=True)))
    .order_by(reflection_fragment.c.reflection_id, reflection_fragment.c.position)
)
_pictures_of = (
    select(reflection_picture.c.reflection_id, reflection_picture.c.picture_id, reflection_picture.c.alt)
    .where(reflection_picture.c.reflection_id.in_(bindparam("ids", expanding=True)))
    .order_by(reflection_picture.c.reflection_id, reflection_picture.c.position)
)
_answers = (
    select(entry, *_own)
    .join_from(entry, reflection, reflection.c.entry_id == entry.c.id)
    .where(reflection.c.prompt_id.is_not(None), entry.c.trashed.is_(None), *entries.BETWEEN)
    .order_by(entry.c.place)
)
_grown_from = (
    select(reflection_fragment.c.fragment_id, reflection_fragment.c.reflection_id)
    .join(entry, entry.c.id == reflection_fragment.c.reflection_id)
    .where(reflection_fragment.c.fragment_id.in_(bindparam("ids", expanding=True)), entry.c.trashed.is_(None))
    .order_by(reflection_fragment.c.fragment_id, entry.c.place)
)
_insert = insert(reflection)
_update = reflection.update().where(reflection.c.entry_id == bindparam("old_id"))
_delete = delete(reflection).where(reflection.c.entry_id == bindparam("id"))
_insert_picture = insert(reflection_picture)
_delete_pictures = delete(reflection_picture).where(reflection_picture.c.reflection_id == bindparam("id"))
_insert_fragment = insert(reflection_fragment)
_delete_fragments = delete(reflection_fragment).where(reflection_fragment.c.reflection_id == bindparam("id"))


class ReflectionStore:
    """Reflections by id, by session, and those still open."""

    record_type = Reflection

    def next_id(self, tx: Transaction) -> int:
        """An id that was never used."""
        return entries.next_entry_id(tx)

    def read(self, tx: Transaction, id: int) -> Reflection | None:  # noqa: A002
        """Read one."""
        found = _records(tx, tx.execute(_by_id, {"id": id}).all())
        return found[0] if found else None

    def write(self, tx: Transaction, record: Reflection, id: int) -> None:  # noqa: A002
        """Write one, whole."""
        asked = record.prompt
        question = "" if asked is None else asked.question
        described = tuple(shown.alt for shown in record.pictures if shown.alt)
        words = Words(title=record.title, text=record.text, others=(question, *described))
        entries.write_entry(tx, Kind.REFLECTION, record, id, "" if asked is None else asked.window, words)
        row = {
            "title": record.title,
            "text": record.text,
            "kap_session_id": record.kap_session_id,
            "prompt_id": None if asked is None else asked.prompt_id,
            "question": None if asked is None else asked.question,
            "domain": None if asked is None else asked.domain,
            "window": None if asked is None else asked.window,
            "left_open": int(record.left_open),
        }
        tx.execute(_delete_fragments, {"id": id})
        tx.execute(_delete_pictures, {"id": id})
        if not tx.execute(_update, {**row, "old_id": id}).rowcount:
            tx.execute(_insert, {**row, "entry_id": id})
        if record.pictures:
            tx.execute(
                _insert_picture,
                [
                    {"reflection_id": id, "position": i, "picture_id": shown.picture_id, "alt": shown.alt}
                    for i, shown in enumerate(record.pictures)
                ],
            )
        if record.fragment_ids:
            tx.execute(
                _insert_fragment,
                [
                    {"reflection_id": id, "position": i, "fragment_id": fragment_id}
                    for i, fragment_id in enumerate(record.fragment_ids)
                ],
            )

    def remove(self, tx: Transaction, id: int) -> None:  # noqa: A002
        """Take one out."""
        tx.execute(_delete_fragments, {"id": id})
        tx.execute(_delete_pictures, {"id": id})
        tx.execute(_delete, {"id": id})
        entries.remove_entry(tx, id)

    def left_open(self, tx: Transaction) -> tuple[Reflection, ...]:
        """Read those still being written, the newest first."""
        statement = _shown.where(reflection.c.left_open == 1).order_by(entry.c.instant.desc(), entry.c.id)
        return _records(tx, tx.execute(statement).all())

    def of_session(self, tx: Transaction, kap_session_id: int) -> tuple[Reflection, ...]:
        """Read those about a session, in order of time."""
        statement = _shown.where(reflection.c.kap_session_id == kap_session_id).order_by(
            entry.c.instant, entry.c.id
        )
        return _records(tx, tx.execute(statement).all())

    def grown_from(self, tx: Transaction, fragment_ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
        """Say which reflections grew from each fragment, in order of time."""
        if not fragment_ids:
            return {}
        return entries.grouped(tx.execute(_grown_from, {"ids": list(fragment_ids)}).all())

    def answers(self, tx: Transaction, first: date | None, last: date | None) -> tuple[PromptAnswer, ...]:
        """Read which prompts were answered, in order of time; the text stays where it is."""
        found = []
        for row in tx.execute(_answers, entries.bounds(first, last)).all():
            asked = _asked(row)
            if asked is not None:
                found.append(PromptAnswer(row.id, asked, entries.moment_of(row)))
        return tuple(found)


def _asked(row: Any) -> AskedPrompt | None:
    if row.prompt_id is None:
        return None
    return AskedPrompt(row.prompt_id, row.question, row.domain, row.window)


def _records(tx: Transaction, rows: Sequence[Any]) -> tuple[Reflection, ...]:
    ids = [row.id for row in rows]
    if not ids:
        return ()
    tags = entries.tags_of(tx, ids)
    fragments = entries.grouped(tx.execute(_fragments_of, {"ids": ids}).all())
    rows_of_pictures = tx.execute(_pictures_of, {"ids": ids}).all()
    pictures = entries.grouped((row[0], ShownPicture(row[1], row[2])) for row in rows_of_pictures)
    return tuple(
        Reflection(
            **entries.common_fields(row, tags.get(row.id, ())),
            title=row.title,
            text=row.text,
            kap_session_id=row.kap_session_id,
            prompt=_asked(row),
            fragment_ids=fragments.get(row.id, ()),
            pictures=pictures.get(row.id, ()),
            left_open=bool(row.left_open),
        )
        for row in rows
    )
