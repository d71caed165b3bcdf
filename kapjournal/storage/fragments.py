"""What came up in the first hours, in a few words; later looks at it; and what is being typed."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, insert, select

from kapjournal.domain.kinds import Kind
from kapjournal.domain.reflection import Fragment, FragmentDraft
from kapjournal.storage.engine import Transaction
from kapjournal.storage.entry_rows import EntryRowStore
from kapjournal.storage.rows import RowShape
from kapjournal.storage.search import Words
from kapjournal.storage.tables import fragment, fragment_draft

_draft = RowShape(FragmentDraft, tuple(column.name for column in fragment_draft.columns))


class FragmentStore(EntryRowStore[Fragment]):
    """Fragments by id and by session, and the one draft."""

    def __init__(self) -> None:
        super().__init__(
            Kind.FRAGMENT, Fragment, fragment, lambda record: (record.kind.value, Words(text=record.text))
        )
        of_session = fragment.c.kap_session_id == bindparam("session")
        self._of_session = self.asking(of_session, fragment.c.layer.is_(None))
        self._looks_of_session = self.asking(of_session, fragment.c.layer.is_not(None))

    def of_session(self, tx: Transaction, kap_session_id: int) -> tuple[Fragment, ...]:
        """Read the first words of a session, in order of time."""
        return self.find(tx, self._of_session, session=kap_session_id)

    def looks_of_session(self, tx: Transaction, kap_session_id: int) -> tuple[Fragment, ...]:
        """Read the later looks at a session, in order of time."""
        return self.find(tx, self._looks_of_session, session=kap_session_id)

    def draft(self, tx: Transaction) -> FragmentDraft | None:
        """Read what is being typed."""
        row = tx.execute(select(fragment_draft)).mappings().first()
        return None if row is None else _draft.from_row(row)

    def write_draft(self, tx: Transaction, record: FragmentDraft | None) -> None:
        """Put what is being typed in the place of what was there; None takes it out."""
        tx.execute(delete(fragment_draft))
        if record is not None:
            tx.execute(insert(fragment_draft), {**_draft.to_row(record), "id": 1})
