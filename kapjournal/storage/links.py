"""What entries point at each other, and how a pointer goes when what it points at is erased for good."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from kapjournal.domain.reflection import Fragment, Reflection
from kapjournal.storage import drafts
from kapjournal.storage.direct import run
from kapjournal.storage.engine import Transaction

R = TypeVar("R")

_LET_GO = (
    "UPDATE reflection SET kap_session_id = NULL WHERE kap_session_id = ?",
    "UPDATE fragment SET kap_session_id = NULL WHERE kap_session_id = ?",
    "UPDATE fragment_draft SET kap_session_id = NULL WHERE kap_session_id = ?",
    "UPDATE fragment SET looks_at = NULL WHERE looks_at = ?",
    "DELETE FROM reflection_fragment WHERE fragment_id = ?",
    "UPDATE practice SET kap_session_id = NULL WHERE kap_session_id = ?",
    "UPDATE practice SET reflection_id = NULL WHERE reflection_id = ?",
)


def let_go(tx: Transaction, id: int) -> None:  # noqa: A002
    """Make whatever points at an entry point at nothing, and take out what was half given about it."""
    for statement in _LET_GO:
        run(tx, statement, (id,))
    drafts.erase_of_entry(tx, id)


def loosened(tx: Transaction, record: R, coming: Iterable[int]) -> R:
    """Drop a record's pointers at what was erased since; `coming` are ids that are about to be put back."""
    if isinstance(record, Reflection):
        there = _there(tx, (*record.fragment_ids, record.kap_session_id or 0)) | set(coming)
        return replace(
            record,
            kap_session_id=record.kap_session_id if record.kap_session_id in there else None,
            fragment_ids=tuple(id_ for id_ in record.fragment_ids if id_ in there),
        )
    if isinstance(record, Fragment):
        there = _there(tx, (record.looks_at or 0, record.kap_session_id or 0)) | set(coming)
        return replace(
            record,
            kap_session_id=record.kap_session_id if record.kap_session_id in there else None,
            looks_at=record.looks_at if record.looks_at in there else None,
        )
    return record


def _there(tx: Transaction, ids: tuple[int, ...]) -> set[int]:
    return {id_ for id_ in ids if run(tx, "SELECT 1 FROM entry WHERE id = ?", (id_,)).fetchone()}
