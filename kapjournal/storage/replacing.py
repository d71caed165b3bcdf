"""Another database in the place of the journal's: after a crash at any point exactly one of the two opens."""

from __future__ import annotations

import contextlib
from dataclasses import replace as replaced
from pathlib import Path

from kapjournal.bounded_file import open_file
from kapjournal.errors import JournalDamagedError, KapjournalError
from kapjournal.storage import key_slots
from kapjournal.storage.atomic import failure, replace
from kapjournal.storage.key_slots import KeySlots, Pending

DATABASE = "journal.db"
_SALT_BYTES = 16


def put(folder: Path, fresh: Path, now: KeySlots, then: KeySlots | None = None) -> KeySlots:
    """Put a proved database in the place of a closed one; return the slots that open it.

    Where its key is another (`then`), the file of slots holds both until the new database stands in its place; which
    of the two databases that is, is told by the salt with which a file begins.
    Raises DiskFullError, FolderNotWritableError: then the old one is as it was, with its slots.
    """
    target = folder / DATABASE
    try:
        if then is None:
            replace(fresh, target)
            return now
        both = replaced(
            now, pending=Pending(salt_of(target), salt_of(fresh), replaced(then, seq=0, pending=None))
        )
        both = key_slots.write(folder, both)
        try:
            replace(fresh, target)
        except OSError:
            key_slots.write(folder, replaced(both, pending=None))
            raise
    except OSError as error:
        raise failure(error, target) from error
    final = replaced(then, seq=both.seq, pending=None)
    with contextlib.suppress(
        KapjournalError
    ):  # the database is there; `settled` finishes this at the next opening
        return key_slots.write(folder, final)
    return final


def settled(folder: Path, slots: KeySlots) -> KeySlots:
    """Finish an exchange that was interrupted, or take it back: whichever database stands there keeps its slots."""
    chosen = chosen_of(folder, slots)
    return slots if chosen is slots else key_slots.write(folder, chosen)


def chosen_of(folder: Path, slots: KeySlots) -> KeySlots:
    """The slots that belong to the database that stands there; nothing is written."""
    if slots.pending is None:
        return slots
    try:
        salt = salt_of(folder / DATABASE)
    except OSError as error:
        raise JournalDamagedError("missing") from error
    if salt == slots.pending.new_salt:
        return replaced(slots.pending.slots, seq=slots.seq)
    if salt == slots.pending.old_salt:
        return replaced(slots, pending=None)
    return slots


def salt_of(path: Path) -> str:
    """The salt of a database that is not open: the only bytes in it that say nothing and are not encrypted."""
    with open_file(path) as file:
        return file.read(_SALT_BYTES).hex()
