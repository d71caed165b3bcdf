"""An open journal."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kapjournal.clock import Clock
from kapjournal.domain.backup import BackupReason
from kapjournal.domain.changes import Changes, StepFacts
from kapjournal.domain.kinds import Kind
from kapjournal.errors import UserError
from kapjournal.journal.backups import Backups
from kapjournal.journal.book import Book, Heard
from kapjournal.journal.check_ins import CheckIns
from kapjournal.journal.courses import Courses
from kapjournal.journal.drafts import Drafts
from kapjournal.journal.events import Events
from kapjournal.journal.fragments import Fragments
from kapjournal.journal.imports import Imports
from kapjournal.journal.kap_sessions import KapSessions
from kapjournal.journal.keys import Keys
from kapjournal.journal.measures import Measures
from kapjournal.journal.own_prompts import OwnPrompts
from kapjournal.journal.persons import Persons
from kapjournal.journal.pictures import Pictures
from kapjournal.journal.practices import Practices
from kapjournal.journal.prompts import Prompts
from kapjournal.journal.reflections import Reflections
from kapjournal.journal.scales import Scales
from kapjournal.journal.shares import Shares
from kapjournal.journal.support_plans import SupportPlans
from kapjournal.journal.timeline import Timeline
from kapjournal.storage import erasing, meta, rewriting, vault, verify
from kapjournal.storage import folder as folders
from kapjournal.storage.engine import Transaction
from kapjournal.storage.failures import LinkedRecordError
from kapjournal.storage.history import Reverted
from kapjournal.storage.keys import KdfCost
from kapjournal.storage.progress import Progress, Telling
from kapjournal.storage.vault import Vault
from kapjournal.storage.verify import Verification

if TYPE_CHECKING:
    from kapjournal.journal.summaries import Summaries


def is_journal(folder: Path) -> bool:
    """Whether there is a journal in a folder, whole or damaged."""
    return folders.is_journal(folder)


class Journal:
    """Everything that a person can do with a journal that is open."""

    def __init__(self, opened: Vault, clock: Clock) -> None:
        self.folder = opened.folder
        self.clock = clock
        self._vault = opened
        book = self._book = Book(opened.database, clock)
        self.check_ins = CheckIns(book)
        self.reflections = Reflections(book)
        self.fragments = Fragments(book)
        self.kap_sessions = KapSessions(book)
        self.courses = Courses(book)
        self.drafts = Drafts(book)
        self.events = Events(book)
        self.scales = Scales(book)
        self.support_plan = SupportPlans(book)
        self.measures = Measures(book)
        self.pictures = Pictures(book)
        self.prompts = Prompts(book)
        self.own_prompts = OwnPrompts(book)
        self.practices = Practices(book)
        self.shares = Shares(book)
        self.person = Persons(book)
        self.timeline = Timeline(book)
        self.backups = Backups(opened, clock)
        self.imports = Imports(book, self._back_up_before_import)
        self.keys = Keys(opened, clock)

    def _back_up_before_import(self, progress: Progress) -> None:
        if self.timeline.first_day() is not None:
            self.backups.make_if_due(BackupReason.IMPORT, progress)

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, clock: Clock, *, cost: KdfCost | None = None
    ) -> tuple[Journal, str]:
        """Make a journal, and return it with its recovery code; takes long on purpose, may run in a worker.

        Raises EmptyPassphraseError, JournalExistsError, NotAJournalFolderError, FolderNotWritableError, DiskFullError,
        JournalInUseError, NotEnoughMemoryError; then no journal is there.
        """
        opened, code = vault.create(folder, passphrase, clock.now(), cost or KdfCost())
        return cls(opened, clock), code

    @classmethod
    def unlock(
        cls,
        folder: Path,
        secret: str,
        clock: Clock,
        *,
        by_recovery_code: bool = False,
        taking_over: bool = False,
    ) -> Journal:
        """Open a journal; takes long on purpose, may run in a worker.

        Raises JournalMissingError, NotAJournalFolderError, JournalInUseError, KeySlotsDamagedError,
        EmptyPassphraseError, WrongPassphraseError, MistypedRecoveryCodeError, WrongRecoveryCodeError,
        NotEnoughMemoryError, JournalDamagedError, NewerJournalError, FolderNotWritableError, DiskFullError, and
        LeftOpenElsewhereError unless the person says that it is not open there (`taking_over`).
        """
        with vault.offering_a_backup(folder):
            opened = vault.unlock(
                folder, secret, clock.now(), by_recovery_code=by_recovery_code, taking_over=taking_over
            )
        return cls(opened, clock)

    @classmethod
    def unlock_by_keychain(cls, folder: Path, clock: Clock) -> Journal:
        """Open a journal by what this computer's keychain holds; may wait for the person, so in a worker.

        Raises KeychainGaveNothingError, and what `unlock` raises of the journal itself.
        """
        with vault.offering_a_backup(folder):
            return cls(vault.unlock_by_keychain(folder, clock.now()), clock)

    @classmethod
    def unlock_to_read(
        cls, folder: Path, secret: str, clock: Clock, *, by_recovery_code: bool = False
    ) -> Journal:
        """Open a journal that another window holds, or that cannot be written, only to read it.

        Every change of it raises OnlyToReadError. Raises what `unlock` raises.
        """
        with vault.offering_a_backup(folder):
            return cls(vault.unlock_to_read(folder, secret, by_recovery_code=by_recovery_code), clock)

    @property
    def read_only(self) -> bool:
        """Whether it was opened only to read."""
        return self._vault.read_only

    @contextlib.contextmanager
    def one_look(self) -> Iterator[None]:
        """Read several things as they are at one moment, in one transaction; nothing is changed meanwhile."""
        with self._book.reading():
            yield

    @property
    def refused(self) -> int:
        """How many changes could not be kept since it was opened."""
        return self._book.database.refused

    @property
    def saves(self) -> int:
        """How often it was changed; fewer than at an earlier opening means that an older copy was put in its place."""
        with self._book.database.alone() as driver:
            return meta.saves(driver)

    @property
    def changes_made(self) -> int:
        """Counts up with each change that is made here, so that what was read before can be told from what is."""
        return self._book.changes_made

    @functools.cached_property
    def summaries(self) -> Summaries:
        """What a summary reads and records; its libraries load at the first use."""
        from kapjournal.journal.summaries import Summaries

        return Summaries(self._book)

    def listen(self, heard: Heard) -> Callable[[], None]:
        """Hear of every change, until the function that this returns is called."""
        return self._book.listen(heard)

    def step(self) -> int:
        """Return the number of the latest step that was not undone; 0 where there is none."""
        with self._book.reading() as tx:
            return self._book.history.latest(tx) or 0

    def undo(self, progress: Progress | None = None) -> Changes | None:
        """Revert the latest step that was not undone; None where there is none. Raises CancelledError."""
        tell = Telling(progress)
        history = self._book.history
        return self._revert(history.latest, lambda tx, step: history.undo(tx, step, tell))

    def redo(self, progress: Progress | None = None) -> Changes | None:
        """Do again what was undone last; None where there is nothing. Raises CancelledError."""
        tell = Telling(progress)
        history = self._book.history
        return self._revert(history.latest_undone, lambda tx, step: history.redo(tx, step, tell))

    def to_undo(self) -> StepFacts | None:
        """Say what `undo` would take back; None where there is nothing."""
        return self._facts(self._book.history.latest)

    def to_redo(self) -> StepFacts | None:
        """Say what `redo` would do again; None where there is nothing."""
        return self._facts(self._book.history.latest_undone)

    def _facts(self, find: Callable[[Transaction], int | None]) -> StepFacts | None:
        with self._book.reading() as tx:
            step = find(tx)
            return None if step is None else self._book.history.facts(tx, step)

    def undo_step(self, step: int, progress: Progress | None = None) -> bool:
        """Undo one step, if its records were not changed since and nothing else rests on them.

        Raises CancelledError; then all of it stands as before.
        """
        history = self._book.history
        tell = Telling(progress)

        def find(tx: Transaction) -> int | None:
            return step if history.can_undo_alone(tx, step) else None

        try:
            return self._revert(find, lambda tx, step: history.undo(tx, step, tell)) is not None
        except LinkedRecordError:
            return False

    def undo_all_of(self, kind: Kind, id: int) -> bool:  # noqa: A002
        """Undo every step that made a record, as if it had never been; False where something else rests on it.

        Each can be done again, as what was undone alone.
        """
        history = self._book.history

        def work(tx: Transaction) -> frozenset[tuple[Kind, int]]:
            touched: set[tuple[Kind, int]] = set()
            for step in history.steps_of(tx, kind, id):
                if not history.can_undo_alone(tx, step):
                    raise LinkedRecordError
                touched |= history.undo(tx, step).touched
            return frozenset(touched)

        try:
            touched = self._book.database.change(work)
        except LinkedRecordError:
            return False
        self._book.tell(touched, "")
        return bool(touched)

    def _revert(
        self, find: Callable[[Transaction], int | None], revert: Callable[[Transaction, int], Reverted]
    ) -> Changes | None:
        def work(tx: Transaction) -> Reverted | None:
            step = find(tx)
            return None if step is None else revert(tx, step)

        reverted = self._book.database.change(work)
        return None if reverted is None else self._book.tell(reverted.touched, "")

    def verify(self, progress: Callable[[float], bool] | None = None) -> Verification:
        """Prove that everything in the journal can be read; may run in a worker.

        Raises CancelledError.
        """
        return verify.prove(self._book.database, progress)

    def repair(self, progress: Progress | None = None) -> None:
        """Write the file anew without torn unused pages (`Verification.unused_pages`); may run in a worker.

        Raises DiskFullError, FolderNotWritableError, JournalDamagedError (restore a backup), CancelledError; then
        everything is as before.
        """
        rewriting.repair_by_copy(self._vault, self.clock.now(), Telling(progress))

    def export(self, folder: Path, progress: Progress | None = None) -> None:
        """Write everything into a new folder of plain files, Markdown, JSON, CSV and pictures; may run in a worker.

        Raises NotAJournalFolderError (it holds something else), DiskFullError, FolderNotWritableError, CancelledError.
        """
        from kapjournal.journal import plain_export

        plain_export.write(self._book, folder, Telling(progress))

    def erase(self, *, with_backups: bool) -> tuple[Path, ...]:
        """Erase the whole journal for good and close it, with its backups in both places or without any of them.

        Returns the places with backups that could not be reached. Raises FolderNotWritableError.
        """
        with contextlib.suppress(UserError):  # the slot goes in any case
            self.keys.forget_keychain()
        return erasing.erase(self._vault, with_backups=with_backups)

    def close(self) -> None:
        """Close the journal and let others open it; closing twice does nothing."""
        self._vault.close()
