"""The person's own plan for hard times."""

from __future__ import annotations

from kapjournal.domain.kinds import Kind
from kapjournal.domain.support_plan import SupportPlan
from kapjournal.journal.book import Book
from kapjournal.storage.support_plans import THE_PLAN


class SupportPlans:
    """The one plan of a journal."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.support_plans

    def get(self) -> SupportPlan:
        """Read the plan; an empty one where nothing was written."""
        with self._book.reading() as tx:
            return self._store.read(tx, THE_PLAN) or SupportPlan()

    def keep(self, plan: SupportPlan, by: str = "") -> SupportPlan:
        """Change the plan; what one sitting writes is one step."""
        return self._book.edit(by, lambda edit: edit.keep(Kind.SUPPORT_PLAN, plan, THE_PLAN, folding=True))
