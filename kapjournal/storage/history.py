"""What each change found: undo, the trash and earlier versions all read this one history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, select

from kapjournal.domain.changes import Doing, StepFacts
from kapjournal.domain.entry import Entry
from kapjournal.domain.kinds import Kind
from kapjournal.storage import links, search, snapshots
from kapjournal.storage.direct import run
from kapjournal.storage.engine import Transaction
from kapjournal.storage.progress import Telling
from kapjournal.storage.store import Store
from kapjournal.storage.tables import step, version

SITTING = timedelta(minutes=10)
"""Keeps of one record that follow each other within it are one version and one step."""

_TELL_EVERY = 50

_latest = select(step).where(step.c.undone.is_(None)).order_by(step.c.id.desc()).limit(1)
_any_undone = select(step.c.id).where(step.c.undone.is_not(None)).limit(1)
_versions_of_step = select(version).where(version.c.step_id == bindparam("step_id"))
_kinds_of_step = (
    select(version.c.kind, func.count())
    .where(version.c.step_id == bindparam("step_id"))
    .group_by(version.c.kind)
)
_one_of_step = _versions_of_step.where(version.c.kind == bindparam("kind")).limit(1)
_UNDONE = "SELECT id FROM step WHERE undone IS NOT NULL"
_INSERT_STEP = "INSERT INTO step (at, asked_by) VALUES (?, ?)"
_INSERT_VERSION = "INSERT INTO version (step_id, kind, record_id, at, before) VALUES (?, ?, ?, ?, ?)"
_touch_step = step.update().where(step.c.id == bindparam("step_id"))


@dataclass(frozen=True, slots=True)
class Reverted:
    """Which records a step of undoing or redoing wrote."""

    touched: frozenset[tuple[Kind, int]]


class History:
    """Steps and versions, over the stores of all kinds that have one."""

    def __init__(self, stores: Mapping[Kind, Store[Any]]) -> None:
        self._stores = stores

    def folds(self, tx: Transaction, kind: Kind, id: int, now: datetime, by: str) -> bool:  # noqa: A002
        """Go on with the latest step, where it is this record's, the same page's, and of the same sitting."""
        latest = tx.execute(_latest).first()
        if latest is None or latest.asked_by != by:
            return False
        seconds = int(now.timestamp())
        if not 0 <= seconds - latest.at <= SITTING.total_seconds():
            return False
        touched = tx.execute(_versions_of_step, {"step_id": latest.id}).all()
        if [(v.kind, v.record_id) for v in touched] != [(kind.value, id)]:
            return False
        if tx.execute(_any_undone).first() is not None:
            return False
        tx.execute(_touch_step, {"step_id": latest.id, "at": seconds})
        return True

    def begin(self, tx: Transaction, now: datetime, by: str) -> int:
        """Begin a step; what was undone before can no longer be redone."""
        undone = [row[0] for row in run(tx, _UNDONE).fetchall()]
        if undone:
            tx.execute(delete(version).where(version.c.step_id.in_(undone)))
            tx.execute(delete(step).where(step.c.id.in_(undone)))
        return int(run(tx, _INSERT_STEP, (int(now.timestamp()), by)).lastrowid)

    def note(self, tx: Transaction, step_id: int, kind: Kind, id: int, before: Any, now: datetime) -> None:  # noqa: A002
        """Note what a record was before this step; None where it was not there."""
        text = None if before is None else snapshots.encode(before)
        run(tx, _INSERT_VERSION, (step_id, kind.value, id, now.isoformat(), text))

    def latest(self, tx: Transaction) -> int | None:
        """Return the latest step that was not undone."""
        return tx.execute(select(func.max(step.c.id)).where(step.c.undone.is_(None))).scalar()

    def latest_undone(self, tx: Transaction) -> int | None:
        """Return the step that was undone last."""
        statement = (
            select(step.c.id).where(step.c.undone.is_not(None)).order_by(step.c.undone.desc()).limit(1)
        )
        return tx.execute(statement).scalar()

    def facts(self, tx: Transaction, step_id: int) -> StepFacts:
        """Say what a step did, whether it stands or was undone."""
        # Counted by the database: a step may have made many thousand records.
        counted = Counter(dict(tx.execute(_kinds_of_step, {"step_id": step_id}).all()))
        kind, count = counted.most_common(1)[0]
        row = tx.execute(_one_of_step, {"step_id": step_id, "kind": kind}).one()
        store = self._stores[Kind(kind)]
        stands = tx.execute(select(step.c.undone).where(step.c.id == step_id)).scalar() is None
        if stands or row.after is None:
            after = store.read(tx, row.record_id)
        else:
            after = snapshots.decode(store.record_type, row.after)
        before = None if row.before is None else snapshots.decode(store.record_type, row.before)
        return StepFacts(_doing(before, after), Kind(kind), count, mixed=len(counted) > 1)

    def can_undo_alone(self, tx: Transaction, step_id: int) -> bool:
        """Whether a step stands, and no later one changed its records."""
        if tx.execute(select(step.c.id).where(step.c.id == step_id, step.c.undone.is_(None))).first() is None:
            return False
        later = version.alias("later")
        changed = (
            select(later.c.step_id)
            .join(version, (version.c.kind == later.c.kind) & (version.c.record_id == later.c.record_id))
            .join(step, step.c.id == later.c.step_id)
            .where(version.c.step_id == step_id, later.c.step_id > step_id, step.c.undone.is_(None))
            .limit(1)
        )
        return tx.execute(changed).first() is None

    def steps_of(self, tx: Transaction, kind: Kind, id: int) -> tuple[int, ...]:  # noqa: A002
        """Return the steps that stand and changed a record, the latest first."""
        statement = (
            select(version.c.step_id)
            .join(step, step.c.id == version.c.step_id)
            .where(version.c.kind == kind.value, version.c.record_id == id, step.c.undone.is_(None))
            .order_by(version.c.step_id.desc())
        )
        return tuple(tx.execute(statement).scalars())

    def undo(self, tx: Transaction, step_id: int, tell: Telling | None = None) -> Reverted:
        """Put back what a step found, and keep what it had made for a redo. Raises CancelledError."""
        tell = tell or Telling(None)
        order = tx.execute(select(func.max(step.c.undone))).scalar() or 0
        with search.together(tx, tell.part(0.9, 1.0)):
            touched = self._swap(tx, step_id, undo=True, tell=tell.part(0.0, 0.9))
        tx.execute(_touch_step, {"step_id": step_id, "undone": order + 1})
        return touched

    def redo(self, tx: Transaction, step_id: int, tell: Telling | None = None) -> Reverted:
        """Put back what an undone step had made. Raises CancelledError."""
        tell = tell or Telling(None)
        with search.together(tx, tell.part(0.9, 1.0)):
            touched = self._swap(tx, step_id, undo=False, tell=tell.part(0.0, 0.9))
        tx.execute(_touch_step, {"step_id": step_id, "undone": None})
        return touched

    def _swap(self, tx: Transaction, step_id: int, *, undo: bool, tell: Telling) -> Reverted:
        # A record may point at another of the same step: the order of writing does not matter until the end.
        tx.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        touched: set[tuple[Kind, int]] = set()
        rows = tx.execute(_versions_of_step, {"step_id": step_id}).all()
        coming = [row.record_id for row in rows]
        for number, row in enumerate(rows):
            if number % _TELL_EVERY == 0:
                tell(number / len(rows))
            kind, id_ = Kind(row.kind), row.record_id
            store = self._stores[kind]
            if undo:
                now = store.read(tx, id_)
                this = (version.c.step_id == step_id, version.c.kind == row.kind, version.c.record_id == id_)
                after = None if now is None else snapshots.encode(now)
                tx.execute(version.update().where(*this).values(after=after))
            text = row.before if undo else row.after
            if text is None:
                store.remove(tx, id_)
            else:
                store.write(tx, links.loosened(tx, snapshots.decode(store.record_type, text), coming), id_)
            touched.add((kind, id_))
        return Reverted(frozenset(touched))

    def versions(self, tx: Transaction, kind: Kind, id: int) -> tuple[Any, ...]:  # noqa: A002
        """Read what a record was before each of its changes, the newest first."""
        statement = (
            select(version.c.before)
            .join(step, step.c.id == version.c.step_id)
            .where(
                version.c.kind == kind.value,
                version.c.record_id == id,
                version.c.before.is_not(None),
                step.c.undone.is_(None),
            )
            .order_by(version.c.step_id.desc())
        )
        type_ = self._stores[kind].record_type
        return tuple(snapshots.decode(type_, text) for text in tx.execute(statement).scalars() if text)

    def rewrite(self, tx: Transaction, kind: Kind, changed: Callable[[Any], Any]) -> None:
        """Write what is kept of every record of a kind anew, where something of it was erased for good."""
        type_ = self._stores[kind].record_type
        rows = tx.execute(select(version).where(version.c.kind == kind.value)).all()
        for row in rows:
            texts = {"before": row.before, "after": row.after}
            anew = {
                name: None if text is None else snapshots.encode(changed(snapshots.decode(type_, text)))
                for name, text in texts.items()
            }
            if anew != texts:
                this = (version.c.step_id == row.step_id, version.c.kind == row.kind)
                tx.execute(version.update().where(*this, version.c.record_id == row.record_id).values(**anew))

    def forget(self, tx: Transaction, kind: Kind, id: int) -> None:  # noqa: A002
        """Take every version of a record out, for one that is erased for good."""
        tx.execute(delete(version).where(version.c.kind == kind.value, version.c.record_id == id))
        tx.execute(delete(step).where(step.c.id.not_in(select(version.c.step_id))))


def _doing(before: Any, after: Any) -> Doing:
    if before is None:
        return Doing.ADDED
    if isinstance(before, Entry) and isinstance(after, Entry):
        if (before.trashed is None) != (after.trashed is None):
            return Doing.TRASHED if before.trashed is None else Doing.RESTORED
        if before.to_share != after.to_share:
            return Doing.SHARED if after.to_share else Doing.MADE_PRIVATE
    return Doing.CHANGED
