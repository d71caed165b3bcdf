"""A summary in the making: from one choice to the next, only what a change reaches is read and gathered."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from kapjournal.domain.event import Event
from kapjournal.domain.share import SummaryChoice
from kapjournal.summary.contents import Material, gather_figures, ticked_entries, with_ticked
from kapjournal.summary.document import Summary
from kapjournal.words.language import current

if TYPE_CHECKING:
    from kapjournal.journal.journal import Journal


class SummaryDraft:
    """Remembers what no tick reaches; the words of an entry are read while it is ticked, and kept nowhere."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._material: tuple[object, Material] = None, Material()
        self._figures: tuple[object, Summary | None] = None, None

    def gather_all(self, choice: SummaryChoice, now: datetime) -> Summary:
        """Return the summary of a choice with the struck lines still in it. May run in a worker."""
        summaries = self._journal.summaries
        read = self._read(choice, now)
        material = summaries.with_ticked(read, choice)
        entries = ticked_entries(choice, material, now)
        events = tuple(entry for entry in entries if isinstance(entry, Event))
        figures = self._gathered(replace(choice, entry_ids=(), practice_ids=()), read, events, now)
        return with_ticked(figures, choice, material, entries)

    def _read(self, choice: SummaryChoice, now: datetime) -> Material:
        """Return what was read last, without what is ticked, where neither the journal nor the days have changed."""
        journal = self._journal
        asked = (choice.first, choice.last, choice.parts, now.date(), journal.changes_made)
        # A journal that is only read may be changed by who holds it.
        if self._material[0] != asked or journal.read_only:
            self._material = (
                asked,
                journal.summaries.read(replace(choice, entry_ids=(), practice_ids=()), now),
            )
        return self._material[1]

    def _gathered(
        self, choice: SummaryChoice, material: Material, events: tuple[Event, ...], now: datetime
    ) -> Summary:
        """Return the figures that were gathered last, where they would come out the same."""
        asked = (choice, material, events, now.date(), current())
        known, figures = self._figures
        if figures is None or known != asked:
            figures = gather_figures(choice, material, events, now)
            self._figures = asked, figures
        return figures
