"""A practice in its dialog: added, changed, paused, ended, gone on with, and a day of it noted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kapjournal.domain.practice import Dot, Practice, PracticeKind, PracticeState, Rhythm, Spell
from kapjournal.journal import Journal
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.practice_dialog import PracticeDialog
from kapjournal.ui.shared.practice_dots import PracticeDots
from kapjournal.ui.shared.wishes import Said
from kapjournal.words.practices import kept_on, kept_short

TODAY = date(2026, 10, 23)


@pytest.fixture
def window(place: Place) -> QWidget:
    made = QWidget()
    made.resize(900, 700)
    return made


def press(widget: QWidget, name: str) -> None:
    next(b for b in widget.findChildren(QAbstractButton) if b.accessibleName() == name).click()


def walk(journal: Journal) -> Practice:
    return journal.practices.keep(Practice(name="Walk", spells=(Spell(TODAY - timedelta(days=3)),)))


def test_a_practice_is_added_and_taken_back(window: QWidget, journal: Journal) -> None:
    dialog = PracticeDialog(journal, Practice(name="", question="What is small enough?"), TODAY, window)
    said: list[Said] = []
    dialog.requested.connect(said.append)
    press(dialog, "Add")
    assert journal.practices.all() == ()
    dialog.name.setText("  Three slow breaths ")
    dialog.kind.value = PracticeKind.BREATHING
    dialog.rhythm.value = Rhythm.DAILY
    press(dialog, "Add")
    (practice,) = journal.practices.all()
    assert (practice.name, practice.kind, practice.rhythm) == (
        "Three slow breaths",
        PracticeKind.BREATHING,
        Rhythm.DAILY,
    )
    assert practice.spells == (Spell(TODAY),)
    assert practice.question == "What is small enough?"
    assert said[0].undo is not None
    said[0].undo()
    assert journal.practices.all() == ()


@pytest.mark.parametrize(("button", "state"), [("Pause", PracticeState.PAUSED), ("End", PracticeState.ENDED)])
def test_it_stops_and_goes_on(window: QWidget, journal: Journal, button: str, state: PracticeState) -> None:
    practice = walk(journal)
    press(PracticeDialog(journal, practice, TODAY, window), button)
    stopped = journal.practices.get(practice.id)
    assert stopped.state is state
    press(PracticeDialog(journal, stopped, TODAY + timedelta(days=4), window), "Go on with it")
    assert journal.practices.get(practice.id).state is PracticeState.IN_PRACTICE


def test_a_day_of_it_is_noted(window: QWidget, journal: Journal) -> None:
    practice = walk(journal)
    dialog = PracticeDialog(journal, practice, TODAY, window)
    assert dialog.day is not None
    dialog.day.kept.setChecked(True)
    dialog.day.day.value = TODAY - timedelta(days=1)
    dialog.day.day.changed.emit(TODAY - timedelta(days=1))
    assert not dialog.day.kept.isChecked()
    dialog.day.kept.setChecked(True)
    dialog.day.minutes.set_value(12)
    dialog.day.helped.value = 3
    dialog.day.note.setText("rain")
    press(dialog, "Keep")
    today, before = (journal.practices.day(practice.id, TODAY - timedelta(days=back)) for back in (0, 1))
    assert today is not None
    assert today.kept
    assert before is not None
    assert (before.kept, before.minutes, before.helped, before.note) == (True, 12, 3, "rain")


def test_nothing_is_noted_of_a_day_that_was_only_looked_at(window: QWidget, journal: Journal) -> None:
    practice = walk(journal)
    press(PracticeDialog(journal, practice, TODAY, window), "Keep")
    assert journal.practices.days() == ()


def test_dots_say_what_they_show(window: QWidget) -> None:
    shown = [Dot(TODAY - timedelta(days=back), back % 2 == 0) for back in (6, 5, 4, 3, 2, 1, 0)]
    row = PracticeDots(parent=window)
    row.show_dots(shown, kept_on(shown, Rhythm.DAILY))
    assert row.accessibleName() == "kept on 4 of 7 days"
    assert kept_short(shown, Rhythm.WHEN_NEEDED) == "4 days"
    width = row.width()
    by_week = PracticeDots(by_week=True, parent=window)
    by_week.show_dots(shown, "")
    row.show_dots(shown[:3], "")
    assert row.width() < width
