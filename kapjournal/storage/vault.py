"""A journal's folder, made or unlocked: lock, key slots and database together."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kapjournal.domain.backup import BackupReason, SecondFolder
from kapjournal.errors import (
    FolderNotWritableError,
    JournalDamagedError,
    KapjournalError,
    KeySlotsDamagedError,
    NewerJournalError,
)
from kapjournal.storage import (
    backups,
    key_slots,
    keychain,
    keys,
    migrations,
    recovery_code,
    replacing,
    reserve,
    second_folder,
)
from kapjournal.storage import folder as folders
from kapjournal.storage.atomic import TEMPORARY, failure, replace
from kapjournal.storage.backups import Source
from kapjournal.storage.engine import Database
from kapjournal.storage.key_slots import KeySlots
from kapjournal.storage.keys import KdfCost
from kapjournal.storage.lock import JournalLock
from kapjournal.storage.measures import MeasureStore
from kapjournal.storage.progress import Telling


@dataclass(slots=True)
class Vault:
    """An open journal."""

    folder: Path
    database: Database
    key: bytes
    lock: JournalLock
    read_only: bool = False

    @property
    def source(self) -> Source:
        """What of it is backed up."""
        return Source(self.folder, self.database, self.key)

    def second_folder(self) -> SecondFolder | None:
        """The second place of its backups."""
        return second_folder.chosen(self.database)

    def close(self) -> None:
        """Close the database, then let others in."""
        self.database.close()
        if not self.read_only:
            self.lock.release()


def create(folder: Path, passphrase: str, now: datetime, cost: KdfCost) -> tuple[Vault, str]:
    """Make a journal and return it with its recovery code.

    Raises EmptyPassphraseError, JournalExistsError, NotAJournalFolderError, FolderNotWritableError, DiskFullError,
    JournalInUseError; then nothing of a journal is left in the folder.
    """
    key, secret = keys.new_key(), recovery_code.new_secret()
    slots = key_slots.new_slots(key)
    slots = slots.with_slot(key_slots.passphrase_slot(slots, key, passphrase, cost))
    slots = slots.with_slot(key_slots.recovery_slot(slots, key, secret))
    folders.make(folder)
    lock = JournalLock(folder)
    lock.acquire(now)
    try:
        folders.make(folder)  # once more, now that nobody else can be making one
    except BaseException:
        lock.release()
        raise
    try:
        folders.sweep(folder)
        reserve.keep(folder)
        _make_database(folder, key, slots, now)
        key_slots.write(folder, slots)
        replace(_unfinished(folder), folder / folders.DATABASE)
        vault = _open(folder, key, lock, now)
    except BaseException as error:
        _abandon(folder)
        lock.release()
        if isinstance(error, OSError):
            raise failure(error, folder) from error
        raise
    return vault, recovery_code.spell(secret)


def _unfinished(folder: Path) -> Path:
    return folder / f"{folders.DATABASE}{TEMPORARY}new"


def _make_database(folder: Path, key: bytes, slots: KeySlots, now: datetime) -> None:
    path = _unfinished(folder)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    database = Database(path, key, new=True)
    try:
        migrations.migrate(database, migrations.released())
        with database.alone() as driver:
            driver.executemany(
                "INSERT INTO meta (key, value) VALUES (?, ?)",
                [("journal_id", slots.journal_id), ("made", now.isoformat())],
            )
    finally:
        database.close()
        Path(f"{path}-journal").unlink(missing_ok=True)


def _abandon(folder: Path) -> None:
    """Leave nothing that looks like a journal where one could not be made."""
    names = (folders.DATABASE, f"{folders.DATABASE}-journal", key_slots.NAME, key_slots.MIRROR, reserve.NAME)
    for name in names:
        with contextlib.suppress(OSError):
            (folder / name).unlink()
    folders.sweep(folder)


def unlock(
    folder: Path, secret: str, now: datetime, *, by_recovery_code: bool, taking_over: bool = False
) -> Vault:
    """Open a journal by its passphrase or its recovery code.

    Raises JournalMissingError, NotAJournalFolderError, JournalInUseError, KeySlotsDamagedError, WrongPassphraseError,
    MistypedRecoveryCodeError, WrongRecoveryCodeError, EmptyPassphraseError, NotEnoughMemoryError, JournalDamagedError,
    NewerJournalError, FolderNotWritableError, DiskFullError, and LeftOpenElsewhereError unless `taking_over`; each
    leaves the journal as it is.
    """

    def key_of(slots: KeySlots) -> bytes:
        return key_by(slots, secret, by_recovery_code=by_recovery_code)

    return _unlock(folder, key_of, now, taking_over=taking_over)


def unlock_by_keychain(folder: Path, now: datetime) -> Vault:
    """Open a journal by what the keychain of this computer holds.

    Raises KeychainGaveNothingError, and what `unlock` raises of the journal itself.
    """

    def key_of(slots: KeySlots) -> bytes:
        return key_slots.open_by_keychain(slots, keychain.secret_of(slots.journal_id))

    return _unlock(folder, key_of, now, taking_over=False)


def _unlock(folder: Path, key_of: Callable[[KeySlots], bytes], now: datetime, *, taking_over: bool) -> Vault:
    folders.check(folder)
    lock = JournalLock(folder)
    lock.acquire(now, taking_over=taking_over)
    try:
        folders.sweep(folder)
        slots = replacing.settled(folder, key_slots.read(folder))
        return _open(folder, key_of(slots), lock, now, slots)
    except BaseException:
        lock.release()
        raise


def unlock_to_read(folder: Path, secret: str, *, by_recovery_code: bool) -> Vault:
    """Open a journal that is in use elsewhere, or that cannot be written, only to read it; nothing in it is touched.

    Raises what `unlock` raises, and FolderNotWritableError where it could be read only after a change: a journal of
    an older version, or one that a crash left in the middle of a change.
    """
    folders.check(folder)
    slots = replacing.chosen_of(folder, key_slots.read(folder, mending=False))
    key = key_by(slots, secret, by_recovery_code=by_recovery_code)
    path = folder / folders.DATABASE
    if not path.is_file():
        raise JournalDamagedError("missing")
    database = Database(path, key, read_only=True)
    try:
        _check_schema(database, folder)
        _check_identity(database, slots)
    except BaseException:
        database.close()
        raise
    return Vault(folder, database, key, JournalLock(folder), read_only=True)


def _check_schema(database: Database, folder: Path) -> None:
    found = migrations.schema_of(database)
    if found > migrations.KNOWN:
        raise NewerJournalError(found=found, known=migrations.KNOWN)
    if found < migrations.KNOWN:
        raise FolderNotWritableError(folder)


def key_by(slots: KeySlots, secret: str, *, by_recovery_code: bool) -> bytes:
    """Return the database key. Raises what opening by a secret raises."""
    if by_recovery_code:
        return key_slots.open_by_recovery(slots, secret)
    return key_slots.open_by_passphrase(slots, secret)


@contextlib.contextmanager
def offering_a_backup(folder: Path) -> Iterator[None]:
    """Name the newest proved backup in an error that only a backup mends."""
    try:
        yield
    except (JournalDamagedError, KeySlotsDamagedError) as error:
        error.backup = backups.newest_proved(folder)
        raise


def _open(folder: Path, key: bytes, lock: JournalLock, now: datetime, slots: KeySlots | None = None) -> Vault:
    path = folder / folders.DATABASE
    if not path.is_file():
        raise JournalDamagedError("missing")
    database = Database(path, key)
    try:
        migrations.migrate(
            database,
            migrations.released(),
            lambda schema: _back_up_before(Source(folder, database, key), schema, now),
        )
        _check_identity(database, slots)
        database.change(MeasureStore().add_built_in)
        folders.close_to_others(folder)
        reserve.keep(folder)
    except BaseException:
        with contextlib.suppress(KapjournalError):
            database.close()
        raise
    return Vault(folder, database, key, lock)


def _check_identity(database: Database, slots: KeySlots | None) -> None:
    with database.alone() as driver:
        row = driver.execute("SELECT value FROM meta WHERE key = 'journal_id'").fetchone()
    if row is None or (slots is not None and row[0] != slots.journal_id):
        raise JournalDamagedError("journal_id")


def _back_up_before(source: Source, schema: int, now: datetime) -> None:
    if schema > 0:
        backups.make(source, BackupReason.MIGRATION, now, Telling(None))
