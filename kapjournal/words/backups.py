"""Backups in words: why one was made, where it lies, what proved it."""

from __future__ import annotations

from datetime import datetime

from kapjournal.domain.backup import Backup, BackupReason, ProvedBy, SecondFolder
from kapjournal.words.dates import day_and_time_within, day_in_year, day_medium
from kapjournal.words.language import _

_TIME_COUNTS_DAYS = 3


def reason_words(reason: BackupReason) -> str:
    """'by itself, after changes'."""
    return {
        BackupReason.AUTOMATIC: _("by itself, after changes"),
        BackupReason.LOCK: _("on lock"),
        BackupReason.ASKED: _("asked for"),
        BackupReason.MIGRATION: _("before a new version"),
        BackupReason.IMPORT: _("before an import"),
        BackupReason.DELETION: _("before erasing much"),
        BackupReason.RESTORE: _("before a restore"),
        BackupReason.NEW_KEY: _("before a new key"),
    }[reason]


def place_words(backup: Backup, second: SecondFolder | None) -> str:
    """'this computer', 'both', or the name of the second folder."""
    if backup.here is not None:
        return _("this computer") if backup.second is None else _("both")
    return second.path.name if second is not None else _("second folder")


def proved_words(backup: Backup, now: datetime) -> str:
    """'today, 09:30', after some days the day alone, or that nothing proved it yet."""
    if backup.proved is None:
        return _("not proved yet")
    local = backup.proved.astimezone(now.tzinfo).date()
    if (now.date() - local).days <= _TIME_COUNTS_DAYS:
        return day_and_time_within(backup.proved, now)
    return day_in_year(local) if local.year == now.year else day_medium(local)


def proof_words(backup: Backup) -> str:
    """What proved it, as one sentence."""
    return {
        ProvedBy.COMPARED: _("Opened, checked, and compared row by row with the journal."),
        ProvedBy.CHECKED: _(
            "Opened and checked again, its rows compared with what was noted when it was made."
        ),
        ProvedBy.RESTORED: _("It was restored."),
        None: _("Nothing has proved it yet."),
    }[backup.proved_by]


def second_words(second: SecondFolder | None, now: datetime) -> str:
    """Where the second folder is and of when its last copy is; its absence is said, not warned about."""
    if second is None:
        return _("A stick or a synced folder keeps a copy if this computer is lost.")
    name = second.path.name or str(second.path)
    if second.last_copy is None:
        text = _("{name}. Nothing is there yet.") if second.present else _("{name}. It is not here now.")
        return text.format(name=name)
    local = second.last_copy.astimezone(now.tzinfo).date()
    day = day_in_year(local) if local.year == now.year else day_medium(local)
    if second.present:
        return _("{name}. Its last copy is of {day}.").format(name=name, day=day)
    return _("{name}. It is not here now; its last copy is of {day}.").format(name=name, day=day)
