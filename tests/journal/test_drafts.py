"""What stands half given in forms is durable, and goes with what it belongs to."""

from pathlib import Path

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.moment import moment_on
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
