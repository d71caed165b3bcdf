"""What every entry on the time line has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from kapjournal.domain.moment import Moment

NEW = 0
"""The id of a record that is not in a journal yet."""
NEVER = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A dated record; `written` and `edited` are set by the journal, in UTC."""

    id: int = NEW
    moment: Moment
    written: datetime = NEVER
    edited: datetime = NEVER
    tags: tuple[str, ...] = ()
    to_share: bool = False
    """Marked to share; everything is private until then."""
    trashed: datetime | None = None

    @property
    def added_later(self) -> bool:
        """Whether it was noted more than a day after its moment."""
        return self.moment.added_later(self.written)
