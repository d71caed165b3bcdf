"""A backup of the journal as the person sees it: when, why, where, and when it was proved by what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class BackupReason(StrEnum):
    """Why a backup was made."""

    AUTOMATIC = "auto"
    LOCK = "lock"
    ASKED = "asked"
    MIGRATION = "migration"
    IMPORT = "import"
    DELETION = "deletion"
    RESTORE = "restore"
    NEW_KEY = "new-key"


class ProvedBy(StrEnum):
    """What proved that a backup holds what it should."""

    COMPARED = "compared"
    """Opened, checked, and compared row by row with the journal when it was made."""
    CHECKED = "checked"
    """Opened and checked again later, its rows compared with what was noted when it was made."""
    RESTORED = "restored"
    """Restored."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup; the same one may lie in the journal's own folder of backups and in the second folder."""

    sequence: int
    made: datetime
    reason: BackupReason
    size: int
    here: Path | None = None
    second: Path | None = None
    proved: datetime | None = None
    proved_by: ProvedBy | None = None
    other_passphrase: bool = False
    """Made before the passphrase or the recovery code was changed: it opens with those of its time."""
    other_key: bool = False
    """Made before the journal was encrypted anew: a restore asks for the passphrase of its time."""

    @property
    def path(self) -> Path:
        """Where it is read from."""
        found = self.here or self.second
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class SecondFolder:
    """A second place for backups: a stick, a synced folder."""

    path: Path
    present: bool
    last_copy: datetime | None
