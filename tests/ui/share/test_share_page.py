from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.share import Part, SummaryChoice
from kapjournal.ui.share import page as share_page
from kapjournal.ui.share.page import SharePage
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import Said


def wait_until(true: Callable[[], bool], limit_ms: int = 20_000) -> None:
    deadline = QDeadlineTimer(limit_ms)
    while not true():
        assert not deadline.hasExpired()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


@pytest.fixture
def page(place: Place) -> Iterator[SharePage]:
    now = place.clock.now()
    for days_ago in range(20):
        moment = moment_at(now - timedelta(days=days_ago, hours=1))
        place.journal.check_ins.keep(CheckIn(moment=moment, values=(MeasureValue(MOOD, 5.0),)))
    for title in ("Forgiven", "The lake"):
        place.journal.reflections.keep(
            Reflection(moment=moment_at(now), title=title, text="The water was dark.")
        )
    parts = tuple(part for part in Part if part is not Part.FURTHER)
    place.journal.shares.keep_choice(SummaryChoice(parts=parts))
    made = SharePage(place)
    made.resize(1072, 800)
    made.show()
    made.reload()
    wait_until(lambda: shown(made) == 1)
    yield made
    wait_until(lambda: not place.worker.busy)
    made.close()


def shown(page: SharePage) -> int:
    return page.preview.sheet.accessibleName().endswith(
        "of 1"
    ) + 2 * page.preview.sheet.accessibleName().endswith("of 2")


def test_nothing_is_ticked_by_itself(page: SharePage) -> None:
    assert [row.tick.isChecked() for row in page.builder.entries.rows] == [False, False]
    assert "The water" not in page.preview.sheet.accessibleDescription()


def test_a_tick_brings_the_entry_onto_a_page_and_is_remembered(page: SharePage, place: Place) -> None:
    QTest.mouseClick(page.builder.entries.rows[0].tick, Qt.MouseButton.LeftButton)
    wait_until(lambda: shown(page) == 2)
    page.preview.turn(1)
    assert "The water was dark." in page.preview.sheet.accessibleDescription()
    assert len(place.journal.shares.choice().entry_ids) == 1


def test_the_keys_turn_the_page(page: SharePage) -> None:
    page.builder.entries.rows[0].tick.click()
    wait_until(lambda: shown(page) == 2)
    QTest.keyClick(page.preview.sheet, Qt.Key.Key_PageDown)
    assert page.preview.page == 1
    QTest.keyClick(page.preview.sheet, Qt.Key.Key_Left)
    assert page.preview.page == 0


def test_a_part_can_be_left_out(page: SharePage, place: Place) -> None:
    page.builder.parts.ticks[Part.MEASURES].click()
    wait_until(lambda: "5 of 10" not in page.preview.sheet.accessibleDescription())
    assert Part.MEASURES not in place.journal.shares.choice().parts
    page.leave()


def test_what_to_talk_about_is_kept_when_the_page_is_left(page: SharePage, place: Place) -> None:
    QTest.keyClicks(page.builder.talking.fields[0], "Telling my sister")
    page.leave()
    assert place.journal.shares.choice().talking_points == ("Telling my sister",)


def test_saving_writes_the_file_and_records_it(
    page: SharePage, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "for my therapist.pdf"
    monkeypatch.setattr(share_page, "ask_where", lambda _parent, _name, _form: target)
    said: list[object] = []
    page.requested.connect(said.append)
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    wait_until(lambda: bool(said))
    assert target.read_bytes().startswith(b"%PDF")
    (share,) = place.journal.shares.all()
    assert share.form == "pdf"
    assert isinstance(said[0], Said)
    assert "for my therapist.pdf" in said[0].text
    assert page.builder.before.isVisibleTo(page.builder)


def test_a_folder_that_is_gone_is_said_and_nothing_is_recorded(
    page: SharePage, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_page, "ask_where", lambda _parent, _name, _form: tmp_path / "gone" / "x.pdf")
    said: list[object] = []
    page.requested.connect(said.append)
    page.save.click()
    wait_until(lambda: bool(said))
    assert not place.journal.shares.all()
    assert page.save.isEnabled()


def test_letting_the_dialog_be_saves_nothing(
    page: SharePage, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_page, "ask_where", lambda _parent, _name, _form: None)
    page.save.click()
    assert page.save.isEnabled()
    assert not place.journal.shares.all()


def test_in_a_narrow_window_pages_and_choice_take_turns(page: SharePage) -> None:
    page.resize(700, 800)
    assert page.builder.isVisibleTo(page)
    assert not page.preview.isVisibleTo(page)
    page.bar.see_pages.click()
    assert page.preview.isVisibleTo(page)
    assert not page.builder.isVisibleTo(page)
    page.preview.back.click()
    assert page.builder.isVisibleTo(page)


def test_everything_that_can_be_used_has_a_name(page: SharePage) -> None:
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit):
        for widget in page.findChildren(kind):
            if widget.isVisibleTo(page) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert widget.accessibleName(), widget
