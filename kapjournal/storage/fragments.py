"""What came up in the first hours, in a few words."""

from __future__ import annotations

from kapjournal.domain.kinds import Kind
from kapjournal.domain.reflection import Fragment
from kapjournal.storage.engine import Transaction
from kapjournal.storage.entry_rows import EntryRowStore
from kapjournal.storage.search import Words
from kapjournal.storage.tables import fragment


class FragmentStore(EntryRowStore[Fragment]):
    """Fragments by id and by session."""

    def __init__(self) -> None:
        super().__init__(
            Kind.FRAGMENT, Fragment, fragment, lambda record: (record.kind.value, Words(text=record.text))
        )

    def of_session(self, tx: Transaction, kap_session_id: int) -> tuple[Fragment, ...]:
        """Read those of a session, in order of time."""
        return self.find(tx, fragment.c.kap_session_id == kap_session_id)
