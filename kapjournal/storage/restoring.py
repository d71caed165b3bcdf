"""Restoring a backup: beside the journal, proved, and only then in its place; what was there becomes a backup first."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from kapjournal.bounded_file import read_file
from kapjournal.domain.backup import BackupReason, ProvedBy
from kapjournal.errors import (
    FileMissingError,
    FileTooLargeError,
    KapjournalError,
    KeySlotsDamagedError,
    NewerJournalError,
    WrongPassphraseError,
)
from kapjournal.storage import (
    backup_file,
    backups,
    copies,
    key_slots,
    meta,
    migrations,
    proofs,
    proving,
    replacing,
    reserve,
)
from kapjournal.storage import folder as folders
from kapjournal.storage.atomic import failure, replace, sync_folder
from kapjournal.storage.engine import connect
from kapjournal.storage.key_slots import KeySlots
from kapjournal.storage.lock import JournalLock
from kapjournal.storage.progress import Telling
from kapjournal.storage.proofs import Proof
from kapjournal.storage.vault import Vault, key_by


@contextmanager
def _unpacked(file: Path, folder: Path, key: bytes, tell: Telling) -> Iterator[Path]:
    """Unpack a backup's database beside the journal's, and prove it.

    Raises NewerJournalError, JournalDamagedError, and what reading a backup raises.
    """
    manifest = backup_file.read_manifest(file)
    if manifest.schema > migrations.KNOWN:
        raise NewerJournalError(found=manifest.schema, known=migrations.KNOWN)
    with copies.unfinished(folder, "restore") as fresh:
        backup_file.extract_database(file, fresh, tell.part(0.0, 0.3))
        proving.prove_file(fresh, key, proving.digest_key(key), manifest.digest, tell.part(0.3, 1.0))
        yield fresh


def replace_open(
    opened: Vault, file: Path, secret: str | None, now: datetime, tell: Telling, *, by_recovery_code: bool
) -> None:
    """Put a backup in the place of an open journal and close it; the replaced journal is a backup by then.

    Raises WrongPassphraseError where the backup is under another key and no secret was given, and what reading,
    proving and writing raise; then the journal is open as before.
    """
    then = backup_file.read_slots(file)
    now_slots = key_slots.read(opened.folder)
    key = opened.key
    if then.key_id != now_slots.key_id or then.journal_id != now_slots.journal_id:
        if secret is None:
            raise WrongPassphraseError
        key = key_by(then, secret, by_recovery_code=by_recovery_code)
    with (
        opened.database.holding(),
        _unpacked(file, opened.folder, key, tell.part(0.0, 0.5)) as fresh,
    ):
        backups.make(opened.source, BackupReason.RESTORE, now, tell.part(0.5, 0.95))
        with opened.database.alone() as driver:
            carried = {name: meta.read(driver, name) for name in (meta.SECOND_FOLDER, meta.SECOND_LAST_COPY)}
            saves = meta.saves(driver)
        _carry(fresh, key, {**carried, meta.SAVES: str(saves + 1)})
        opened.database.exchange(lambda: _put(opened, fresh, key, now_slots, then))
        opened.key = key
        opened.close()
    _note_restored(file, opened.folder, now)


def _put(opened: Vault, fresh: Path, key: bytes, now: KeySlots, then: KeySlots) -> bytes:
    replacing.put(opened.folder, fresh, now, None if key == opened.key else then)
    return key


def _carry(fresh: Path, key: bytes, values: dict[str, str | None]) -> None:
    """Keep in the restored journal what belongs to the place and not to the time."""
    driver = connect(fresh, key)
    try:
        for name, value in values.items():
            meta.put(driver, name, value)
    finally:
        driver.close()
    copies.settle(fresh)


def _note_restored(file: Path, folder: Path, now: datetime) -> None:
    if file.parent == folder / folders.BACKUPS:
        with contextlib.suppress(KapjournalError):
            proof = Proof(now.astimezone(UTC), ProvedBy.RESTORED)
            proofs.note(file.parent, backup_file.read_manifest(file).sequence, proof)


def into_new(
    file: Path, folder: Path, secret: str, now: datetime, tell: Telling, *, by_recovery_code: bool
) -> None:
    """Make a new journal of a backup, in a folder that is empty or not there yet.

    Raises JournalExistsError, NotAJournalFolderError, and what reading, opening, proving and writing raise; then there
    is no journal in the folder.
    """
    then = backup_file.read_slots(file)
    key = key_by(then, secret, by_recovery_code=by_recovery_code)
    was_there = folder.exists()
    folders.make(folder)
    lock = JournalLock(folder)
    lock.acquire(now)
    try:
        folders.make(folder)  # once more, now that nobody else can be making one
        with _unpacked(file, folder, key, tell) as fresh:
            key_slots.write(folder, then)
            replace(fresh, folder / folders.DATABASE)
        reserve.keep(folder)
    except BaseException as error:
        _leave_nothing(folder, was_there=was_there, lock=lock)
        if isinstance(error, OSError):
            raise failure(error, folder) from error
        raise
    lock.release()


def _leave_nothing(folder: Path, *, was_there: bool, lock: JournalLock) -> None:
    lock.release()
    for name in (folders.DATABASE, key_slots.NAME, key_slots.MIRROR, reserve.NAME, "lock"):
        with contextlib.suppress(OSError):
            (folder / name).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        (folder / folders.BACKUPS).rmdir()
        if not was_there:
            folder.rmdir()


def replace_damaged(
    file: Path, folder: Path, secret: str, now: datetime, tell: Telling, *, by_recovery_code: bool
) -> Path:
    """Put a backup in the place of a journal that does not open; return the folder in which its files are kept.

    The secret may be that of now, where the slots are whole and the key is the same, or that of the backup's time.
    """
    folders.check(folder)
    lock = JournalLock(folder)
    lock.acquire(now)
    try:
        folders.sweep(folder)
        slots, key = _slots_and_key(file, folder, secret, by_recovery_code=by_recovery_code)
        with _unpacked(file, folder, key, tell) as fresh:
            aside = _set_aside(folder, now)
            replace(fresh, folder / folders.DATABASE)
            key_slots.write(folder, slots)
        _note_restored(file, folder, now)
    except OSError as error:
        raise failure(error, folder) from error
    finally:
        lock.release()
    return aside


def _slots_and_key(
    file: Path, folder: Path, secret: str, *, by_recovery_code: bool
) -> tuple[KeySlots, bytes]:
    then = backup_file.read_slots(file)
    with contextlib.suppress(KapjournalError):
        now = replacing.chosen_of(folder, key_slots.read(folder))
        if (now.journal_id, now.key_id) == (then.journal_id, then.key_id):
            return now, key_by(now, secret, by_recovery_code=by_recovery_code)
    key = key_by(then, secret, by_recovery_code=by_recovery_code)
    with contextlib.suppress(KeySlotsDamagedError):
        # The file of slots counts on, so that a copy of the damaged one never counts for newer.
        return _counting_on(then, key_slots.read(folder)), key
    return then, key


def _counting_on(then: KeySlots, now: KeySlots) -> KeySlots:
    from dataclasses import replace as replaced

    return replaced(then, seq=max(then.seq, now.seq))


def _set_aside(folder: Path, now: datetime) -> Path:
    """Move the files of a damaged journal into a folder of their own: something may still be read out of them."""
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-damaged"
    aside, number = folder / folders.BACKUPS / stamp, 1
    while aside.exists():
        number += 1
        aside = aside.with_name(f"{stamp}-{number}")
    aside.mkdir(mode=0o700, parents=True)
    for name in (key_slots.NAME, key_slots.MIRROR):
        try:
            slots = read_file(folder / name, key_slots.MOST_BYTES)
        except (FileMissingError, FileTooLargeError):
            # What cannot be read goes as it is, so that new ones find their place free.
            with contextlib.suppress(FileNotFoundError):
                (folder / name).rename(aside / name)
        else:
            (aside / name).write_bytes(slots)
    for name in (f"{folders.DATABASE}-journal", folders.DATABASE):
        with contextlib.suppress(FileNotFoundError):
            (folder / name).rename(aside / name)
    sync_folder(aside)
    return aside
