"""Eight situations at the door, each with a journal that is really in it: a calm sentence, and a way on."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from kapjournal.clock import FixedClock
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.errors import DiskFullError, KeychainGaveNothingError
from kapjournal.journal import Journal, KdfCost
from kapjournal.settings import SettingsStore
from kapjournal.storage import keychain
from kapjournal.ui.settings.key_dialogs import FreshPassphraseDialog
from kapjournal.ui.window import Window
from kapjournal.ui.window_flow import Flow
from kapjournal.words import language
from tests.conftest import NOW
from tests.ui.waiting import wait_until


class Door:
    """A window before a journal, and somebody who types."""

    def __init__(self, app: QApplication, folder: Path, clock: FixedClock, settings: SettingsStore) -> None:
        language.use("en_GB")
        self.window = Window(app, settings)
        self.window.resize(1000, 800)
        self.flow = Flow(self.window, settings, folder, clock)
        self.flow.begin()

    def give(self, secret: str, *, code: bool = False) -> None:
        unlock = self.flow._unlock
        assert unlock is not None
        (unlock.code_given if code else unlock.passphrase_given).emit(secret)
        self.settle()

    def take_way_on(self, index: int = 0) -> None:
        assert self.flow._unlock is not None
        self.flow._unlock.ways[index].click()
        self.settle()

    def settle(self) -> None:
        wait_until(lambda: not self.flow._worker.busy)

    @property
    def sentence(self) -> str:
        assert self.flow._unlock is not None, "the journal is open"
        return self.flow._unlock._line.text()

    @property
    def way(self) -> str:
        assert self.flow._unlock is not None
        ways = [way for way in self.flow._unlock.ways if way.isVisibleTo(self.window)]
        return ", ".join(way.accessibleName() for way in ways)

    @property
    def journal(self) -> Journal:
        assert self.flow._journal is not None, self.sentence
        return self.flow._journal


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, cost: KdfCost, passphrase: str) -> tuple[Path, str]:
    """A journal with one line in it, which was backed up and closed, and its recovery code; copied for each test."""
    folder = tmp_path_factory.mktemp("written") / "journal"
    journal, code = Journal.create(folder, passphrase, FixedClock(NOW), cost=cost)
    journal.reflections.keep(Reflection(moment=moment_at(NOW), text="as it was"))
    journal.backups.make()
    journal.close()
    return folder, code


@pytest.fixture
def code(written: tuple[Path, str]) -> str:
    return written[1]


@pytest.fixture
def folder(tmp_path: Path, written: tuple[Path, str]) -> Path:
    return shutil.copytree(written[0].parent, tmp_path, dirs_exist_ok=True) / "journal"


@pytest.fixture
def door(app: QApplication, folder: Path, clock: FixedClock, settings: SettingsStore) -> Iterator[Door]:
    made = Door(app, folder, clock, settings)
    yield made
    made.flow.end()
    made.window.close()
    shiboken6.delete(made.window)


def test_a_wrong_passphrase(door: Door, passphrase: str) -> None:
    door.give("not this one")
    assert door.sentence == "That did not open it. Take your time."
    assert door.way == ""
    door.give(passphrase)
    assert door.journal.timeline.count() == 1


def test_a_forgotten_passphrase_and_the_code_from_paper(door: Door, code: str) -> None:
    door.give(code[:-1] + ("A" if code[-1] != "A" else "B"), code=True)
    assert "A character of the recovery code" in door.sentence
    door.give(code, code=True)
    assert door.journal.timeline.count() == 1
    dialog = door.window.findChild(FreshPassphraseDialog)
    assert dialog is not None, "a passphrase that is known again is asked for"
    dialog._new.edit.setText("another calm harbour")
    dialog._again.edit.setText("another calm harbour")
    dialog._go_on.click()
    door.settle()
    folder = door.journal.folder
    door.flow.end()
    reopened = Journal.unlock(folder, "another calm harbour", door.flow._clock)
    reopened.close()


def test_damaged_key_files_and_the_newest_backup(door: Door, folder: Path, passphrase: str) -> None:
    for name in ("keyslots.json", "keyslots.backup.json"):
        (folder / name).write_bytes(b"{}")
    door.give(passphrase)
    assert "keys of this journal are damaged" in door.sentence
    assert door.way == "Restore the newest backup"
    door.take_way_on()
    assert door.journal.timeline.count() == 1


def test_one_damaged_key_file_is_healed_by_its_mirror(door: Door, folder: Path, passphrase: str) -> None:
    (folder / "keyslots.json").write_bytes(b"{}")
    door.give(passphrase)
    assert door.journal.timeline.count() == 1


def test_a_damaged_database_and_the_newest_backup(door: Door, folder: Path, passphrase: str) -> None:
    data = bytearray((folder / "journal.db").read_bytes())
    data[100] ^= 1
    (folder / "journal.db").write_bytes(data)
    door.give(passphrase)
    assert "The passphrase is right, but" in door.sentence
    assert door.way == "Restore the newest backup"
    door.take_way_on()
    assert door.journal.timeline.count() == 1


def test_in_use_elsewhere_and_reading_it(
    door: Door, folder: Path, passphrase: str, clock: FixedClock
) -> None:
    other = Journal.unlock(folder, passphrase, clock)
    try:
        door.give(passphrase)
        assert "The journal is open in another window" in door.sentence
        assert door.way == "Open it only to read"
        door.take_way_on()
        assert door.journal.read_only
        assert door.journal.timeline.count() == 1
    finally:
        other.close()


def test_left_open_on_another_computer(door: Door, folder: Path, passphrase: str, clock: FixedClock) -> None:
    note = {"host": "another-computer", "process": 1, "since": clock.now().isoformat()}
    (folder / "lock").write_text(json.dumps(note), "utf-8")
    door.give(passphrase)
    assert "was opened on another-computer" in door.sentence
    assert door.way == "Open it only to read, It is not open there: open it"
    door.take_way_on(1)
    assert not door.journal.read_only
    assert door.journal.timeline.count() == 1


def test_the_system_keychain(
    door: Door, folder: Path, passphrase: str, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlock = door.flow._unlock
    assert unlock is not None
    door.flow._ask_for_keychain()
    door.settle()
    assert unlock._keychain.isHidden(), "it is offered only where it was allowed"
    held: dict[str, bytes] = {}
    monkeypatch.setattr(keychain, "keep", held.__setitem__)
    monkeypatch.setattr(keychain, "secret_of", _given(held))
    journal = Journal.unlock(folder, passphrase, clock)
    journal.keys.use_keychain(passphrase)
    journal.close()
    door.flow._ask_for_keychain()
    door.settle()
    assert not unlock._keychain.isHidden()
    kept = dict(held)
    held.clear()
    unlock._keychain.click()
    door.settle()
    assert "The system keychain did not open it. The passphrase does" in door.sentence
    assert door.way == ""
    held.update(kept)
    unlock._keychain.click()
    door.settle()
    assert door.journal.timeline.count() == 1
    assert door.window.findChild(FreshPassphraseDialog) is None


def _given(held: dict[str, bytes]) -> Callable[[str], bytes]:
    def secret_of(journal_id: str) -> bytes:
        if journal_id not in held:
            raise KeychainGaveNothingError
        return held[journal_id]

    return secret_of


def test_a_newer_version(door: Door, folder: Path, passphrase: str, clock: FixedClock) -> None:
    journal = Journal.unlock(folder, passphrase, clock)
    with journal._book.database.alone() as driver:
        driver.execute("PRAGMA user_version = 9999")
        driver.execute("UPDATE meta SET value = '9999' WHERE key = 'schema'")
    journal.close()
    door.give(passphrase)
    assert "newer version of Kap Journal" in door.sentence
    assert door.way == ""


def test_a_place_that_cannot_be_written(
    door: Door, folder: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_file = os.open

    def refuse(path: object, flags: int, *args: object, **named: object) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and str(folder) in str(path):
            raise OSError(errno.EROFS, "read-only", str(path))
        return open_file(path, flags, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refuse)
    door.give(passphrase)
    assert "cannot be written to" in door.sentence
    assert door.way == "Open it only to read"
    door.take_way_on()
    assert door.journal.read_only


def test_a_full_disk(door: Door, passphrase: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_named: object) -> Journal:
        raise DiskFullError

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "unlock", full)
        door.give(passphrase)
    assert "There is no room left on the disk" in door.sentence
    door.give(passphrase)
    assert door.journal.timeline.count() == 1
