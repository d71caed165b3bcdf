"""The trash: what lies there, the way back, and the way out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from kapjournal.clock import FixedClock
from kapjournal.domain.backup import BackupReason
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.journal import Journal
from kapjournal.ui.journal.trash_page import MANY, TrashPage
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import Said
from tests.ui.settings.test_backups_section import idle


@pytest.fixture
def page(place: Place, journal: Journal) -> Iterator[TrashPage]:
    moment = moment_at(place.clock.now())
    letter = journal.reflections.keep(Reflection(moment=moment, title="The letter", text="Dear **M.**"))
    low = journal.check_ins.keep(CheckIn(moment=moment, values=(MeasureValue(MOOD, 2),)))
    journal.timeline.trash(low.id)
    journal.timeline.trash(letter.id)
    made = TrashPage(place)
    made.resize(1072, 800)
    made.show()
    made.reload()
    yield made
    made.deleteLater()


def _titles(page: TrashPage) -> list[str]:
    return [row.title.text() for row in page.rows]


def test_rows_say_what_they_are_and_until_when(page: TrashPage) -> None:
    assert set(_titles(page)) == {"The letter", "Check-in: quite low"}
    letter = next(row for row in page.rows if row.title.text() == "The letter")
    assert letter._detail.text() == "Reflection, 23 October. Dear M."
    assert letter._since.text() == "today, 09:42"
    assert letter._until.text() == "kept until 22 November"
    assert page.erase_all.accessibleName() == "Erase all 2 now"


def test_restore_has_a_way_back(page: TrashPage, journal: Journal) -> None:
    heard: list[object] = []
    page.requested.connect(heard.append)
    row = next(row for row in page.rows if row.title.text() == "The letter")
    row.restore.click()
    assert _titles(page) == ["Check-in: quite low"]
    said = heard[-1]
    assert isinstance(said, Said)
    assert said.text == "“The letter” is back in the journal"
    assert said.undo is not None
    said.undo()
    assert "The letter" in _titles(page)


def _press(page: TrashPage, words: str) -> None:
    for dialog in page.window().findChildren(Dialog):
        for button in dialog.findChildren(Button):
            if dialog.isVisible() and button.accessibleName() == words:
                button.click()
                return
    raise AssertionError(words)


def test_erasing_asks_once_and_leaves_nothing(page: TrashPage, journal: Journal) -> None:
    row = next(row for row in page.rows if row.title.text() == "The letter")
    row.erase.click()
    _press(page, "Keep it")
    assert len(page.rows) == 2
    row.erase.click()
    _press(page, "Erase for good")
    assert _titles(page) == ["Check-in: quite low"]
    with pytest.raises(KeyError):
        journal.reflections.get(row.trashed.item.id)
    assert journal.reflections.versions(row.trashed.item.id) == ()
    page.erase_all.click()


def test_only_the_chosen_row_wears_the_colour_of_erasing(page: TrashPage) -> None:
    first, second = page.rows
    assert first.is_chosen
    assert first.erase.property("kind") == "destructive"
    second.wanted.emit()
    assert first.erase.property("kind") == "quiet"
    assert second.erase.property("kind") == "destructive"


def test_keys_stay_among_the_rows(page: TrashPage) -> None:
    page.activateWindow()
    QApplication.processEvents()
    page.rows[1].restore.setFocus()
    page.rows[1].restore.click()
    assert page.rows[0].restore.hasFocus(), "not on the way back from it"
    page.rows[0].erase.setFocus()
    page.rows[0].erase.click()
    _press(page, "Erase for good")
    assert page.back.hasFocus()


def test_an_empty_trash_says_so(page: TrashPage) -> None:
    page.erase([row.trashed.item.id for row in page.rows])
    assert page.rows == []
    assert page._empty.isVisibleTo(page)
    assert not page.card.isVisibleTo(page)


def test_what_lay_there_for_thirty_days_is_erased(
    page: TrashPage, journal: Journal, clock: FixedClock
) -> None:
    erased = []
    for hours in (0, 24, 29 * 24, 30 * 24 - 1, 30 * 24 + 1):
        journal._book.clock = FixedClock(clock.now() + timedelta(hours=hours))
        erased.append(journal.timeline.erase_expired())
    assert erased == [0, 0, 0, 0, 2]
    assert journal.timeline.in_trash() == ()


def test_before_many_are_erased_at_once_a_backup_is_made(
    page: TrashPage, journal: Journal, place: Place
) -> None:
    moment = moment_at(place.clock.now())
    for number in range(MANY):
        journal.timeline.trash(journal.reflections.keep(Reflection(moment=moment, title=f"Page {number}")).id)
    page.reload()
    ids = [row.trashed.item.id for row in page.rows]
    page.erase(ids)
    idle(place)
    assert page.rows == []
    assert [backup.reason for backup in journal.backups.all()] == [BackupReason.DELETION]
    place.worker.close()


def test_dates_below_the_words_begin_where_the_words_begin(page: TrashPage, app: QApplication) -> None:
    for row in page.rows:
        row.arrange(narrow=True)
    app.processEvents()
    for row in page.rows:
        begin = row.title.mapTo(row, row.title.rect().topLeft()).x()
        assert row._dates.mapTo(row, row._dates.rect().topLeft()).x() == begin
