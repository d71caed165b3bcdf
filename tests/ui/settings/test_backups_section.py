"""Backups in Settings: made, listed with when they were proved, a second folder, restored, erased."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kapjournal.clock import FixedClock
from kapjournal.domain.backup import Backup, BackupReason, ProvedBy
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.journal import Journal, Verification
from kapjournal.ui.settings.backup_row import BackupRow
from kapjournal.ui.settings.backups_section import BackupsSection
from kapjournal.ui.settings.restore_dialog import EraseBackupDialog, RestoreDialog
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import JournalReplaced, Said
from tests.ui.waiting import wait_until


def idle(place: Place) -> None:
    wait_until(lambda: not place.worker.busy)


@pytest.fixture
def section(place: Place, journal: Journal) -> Iterator[BackupsSection]:
    journal.reflections.keep(Reflection(moment=moment_at(place.clock.now()), text="as it was"))
    made = BackupsSection(place)
    made.resize(700, 700)
    made.reload()
    idle(place)
    yield made
    place.worker.close()
    made.deleteLater()


def _wishes(section: BackupsSection) -> list[object]:
    heard: list[object] = []
    section.requested.connect(heard.append)
    return heard


def test_one_is_made_proved_and_listed(section: BackupsSection, place: Place) -> None:
    heard = _wishes(section)
    assert section._none.isVisibleTo(section)
    section.now.click()
    assert section.now.accessibleName() == "Stop"
    idle(place)
    assert heard == [Said("The backup is made and proved.")]
    (row,) = section.rows
    assert row.backup.proved_by is ProvedBy.COMPARED
    assert row.made.text() == "Today, 09:42"
    assert row.proved.text() == "today, 09:42"
    assert row.is_chosen
    assert row.restore.isVisibleTo(section)


def test_stopping_leaves_nothing(section: BackupsSection, place: Place) -> None:
    section.now.click()
    section.now.click()
    idle(place)
    assert section.rows == []
    assert section.now.accessibleName() == "Back up now"


def test_a_second_folder_and_its_absence(section: BackupsSection, place: Place, tmp_path: Path) -> None:
    stick = tmp_path / "blue stick"
    stick.mkdir()
    section.use_second(stick)
    idle(place)
    section.now.click()
    idle(place)
    assert section.rows[0]._where.text() == "both"
    assert "blue stick" in section.second.description.text()
    stick.rename(tmp_path / "elsewhere")
    section.reload()
    idle(place)
    assert (
        section.second.description.text() == "blue stick. It is not here now; its last copy is of 23 October."
    )
    assert section.says.text() == "", "it is said, not warned about"
    section.use_second(None)
    idle(place)
    assert not section.leave_second.isVisibleTo(section)


def test_restoring_says_what_happens_and_leads_on(section: BackupsSection, place: Place) -> None:
    heard = _wishes(section)
    section.now.click()
    idle(place)
    (kept,) = (item.id for item in _items(place))
    place.journal.timeline.trash(kept)
    section.rows[0].restore.click()
    dialog = section.window().findChild(RestoreDialog)
    assert dialog is not None
    assert "becomes a backup first" in dialog._words.text()
    dialog._go_on.click()
    idle(place)
    assert heard[-1] == JournalReplaced()


def _items(place: Place) -> tuple[object, ...]:
    from kapjournal.domain.timeline import TimelineFilter

    return place.journal.timeline.page(TimelineFilter()).items


def test_erasing_one_asks_once(section: BackupsSection, place: Place) -> None:
    section.now.click()
    idle(place)
    heard = _wishes(section)
    _with_keys(section).rows[0].more.setFocus()
    section.rows[0].erase_requested.emit(section.rows[0].backup)
    dialog = section.window().findChild(EraseBackupDialog)
    assert dialog is not None
    dialog.close_dialog()
    dialog.confirmed.emit()
    idle(place)
    assert section.rows == []
    assert heard == [Said("The backup is erased.")]
    assert section.now.hasFocus(), "no row is left for the keys"


def _with_keys(section: BackupsSection) -> BackupsSection:
    section.show()
    section.activateWindow()
    QApplication.processEvents()
    return section


def test_one_is_proved_again(section: BackupsSection, place: Place) -> None:
    section.now.click()
    idle(place)
    _with_keys(section).rows[0].more.setFocus()
    section.prove(section.rows[0].backup)
    idle(place)
    assert section.rows[0].backup.proved_by is ProvedBy.CHECKED
    assert section.rows[0].more.hasFocus(), "the keys stay where they were"


def test_the_journal_itself_is_proved(section: BackupsSection, place: Place) -> None:
    section.check.click()
    idle(place)
    assert section.whole.description.text() == "1 entry, and all of it is whole."
    assert not section.mend.isVisibleTo(section)


def test_torn_unused_pages_are_said_and_mended(section: BackupsSection, place: Place) -> None:
    section._journal_proved(Verification(1, True, True, True, True, True, unused_pages=2))
    assert section.mend.isVisibleTo(section)
    section.mend.click()
    idle(place)
    assert section.whole.description.text().startswith("Mended")
    assert place.journal.timeline.count() == 1


@pytest.mark.parametrize(
    ("days_ago", "words"), [(0, "today, 09:42"), (3, "20 October, 09:42"), (29, "24 September")]
)
def test_what_was_proved_long_ago_stands_on_one_line_beside_restore(
    app: QApplication, clock: FixedClock, days_ago: int, words: str
) -> None:
    now = clock.now()
    then = now - timedelta(days=days_ago)
    row = BackupRow(Backup(1, then, BackupReason.AUTOMATIC, 1, here=Path("here"), proved=then), None, now)
    assert row.proved.text() == words
    row.arrange(narrow=False, made_width=row.made.sizeHint().width())
    row.show_chosen(True)
    row.resize(718, 50)
    row.show()
    row.layout().activate()
    needed = row.proved.fontMetrics().horizontalAdvance("24 September")
    assert row.proved.width() >= needed
    row.close()
