"""What is half given in a form: in no history, no search and no export, and gone with what it belongs to."""

from __future__ import annotations

import json
from datetime import datetime

from kapjournal.domain.draft import Draft
from kapjournal.storage import meta
from kapjournal.storage.direct import run
from kapjournal.storage.engine import Transaction

_PREFIX = "draft:"


def entry_key(id: int, what: str) -> str:  # noqa: A002
    """Return the name of a draft that belongs to an entry; it is erased with it."""
    return f"entry:{id}:{what}"


def read(tx: Transaction, key: str) -> Draft | None:
    """Read the draft of a name."""
    row = run(tx, "SELECT value FROM meta WHERE key = ?", (_PREFIX + key,)).fetchone()
    if row is None:
        return None
    plain = json.loads(row[0])
    return Draft(left=datetime.fromisoformat(plain["left"]), fields=plain["fields"])


def write(tx: Transaction, key: str, draft: Draft | None) -> None:
    """Put a draft in the place of the one that was there; None takes it out."""
    # ASCII alone: a half of a character, as a keyboard can give it, comes back as it was.
    plain = {"left": draft.left.isoformat(), "fields": dict(draft.fields)} if draft is not None else None
    meta.write(tx, _PREFIX + key, None if plain is None else json.dumps(plain))


def erase_of_entry(tx: Transaction, id: int) -> None:  # noqa: A002
    """Take out every draft that belongs to an entry."""
    run(tx, "DELETE FROM meta WHERE key GLOB ?", (f"{_PREFIX}{entry_key(id, '*')}",))
