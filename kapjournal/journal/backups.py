"""Backups of a journal: made, listed, proved, restored; everything here may run in a worker."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kapjournal.clock import Clock
from kapjournal.domain.backup import Backup, BackupReason, SecondFolder
from kapjournal.storage import backup_file, backups, restoring, second_folder
from kapjournal.storage.progress import Progress, Telling
from kapjournal.storage.vault import Vault


class Backups:
    """The backups of an open journal. `progress` hears a share of 1 and answers whether to go on."""

    def __init__(self, opened: Vault, clock: Clock) -> None:
        self._vault = opened
        self._clock = clock

    def make(
        self,
        reason: BackupReason = BackupReason.ASKED,
        progress: Progress | None = None,
        *,
        to: Path | None = None,
    ) -> Backup:
        """Make a backup now, proved before it counts; `to` names a file of the person's own choice.

        Raises DiskFullError, FolderNotWritableError, JournalDamagedError, CancelledError; then nothing is left of it,
        and the ones before stay.
        """
        return backups.make(self._vault.source, reason, self._clock.now(), Telling(progress), to)

    def make_if_due(
        self, reason: BackupReason = BackupReason.AUTOMATIC, progress: Progress | None = None
    ) -> Backup | None:
        """Make a backup if something changed since the last one and half an hour has passed.

        With any reason but AUTOMATIC (on lock) the half hour is not waited for.
        """
        if not self.due(reason):
            return None
        return self.make(reason, progress)

    def due(self, reason: BackupReason = BackupReason.AUTOMATIC) -> bool:
        """Whether `make_if_due` would make one; quick."""
        return backups.due(self._vault.source, self._clock.now(), waiting=reason is BackupReason.AUTOMATIC)

    def all(self) -> tuple[Backup, ...]:
        """Every backup in both places, the newest first."""
        return backups.listed(self._vault.source)

    def prove(self, backup: Backup, progress: Progress | None = None) -> Backup:
        """Open and check a backup again, and note that it was proved.

        Raises JournalDamagedError, NotThatKindOfFileError, FileMissingError, DiskFullError, CancelledError, and
        WrongPassphraseError for one that was made before the journal was encrypted anew.
        """
        return backups.prove(self._vault.source, backup, self._clock.now(), Telling(progress))

    def erase(self, chosen: Sequence[Backup]) -> None:
        """Erase backups for good, in both places."""
        backups.erase(chosen)

    @property
    def second_folder(self) -> SecondFolder | None:
        """The second place, whether it is here now, and of when its last copy is."""
        return self._vault.second_folder()

    def use_second_folder(self, path: Path | None) -> None:
        """Choose the second place, or none; what lies there stays. Raises FolderNotWritableError."""
        second_folder.choose(self._vault.database, path)

    def restore(
        self,
        file: Path,
        progress: Progress | None = None,
        *,
        secret: str | None = None,
        by_recovery_code: bool = False,
    ) -> None:
        """Put a backup in the place of this journal, which becomes a backup first; then this journal is closed.

        Unlock it again afterwards: with the passphrase of now, or, where a `secret` was needed (the backup's
        `other_key`), with that of then. Raises WrongPassphraseError (a secret is needed), JournalDamagedError,
        NotThatKindOfFileError, FileMissingError, NewerJournalError, DiskFullError, FolderNotWritableError,
        CancelledError; then this journal is open as before.
        """
        restoring.replace_open(
            self._vault, file, secret, self._clock.now(), Telling(progress), by_recovery_code=by_recovery_code
        )


def check_backup_file(file: Path) -> None:
    """Refuse a file that is no backup. Raises FileMissingError, NotThatKindOfFileError, KeySlotsDamagedError."""
    backup_file.read_manifest(file)
    backup_file.read_slots(file)


def restore_new(
    file: Path,
    folder: Path,
    secret: str,
    clock: Clock,
    progress: Progress | None = None,
    *,
    by_recovery_code: bool = False,
) -> None:
    """Make a journal of a backup in a new or empty folder; it opens with the secrets of the backup's time.

    Raises JournalExistsError, NotAJournalFolderError, WrongPassphraseError, EmptyPassphraseError,
    MistypedRecoveryCodeError, WrongRecoveryCodeError, JournalDamagedError, KeySlotsDamagedError, NewerJournalError,
    NotThatKindOfFileError, FileMissingError, DiskFullError, FolderNotWritableError, CancelledError; then no journal is
    there.
    """
    tell = Telling(progress)
    restoring.into_new(file, folder, secret, clock.now(), tell, by_recovery_code=by_recovery_code)


def restore_damaged(
    file: Path,
    folder: Path,
    secret: str,
    clock: Clock,
    progress: Progress | None = None,
    *,
    by_recovery_code: bool = False,
) -> Path:
    """Put a backup in the place of a journal that does not open; return the folder that keeps the damaged files.

    Raises what `restore_new` raises, and JournalInUseError; then the damaged journal is as it was.
    """
    tell = Telling(progress)
    return restoring.replace_damaged(
        file, folder, secret, clock.now(), tell, by_recovery_code=by_recovery_code
    )
