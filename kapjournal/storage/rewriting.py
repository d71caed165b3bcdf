"""The whole database written anew, proved and exchanged: under another key, or to be rid of a damaged unused page."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path
from typing import Any

from kapjournal.domain.backup import BackupReason
from kapjournal.errors import KapjournalError
from kapjournal.storage import backups, copies, key_slots, keys, proving, recovery_code, replacing
from kapjournal.storage.key_slots import KeySlots
from kapjournal.storage.keys import KdfCost, SlotKind
from kapjournal.storage.progress import Telling
from kapjournal.storage.vault import Vault


def encrypt_anew(
    opened: Vault,
    passphrase: str,
    new_passphrase: str,
    now: datetime,
    tell: Telling,
    cost: KdfCost | None = None,
) -> str:
    """Encrypt the journal under a new key, which only a new passphrase and a new code open; return the code.

    Slots of before, wherever someone keeps them, open nothing of it any more. A backup is made before and after.
    Raises WrongPassphraseError, EmptyPassphraseError, DiskFullError, FolderNotWritableError, JournalDamagedError,
    CancelledError; then everything opens as before.
    """
    now_slots = replacing.settled(opened.folder, key_slots.read(opened.folder))
    key_slots.open_by_passphrase(now_slots, passphrase)
    cost = cost or now_slots.of_kind(SlotKind.PASSPHRASE)[0].cost or KdfCost()
    key, secret = keys.new_key(), recovery_code.new_secret()
    then = KeySlots(now_slots.journal_id, key_slots.key_id_of(key), 0, ())
    then = then.with_slot(key_slots.passphrase_slot(then, key, new_passphrase, cost))
    then = then.with_slot(key_slots.recovery_slot(then, key, secret))
    with opened.database.holding(), copies.unfinished(opened.folder, "new-key") as fresh:
        backups.make(opened.source, BackupReason.NEW_KEY, now, tell.part(0.0, 0.3))
        digest_by = proving.digest_key(opened.key)
        with opened.database.alone() as driver, tell.part(0.3, 0.6).inside(driver):
            _export(driver, fresh, key)
            wanted = proving.digest(driver, digest_by, tell.part(0.4, 0.5))
        copies.settle(fresh)
        proving.prove_file(fresh, key, digest_by, wanted, tell.part(0.5, 0.7), search=True)

        def put() -> bytes:
            replacing.put(opened.folder, fresh, now_slots, then)
            return key

        opened.database.exchange(put)
        opened.key = key
    with contextlib.suppress(KapjournalError):  # the journal is whole without it, and the next one is due
        backups.make(opened.source, BackupReason.NEW_KEY, now, Telling(None))
    return recovery_code.spell(secret)


def _export(driver: Any, target: Path, key: bytes) -> None:
    driver.execute(f"ATTACH DATABASE ? AS fresh KEY \"x'{key.hex()}'\"", (str(target),))
    try:
        driver.execute("SELECT sqlcipher_export('fresh')").fetchall()
        schema = driver.execute("PRAGMA main.user_version").fetchone()[0]
        driver.execute(f"PRAGMA fresh.user_version = {int(schema)}")
    finally:
        driver.execute("DETACH DATABASE fresh")


def repair_by_copy(opened: Vault, now: datetime, tell: Telling) -> None:
    """Write the database anew without its unused pages, which a power cut may leave torn; nothing is lost by it.

    Raises DiskFullError, FolderNotWritableError, JournalDamagedError (content is damaged too: restore a backup),
    CancelledError; then everything is as before.
    """
    with opened.database.holding(), copies.unfinished(opened.folder, "repair") as fresh:
        digest_by = proving.digest_key(opened.key)
        copied = copies.copy(opened.database, fresh, digest_by, tell.part(0.0, 0.4))
        proving.prove_file(fresh, opened.key, digest_by, copied.digest, tell.part(0.4, 0.8), search=True)

        def put() -> bytes:
            replacing.put(opened.folder, fresh, key_slots.read(opened.folder))
            return opened.key

        opened.database.exchange(put)
    with contextlib.suppress(KapjournalError):
        backups.make(opened.source, BackupReason.AUTOMATIC, now, tell.part(0.8, 1.0))
