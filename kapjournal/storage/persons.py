"""What the journal knows of the person."""

from __future__ import annotations

from kapjournal.domain.person import Person
from kapjournal.storage.record_rows import RecordRowStore
from kapjournal.storage.tables import person

THE_PERSON = 1
"""There is one row."""


class PersonStore(RecordRowStore[Person]):
    """The person's own choices."""

    def __init__(self) -> None:
        super().__init__(Person, person)
