"""Unlock: calm about a wrong passphrase, plain about everything else."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.restyling import apply_theme
from kapjournal.ui.unlock.support_view import LockedSupport
from kapjournal.ui.unlock.view import UnlockView
from kapjournal.words import language
from tests.ui.waiting import wait_until


@pytest.fixture
def view(app: QApplication) -> UnlockView:
    language.use("en_GB")
    made = UnlockView()
    made.resize(1024, 700)
    return made


def test_enter_gives_the_passphrase(view: UnlockView) -> None:
    given: list[str] = []
    view.passphrase_given.connect(given.append)
    QTest.keyClicks(view._field.edit, "a calm harbour")
    view._field.edit.returnPressed.emit()
    assert given == ["a calm harbour"]


def test_nothing_is_given_twice_while_it_opens(view: UnlockView) -> None:
    given: list[str] = []
    view.passphrase_given.connect(given.append)
    view._field.edit.setText("a calm harbour")
    view._give()
    view.show_working()
    view._give()
    assert given == ["a calm harbour"]


def test_a_refusal_moves_nothing_and_waits_longer_each_time(view: UnlockView) -> None:
    view.grab()
    before = view._open.geometry()
    waits = []
    for _refusal in range(5):
        view.refuse("That did not open it. Take your time.")
        waits.append(view._wait.interval())
    view.grab()
    assert view._open.geometry() == before
    assert waits == sorted(waits)
    assert waits[0] < waits[1]
    assert waits[-1] == waits[-2]


def test_what_is_given_during_the_wait_is_tried_after_it(view: UnlockView) -> None:
    given: list[str] = []
    view.passphrase_given.connect(given.append)
    view.refuse("That did not open it. Take your time.")
    view._field.edit.setText("another one")
    view._give()
    assert given == []
    view._wait.stop()
    view._ready_again()
    assert given == ["another one"]


def test_the_recovery_code_is_another_way_in(view: UnlockView) -> None:
    given: list[str] = []
    view.code_given.connect(given.append)
    view._switch()
    view._field.edit.setText("4NH8")
    view._give()
    assert given == ["4NH8"]
    assert view._field.edit.accessibleName() == "Recovery code"


def test_another_journal_is_offered_when_something_else_is_in_the_way(view: UnlockView) -> None:
    assert "Open another journal" not in _offered(view)
    view.stop("It is open in another window.", ("Open it only to read",))
    assert {"Open it only to read", "Open another journal"} <= _offered(view)
    view.show_working()
    assert "Open it only to read" not in _offered(view)


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 780)), (1.5, (1024, 680)), (2.0, (1280, 780))])
def test_long_words_are_never_cut(app: QApplication, scale: float, size: tuple[int, int]) -> None:
    language.use("en_GB")
    apply_theme(app, "light", scale)
    try:
        view = UnlockView()
        view.resize(*size)
        view.show()
        view.offer_keychain()
        app.processEvents()
        view.stop(
            "The journal was opened elsewhere, and not closed there since. " * 3, ["One way", "Another way"]
        )
        shown = view._card if view._scroll is None else view._scroll
        wait_until(lambda: view._line.height() >= view._line.heightForWidth(view._line.width()))
        wait_until(lambda: view._card.height() >= view._card.body.totalHeightForWidth(view._card.width()))
        wait_until(lambda: shown.geometry().bottom() < view.support.geometry().top())
    finally:
        apply_theme(app, "light")


def test_support_without_a_journal(app: QApplication, tmp_path: Path) -> None:
    support = LockedSupport(SettingsStore(tmp_path / "s.toml"), locked=True)
    gone: list[bool] = []
    support.back.connect(lambda: gone.append(True))
    support.back_button.click()
    assert gone == [True]
    assert support.back_button.accessibleName() == "Back to the passphrase"


def test_esc_goes_back_from_support(app: QApplication, tmp_path: Path) -> None:
    support = LockedSupport(SettingsStore(tmp_path / "s.toml"), locked=True)
    went_back: list[bool] = []
    support.back.connect(lambda: went_back.append(True))
    QTest.keyClick(support.back_button, Qt.Key.Key_Escape)
    assert went_back == [True]


def test_the_lines_of_a_locked_journal_scroll_clear_of_the_ground(app: QApplication, tmp_path: Path) -> None:
    settings = SettingsStore(tmp_path / "s.toml")
    settings.change(country="GB")
    apply_theme(app, "light", 1.5)
    try:
        support = LockedSupport(settings, locked=True)
        support.resize(1024, 700)
        support.show()
        (scroll,) = support.findChildren(QScrollArea)
        wait_until(lambda: scroll.geometry().bottom() == support.rect().bottom())
        scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
        last = max(
            label.mapTo(support, label.rect().bottomLeft()).y() for label in support.findChildren(QLabel)
        )
        assert last < support.height() * 0.88
    finally:
        apply_theme(app, "light")


def _offered(view: UnlockView) -> set[str]:
    """The names of the buttons that can be pressed."""
    return {button.accessibleName() for button in view.findChildren(Button) if not button.isHidden()}
