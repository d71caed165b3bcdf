"""The pictures themselves: written once, never changed, and taken out when nothing can show them any more."""

from __future__ import annotations

from kapjournal.domain.picture import Picture
from kapjournal.storage.direct import run
from kapjournal.storage.engine import Transaction

_INSERT = "INSERT INTO picture (format, width, height, data) VALUES (?, ?, ?, ?)"
_READ = "SELECT format, width, height, data FROM picture WHERE id = ?"
# A version of a reflection names its pictures too: as long as one does, undo or a version may bring it back.
_SWEEP = """
DELETE FROM picture WHERE id NOT IN (SELECT picture_id FROM reflection_picture) AND NOT EXISTS (
    SELECT 1 FROM version AS v WHERE v.kind = 'reflection'
    AND instr(coalesce(v.before, '') || coalesce(v.after, ''), '"picture_id":' || picture.id || ',') > 0
)
"""


def add(tx: Transaction, picture: Picture) -> int:
    """Store a picture and return its id."""
    values = (picture.format, picture.width, picture.height, picture.data)
    return int(run(tx, _INSERT, values).lastrowid)


def read(tx: Transaction, id: int) -> Picture | None:  # noqa: A002
    """Read one."""
    row = run(tx, _READ, (id,)).fetchone()
    return None if row is None else Picture(row[0], row[1], row[2], bytes(row[3]))


def sweep(tx: Transaction) -> None:
    """Take out what no reflection and no version shows."""
    run(tx, _SWEEP)
