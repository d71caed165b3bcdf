"""What must not be lost, seen on the real window: killed, out of room, opened twice, forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kapjournal.clock import SystemClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal import Journal, KdfCost
from tests.journeys.conftest import PASSPHRASE, Person
from tests.reliability.full_disk import SmallDisk

OLD = "What was kept long before"
ANOTHER = "nine slow harbours"
FIRST, THEN = "A walk along the canal", "and the light on the water"


def make(folder: Path, cost: KdfCost) -> str:
    """A journal with one line in it; return its recovery code."""
    clock = SystemClock()
    journal, code = Journal.create(folder, PASSPHRASE, clock, cost=cost)
    long_ago = moment_at(clock.now() - timedelta(days=3))
    journal.reflections.keep(Reflection(moment=long_ago, title="Before", text=OLD))
    journal.close()
    return code


def read(folder: Path, secret: str = PASSPHRASE) -> tuple[list[CheckIn], list[Reflection]]:
    """All that is in it, after the journal itself says that it is whole."""
    journal = Journal.unlock(folder, secret, SystemClock())
    assert journal.verify().healthy
    items = journal.timeline.page(TimelineFilter(), limit=50).items
    found: list[object] = [journal.timeline.entry(item.id) for item in items]
    journal.close()
    check_ins = [entry for entry in found if isinstance(entry, CheckIn)]
    return check_ins, [entry for entry in found if isinstance(entry, Reflection)]


def beside_the_database(folder: Path) -> dict[str, bytes]:
    """Every file but the live one, which nobody reads."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("journal.db")]
    return {path.name: path.read_bytes() for path in files}


def test_killed_while_typing_in_a_check_in_and_while_saving_one(person: Person, cost: KdfCost) -> None:
    make(person.folder, cost)
    person.open_journal()
    person.unlock()
    person.set("How are you now?", 6)
    person.focus("How are you now?")
    person.key("Return")
    person.wait("Kept, *")
    person.click("Add more")
    person.focus("A note, if you like", of_role="text")
    person.type(FIRST)
    person.pause(2.0)  # the longest pause that may pass before it is kept
    person.type(" and the last")
    person.kill()
    (kept,), _ = read(person.folder)
    assert kept.mood == 6.0
    assert kept.note.startswith(FIRST)

    for delay in (0.0, 0.02, 0.1):
        person.open_journal()
        person.unlock()
        person.set("How are you now?", 3)
        person.focus("How are you now?")
        person.key("Return")
        person.pause(delay)
        person.kill()
        check_ins, reflections = read(person.folder)
        assert kept in check_ins
        assert all(one.mood in {3.0, 6.0} for one in check_ins), "whole, or not there"
        assert [one.text for one in reflections] == [OLD]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    made = SmallDisk(tmp_path / "disk")
    if not made.there:
        pytest.skip("a small disk cannot be mounted here")
    yield made
    made.close()


def test_a_full_disk_while_writing(person: Person, cost: KdfCost, disk: SmallDisk) -> None:
    person.folder = disk.place / "My Journal.kapjournal"
    make(person.folder, cost)
    person.open_journal()
    person.unlock()
    person.key("ctrl+r")
    person.wait("Text", of_role="text")
    person.focus("Text", of_role="text")
    disk.leave(0)
    person.type(FIRST)
    person.wait("Kept, *", within=20)
    assert not (person.folder / "reserve").exists(), "the room set aside was given up for it"
    disk.leave(0)
    person.type(". " + "slow water under the bridges " * 12)
    person.wait("Not kept yet. There is no room left on the disk*", within=20)
    person.type(THEN)
    assert person.text("Text", of_role="text").endswith(THEN), "what was typed stays on the page"
    disk.free()
    person.wait("Kept, *", within=20)
    person.kill()
    _, reflections = read(person.folder)
    assert sorted(one.text == OLD for one in reflections) == [False, True]
    written = next(one.text for one in reflections if one.text != OLD)
    assert written.startswith(FIRST)
    assert written.endswith(THEN)


