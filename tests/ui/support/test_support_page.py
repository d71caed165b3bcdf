"""Support: the lines of a country, the person's own contacts, and something steady."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kapjournal.domain.course import Course
from kapjournal.domain.support_plan import PlanContact, SupportPlan
from kapjournal.journal import Journal
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared import printing
from kapjournal.ui.shared.copying import CopyButton
from kapjournal.ui.shared.crisis_lines import CrisisLines, chosen_country, lines_of
from kapjournal.ui.shared.fields import Choice, TextArea, TextField
from kapjournal.ui.shared.markdown_view import MarkdownView
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import ReflectionWanted, Said
from kapjournal.ui.support.lines_dialog import LinesDialog
from kapjournal.ui.support.page import SupportPage
from kapjournal.ui.unlock.support_view import LockedSupport
from tests.ui.waiting import wait_until


def words(widget: QWidget) -> list[str]:
    """Every text that stands there."""
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def press(widget: QWidget, name: str) -> None:
    """Press the first button of that accessible name."""
    found = [b for b in widget.findChildren(QAbstractButton) if b.accessibleName() == name]
    assert found, f"no button {name}"
    found[0].click()


def choose(lines: CrisisLines, code: str) -> None:
    """Choose a country as a person does."""
    choice = lines.findChildren(Choice)[0]
    choice.value = code
    choice.activated.emit(choice.currentIndex())


def test_lines_are_hidden_moved_and_added_and_emergency_stays_first(
    app: QApplication, place: Place, settings: SettingsStore
) -> None:
    settings.change(country="GB")
    page = SupportPage(place)
    page.show()
    page.ask_lines()
    (dialog,) = page.findChildren(LinesDialog)
    samaritans, shout, nhs = dialog.ticks
    dialog.ticks[samaritans].click()
    press(dialog, "Move “NHS” up")
    dialog.number.setText("0800 0000")
    dialog.name.setText("The clinic: at night")
    dialog.add.click()

    def grown() -> bool:
        """The dialog grows with what is in it."""
        seen = dialog.add.mapTo(dialog.panel, dialog.add.rect().bottomLeft()).y()
        return seen < dialog._scroll.geometry().bottom()

    wait_until(grown)
    own = "GB:The clinic: at night:0800 0000"
    assert list(dialog.ticks) == [samaritans, nhs, shout, own]
    here = [one.name for one in lines_of(settings)]
    assert here == ["Emergency", "NHS", "Shout", "The clinic: at night"]
    shown = words(page._lines._body)
    assert "Samaritans" not in shown
    assert shown.index("999") < shown.index("111, option 2") < shown.index("0800 0000")
    assert "0800 0000" in words(LockedSupport(SettingsStore(settings._path), locked=True))
    choose(page._lines, "IE")
    assert "0800 0000" not in words(page._lines._body)
    choose(page._lines, "GB")
    press(dialog, "Take “The clinic: at night” away")
    dialog.ticks[samaritans].click()
    assert [one.name for one in lines_of(settings)] == ["Emergency", "Samaritans", "NHS", "Shout"]
    dialog.add.click()
    assert "A number is needed." in words(dialog)
    dialog.close_dialog()


def test_a_very_long_part_is_read_whole_in_one_view(app: QApplication, place: Place) -> None:
    long = "\n".join(f"thought {n}" for n in range(300))
    place.journal.support_plan.keep(SupportPlan(noticing=long, steadying="A walk.\nTea."), "test")
    page = SupportPage(place)
    page.reload()
    assert page.texts["noticing"].findChildren(MarkdownView)[0].toPlainText() == long
    assert {"A walk.", "Tea."} <= set(words(page.texts["steadying"]))


def test_the_emergency_number_stands_first(app: QApplication, settings: SettingsStore) -> None:
    settings.change(country="GB")
    for full in (True, False):
        texts = words(CrisisLines(settings, full=full))
        assert texts.index("999") < texts.index("116 123") < texts.index("SHOUT to 85258")


def test_the_country_is_kept_in_the_settings(app: QApplication, settings: SettingsStore) -> None:
    lines = CrisisLines(settings)
    choose(lines, "FR")
    assert settings.current.country == "FR"
    assert "3114" in words(lines)
    assert chosen_country(settings).code == "FR"


def test_elsewhere_there_is_no_number_to_copy(app: QApplication, settings: SettingsStore) -> None:
    settings.change(country="elsewhere")
    lines = CrisisLines(settings, full=True)
    assert len(lines.findChildren(CopyButton)) == 2
    assert "findahelpline.com" in words(lines)


def test_a_number_is_copied_and_says_so(app: QApplication, settings: SettingsStore) -> None:
    settings.change(country="GB")
    lines = CrisisLines(settings, full=True)
    press(lines, "Copy 85258")
    assert QGuiApplication.clipboard().text() == "85258"
    press(lines, "Copy 999")
    names = [b.accessibleName() for b in lines.findChildren(QAbstractButton)]
    assert "999 is copied" in names
    assert "Copy 85258" in names
    QGuiApplication.clipboard().setText("something else")
    assert "Copy 999" in [button.accessibleName() for button in lines.findChildren(QAbstractButton)]


def test_the_page_shows_contacts_that_have_a_number(place: Place, journal: Journal) -> None:
    page = SupportPage(place)
    page.reload()
    assert "Nothing is written here yet." in words(page)
    journal.courses.keep(Course(therapist="Dr. M. Okafor", clinic="The clinic", clinic_phone="020 7946 0178"))
    page.reload()
    texts = words(page)
    assert "020 7946 0178" in texts
    assert "Dr. M. Okafor" not in texts, "a contact without a number is none"
    press(page, "Copy 020 7946 0178")
    assert QGuiApplication.clipboard().text() == "020 7946 0178"


def test_the_page_says_that_nobody_is_told(place: Place) -> None:
    page = SupportPage(place)
    page.reload()
    assert any(text.startswith("Nobody is told that you opened this page.") for text in words(page))


def test_something_steady_can_be_written_about(place: Place) -> None:
    page = SupportPage(place)
    page.reload()
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    press(page, "Another")
    press(page, "Write about this")
    (wish,) = wishes
    assert isinstance(wish, ReflectionWanted)
    assert wish.prompt is not None
    assert wish.prompt.prompt_id == "steady-body-02"
    assert wish.prompt.window == "steady"


def test_the_plan_is_kept_while_it_is_written(place: Place, journal: Journal) -> None:
    page = SupportPage(place)
    page.reload()
    press(page, "Edit “How I notice it building”")
    page.texts["noticing"].findChildren(TextArea)[0].setPlainText("I stop answering\nEverything is loud")
    press(page, "Edit “People I can tell”")
    for edit, text in zip(
        page.people.findChildren(TextField), ("My sister", "any hour", "07700 900 112"), strict=True
    ):
        edit.setText(text)
    page.leave()
    plan = journal.support_plan.get()
    assert plan.noticing == "I stop answering\nEverything is loud"
    assert plan.people == (PlanContact("My sister", "any hour", "07700 900 112"),)
    press(page, "Done with “People I can tell”")
    press(page, "Copy 07700 900 112")
    assert QGuiApplication.clipboard().text() == "07700 900 112"
    assert journal.undo() is not None
    assert journal.support_plan.get() == SupportPlan()


def test_a_person_stands_on_the_locked_screen_only_if_chosen(place: Place, journal: Journal) -> None:
    journal.support_plan.keep(SupportPlan(people=(PlanContact("My sister", "any hour", "07700 900 112"),)))
    page = SupportPage(place)
    page.reload()
    assert "07700 900 112" not in words(LockedSupport(place.settings, locked=True))
    page._locked.choice.value = "07700 900 112"
    page._locked.choice.activated.emit(page._locked.choice.currentIndex())
    assert "07700 900 112" in words(LockedSupport(place.settings, locked=True))
    page._locked.choice.value = ""
    page._locked.choice.activated.emit(0)
    assert "07700 900 112" not in words(LockedSupport(place.settings, locked=True))


def test_the_plan_is_printed_through_the_systems_dialog_or_saved(
    place: Place, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.settings.change(country="GB")
    journal.support_plan.keep(SupportPlan(noticing="I stop answering", reviewed=date(2026, 10, 3)))
    page = SupportPage(place)
    page.reload()
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    monkeypatch.setattr(printing, "can_print", lambda: False)
    press(page, "Print a copy")
    assert isinstance(wishes[-1], Said), "without a printer it says so"
    printed: list[tuple[bytes, ...]] = []
    monkeypatch.setattr(printing, "can_print", lambda: True)
    monkeypatch.setattr(printing, "ask_printer", lambda _parent, paper: paper)
    monkeypatch.setattr(printing, "print_pages", lambda _printer, images: printed.append(images) or True)
    press(page, "Print a copy")
    page.write_copy(tmp_path / "plan.pdf")
    wait_until(lambda: not place.worker.busy)
    ((image,),) = printed
    assert image.startswith(b"\x89PNG")
    assert [wish.text for wish in wishes[-2:] if isinstance(wish, Said)] == [
        "Sent to the printer.",
        "Saved: plan.pdf",
    ]
    text = PdfReader(tmp_path / "plan.pdf").pages[0].extract_text()
    assert "Looked over on 3 October 2026." in text
    place.worker.close()
