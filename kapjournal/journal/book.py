"""How anything in a journal changes: the stores, the history and the listeners in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from kapjournal.clock import Clock
from kapjournal.domain.changes import Changes
from kapjournal.domain.entry import NEVER, NEW, Entry
from kapjournal.domain.kinds import Kind
from kapjournal.storage import snapshots
from kapjournal.storage.check_ins import CheckInStore
from kapjournal.storage.courses import CourseStore
from kapjournal.storage.engine import Database, Transaction
from kapjournal.storage.events import EventStore
from kapjournal.storage.fragments import FragmentStore
from kapjournal.storage.history import History
from kapjournal.storage.kap_sessions import KapSessionStore
from kapjournal.storage.measures import MeasureStore
from kapjournal.storage.own_prompts import OwnPromptStore, PromptPackStore
from kapjournal.storage.persons import PersonStore
from kapjournal.storage.practices import PracticeDayStore, PracticeStore
from kapjournal.storage.prompts import PromptMarkStore
from kapjournal.storage.reflections import ReflectionStore
from kapjournal.storage.scale_choices import ScaleChoiceStore, ScaleFileStore
from kapjournal.storage.scale_forms import ScaleFormStore
from kapjournal.storage.shares import ShareStore, SummaryChoiceStore, TalkingPointsStore
from kapjournal.storage.store import Store
from kapjournal.storage.support_plans import SupportPlanStore

T = TypeVar("T")
E = TypeVar("E", bound=Entry)
R = TypeVar("R")
Heard = Callable[[Changes], None]


@dataclass(frozen=True, slots=True)
class Stores:
    """One store for each kind of record."""

    check_ins: CheckInStore = field(default_factory=CheckInStore)
    reflections: ReflectionStore = field(default_factory=ReflectionStore)
    fragments: FragmentStore = field(default_factory=FragmentStore)
    kap_sessions: KapSessionStore = field(default_factory=KapSessionStore)
    events: EventStore = field(default_factory=EventStore)
    scale_forms: ScaleFormStore = field(default_factory=ScaleFormStore)
    scale_files: ScaleFileStore = field(default_factory=ScaleFileStore)
    scale_choices: ScaleChoiceStore = field(default_factory=ScaleChoiceStore)
    support_plans: SupportPlanStore = field(default_factory=SupportPlanStore)
    courses: CourseStore = field(default_factory=CourseStore)
    measures: MeasureStore = field(default_factory=MeasureStore)
    marks: PromptMarkStore = field(default_factory=PromptMarkStore)
    persons: PersonStore = field(default_factory=PersonStore)
    shares: ShareStore = field(default_factory=ShareStore)
    choice: SummaryChoiceStore = field(default_factory=SummaryChoiceStore)
    talking_points: TalkingPointsStore = field(default_factory=TalkingPointsStore)
    practices: PracticeStore = field(default_factory=PracticeStore)
    practice_days: PracticeDayStore = field(default_factory=PracticeDayStore)
    own_prompts: OwnPromptStore = field(default_factory=OwnPromptStore)
    packs: PromptPackStore = field(default_factory=PromptPackStore)

    def by_kind(self) -> dict[Kind, Store[Any]]:
        """Give the store of each kind that the history keeps."""
        return {
            Kind.CHECK_IN: self.check_ins,
            Kind.REFLECTION: self.reflections,
            Kind.FRAGMENT: self.fragments,
            Kind.KAP_SESSION: self.kap_sessions,
            Kind.EVENT: self.events,
            Kind.SCALE: self.scale_forms,
            Kind.SCALE_FILE: self.scale_files,
            Kind.SCALE_CHOICE: self.scale_choices,
            Kind.SUPPORT_PLAN: self.support_plans,
            Kind.COURSE: self.courses,
            Kind.MEASURE: self.measures,
            Kind.PROMPT: self.marks,
            Kind.PERSON: self.persons,
            Kind.SHARE: self.shares,
            Kind.TALKING_POINTS: self.talking_points,
            Kind.PRACTICE: self.practices,
            Kind.PRACTICE_DAY: self.practice_days,
            Kind.OWN_PROMPT: self.own_prompts,
            Kind.PROMPT_PACK: self.packs,
        }


class Edit:
    """One change in the making: everything written through it is one transaction and one step."""

    def __init__(self, book: Book, tx: Transaction, by: str) -> None:
        self.tx = tx
        self.touched: set[tuple[Kind, int]] = set()
        self._book = book
        self._by = by
        self._step: int | None = None
        self._now = book.now()

    def keep(self, kind: Kind, record: R, id: int, *, folding: bool = False) -> R:  # noqa: A002
        """Write a record over what is there, or as a new one (id NEW)."""
        store: Store[R] = self._book.by_kind[kind]
        before = None
        if id == NEW:
            id = store.next_id(self.tx)  # noqa: A001
        else:
            before = store.read(self.tx, id)
        record = snapshots.cleaned(self._stamped(record, before, id))
        if before == record:
            return record
        store.write(self.tx, record, id)
        history = self._book.history
        # A new record has no version yet that it could be folded into.
        if before is None or not folding or not history.folds(self.tx, kind, id, self._now, self._by):
            self._note(kind, id, before)
        self.touched.add((kind, id))
        return record

    def write_down(self, kind: Kind, record: R) -> R:
        """Write a new record of what was done outside the journal, which no undo takes back."""
        store: Store[R] = self._book.by_kind[kind]
        id_ = store.next_id(self.tx)
        record = snapshots.cleaned(self._stamped(record, None, id_))
        store.write(self.tx, record, id_)
        self.touched.add((kind, id_))
        return record

    def remove(self, kind: Kind, id: int) -> None:  # noqa: A002
        """Take a record out; undoing the step puts it back. Raises KeyError where there is none."""
        store: Store[Any] = self._book.by_kind[kind]
        before = store.read(self.tx, id)
        if before is None:
            raise KeyError(id)
        self._note(kind, id, before)
        store.remove(self.tx, id)
        self.touched.add((kind, id))

    def _stamped(self, record: R, before: R | None, id: int) -> R:  # noqa: A002
        if not isinstance(record, Entry):
            return replace(record, id=id) if hasattr(record, "id") else record  # type: ignore[type-var]
        written = record.written
        if isinstance(before, Entry):
            written = before.written
            if replace(record, id=id, written=written, edited=before.edited) == before:
                return before
        elif written == NEVER:
            written = self._now
        return replace(record, id=id, written=written, edited=self._now)

    def _note(self, kind: Kind, id: int, before: object) -> None:  # noqa: A002
        history = self._book.history
        if self._step is None:
            self._step = history.begin(self.tx, self._now, self._by)
        history.note(self.tx, self._step, kind, id, before, self._now)


class Book:
    """The open database with its stores, its history and whoever listens."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock
        self.stores = Stores()
        self.by_kind = self.stores.by_kind()
        self.history = History(self.by_kind)
        self.changes_made = 0
        """Counts up with each change, so that what was read before can be told from what is.

        What is only chosen for a summary changes nothing that anybody reads.
        """
        self._listeners: list[Heard] = []

    def now(self) -> datetime:
        """The present, in UTC."""
        return self.clock.now().astimezone(UTC)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Look at the journal."""
        with self.database.reading() as tx:
            yield tx

    def edit(self, by: str, work: Callable[[Edit], T]) -> T:
        """Do `work` as one transaction and one step, then tell who listens."""

        def attempt(tx: Transaction) -> tuple[T, Edit]:
            edit = Edit(self, tx, by)
            return work(edit), edit

        result, edit = self.database.change(attempt)
        self.tell(frozenset(edit.touched), by)
        return result

    def keep(self, kind: Kind, record: E, by: str) -> E:
        """Write one entry; what one sitting keeps again and again is one step."""
        return self.edit(by, lambda edit: edit.keep(kind, record, record.id, folding=True))

    def get(self, store: Store[R], id: int) -> R:  # noqa: A002
        """Read one record. Raises KeyError."""
        with self.database.reading() as tx:
            found = store.read(tx, id)
        if found is None:
            raise KeyError(id)
        return found

    def tell(self, touched: frozenset[tuple[Kind, int]], by: str) -> Changes:
        """Tell who listens what changed; nobody hears of nothing."""
        changes = Changes(touched, by)
        if touched:
            self.changes_made += changes.kinds != {Kind.SUMMARY_CHOICE}
            for heard in tuple(self._listeners):
                heard(changes)
        return changes

    def listen(self, heard: Heard) -> Callable[[], None]:
        """Hear of every change, until the function that this returns is called."""
        self._listeners.append(heard)

        def stop() -> None:
            if heard in self._listeners:
                self._listeners.remove(heard)

        return stop
