"""What stands half given in forms is durable, and goes with what it belongs to."""

from dataclasses import replace
from pathlib import Path

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.kap_session import KapSession, SessionKind
from kapjournal.domain.moment import moment_at, moment_on
from kapjournal.domain.reflection import Fragment, FragmentDraft, FragmentKind, Layer
from kapjournal.errors import DiskFullError
from kapjournal.journal import Journal
from kapjournal.journal.drafts import entry_key

HALF = {"text": "half a sen\udc00tence\x00", "kind": "life event"}


def test_a_draft_stays_through_a_lock_and_is_no_change_of_the_journal(
    journal: Journal, passphrase: str, clock: FixedClock
) -> None:
    before = journal.step()
    journal.drafts.hold("event", HALF)
    folder: Path = journal.folder
    journal.close()
    again = Journal.unlock(folder, passphrase, clock)
    held = again.drafts.held("event")
    assert held is not None
    assert (held.fields, held.left) == (HALF, clock.now())
    assert (again.step(), again.to_undo()) == (before, None)
    again.drafts.let_go("event")
    assert again.drafts.held("event") is None
    again.close()


def test_an_erased_entry_takes_its_drafts_along_and_no_other(journal: Journal, clock: FixedClock) -> None:
    now = clock.now()
    one, other = (
        journal.events.keep(Event(moment=moment_on(now.date(), now), kind=EventKind.OTHER, text=text))
        for text in ("one", "other")
    )
    keys = [entry_key(one.id, "event"), entry_key(one.id, "reason"), entry_key(other.id, "event"), "event"]
    for key in keys:
        journal.drafts.hold(key, HALF)
    journal.timeline.trash(one.id)
    journal.timeline.erase([one.id])
    assert [key for key in keys if journal.drafts.held(key) is not None] == keys[2:]


def test_what_cannot_be_held_is_counted(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise DiskFullError(journal.folder)

    monkeypatch.setattr("kapjournal.storage.drafts.write", full)
    before = journal.drafts.refused
    with pytest.raises(DiskFullError):
        journal.drafts.hold("event", HALF)
    assert journal.drafts.refused == before + 1


def test_words_of_the_first_hours_are_held_with_each_key_and_kept_as_they_were_left(
    journal: Journal, passphrase: str, clock: FixedClock
) -> None:
    words = FragmentDraft(moment=moment_at(clock.now()), kind=FragmentKind.WORD, text="  the se")
    before = journal.step()
    journal.fragments.hold(words)
    journal.fragments.hold(replace(words, text="  the sea "))
    journal.close()
    again = Journal.unlock(journal.folder, passphrase, clock)
    assert (again.step(), again.fragments.draft()) == (before, replace(words, text="  the sea "))
    kept = again.fragments.seal_left()
    assert kept is not None
    assert (kept.text, kept.kind, kept.moment) == ("the sea", words.kind, words.moment)
    assert (again.fragments.draft(), again.fragments.seal_left()) == (None, None)
    again.fragments.hold(words)
    again.fragments.hold(replace(words, text=" "))
    assert again.fragments.draft() is None
    assert again.fragments.seal(replace(words, text="\n")) is None
    again.undo()
    assert (again.step(), again.timeline.count()) == (before, 0)
    again.close()


def test_first_words_are_never_changed_and_a_later_look_may_be(journal: Journal, clock: FixedClock) -> None:
    moment = moment_at(clock.now())
    first = journal.fragments.keep(Fragment(moment=moment, kind=FragmentKind.WORD, text="sea"))
    for change in ({"text": "see"}, {"kind": FragmentKind.IMAGE}, {"layer": Layer.DAY}):
        with pytest.raises(ValueError, match="never changed"):
            journal.fragments.keep(replace(first, **change))  # type: ignore[arg-type]
    assert journal.fragments.keep(replace(first, to_share=True)).to_share
    look = Fragment(moment=moment, kind=FragmentKind.WORD, text="a", layer=Layer.DAY, looks_at=first.id)
    kept = journal.fragments.keep(look)
    assert journal.fragments.keep(replace(kept, text="b")).text == "b"


def test_a_session_s_words_are_shared_and_made_private_as_one(journal: Journal, clock: FixedClock) -> None:
    moment = moment_at(clock.now())
    session = journal.kap_sessions.keep(KapSession(moment=moment, kind=SessionKind.DOSING))
    other = journal.kap_sessions.keep(KapSession(moment=moment, kind=SessionKind.DOSING))
    words = Fragment(moment=moment, kind=FragmentKind.WORD, text="x", kap_session_id=session.id)
    first = journal.fragments.keep(words)
    look = journal.fragments.keep(replace(words, layer=Layer.WEEK, looks_at=first.id))
    elsewhere = journal.fragments.keep(replace(words, kap_session_id=other.id))

    def shared() -> list[bool]:
        return [journal.fragments.get(fragment.id).to_share for fragment in (first, look, elsewhere)]

    step = journal.step()
    journal.fragments.mark_session_to_share(session.id, True)
    assert (shared(), journal.step()) == ([True, True, False], step + 1)
    journal.undo()
    assert shared() == [False, False, False]
    journal.redo()
    journal.fragments.mark_session_to_share(session.id, False)
    assert shared() == [False, False, False]
