"""What a person can do with a journal: one method is one transaction, one undo step and one message."""

from kapjournal.journal.backups import check_backup_file, restore_damaged, restore_new
from kapjournal.journal.journal import Journal, is_journal
from kapjournal.journal.keys import keychain_is_there, opens_by_keychain
from kapjournal.storage.keys import KdfCost
from kapjournal.storage.verify import Verification

__all__ = [
    "Journal",
    "KdfCost",
    "Verification",
    "check_backup_file",
    "is_journal",
    "keychain_is_there",
    "opens_by_keychain",
    "restore_damaged",
    "restore_new",
]