def test_a_second_window_is_told_and_changes_nothing(person: Person, cost: KdfCost, tmp_path: Path) -> None:
    make(person.folder, cost)
    person.open_journal()
    person.unlock()
    (tmp_path / "second").mkdir()
    second = Person(tmp_path / "second")
    second.folder = person.folder
    try:
        second.open_journal()
        second.wait("Passphrase", within=20)
        before = beside_the_database(person.folder)
        second.set("Passphrase", PASSPHRASE)
        second.key("Return")
        second.wait("The journal is open in another window*", within=30)
        assert beside_the_database(person.folder) == before
        second.click("Open it only to read")
        second.wait("Opened only to read*", within=30)
        second.click("Journal")
        second.wait("*Before*")
    finally:
        second.close()
    person.click("Journal")
    person.wait("*Before*")
    person.kill()
    assert [one.text for one in read(person.folder)[1]] == [OLD]


def test_a_forgotten_passphrase_and_the_code_from_paper(person: Person, cost: KdfCost) -> None:
    code = make(person.folder, cost)
    person.open_journal()
    person.wait("Passphrase", within=20)
    person.click("Use the recovery code")
    person.focus("Recovery code", of_role="text")
    person.type(code.lower().replace("-", " "))
    person.key("Return")
    person.wait("A new passphrase", within=30)
    person.set("New passphrase", ANOTHER)
    person.set("New passphrase, once more", ANOTHER)
    person.click("Use it")
    person.wait("The passphrase is changed.", within=30)
    person.kill()
    assert [one.text for one in read(person.folder, ANOTHER)[1]] == [OLD]


def test_whoever_loses_both_is_told_before_there_is_a_journal(person: Person) -> None:
    person.open_journal()
    person.wait("Passphrase", within=20)
    assert any("nobody can open it" in label for label in person.labels())
    assert not person.folder.exists()


def restore_by_keys(person: Person) -> None:
    """The newest backup, which is what was there before the last one was put back."""
    person.tab_to("Settings")
    person.key("space")
    person.wait("More about the backup*")
    person.tab_to("More about the backup*")
    person.key("space")
    person.arrow_to("Restore", "menu item")
    person.key("Return")
    person.wait("Restore this backup?", of_role="dialog")
    person.tab_to("Restore")
    person.key("space")
    person.wait_anew("Passphrase", of_role="password text")
    person.unlock()


def test_a_backup_restored_with_the_mouse_then_by_keys_and_all_erased(person: Person, cost: KdfCost) -> None:
    make(person.folder, cost)
    clock = SystemClock()
    journal = Journal.unlock(person.folder, PASSPHRASE, clock)
    journal.backups.make()
    journal.reflections.keep(Reflection(moment=moment_at(clock.now()), text="written after the backup"))
    journal.close()
    person.open_journal()
    person.unlock()
    person.click("Settings")
    person.click("Backups")
    person.settled()
    person.point("Restore", of_role="push button")
    person.wait("Restore this backup?")
    person.settled()
    assert any("What you have now becomes a backup first" in label for label in person.labels())
    person.point("Restore", of_role="push button")
    person.wait_anew("Passphrase", of_role="password text")
    person.unlock()
    person.click("Journal")
    person.wait("*Before*")
    person.wait("1 entry*")
    assert not person.there("Reflection, Today*")
    restore_by_keys(person)
    person.click("Journal")
    person.wait("Reflection, Today*", of_role="list item")
    person.click("Settings")
    person.click("Erase")
    person.settled()
    person.focus("Erase the journal")
    person.key("space")
    person.wait("Erase the journal?")
    assert person.focused() == ["push button", "Keep it"], "what erases is never first"
    person.key("Tab", "space")
    person.wait("Type erase to go on*", of_role="text")
    person.type("erase")
    person.key("Return")
    person.wait_anew("Your journal stays here")
    assert not person.folder.exists() or list(person.folder.iterdir()) == []
