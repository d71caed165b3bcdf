"""A summary in the making: from one choice to the next, only what a change reaches is read and gathered."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from kapjournal.domain.event import Event
from kapjournal.domain.share import Part, SummaryChoice
from kapjournal.summary.contents import Material, gather_figures, ticked_entries, with_ticked
from kapjournal.summary.document import Summary
from kapjournal.summary.writings import Written
from kapjournal.words.language import current

if TYPE_CHECKING:
    from kapjournal.journal.journal import Journal


class SummaryDraft:
    """Remembers what no tick reaches, and the ticked entries while they are ticked."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._material: tuple[object, Material] = None, Material()
        self._entries: tuple[object, dict[int, Written]] = None, {}
        self._figures: tuple[object, Summary | None] = None, None

    def gather_all(self, choice: SummaryChoice, now: datetime) -> Summary:
        """Return the summary of a choice with the struck lines still in it. May run in a worker."""
        # A journal that is only read may be changed by who holds it.
        changes = object() if self._journal.read_only else self._journal.changes_made
        read = self._read(choice, now, changes)
        material = self._with_ticked(read, choice, changes)
        entries = ticked_entries(choice, material, now)
        events = tuple(entry for entry in entries if isinstance(entry, Event))
        figures = self._gathered(replace(choice, entry_ids=(), practice_ids=()), read, events, now)
        return with_ticked(figures, choice, material, entries)

    def _read(self, choice: SummaryChoice, now: datetime, changes: object) -> Material:
        """Return what was read last, without what is ticked, where neither the journal nor the days have changed."""
        asked = (choice.first, choice.last, choice.parts, now.date(), changes)
        if self._material[0] != asked:
            plain = replace(choice, entry_ids=(), practice_ids=())
            self._material = asked, self._journal.summaries.read(plain, now)
        return self._material[1]

    def _with_ticked(self, material: Material, choice: SummaryChoice, changes: object) -> Material:
        """Return the material with what is ticked, of which only what was not ticked before is read."""
        ids = choice.entry_ids if Part.ENTRIES in choice.parts else ()
        known = self._entries[1] if self._entries[0] == changes else {}
        unread = replace(choice, entry_ids=tuple(id_ for id_ in ids if id_ not in known))
        read = self._journal.summaries.with_ticked(material, unread)
        found = known | {entry.id: entry for entry in read.entries}
        entries = {id_: found[id_] for id_ in ids if id_ in found}
        self._entries = changes, entries
        return replace(read, entries=tuple(entries.values()))

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
