"""Fields: their names, and the many ways of writing a day and a time."""

from datetime import date, time

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kapjournal.ui.shared.day_and_time import DateField, TimeField, read_day, read_time
from kapjournal.ui.shared.day_popup import DayPopup
from kapjournal.ui.shared.fields import Choice, NumberField, TextArea, TextField, field
from kapjournal.words import language

TODAY = date(2026, 10, 23)


def test_a_field_names_its_input(app: QApplication) -> None:
    edit = TextField()
    made = field("Clinic’s number", edit, "For after a dose", unit="tel")
    assert edit.accessibleName() == "Clinic’s number, tel"
    assert edit.accessibleDescription() == "For after a dose"
    made.say_wrong("That is not a number.")
    assert edit.accessibleDescription() == "That is not a number."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("22 September 2026", date(2026, 9, 22)),
        ("Tue 22 September 2026", date(2026, 9, 22)),
        ("22 Sep", date(2026, 9, 22)),
        ("2026-09-22", date(2026, 9, 22)),
        ("22/9/2026", date(2026, 9, 22)),
        ("22.9.26", date(2026, 9, 22)),
        ("31 Feb", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days(text: str, wanted: date | None) -> None:
    language.use("en_GB")
    assert read_day(text, TODAY) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("13:30", time(13, 30)),
        ("1330", time(13, 30)),
        ("1.30 pm", time(13, 30)),
        ("12 am", time(0, 0)),
        ("9", time(9, 0)),
        ("25:00", None),
        ("noonish", None),
    ],
)
def test_times(text: str, wanted: time | None) -> None:
    assert read_time(text) == wanted


def test_a_day_that_is_not_understood_is_kept_in_view(app: QApplication) -> None:
    language.use("en_GB")
    day = DateField(today=TODAY)
    day.edit.setText("31 Feb")
    day.edit.editingFinished.emit()
    assert day.value is None
    assert not day.understood
    assert day.edit.text() == "31 Feb"


def test_a_day_by_keys_in_the_month(app: QApplication) -> None:
    language.use("en_GB")
    day = DateField(TODAY, today=TODAY)
    popup = DayPopup(TODAY, TODAY, day)
    chosen: list[date] = []
    popup.day_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown):
        QTest.keyClick(popup, key)
    (here,) = (button for button in popup.days if button.focusPolicy() == Qt.FocusPolicy.StrongFocus)
    assert here.accessibleName() == "Monday, 30 November"
    QTest.keyClick(here, Qt.Key.Key_Return)
    assert chosen == [date(2026, 11, 30)]


def test_a_day_of_the_month_says_what_it_is_and_is_a_button(app: QApplication) -> None:
    language.use("en_GB")
    day = DateField(date(2026, 10, 20), today=TODAY)
    popup = DayPopup(day.value, TODAY, day)
    popup.day_chosen.connect(day.set_value)
    named = {button.accessibleName(): button for button in popup.days}
    assert "Tuesday, 20 October, chosen" in named
    assert "Friday, 23 October, today" in named
    named["Wednesday, 21 October"].click()
    assert day.value == date(2026, 10, 21)


def test_a_month_stays_within_the_years_that_there_are(app: QApplication) -> None:
    field = DateField()
    popup = DayPopup(date.min, date.min, field)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        QTest.keyClick(popup, key)
    assert popup.days[0].day == date.min


def test_time_field_takes_what_is_typed(app: QApplication) -> None:
    language.use("en_GB")
    clock = TimeField()
    clock.edit.setText("1330")
    clock.edit.editingFinished.emit()
    assert clock.value == time(13, 30)


def test_numbers(app: QApplication) -> None:
    number = NumberField(low=1, high=20)
    for text, value in (("6", 6), ("", None), ("0", None), ("21", None), ("six", None), ("nan", None)):
        number.setText(text)
        assert number.value == value
    number.set_value(None)
    assert number.understood


def test_choice(app: QApplication) -> None:
    choice = Choice([("gb", "United Kingdom"), ("nz", "New Zealand")], value="nz")
    assert choice.value == "nz"
    choice.value = "gb"
    assert choice.currentText() == "United Kingdom"


def test_a_choice_says_what_for_and_takes_the_row_that_a_reader_presses(app: QApplication) -> None:
    choice = Choice([("gb", "United Kingdom"), ("nz", "New Zealand")], value="gb", accessible_name="Country")
    account = QAccessible.queryAccessibleInterface(choice)
    assert account is not None
    assert account.text(QAccessible.Text.Description) == "Country"
    told: list[object] = []
    choice.changed.connect(told.append)
    choice.show()
    choice.showPopup()
    rows = choice.view().selectionModel()
    rows.select(choice.model().index(1, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    QApplication.processEvents()
    assert choice.value == "nz"
    assert told == ["nz"]


def _put_in(edit: QLineEdit, text: str) -> None:
    """As a screen reader or a voice does it."""
    accessible = QAccessible.queryAccessibleInterface(edit)
    assert accessible is not None
    accessible.setText(QAccessible.Text.Value, text)


def test_a_field_hears_the_person_whichever_way_the_words_come(app: QApplication) -> None:
    edit = TextField()
    heard: list[str] = []
    put_in: list[str] = []
    edit.edited.connect(heard.append)
    edit.put_in.connect(put_in.append)
    edit.setText("shown by the program")
    edit.clear()
    QTest.keyClicks(edit, "ab")
    _put_in(edit, "60 mg, as I was told")
    assert heard == ["a", "ab", "60 mg, as I was told"]
    assert put_in == ["60 mg, as I was told"]


def test_a_day_and_a_time_that_a_reader_puts_in_are_read(app: QApplication) -> None:
    day, clock = DateField(today=TODAY), TimeField()
    told: list[object] = []
    day.changed.connect(told.append)
    clock.changed.connect(told.append)
    _put_in(day.edit, "3 December 2026")
    _put_in(clock.edit, "14:00")
    assert [day.value, clock.value] == told == [date(2026, 12, 3), time(14)]


@pytest.mark.parametrize("lines", [1, 3, 5])
def test_an_area_shows_all_that_it_has_grown_for(app: QApplication, lines: int) -> None:
    area = TextArea("\n".join("word" for _ in range(lines)), least_lines=2, most_lines=6)
    area.resize(300, 100)
    area.show()
    assert area.verticalScrollBar().maximum() == 0


def test_a_number_that_is_not_read_is_told_and_read_when_mended(app: QApplication) -> None:
    language.use("en_GB")
    edit = NumberField(low=0, high=72)
    made = field("Since I last ate", edit, unit="hours")
    edit.setText("forty")
    edit.editingFinished.emit()
    assert edit.accessibleDescription() == "Not read yet. A number from 0 to 72 fits here, like 6."
    assert made._note.isVisibleTo(made)
    edit.selectAll()
    QTest.keyClicks(edit, "40")
    assert edit.accessibleDescription() == ""
    assert edit.value == 40


def test_a_number_is_written_as_in_the_persons_region(app: QApplication) -> None:
    language.use("de_DE")
    edit = NumberField(6.5, digits=1)
    assert (edit.text(), edit.value) == ("6,5", 6.5)
    edit.set_value(1200)
    assert (edit.text(), edit.value) == ("1200", 1200)
    language.use("en_GB")
    edit.set_value(6.5)
    assert edit.text() == "6.5"
