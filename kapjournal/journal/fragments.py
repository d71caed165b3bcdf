"""Noting what came up, and looking at it again later."""

from __future__ import annotations

from dataclasses import replace

from kapjournal.domain.draft import Draft
from kapjournal.domain.entry import NEW
from kapjournal.domain.kinds import Kind
from kapjournal.domain.reflection import Fragment, FragmentDraft
from kapjournal.journal.book import Book, Edit
from kapjournal.storage import drafts, snapshots


class Fragments:
    """The fragments of a journal."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.fragments

    def keep(self, fragment: Fragment, by: str = "") -> Fragment:
        """Add a fragment (id NEW), or change what may be changed of one.

        First words are sealed: ValueError if they would read differently.
        """
        if fragment.id != NEW:
            before = self.get(fragment.id)
            if before.is_sealed and (before.text, before.kind, before.layer) != (
                fragment.text,
                fragment.kind,
                fragment.layer,
            ):
                raise ValueError("first words are never changed")
        return self._book.keep(Kind.FRAGMENT, fragment, by)

    def get(self, id: int) -> Fragment:  # noqa: A002
        """Read one, in the trash or not. Raises KeyError."""
        return self._book.get(self._store, id)

    def of_session(self, kap_session_id: int) -> tuple[Fragment, ...]:
        """Read the first words of a session, in order of time."""
        with self._book.reading() as tx:
            return self._store.of_session(tx, kap_session_id)

    def looks_of_session(self, kap_session_id: int) -> tuple[Fragment, ...]:
        """Read the later looks at a session, in order of time."""
        with self._book.reading() as tx:
            return self._store.looks_of_session(tx, kap_session_id)

    def mark_session_to_share(self, kap_session_id: int, to_share: bool, by: str = "") -> None:
        """Mark the first words and the later looks of a session to share, or make them private again."""

        def work(edit: Edit) -> None:
            first = self._store.of_session(edit.tx, kap_session_id)
            for fragment in (*first, *self._store.looks_of_session(edit.tx, kap_session_id)):
                edit.keep(Kind.FRAGMENT, replace(fragment, to_share=to_share), fragment.id)

        self._book.edit(by, work)

    def draft(self) -> FragmentDraft | None:
        """Read what was being typed and is not kept yet."""
        with self._book.reading() as tx:
            return self._store.draft(tx)

    def hold(self, draft: FragmentDraft) -> None:
        """Make what is being typed durable, with no undo step; an empty text takes it away."""
        clean = snapshots.cleaned(draft)
        kept = clean if clean.text.strip() else None
        self._book.database.change(lambda tx: self._store.write_draft(tx, kept))

    def seal(self, draft: FragmentDraft, by: str = "") -> Fragment | None:
        """Keep what was typed as a fragment whose words stay; an empty one is nothing."""

        def work(edit: Edit) -> Fragment | None:
            self._store.write_draft(edit.tx, None)
            if not draft.text.strip():
                return None
            fragment = Fragment(
                moment=draft.moment,
                kind=draft.kind,
                text=draft.text.strip(),
                kap_session_id=draft.kap_session_id,
            )
            return edit.keep(Kind.FRAGMENT, fragment, NEW)

        return self._book.edit(by, work)

    def say_enough(self, kap_session_id: int) -> None:
        """Remember that the person left what came up in a session for now: nobody asks for it by itself again."""
        if not self._book.database.read_only:
            said = Draft(left=self._book.now(), fields={})
            self._book.database.change(lambda tx: drafts.write(tx, _enough(kap_session_id), said))

    def was_enough(self, kap_session_id: int) -> bool:
        """Return whether that was said, and nothing was begun since."""
        with self._book.reading() as tx:
            return drafts.read(tx, _enough(kap_session_id)) is not None and self._store.draft(tx) is None

    def seal_left(self, by: str = "") -> Fragment | None:
        """Keep what a program that was killed left half typed, as it was."""
        draft = self.draft()
        return None if draft is None else self.seal(draft, by)


def _enough(kap_session_id: int) -> str:
    return drafts.entry_key(kap_session_id, "enough")
