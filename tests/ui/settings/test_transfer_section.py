"""Import and export in Settings: a look first, then all of it as one step; and everything in plain files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.importing import ImportReport
from kapjournal.domain.moment import moment_at
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.exchange.draft import DATE, LEFT_OUT
from kapjournal.ui.settings import columns_dialog
from kapjournal.ui.settings.backup_row import BackupRow
from kapjournal.ui.settings.columns_dialog import ColumnsDialog
from kapjournal.ui.settings.import_figures import made_words
from kapjournal.ui.settings.page import SettingsPage
from kapjournal.ui.shared.long_work import LongWork
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import Said
from tests.ui.waiting import wait_until

DIARY = """day;mood;sleep;activities
03.01.2025;4;6,5;walk
04.01.2025;meh;7;
31.02.2025;5;7;
05.01.2025;9;8;walk, friends
06.01.2025;;;
07.01.2025;;;
"""


@pytest.fixture
def page(place: Place) -> Iterator[SettingsPage]:
    made = SettingsPage(place)
    made.resize(1072, 800)
    made.show()
    yield made
    place.worker.close()


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    path = tmp_path / "mood-diary-2025.csv"
    path.write_text(DIARY, "utf-8")
    return path


def shown(page: SettingsPage, place: Place, path: Path) -> None:
    page.show_import(path)
    wait_until(lambda: not place.worker.busy)
    QApplication.processEvents()  # what joined a layout is shown at the next turn


def texts(widget: QWidget) -> list[str]:
    return [
        label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget) and label.text()
    ]


def entries(place: Place) -> int:
    return len(place.journal.timeline.page(TimelineFilter(), limit=100).items)


def test_the_look_is_no_wider_than_its_column_in_a_wide_window(page: SettingsPage) -> None:
    page.resize(2352, 1440)
    page._panes.setCurrentWidget(page.importing)
    margins = page.importing._column.contentsMargins()
    assert page.importing.width() - margins.left() - margins.right() == 732


def test_the_look_accounts_for_every_row_and_changes_nothing(
    page: SettingsPage, place: Place, diary: Path
) -> None:
    shown(page, place, diary)
    view = page.importing
    said = texts(view)
    assert "mood-diary-2025.csv, 3 to 5 January 2025. Nothing in your journal has changed yet." in said
    figures = [said[said.index(name) - 1] for name in (
        "rows in the file", "become entries", "waits for a number", "stay out",
    )]  # fmt: skip
    assert figures == ["6", "2", "1", "3"]
    assert "mood, sleep, tags" in said
    assert (
        said[said.index("31.02.2025;5;7;") - 1],
        said[said.index("31.02.2025;5;7;") + 1],
    ) == ("4", "“31.02.2025” is not a day of the calendar in the form of the others.")
    assert "6, 7" in said, "rows with the same reason stand together"
    assert view.bring.accessibleName() == "Import 2 entries"
    assert entries(place) == 0


def test_rows_that_make_more_than_one_entry_are_told_beside_how_many_rows_come_in() -> None:
    report = ImportReport(1476, 1476, 0, (), 1490)
    assert (
        made_words(report, "mood, events")
        == "mood, events; 1,490 entries in all, since some rows make more than one"
    )
    assert made_words(replace(report, entries_made=1476), "mood") == "mood"


def test_a_word_gets_a_number_and_then_its_row_comes_in(
    page: SettingsPage, place: Place, diary: Path
) -> None:
    shown(page, place, diary)
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    view = page.importing
    choice = view.words.choices["meh"]
    choice.value = 5.0
    choice.changed.emit(5.0)
    wait_until(lambda: not place.worker.busy)
    assert view.bring.accessibleName() == "Import 3 entries"
    view.bring.click()
    assert view.bring.accessibleName() == "Stop"
    wait_until(lambda: not place.worker.busy)
    assert entries(place) == 3
    (said,) = (wish for wish in wishes if isinstance(wish, Said))
    assert said.text == "3 entries were imported"
    assert not view.isVisibleTo(page), "back at the settings"
    shown(page, place, diary)
    assert "are there already" in texts(view)
    assert not view.bring.isVisibleTo(view), "a second import adds nothing"
    assert said.undo is not None
    said.undo()
    wait_until(lambda: not place.worker.busy)
    assert entries(place) == 0


def test_stopping_an_import_keeps_nothing(page: SettingsPage, place: Place, diary: Path) -> None:
    shown(page, place, diary)
    with place.journal._book.database.holding():  # so that it cannot end before it is stopped
        page.importing.bring.click()
        page.importing.bring.click()
    wait_until(lambda: not place.worker.busy)
    assert entries(place) == 0
    assert page.importing.bring.accessibleName() == "Import 2 entries"


def is_gone(covering: LongWork) -> bool:
    return not isValid(covering) or not covering.isVisible()


@pytest.mark.parametrize("by", ["stop", "escape", "support", "leaving"])
def test_an_import_covers_the_window_until_it_ends_or_is_stopped(
    page: SettingsPage, place: Place, diary: Path, by: str
) -> None:
    shown(page, place, diary)
    with place.journal._book.database.holding():  # so that it cannot end before it is stopped
        page.importing.bring.click()
        (covering,) = page.window().findChildren(LongWork)
        assert covering.isVisible()
        match by:
            case "stop":
                covering.stop.click()
            case "escape":
                QTest.keyClick(covering, Qt.Key.Key_Escape)
            case "support":
                covering._to_support()
            case "leaving":
                place.worker.stop_long_work()
    assert covering.isVisible() is (by != "support"), "until the journal answers again"
    wait_until(lambda: not place.worker.busy)
    assert is_gone(covering)
    assert page.importing.bring.accessibleName() == "Import 2 entries"
    assert entries(place) == 0


def test_the_backup_that_an_import_made_stands_in_its_list(
    page: SettingsPage, place: Place, diary: Path
) -> None:
    place.journal.check_ins.keep(CheckIn(moment=moment_at(place.clock.now()), note="before"))
    shown(page, place, diary)
    page.importing.bring.click()
    wait_until(lambda: not place.worker.busy)
    assert len(page.findChildren(BackupRow)) == 1


def test_taking_an_import_back_can_be_stopped(page: SettingsPage, place: Place, diary: Path) -> None:
    shown(page, place, diary)
    wishes: list[Said] = []
    page.requested.connect(wishes.append)
    page.importing.bring.click()
    wait_until(lambda: not place.worker.busy)
    assert wishes[0].undo is not None
    with place.journal._book.database.holding():
        wishes[0].undo()
        covering = page.window().findChildren(LongWork)[-1]
        covering.stop.click()
    wait_until(lambda: not place.worker.busy)
    assert is_gone(covering)
    assert entries(place) == 2
    assert wishes[-1].text == "It was stopped. What was imported stays."


def test_columns_are_chosen_one_by_one(page: SettingsPage, place: Place, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b,c\n2026-01-02,3,8\n2026-01-03,4,9\n", "utf-8")
    shown(page, place, path)
    view = page.importing
    assert "Columns is the place to say it." in view.says.text()
    view.columns.click()
    dialog = page.findChildren(ColumnsDialog)[-1]
    first, second, third = dialog.rows
    assert first.meaning.value == DATE
    for row in (second, third):
        row.meaning.value = "mood"
        row.meaning.changed.emit("mood")
    assert (second.meaning.value, third.meaning.value) == (LEFT_OUT, "mood"), "one column alone is the mood"
    assert third.ends == (0.0, 10.0)
    dialog.keep_button.click()
    wait_until(lambda: not place.worker.busy)
    assert view.bring.accessibleName() == "Import 2 entries"


def test_of_very_many_columns_some_are_shown(
    page: SettingsPage, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns_dialog, "MOST_SHOWN", 4)
    path = tmp_path / "wide.csv"
    path.write_text("a,b,c,d,e,mood,date\n1,2,3,4,5,6,2026-01-02\n", "utf-8")
    shown(page, place, path)
    page.importing.columns.click()
    dialog = page.findChildren(ColumnsDialog)[-1]
    assert [row.column for row in dialog.rows] == ["a", "b", "mood", "date"]
    assert "And 3 columns more, which a mapping file reaches." in texts(dialog)
    dialog.keep_button.click()
    wait_until(lambda: not place.worker.busy)
    assert page.importing.bring.accessibleName() == "Import 1 entry"


def test_a_mapping_file_may_say_it(page: SettingsPage, place: Place, diary: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "diary.toml"
    mapping.write_text(
        '[file]\nsource = "diary"\ndelimiter = ";"\ndecimal = ","\n[when]\ndate = "day"\ndate_format = "%d.%m.%Y"\n'
        '[[value]]\nmeasure = "sleep_h"\ncolumn = "sleep"\n',
        "utf-8",
    )
    shown(page, place, diary)
    page.importing.use_mapping(mapping)
    wait_until(lambda: not place.worker.busy)
    assert page.importing.bring.accessibleName() == "Import 3 entries"
    assert "by diary.toml" in texts(page.importing)[1]
    mapping.write_text("[file]\nsource = 1\n", "utf-8")
    page.importing.use_mapping(mapping)
    wait_until(lambda: not place.worker.busy)
    assert "The mapping diary.toml does not fit at “file.source”" in page.importing.says.text()


def test_what_is_no_table_is_said_in_a_sentence(page: SettingsPage, place: Place, tmp_path: Path) -> None:
    path = tmp_path / "broken.csv"
    path.write_text('date,mood\n2026-01-01,"5\n', "utf-8")
    shown(page, place, path)
    assert "A quotation mark opens in line 2 of broken.csv and is not closed." in page.importing.says.text()
    assert page.importing.another.isVisibleTo(page)


def test_every_control_has_a_name(page: SettingsPage, place: Place, diary: Path) -> None:
    shown(page, place, diary)
    page.importing.columns.click()
    dialog = page.findChildren(ColumnsDialog)[-1]
    for part in (page.importing, page.transfer, dialog):
        for control in (
            *part.findChildren(QAbstractButton),
            *part.findChildren(QComboBox),
            *part.findChildren(QLineEdit),
        ):
            assert control.accessibleName(), control


def test_everything_goes_into_plain_files(
    page: SettingsPage, place: Place, diary: Path, tmp_path: Path
) -> None:
    shown(page, place, diary)
    page.importing.bring.click()
    wait_until(lambda: not place.worker.busy)
    out = tmp_path / "out"
    out.mkdir()
    page.transfer.export_to(out)
    wait_until(lambda: not place.worker.busy)
    folder = out / "Kap Journal 2026-10-23"
    whole = json.loads((folder / "journal.json").read_text("utf-8"))
    assert len(whole["entries"]) == 2
    assert "that anyone can read" in page.transfer._exporting.description.text()
    page.transfer.export_to(out)
    wait_until(lambda: not place.worker.busy)
    assert (out / "Kap Journal 2026-10-23 (2)").is_dir(), "nothing is written over"


def test_keys_in_a_word_for_mood_stay_there(page: SettingsPage, place: Place, diary: Path) -> None:
    shown(page, place, diary)
    page.activateWindow()
    view = page.importing
    choice = view.words.choices["meh"]
    choice.setFocus()
    for level in (0.0, 1.0, 2.0):  # as the keys go through the numbers, faster than the table is read
        choice.value = level
        choice.changed.emit(level)
    wait_until(lambda: not place.worker.busy)
    assert view.bring.accessibleName() == "Import 3 entries", "the last of them was read"
    assert page.window().focusWidget() is choice


def test_keys_stay_on_the_columns_while_the_table_is_read_by_them(
    page: SettingsPage, place: Place, diary: Path
) -> None:
    shown(page, place, diary)
    view = page.importing
    view.columns.setFocus()
    view.columns.click()
    page.findChildren(ColumnsDialog)[-1].keep_button.click()
    assert view.columns.isEnabled()
    wait_until(lambda: not place.worker.busy)
    assert page.window().focusWidget() is view.columns, "not on what imports"
    view.bring.click()
    assert not view.columns.isEnabled(), "what comes in is no longer read otherwise"
    wait_until(lambda: not place.worker.busy)
