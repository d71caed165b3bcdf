"""The person's own plan for hard times."""

from __future__ import annotations

from kapjournal.domain.support_plan import SupportPlan
from kapjournal.storage.record_rows import RecordRowStore
from kapjournal.storage.tables import support_plan

THE_PLAN = 1
"""There is one row."""


class SupportPlanStore(RecordRowStore[SupportPlan]):
    """The plan."""

    def __init__(self) -> None:
        super().__init__(SupportPlan, support_plan)
