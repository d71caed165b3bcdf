"""A lock while the disk is full: covered at once, nothing lost, and locked for good once all is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from kapjournal.errors import DiskFullError
from kapjournal.journal import Journal
from kapjournal.settings import SettingsStore
from kapjournal.storage.engine import Database
from kapjournal.ui import window_flow
from kapjournal.ui.reflection.page import ReflectionPage
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import CheckInWanted, ReflectionWanted
from kapjournal.ui.unlock.view import UnlockView
from kapjournal.ui.window import Window
from kapjournal.ui.window_flow import Flow
from tests.ui.waiting import wait_until

WORDS = "half a sentence about the harbour"


class Room:
    """A window with words in it that were not kept yet."""

    def __init__(self, app: QApplication, place: Place, settings: SettingsStore) -> None:
        self.window = Window(app, settings)
        self.flow = Flow(self.window, settings, place.journal.folder, place.clock)
        self.flow._opened(place.journal)
        self.window.show()
        assert self.flow._inside is not None
        self.inside = self.flow._inside
        self.inside.follow_wish(ReflectionWanted())
        page = self.inside._pages["reflection"]
        assert isinstance(page, ReflectionPage)
        self.page = page
        page.column.text.insert_words("as it was ")

    @property
    def cover(self) -> UnlockView | None:
        found = self.window.findChildren(UnlockView)
        return next((view for view in found if view.isVisible()), None)

    def give(self, secret: str) -> None:
        assert self.cover is not None
        self.cover.passphrase_given.emit(secret)
        wait_until(lambda: not self.flow._worker.busy and not self.inside.place.worker.busy)


@contextmanager
def full_disk() -> Iterator[None]:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Database, "_attempt", refuse)
        yield


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    found: list[object] = []
    monkeypatch.setattr(window_flow, "begin_anew", found.append)
    return found


@pytest.fixture
def room(app: QApplication, place: Place, settings: SettingsStore, begun: list[object]) -> Iterator[Room]:
    made = Room(app, place, settings)
    yield made
    made.flow.end()
    made.window.may_close = lambda: True
    made.window.close()
    shiboken6.delete(made.window)


def test_it_is_covered_and_opens_again_by_the_passphrase(
    room: Room, begun: list[object], passphrase: str
) -> None:
    with full_disk():
        room.page.column.text.insert_words(WORDS)
        room.flow.lock()
        assert begun == [], "a lock that ends the process would lose words"
        assert not room.inside.isVisible()
        assert room.cover is not None
        assert "not kept yet" in room.cover._line.text()
        room.give("not this one")
        assert room.cover is not None
        room.cover.support_wanted.emit()
        assert not room.inside.isVisible()
        assert room.cover is None
        assert room.flow._unkept is not None
        room.flow._unkept._show_locked()
        room.give(passphrase)
        assert room.cover is None
        assert room.inside.isVisible()
        assert room.page.column.text.words().endswith(WORDS)


def test_once_there_is_room_all_is_kept_and_it_is_locked_for_good(
    room: Room, place: Place, begun: list[object], passphrase: str
) -> None:
    folder = place.journal.folder
    with full_disk():
        room.page.column.text.insert_words(WORDS)
        room.flow.lock()
        assert room.flow._unkept is not None
        room.flow._unkept._again.timeout.emit()
        assert begun == []
    room.flow._unkept._again.timeout.emit()
    assert begun == [folder]
    reopened = Journal.unlock(folder, passphrase, place.clock)
    (kept,) = reopened.reflections.left_open()
    assert kept.text.endswith(WORDS)
    reopened.close()


def test_a_dialog_is_put_away_with_what_is_given_in_it(room: Room, passphrase: str) -> None:
    room.inside.follow_wish(CheckInWanted(None))
    (dialog,) = [d for d in room.window.findChildren(Dialog) if d.isVisible()]
    with full_disk():
        dialog.draft.change_soon(note=WORDS)  # type: ignore[attr-defined]
        room.flow.lock()
        assert not dialog.isVisible()
        room.give(passphrase)
        assert dialog.isVisible()
    dialog.close_dialog()
    assert WORDS in {one.note for one in room.inside.place.journal.check_ins.of_day(_today(room))}


def _today(room: Room) -> object:
    return room.inside.place.clock.now().date()


def test_closing_says_so_once(room: Room) -> None:
    with full_disk():
        room.page.column.text.insert_words(WORDS)
        room.window.close()
        assert room.window.isVisible()
        (dialog,) = [d for d in room.window.findChildren(Dialog) if d.isVisible()]
        assert dialog.accessibleName() == "Not kept yet"
        dialog.close_dialog()
    room.window.close()
    assert not room.window.isVisible()
