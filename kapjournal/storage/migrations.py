"""From one schema to the next, by numbered steps that are frozen once released."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources

from sqlcipher3 import dbapi2

from kapjournal.errors import NewerJournalError
from kapjournal.storage.engine import Database, Transaction

KNOWN = 9
"""The newest schema that this program knows."""


@dataclass(frozen=True, slots=True)
class SchemaStep:
    """The statements that lead to a schema."""

    schema: int
    sql: str


def released() -> tuple[SchemaStep, ...]:
    """Return the steps of this program, in order."""
    folder = resources.files("kapjournal.storage.steps")
    return tuple(
        SchemaStep(schema, (folder / f"{schema:04}.sql").read_text(encoding="utf-8"))
        for schema in range(1, KNOWN + 1)
    )


def schema_of(database: Database) -> int:
    """Return the schema of a journal; 0 for one without tables."""
    with database.alone() as driver:
        return int(driver.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    database: Database, steps: Sequence[SchemaStep], before: Callable[[int], None] | None = None
) -> None:
    """Bring a journal to the last of `steps`; each step is done whole or not at all.

    `before` is called with the schema found, once, before the first step: it makes the copy.
    Raises NewerJournalError where the journal is ahead of the steps.
    """
    found, known = schema_of(database), steps[-1].schema
    if found > known:
        raise NewerJournalError(found=found, known=known)
    missing = [step for step in steps if step.schema > found]
    if missing and before is not None:
        before(found)
    for step in missing:
        database.change(lambda tx, step=step: _apply(tx, step))  # type: ignore[misc]


def _apply(tx: Transaction, step: SchemaStep) -> None:
    for statement in statements(step.sql):
        tx.exec_driver_sql(statement)
    tx.exec_driver_sql(f"PRAGMA user_version = {step.schema}")


def statements(sql: str) -> tuple[str, ...]:
    """Split a step into statements, for a script as a whole would end the transaction."""
    found: list[str] = []
    gathered = ""
    for line in sql.splitlines(keepends=True):
        gathered += line
        if dbapi2.complete_statement(gathered):
            found.append(gathered.strip())
            gathered = ""
    return tuple(statement for statement in found if statement)
