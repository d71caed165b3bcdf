"""The one connection to the encrypted database, and the one way to change what is in it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias, TypeVar
from urllib.parse import quote

import sqlalchemy.dialects.sqlite  # noqa: F401 - else loaded with the first engine, when somebody waits for it
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from kapjournal.errors import DiskFullError, JournalDamagedError, KapjournalError, OnlyToReadError
from kapjournal.storage import reserve
from kapjournal.storage.failures import translating

Transaction: TypeAlias = Connection
"""A change or a look at the journal in one piece; passed on as `tx`."""
T = TypeVar("T")

PRAGMAS: tuple[tuple[str, str, str], ...] = (
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "FULL", "2"),
    ("temp_store", "MEMORY", "2"),
    ("secure_delete", "ON", "1"),
    ("foreign_keys", "ON", "1"),
    ("cache_size", "-65536", "-65536"),
    ("trusted_schema", "OFF", "0"),
    ("busy_timeout", "5000", "5000"),
)
"""Each connection's settings: name, what is set, what must be read back."""


_COUNT_A_SAVE = """
INSERT INTO meta (key, value) VALUES ('saves', '1')
ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)
"""


def connect(path: Path, key: bytes, *, read_only: bool = False) -> Any:
    """Open an existing file with the database key.

    Raises JournalDamagedError where the key does not read it, FolderNotWritableError where the system does not let us.
    """
    with translating(path):
        connection = dbapi2.connect(
            f"file:{quote(path.absolute().as_posix())}?mode={'ro' if read_only else 'rw'}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
        try:
            # Before the key: a wrong one would be written about to the terminal.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute("PRAGMA cipher_memory_security = ON")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
            _settle(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _settle(connection: Any) -> None:
    """Set the pragmas, and refuse a library that does not heed them."""
    for name, value, _ in PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
    for name, _, expected in PRAGMAS:
        row = connection.execute(f"PRAGMA {name}").fetchone()
        if row is None or str(row[0]).lower() != expected:
            raise RuntimeError(f"the database library does not heed {name}")
    for name in ("cipher_version", "cipher_memory_security"):
        row = connection.execute(f"PRAGMA {name}").fetchone()
        if row is None or str(row[0]) in {"", "0"}:
            raise RuntimeError(f"the database library does not heed {name}")


def make_engine(path: Path, key: bytes, *, read_only: bool = False) -> Engine:
    """Return an engine that holds exactly one connection to the file."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, key, read_only=read_only),
        module=dbapi2,
        poolclass=StaticPool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # The driver would begin by itself only before the first change, and not before a change of the schema.
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


class Database:
    """The open database: reads and changes one after the other, from whichever thread."""

    def __init__(self, path: Path, key: bytes, *, new: bool = False, read_only: bool = False) -> None:
        if not new and path.stat().st_size == 0:
            raise JournalDamagedError("empty")
        self.path = path
        self.read_only = read_only
        self.refused = 0
        """How many changes could not be made, for want of room or of a right to write."""
        self._lock = threading.RLock()
        self._key = key
        self._engine = make_engine(path, key, read_only=read_only)
        with translating(path):
            self._connection = self._engine.connect()

    @property
    def driver(self) -> Any:
        """The driver's own connection, for what must not stand in a transaction (checks, copies, pragmas)."""
        return self._connection.connection.driver_connection

    def reopen(self) -> None:
        """Connect anew: a connection that met a damaged page reads nothing any more, not even what is whole."""
        with self._lock, translating(self.path):
            with contextlib.suppress(DBAPIError, dbapi2.Error):
                self._connection.close()
            self._engine.dispose()
            self._connection = self._engine.connect()

    @contextmanager
    def _watching(self) -> Iterator[None]:
        try:
            with self._lock, translating(self.path):
                yield
        except JournalDamagedError:
            with contextlib.suppress(JournalDamagedError):
                self.reopen()
            raise

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Look at the journal as it is; inside a change, as the change has made it so far."""
        with self._watching():
            if self._connection.in_transaction():
                yield self._connection
                return
            with self._connection.begin():
                yield self._connection

    def change(self, work: Callable[[Transaction], T]) -> T:
        """Do `work` as one transaction: all of it is durable when this returns, or nothing of it was done.

        On a full disk the reserve is given up and the work done once more; then DiskFullError is raised.
        """
        if self.read_only:
            raise OnlyToReadError
        try:
            try:
                return self._attempt(work)
            except DiskFullError:
                if not reserve.release(self.path.parent):
                    raise
            return self._attempt(work)
        except KapjournalError:
            self.refused += 1
            raise

    def _attempt(self, work: Callable[[Transaction], T]) -> T:
        with self._watching():
            try:
                with self._connection.begin():
                    before = self.driver.total_changes
                    result = work(self._connection)
                    if self.driver.total_changes != before:
                        self._count_a_save()
                    return result
            finally:
                self._leave_nothing_open()

    def _count_a_save(self) -> None:
        try:
            self.driver.execute(_COUNT_A_SAVE)
        except dbapi2.OperationalError as error:
            # A journal that is being made has no table for it yet; anything else undoes the change.
            if "no such table" not in str(error):
                raise

    def exchange(self, put: Callable[[], bytes]) -> None:
        """Let go of the file while `put` sets another in its place and names its key; then hold that one.

        Where `put` fails, the file is held again as before.
        """
        with self._lock:
            self._connection.close()
            self._engine.dispose()
            try:
                self._key = put()
            finally:
                self._engine = make_engine(self.path, self._key)
                with translating(self.path):
                    self._connection = self._engine.connect()

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Keep everybody else waiting over several steps."""
        with self._lock:
            yield

    def _leave_nothing_open(self) -> None:
        # A COMMIT that fails (a link that leads nowhere, a full disk) leaves the transaction open, and SQLAlchemy
        # holds it for done.
        if self.driver.in_transaction:
            self.driver.rollback()

    @contextmanager
    def alone(self) -> Iterator[Any]:
        """The driver's connection outside any transaction, with everybody else waiting."""
        with self._watching():
            yield self.driver

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()
            self._engine.dispose()
