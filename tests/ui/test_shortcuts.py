"""The keys of the whole window reach it from every page, also while somebody types."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.ui.check_in.dialog import CheckInDialog
from kapjournal.ui.find_action.finder import ActionFinder
from kapjournal.ui.pages import PAGES
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.place import Place
from kapjournal.ui.window_inside import Inside

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def inside(place: Place, app: QApplication) -> Iterator[Inside]:
    shown = Inside(place)
    shown.resize(1280, 800)
    shown.show()
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)
    yield shown
    place.worker.close()


def _typed_in(page: QWidget) -> list[QWidget]:
    """The page itself, and the first line and the first area that somebody could type in."""
    places: list[QWidget] = [page]
    for kinds in ((QLineEdit,), (QPlainTextEdit, QTextEdit)):
        fields = (found for kind in kinds for found in page.findChildren(kind))
        places += [f for f in fields if f.isVisible() and f.isEnabled() and not f.isReadOnly()][:1]
    return places


def _press(inside: Inside, name: str, at: int, key: Qt.Key) -> str:
    """Show a page, give the keys to one of its places, press; return what kind of place it was."""
    page = inside.show_page(name)
    assert page is not None
    where = _typed_in(page)[at]
    where.setFocus()
    QTest.keyClick(where, key, CTRL)
    return f"{name}: {type(where).__name__} {where.accessibleName()}"


def _put_dialogs_away(inside: Inside) -> None:
    for dialog in inside.findChildren(Dialog):
        dialog.close_dialog()


def test_every_key_works_on_every_page_and_in_its_fields(inside: Inside) -> None:
    locked: list[bool] = []
    inside.lock_wanted.connect(lambda: locked.append(True))
    deaf = []
    for entry in PAGES:
        inside.prepare(entry.name)
    for entry in PAGES:
        page = inside.show_page(entry.name)
        assert page is not None
        for at in range(len(_typed_in(page))):
            for number, name in enumerate(
                ("today", "journal", "sessions", "integrate", "trends", "share"), 1
            ):
                where = _press(inside, entry.name, at, Qt.Key(Qt.Key.Key_0 + number))
                if inside.now_shown != name:
                    deaf.append(f"Ctrl+{number} in {where}")
            for key, reached in (
                (Qt.Key.Key_R, lambda: inside.now_shown == "reflection"),
                (Qt.Key.Key_F, lambda: inside.now_shown == "journal"),
                (Qt.Key.Key_N, lambda: _is_open(inside, CheckInDialog)),
                (Qt.Key.Key_K, lambda: _is_open(inside, ActionFinder)),
                (Qt.Key.Key_L, lambda: bool(locked)),
            ):
                where = _press(inside, entry.name, at, key)
                if not reached():
                    deaf.append(f"Ctrl+{chr(key)} in {where}")
                _put_dialogs_away(inside)
                locked.clear()
    assert not deaf


def _is_open(inside: Inside, kind: type[QWidget]) -> bool:
    return any(dialog.isVisible() for dialog in inside.findChildren(kind))


def test_undo_belongs_to_the_field_where_somebody_types_and_else_to_the_journal(
    inside: Inside, place: Place
) -> None:
    place.journal.check_ins.keep(
        CheckIn(moment=moment_at(place.clock.now()), values=(MeasureValue(MOOD, 6),)), ""
    )
    step = place.journal.to_undo()
    page = inside.show_page("journal")
    assert page is not None
    _page, line, *_areas = _typed_in(page)
    line.setFocus()
    QTest.keyClicks(line, "harbour")
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert place.journal.to_undo() == step
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    assert place.journal.to_undo() != step
