"""Backups: each opened, checked and compared with the journal before it counts; only then are old ones thinned."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kapjournal.domain.backup import Backup, BackupReason, ProvedBy
from kapjournal.errors import (
    FolderNotWritableError,
    JournalDamagedError,
    KapjournalError,
    NotThatKindOfFileError,
    WrongPassphraseError,
)
from kapjournal.storage import backup_file, copies, key_slots, meta, proofs, proving, rotation, second_folder
from kapjournal.storage.atomic import failure
from kapjournal.storage.backup_file import SUFFIX, Manifest
from kapjournal.storage.engine import Database
from kapjournal.storage.folder import BACKUPS, is_journal
from kapjournal.storage.key_slots import KeySlots
from kapjournal.storage.progress import Telling
from kapjournal.storage.proofs import Proof
from kapjournal.storage.rotation import Mark

WAIT = timedelta(minutes=30)
_NAME = re.compile(r"\d{8}T\d{6}Z-(\d{6,})-[a-z-]+\.kapbackup")


@dataclass(frozen=True, slots=True)
class Source:
    """What is backed up."""

    folder: Path
    database: Database
    key: bytes


def make(
    source: Source, reason: BackupReason, now: datetime, tell: Telling, to: Path | None = None
) -> Backup:
    """Make a backup; `to` names a file elsewhere, which no rotation ever touches.

    Raises DiskFullError, FolderNotWritableError, JournalDamagedError, KeySlotsDamagedError, CancelledError; then
    nothing is left of it, and nothing was thinned.
    """
    place = source.folder / BACKUPS
    if to is not None and is_journal(to.resolve().parent):
        raise FolderNotWritableError(to)  # a name that is mistyped there would cost the journal
    try:
        place.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise failure(error, place) from error
    slots = key_slots.read(source.folder)
    second = _second(source.database)
    with copies.unfinished(place, "backup") as copy:
        digest_by = proving.digest_key(source.key)
        copied = copies.copy(source.database, copy, digest_by, tell.part(0.0, 0.4))
        proving.prove_file(copy, source.key, digest_by, copied.digest, tell.part(0.4, 0.8))
        manifest = Manifest(
            journal_id=slots.journal_id,
            key_id=slots.key_id,
            sequence=_next(place, second),
            made=now.astimezone(UTC),
            reason=reason,
            schema=copied.schema,
            saves=copied.saves,
            digest=copied.digest,
        )
        path = to or place / _name(manifest)
        backup_file.write(path, manifest, slots.portable, copy, tell.part(0.8, 1.0))
    backup = _described(path, manifest, None, slots, slots)
    if to is not None:
        return backup
    # Numbers begin anew where all backups were taken away; what was noted of an earlier holder does not hold.
    proofs.note(place, manifest.sequence, None)
    copied_to = second_folder.bring(source.database, path, now)
    thin(place, slots)
    if copied_to is not None:
        thin(copied_to.parent, slots)
    return replace(backup, second=copied_to)


def due(source: Source, now: datetime, *, waiting: bool) -> bool:
    """Whether anything changed since the newest backup; where `waiting`, also whether half an hour has passed."""
    with source.database.alone() as driver:
        saves = meta.saves(driver)
    for path in sorted(_ours(source.folder / BACKUPS), key=_sequence, reverse=True):
        try:
            manifest, slots = backup_file.read_manifest(path), backup_file.read_slots(path)
        except KapjournalError:
            continue
        changed = manifest.saves != saves or slots.slots != key_slots.read(source.folder).portable.slots
        # A clock that was set back must not stop backups: a moment still to come is no moment to wait for.
        early = timedelta(0) <= now.astimezone(UTC) - manifest.made < WAIT
        return changed and not (waiting and early)
    return saves > 0


def listed(source: Source) -> tuple[Backup, ...]:
    """Every backup of this journal in both places, the newest first."""
    slots = key_slots.read(source.folder)
    found: dict[str, Backup] = {}
    for backup in in_folder(source.folder / BACKUPS, slots):
        found[backup.path.name] = backup
    second = _second(source.database)
    for backup in () if second is None else in_folder(second, slots):
        there = found.get(backup.path.name)
        found[backup.path.name] = (
            replace(backup, here=None, second=backup.path)
            if there is None
            else replace(there, second=backup.path)
        )
    return tuple(sorted(found.values(), key=lambda backup: (backup.sequence, backup.made), reverse=True))


def in_folder(place: Path, slots: KeySlots | None) -> list[Backup]:
    """The backups that lie in a folder; only those of the journal of `slots`, where that is known."""
    noted = proofs.read(place)
    found = []
    for path in _ours(place):
        try:
            manifest, of_then = backup_file.read_manifest(path), backup_file.read_slots(path)
        except KapjournalError:
            continue
        if slots is None or manifest.journal_id == slots.journal_id:
            found.append(_described(path, manifest, noted.get(manifest.sequence), of_then, slots))
    return found


def newest_proved(folder: Path) -> Path | None:
    """The newest proved backup of a journal that may not open."""
    found = [backup for backup in in_folder(folder / BACKUPS, None) if backup.proved is not None]
    return max(found, key=lambda backup: backup.sequence).path if found else None


def prove(source: Source, backup: Backup, now: datetime, tell: Telling) -> Backup:
    """Open a backup again, check it, compare its rows with the digest noted at its making; note the outcome."""
    place = backup.path.parent
    manifest = backup_file.read_manifest(backup.path)
    if manifest.key_id != key_slots.key_id_of(source.key):
        raise WrongPassphraseError
    try:
        with copies.unfinished(source.folder / BACKUPS, "prove") as copy:
            backup_file.extract_database(backup.path, copy, tell.part(0.0, 0.3))
            proving.prove_file(
                copy, source.key, proving.digest_key(source.key), manifest.digest, tell.part(0.3, 1.0)
            )
    except (JournalDamagedError, NotThatKindOfFileError):
        proofs.note(place, backup.sequence, Proof(now.astimezone(UTC), None))
        raise
    proof = Proof(now.astimezone(UTC), ProvedBy.CHECKED)
    proofs.note(place, backup.sequence, proof)
    return replace(backup, proved=proof.at, proved_by=proof.by)


def thin(place: Path, slots: KeySlots) -> None:
    """Remove what the rotation lets go."""
    there = in_folder(place, slots)
    marks = [Mark(b.sequence, b.made.date(), b.size, b.proved is not None) for b in there]
    stays = rotation.staying(marks)
    _remove(backup.path for backup in there if backup.sequence not in stays)


def erase(chosen: Sequence[Backup]) -> None:
    """Erase backups for good, in both places."""
    _remove(path for backup in chosen for path in (backup.here, backup.second) if path is not None)


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise failure(error, path) from error


def _described(
    path: Path, manifest: Manifest, proof: Proof | None, of_then: KeySlots, now: KeySlots | None
) -> Backup:
    secrets = {(slot.kind, slot.id) for slot in now.slots} if now is not None else set()
    return Backup(
        sequence=manifest.sequence,
        made=manifest.made,
        reason=manifest.reason,
        size=path.stat().st_size,
        here=path,
        # It got its name only after it had been compared.
        proved=manifest.made if proof is None else proof.at if proof.by is not None else None,
        proved_by=ProvedBy.COMPARED if proof is None else proof.by,
        other_passphrase=now is not None and any((s.kind, s.id) not in secrets for s in of_then.slots),
        other_key=now is not None and now.key_id != manifest.key_id,
    )


def _name(manifest: Manifest) -> str:
    return f"{manifest.made:%Y%m%dT%H%M%SZ}-{manifest.sequence:06}-{manifest.reason.value}{SUFFIX}"


def _ours(place: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return [path for path in place.iterdir() if _NAME.fullmatch(path.name)]
    return []


def _sequence(path: Path) -> int:
    found = _NAME.fullmatch(path.name)
    return int(found[1]) if found else 0


def _second(database: Database) -> Path | None:
    place = second_folder.chosen(database)
    return place.path if place is not None and place.present else None


def _next(place: Path, second: Path | None) -> int:
    paths = [*_ours(place), *(_ours(second) if second is not None else ())]
    return 1 + max((_sequence(path) for path in paths), default=0)
