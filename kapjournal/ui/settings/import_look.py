"""The look before an import: a table read by a draft or a mapping, and how its rows would add up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, tzinfo
from pathlib import Path

from kapjournal.domain.importing import ImportBatch, ImportReport, RefusedRow
from kapjournal.domain.measure import MOOD
from kapjournal.exchange.cells import Refusal
from kapjournal.exchange.csv_reader import read_csv
from kapjournal.exchange.draft import Draft, guess, mapping_of, words_in
from kapjournal.exchange.mapping import CsvMapping
from kapjournal.exchange.mapping_file import read_mapping
from kapjournal.exchange.survey import Survey, survey
from kapjournal.journal import Journal
from kapjournal.words.mood import mood_words

Progress = Callable[[float], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What an import of a file would do; without a batch the columns have to be chosen first."""

    path: Path
    found: Survey
    draft: Draft
    mapping_path: Path | None = None
    mapping: CsvMapping | None = None
    """What the draft or the file means."""
    batch: ImportBatch | None = None
    report: ImportReport | None = None
    waiting: tuple[RefusedRow, ...] = ()
    """The rows whose mood is a word that means no number yet."""
    refused: tuple[RefusedRow, ...] = ()
    """The rows that stay out."""
    days: tuple[date, date] | None = None
    """The first and the last day of what would come in."""

    @property
    def words(self) -> dict[str, int]:
        """The words in the column of the mood, with how many rows hold them."""
        if self.mapping_path is not None:
            return {}
        return words_in(self.found, self.draft.column_of(MOOD))


def look_at(journal: Journal, path: Path, here: tzinfo, progress: Progress) -> Look:
    """Look a file over, guess its columns, and read it by them.

    Raises FileMissingError, FileTooLargeError, NotThatKindOfFileError or CancelledError.
    """
    found = survey(path, _part(progress, 0.0, 0.2))
    known = {word.casefold(): float(level) for level, word in enumerate(mood_words())}
    draft = guess(found, journal.measures.all(), known, _part(progress, 0.2, 0.3))
    return look_again(journal, Look(path=path, found=found, draft=draft), here, _part(progress, 0.3, 1.0))


def look_again(journal: Journal, look: Look, here: tzinfo, progress: Progress) -> Look:
    """Read the file by what its columns mean now.

    Raises what `look_at` raises, and MappingError where a mapping file does not fit.
    """
    if look.mapping_path is not None:
        mapping = read_mapping(look.mapping_path)
    elif look.draft.can_be_read:
        mapping = mapping_of(look.draft, look.found, journal.measures.all())
    else:
        return Look(path=look.path, found=look.found, draft=look.draft)
    batch = read_csv(look.path, mapping, here, _part(progress, 0.0, 0.8))
    report = journal.imports.rehearse(batch, _part(progress, 0.8, 1.0))
    # Worked out here, behind the window: there may be very many.
    waiting = tuple(row for row in report.refused if _waits(row, look))
    refused = tuple(row for row in report.refused if not _waits(row, look))
    days = [entry.entry.moment.day for entry in batch.entries]
    return Look(
        path=look.path, found=look.found, draft=look.draft, mapping_path=look.mapping_path, mapping=mapping,
        batch=batch, report=report, waiting=waiting, refused=refused,
        days=(min(days), max(days)) if days else None,
    )  # fmt: skip


def _waits(row: RefusedRow, look: Look) -> bool:
    mood = look.draft.column_of(MOOD) if look.mapping_path is None else ""
    return bool(mood) and row.column == mood and row.reason == Refusal.NOT_A_NUMBER.value


def _part(progress: Progress, first: float, last: float) -> Progress:
    """A stretch of the whole."""
    return lambda share: progress(first + share * (last - first))
