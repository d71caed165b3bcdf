"""What records were at an earlier instant, from what each later change found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select

from kapjournal.domain.kinds import Kind
from kapjournal.storage import snapshots
from kapjournal.storage.engine import Transaction
from kapjournal.storage.store import Store
from kapjournal.storage.tables import version


def changed_since(
    tx: Transaction, stores: Mapping[Kind, Store[Any]], kinds: tuple[Kind, ...], instant: datetime
) -> dict[tuple[Kind, int], Any]:
    """Return every record of some kinds that was changed after an instant, as it was then; None where it was not.

    What was erased for good has no history: it is not here.
    """
    statement = (
        select(version.c.kind, version.c.record_id, version.c.before)
        .where(version.c.at > instant.isoformat(), version.c.kind.in_([kind.value for kind in kinds]))
        .order_by(version.c.step_id)
    )
    found: dict[tuple[Kind, int], Any] = {}
    for row in tx.execute(statement):
        key = (Kind(row.kind), row.record_id)
        if key not in found:
            type_ = stores[key[0]].record_type
            found[key] = None if row.before is None else snapshots.decode(type_, row.before)
    return found
