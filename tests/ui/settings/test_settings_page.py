"""Settings: each change at once, measures with a way back, keys behind the passphrase."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kapjournal.domain.measure import ANXIETY, SLEEP_H, SLEEP_QUALITY, Direction
from kapjournal.domain.person import Person
from kapjournal.journal import Journal
from kapjournal.ui.settings.about_section import AboutSection
from kapjournal.ui.settings.erase_section import EraseJournalDialog
from kapjournal.ui.settings.key_dialogs import NewCodeDialog, PassphraseDialog
from kapjournal.ui.settings.look_section import _Letters
from kapjournal.ui.settings.measures_section import RenameDialog
from kapjournal.ui.settings.page import SettingsPage
from kapjournal.ui.settings.rows import SettingRow
from kapjournal.ui.settings.text_size import TextSizeSlider
from kapjournal.ui.shared.code_card import CodeCard
from kapjournal.ui.shared.own_measure import OwnMeasure
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import Said
from tests.ui.waiting import wait_until


@pytest.fixture
def page(place: Place) -> SettingsPage:
    made = SettingsPage(place)
    made.resize(1072, 800)
    made.reload()
    return made


def test_measures_are_switched_and_sleep_is_one_question(page: SettingsPage, place: Place) -> None:
    sleep = place.journal.measures.get(SLEEP_H)
    page._measures._switching(sleep)(True)
    assert place.journal.measures.get(SLEEP_H).in_use
    assert place.journal.measures.get(SLEEP_QUALITY).in_use
    page._measures._switching(place.journal.measures.get(SLEEP_H))(False)
    assert not place.journal.measures.get(SLEEP_QUALITY).in_use


def test_an_own_measure_is_added_with_a_way_back(page: SettingsPage, place: Place) -> None:
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    page._measures._add(OwnMeasure("noise", "none", "unbearable", Direction.NEITHER))
    assert [measure.name for measure in place.journal.measures.all() if measure.is_own] == ["noise"]
    (said,) = wishes
    assert isinstance(said, Said)
    assert said.undo is not None
    said.undo()
    assert [measure for measure in place.journal.measures.all() if measure.is_own] == []


def test_renaming_and_the_first_name_again(page: SettingsPage, place: Place) -> None:
    for given, kept in (("tightness", "tightness"), ("", "")):
        dialog = RenameDialog(place.journal.measures.get(ANXIETY), page)
        dialog.renamed.connect(page._measures._renamed)
        dialog._edit.setText(given)
        dialog.open_at_name()
        dialog._edit.setText(given)
        dialog._keep()
        assert place.journal.measures.get(ANXIETY).name == kept


def test_look_and_lock_are_kept_outside_the_journal(page: SettingsPage, place: Place) -> None:
    look = page._sections[0][1]
    look._set_look("dark")
    look._motion.setChecked(True)
    page._security._set_lock(30)
    now = place.settings.current
    assert (now.look, now.less_motion, now.auto_lock_min) == ("dark", True, 30)


def test_text_size_has_seven_steps(page: SettingsPage) -> None:
    slider = TextSizeSlider(100)
    assert slider.percent == 100
    slider.setValue(slider.maximum())
    assert slider.percent == 200
    assert slider.accessibleDescription() == "200 %"


def test_changing_the_passphrase(page: SettingsPage, place: Place, passphrase: str) -> None:
    window: QWidget = page
    dialog = PassphraseDialog(place, window)
    changed: list[bool] = []
    dialog.changed.connect(lambda: changed.append(True))
    dialog.open()
    dialog._old.edit.setText("wrong")
    dialog._new.edit.setText("quiet lantern")
    dialog._again.edit.setText("quiet lantern")
    dialog._begin()
    wait_until(dialog._go_on.isEnabled)
    assert dialog._line.text() == "That did not open it. Take your time."
    dialog._old.edit.setText(passphrase)
    dialog._begin()
    wait_until(lambda: bool(changed))
    folder, clock = place.journal.folder, place.clock
    place.journal.close()
    Journal.unlock(folder, "quiet lantern", clock).close()


def test_a_new_code_is_shown_once_the_passphrase_is_right(
    page: SettingsPage, place: Place, passphrase: str
) -> None:
    dialog = NewCodeDialog(place, page)
    dialog.open()
    dialog._secret.edit.setText(passphrase)
    dialog._begin()
    wait_until(lambda: bool(dialog.findChildren(CodeCard)))
    assert dialog._go_on.accessibleName() == "Done"


def test_questions_are_left_out_by_two_switches(page: SettingsPage, place: Place) -> None:
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    page._prompts.trauma.click()
    page._prompts.unsafe_home.click()
    assert place.journal.person.get() == Person(trauma_care=True, home_not_safe=True)
    said = wishes[-1]
    assert isinstance(said, Said)
    assert said.undo is not None
    said.undo()
    assert place.journal.person.get() == Person(trauma_care=True)
    assert page._prompts.trauma.isChecked()
    assert not page._prompts.unsafe_home.isChecked()


def test_a_section_that_is_gone_to_at_once_stands_at_the_top(page: SettingsPage) -> None:
    names = [section.accessibleName() for _icon, section in page._sections]
    at = names.index("Security")
    page.hide()
    page.resize(1000, 700)
    page._go_to(at)
    page.show()
    QApplication.processEvents()
    QApplication.processEvents()
    section, bar = page._sections[at][1], page._inner.verticalScrollBar()
    assert section.y() - bar.value() == theme().px(24)


def test_the_letters_stand_beside_the_slider_at_any_width(app: QApplication) -> None:
    slider = TextSizeSlider(100)
    letters = _Letters(slider)
    letters.resize(3 * letters.sizeHint().width(), letters.sizeHint().height())
    letters.show()
    app.processEvents()
    gap = letters._row.spacing()
    assert slider.x() == letters._small.sizeHint().width() + gap
    assert letters._large.x() == slider.geometry().right() + 1 + gap


def test_the_name_of_the_first_section_weighs_more_at_the_first_show(page: SettingsPage) -> None:
    page.show()
    weights = [button.font().weight() for button in page._names.buttons[:2]]
    page.hide()
    assert weights == [QFont.Weight.DemiBold, QFont.Weight.Medium]


@pytest.mark.parametrize(
    ("width", "control", "below"), [(400, 60, False), (400, 200, True), (1200, 500, False)]
)
def test_only_a_wide_control_stands_below_its_words_in_a_narrow_window(
    app: QApplication, width: int, control: int, below: bool
) -> None:
    wide = QWidget()
    wide.setFixedWidth(control)
    row = SettingRow("Text size", "From 80 % to 200 %", wide)
    row.resize(width, 120)
    row.show()
    layout = row.layout()
    assert layout is not None
    layout.activate()
    assert (wide.geometry().top() >= row.description.geometry().bottom()) is below
    row.close()


def test_the_path_of_the_journal_can_be_copied_as_it_is(app: QApplication) -> None:
    folder = "/home/a-person/.local/share/kapjournal/a-journal-with-a-long-name/journal"
    about = AboutSection(folder)
    assert any(label.text().endswith(folder) for label in about.findChildren(QLabel))


def test_every_button_is_called_by_what_stands_on_it(page: SettingsPage) -> None:
    buttons = [b for b in page.findChildren(QAbstractButton) if b.text() and b.accessibleName()]
    assert [b.text() for b in buttons if b.text().strip().lower() not in b.accessibleName().lower()] == []


def test_a_second_place_is_only_spoken_of_where_there_is_one(
    page: SettingsPage, place: Place, tmp_path: Path
) -> None:
    assert EraseJournalDialog(place, page).backups.text() == "Erase its backups too"
    (tmp_path / "stick").mkdir()
    place.journal.backups.use_second_folder(tmp_path / "stick")
    assert EraseJournalDialog(place, page).backups.text() == "Erase its backups too, in both places"
