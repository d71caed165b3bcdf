"""Taking entries in from elsewhere: all of a file or nothing, and nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.entry import NEVER, NEW
from kapjournal.domain.event import Event
from kapjournal.domain.importing import Importable, ImportBatch, ImportedEntry, ImportReport
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.kinds import Kind
from kapjournal.domain.measure import Measure
from kapjournal.journal.book import Book, Edit
from kapjournal.storage import entries, import_sources, search
from kapjournal.storage.engine import Transaction
from kapjournal.storage.progress import Progress, Telling

_TELL_EVERY = 50


@dataclass(frozen=True, slots=True)
class _Plan:
    """What of a batch is new."""

    entries: tuple[ImportedEntry, ...]
    measures: tuple[Measure, ...]
    report: ImportReport


class Imports:
    """Imports into a journal."""

    def __init__(self, book: Book, back_up: Callable[[Progress], object]) -> None:
        self._book = book
        self._back_up = back_up

    def rehearse(self, batch: ImportBatch, progress: Progress | None = None) -> ImportReport:
        """Say what an import would do, and do nothing. `progress` hears a share of 1 and may answer False.

        Raises CancelledError.
        """
        with self._book.reading() as tx:
            return self._plan(tx, batch, Telling(progress)).report

    def add(self, batch: ImportBatch, progress: Progress | None = None, by: str = "") -> ImportReport:
        """Add what is new in one transaction, as one step. `progress` hears a share of 1 and may answer False.

        What is there becomes a backup first. Raises CancelledError; then, as after any error, nothing was added; the
        backup, where it was whole by then, stays, and another attempt needs none.
        """
        tell = Telling(progress)
        tell(0.0)
        self._back_up(tell.part(0.0, 0.1).goes_on)

        def work(edit: Edit) -> ImportReport:
            plan = self._plan(edit.tx, batch, tell.part(0.1, 0.15))
            for measure in plan.measures:
                edit.keep(Kind.MEASURE, measure, NEW)
            adding, made = tell.part(0.15, 0.8), dict[str, int]()
            with search.together(edit.tx, tell.part(0.8, 0.97)):
                for number, imported in enumerate(plan.entries):
                    if number % _TELL_EVERY == 0:
                        adding(number / len(plan.entries))
                    kept = edit.keep(_kind_of(imported.entry), _as_written_then(imported.entry), NEW)
                    made[imported.source_key] = kept.id
            import_sources.keep(edit.tx, made, tell.part(0.97, 1.0))
            return plan.report

        return self._book.edit(by, work)

    def _plan(self, tx: Transaction, batch: ImportBatch, tell: Telling) -> _Plan:
        keys = (imported.source_key for imported in batch.entries)
        seen = set(import_sources.known(tx, keys, tell.part(0.0, 0.8)))
        tell(0.8)
        rows_met: set[int] = set()
        added = 0
        new: list[ImportedEntry] = []
        for imported in batch.entries:
            is_new = imported.source_key not in seen
            if is_new:
                seen.add(imported.source_key)
                new.append(imported)
            if imported.row not in rows_met:
                rows_met.add(imported.row)
                added += is_new
        there = self._book.stores.measures.keys(tx)
        measures = tuple(measure for measure in batch.measures if measure.key not in there)
        report = ImportReport(
            rows=batch.rows,
            added=added,
            already_there=len(rows_met) - added,
            refused=batch.refused,
            entries_made=len(new),
        )
        tell(0.9)
        # In order of time: the search takes words in ten times faster where places only grow.
        new.sort(key=lambda imported: entries.place_of(imported.entry.moment, NEW))
        return _Plan(tuple(new), measures, report)


def _as_written_then(entry: Importable) -> Importable:
    """What another program recorded was written at its own moment: bringing it here does not make it *added later*."""
    return replace(entry, written=entry.moment.instant) if entry.written == NEVER else entry


def _kind_of(entry: Importable) -> Kind:
    if isinstance(entry, CheckIn):
        return Kind.CHECK_IN
    if isinstance(entry, Event):
        return Kind.EVENT
    return Kind.KAP_SESSION if isinstance(entry, KapSession) else Kind.REFLECTION
