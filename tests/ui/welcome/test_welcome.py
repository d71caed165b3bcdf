"""Welcome: only the passphrase is needed, the code is asked back, the rest is kept as said."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kapjournal.clock import FixedClock
from kapjournal.domain.course import Condition, Phase
from kapjournal.domain.measure import Direction
from kapjournal.journal import Journal, KdfCost
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.code_card import AskBack, code_sheet
from kapjournal.ui.shared.own_measure import OwnMeasure
from kapjournal.ui.shared.strength import strength_of
from kapjournal.ui.shared.worker import Worker
from kapjournal.ui.welcome import view as welcome_view
from kapjournal.ui.welcome.view import WelcomeView
from kapjournal.words import language
from tests.ui.waiting import wait_until

CODE = "4NH8-22HR-KCDG-0B8D-N37E-GN2N-MVBE"


class _CheapJournal:
    """Makes journals at the least cost that a reader accepts."""

    cost: KdfCost

    @classmethod
    def create(cls, folder: Path, passphrase: str, clock: FixedClock) -> tuple[Journal, str]:
        return Journal.create(folder, passphrase, clock, cost=cls.cost)


@pytest.fixture
def welcome(
    app: QApplication,
    tmp_path: Path,
    clock: FixedClock,
    settings: SettingsStore,
    cost: KdfCost,
    monkeypatch: pytest.MonkeyPatch,
) -> WelcomeView:
    language.use("en_GB")
    _CheapJournal.cost = cost
    monkeypatch.setattr(welcome_view, "Journal", _CheapJournal)
    return WelcomeView(tmp_path / "journal", clock, settings, Worker())


def _make(welcome: WelcomeView) -> None:
    welcome.passphrase.first.edit.setText("lantern harbour quiet maple")
    welcome.passphrase.again.edit.setText("lantern harbour quiet maple")
    welcome.go_on()
    wait_until(lambda: welcome.passphrase.code_shown)


def _finish(welcome: WelcomeView) -> Journal:
    made: list[Journal] = []
    welcome.made.connect(made.append)
    welcome.go_on()
    return made[0]


@pytest.mark.parametrize(("width", "horizon", "begins"), [(1280, 448, 72), (2560, 896, 488)])
def test_the_horizon_has_its_third_and_the_steps_the_middle_of_the_rest(
    welcome: WelcomeView, width: int, horizon: int, begins: int
) -> None:
    welcome.resize(width, 800)
    welcome.restyle()
    assert welcome._rising.maximumWidth() == horizon
    margins = welcome._content.contentsMargins()
    assert (margins.left(), margins.right()) == (begins, begins)


def test_nothing_is_made_without_the_same_passphrase_twice(welcome: WelcomeView, tmp_path: Path) -> None:
    welcome.go_on()
    welcome.passphrase.first.edit.setText("one")
    welcome.passphrase.again.edit.setText("another")
    welcome.go_on()
    assert not (tmp_path / "journal").exists()


def test_the_passphrase_alone_is_enough(welcome: WelcomeView, clock: FixedClock, tmp_path: Path) -> None:
    _make(welcome)
    welcome._skip.click()
    welcome._skip.click()
    journal = _finish(welcome)
    assert journal.courses.all() == ()
    assert journal.kap_sessions.all() == ()
    journal.close()
    Journal.unlock(tmp_path / "journal", "lantern harbour quiet maple", clock).close()


def test_everything_that_was_said_is_kept(welcome: WelcomeView, clock: FixedClock) -> None:
    _make(welcome)
    asking = welcome.passphrase.asking
    assert asking is not None
    welcome.go_on()
    assert welcome._step == 0
    for edit, wanted in zip(asking.fields, asking._wanted, strict=True):
        edit.setText(wanted.lower())
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert welcome._step == 1
    step = welcome.treatment
    step._chips[Condition.DEPRESSION].setChecked(True)
    step._phases._cards[1].click()
    step.day.set_value(date(2026, 11, 3))
    step.time.set_value(time(13, 30))
    step.planned.setText("6")
    step.therapist.setText("  Someone  ")
    step.clinic_phone.setText("020 7946 0178")
    welcome.go_on()
    welcome.measures._add_own(OwnMeasure("noise", "none", "unbearable", Direction.LOWER_IS_BETTER))
    journal = _finish(welcome)
    (course,) = journal.courses.all()
    assert course.conditions == (Condition.DEPRESSION,)
    assert course.phase_on(date(2026, 10, 23)) is Phase.INITIAL
    assert (course.sessions_planned, course.therapist, course.clinic_phone) == (6, "Someone", "020 7946 0178")
    (planned,) = journal.kap_sessions.all()
    assert planned.moment.local.isoformat() == "2026-11-03T13:30:00"
    assert planned.course_id == course.id
    assert [measure.name for measure in journal.measures.in_use() if measure.is_own] == ["noise"]
    journal.close()


def test_a_day_that_is_not_understood_keeps_the_step(welcome: WelcomeView) -> None:
    _make(welcome)
    welcome._skip.click()
    welcome.treatment.day.edit.setText("31 Feb")
    welcome.treatment.day.edit.editingFinished.emit()
    welcome.go_on()
    assert welcome._step == 1
    welcome._skip.click()
    assert welcome._step == 2
    _finish(welcome).close()


def test_asking_back_reads_letters_that_look_like_figures(app: QApplication) -> None:
    asking = AskBack(CODE, asked=(12, 0, 4))
    for edit, given in zip(asking.fields, ("4", "2", "o"), strict=True):
        edit.setText(given)
    assert asking.answered
    asking.fields[0].setText("5")
    assert not asking.answered


def test_asking_back_says_which_are_not_as_in_the_code_and_goes_to_the_first(app: QApplication) -> None:
    language.use("en_GB")
    asking = AskBack(CODE, asked=(12, 0, 4))
    asking.show()
    for edit, wanted in zip(asking.fields, asking._wanted, strict=True):
        edit.setText(wanted)
    asking.fields[1].clear()
    asking.fields[2].setText("?")
    asking.tell_wrong()
    assert asking._line.text() == (
        "Not as in the code yet: Group 2, character 1; Group 4, character 1. There is no hurry."
    )
    assert asking.focusWidget() is asking.fields[1]
    assert [edit.property("wrong") for edit in asking.fields] == [False, True, True]
    asking.fields[1].setText(asking._wanted[1])
    asking.fields[2].setText(asking._wanted[2])
    asking.tell_wrong()
    assert asking.answered


def test_the_sheet_says_that_nobody_else_can_open_it() -> None:
    language.use("en_GB")
    assert CODE in code_sheet(CODE)
    assert "nobody can open" in code_sheet(CODE)


def test_strength_refuses_nothing_and_never_stalls() -> None:
    language.use("en_GB")
    assert strength_of("").bars == 0
    assert strength_of("password").bars == 1
    assert strength_of("lantern harbour quiet maple").bars == 4
    assert strength_of("x9" * 5000).bars >= 1


def test_tab_alone_goes_from_one_character_to_the_next(app: QApplication) -> None:
    asking = AskBack(CODE, asked=(12, 0, 4))
    asking.show()
    asking.fields[0].setFocus()
    QTest.keyClicks(asking.fields[0], "4")
    assert asking.focusWidget() is asking.fields[0]
