"""A scale from its first question to its result, and the support page before any score."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kapjournal.clock import FixedClock
from kapjournal.domain.moment import moment_at
from kapjournal.domain.scale import ScaleAnswer, ScaleForm
from kapjournal.domain.support_plan import PlanContact, SupportPlan
from kapjournal.journal import Journal
from kapjournal.ui.scales.page import ScalePage
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import BackWanted, ScaleWanted, ShowPage
from tests.ui.waiting import wait_until


def words(widget: QWidget) -> list[str]:
    return [
        label.text() for label in widget.findChildren(QLabel) if label.text() and label.isVisibleTo(widget)
    ]


def press(widget: QWidget, name: str) -> None:
    found = [
        b
        for b in widget.findChildren(QAbstractButton)
        if b.accessibleName() == name and b.isVisibleTo(widget)
    ]
    assert found, f"no button {name}"
    found[0].click()


@pytest.fixture
def page(place: Place) -> ScalePage:
    place.settings.change(country="GB")
    made = ScalePage(place)
    made.resize(1072, 800)
    made.show()
    return made


def answer(page: ScalePage, *keys: str) -> None:
    """Answer one item after another by its key, and go on."""
    for key in keys:
        QTest.keyClicks(page.entry, key)
        QTest.keyClick(page.entry, Qt.Key.Key_Return)


def kept_form(
    journal: Journal, clock: FixedClock, instrument: str, *values: int | None, days_ago: int = 0
) -> ScaleForm:
    definition = journal.scales.definition(instrument)
    assert definition is not None
    moment = moment_at(clock.now() - timedelta(days=days_ago))
    answers = tuple(ScaleAnswer(i.id, v) for i, v in zip(definition.items, values, strict=False))
    return journal.scales.keep(
        ScaleForm(
            moment=moment,
            instrument=instrument,
            name=definition.name,
            answers=answers,
            finished=moment.instant,
        )
    )


def test_item_nine_brings_the_support_page_before_the_score(page: ScalePage, journal: Journal) -> None:
    journal.support_plan.keep(SupportPlan(people=(PlanContact("My sister", "any hour", "07700 900 112"),)))
    page.open_for(ScaleWanted(instrument="phq9"))
    answer(page, "1", "2", "2", "2", "1", "2", "2", "1", "1", "1")
    shown = words(page)
    assert "Thank you for answering honestly." in shown
    assert shown.index("999") < shown.index("116 123") < shown.index("07700 900 112")
    assert "Your 9 answers are kept. The score comes after Continue." in shown
    assert not any("of 27" in text for text in shown), "no score yet"
    (form,) = journal.scales.forms("phq9")
    assert form.finished is not None
    assert form.support_shown is not None
    assert len(form.answers) == 10, "nothing that was entered is lost"
    press(page, "Continue")
    assert "14 of 27, moderate" in words(page)
    assert "Thank you for answering honestly." not in words(page)


def test_the_plan_is_one_step_from_the_support_page(page: ScalePage) -> None:
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    page.open_for(ScaleWanted(instrument="phq9"))
    answer(page, *"0000000030")
    press(page, "Show my safety plan")
    assert wishes[-1] == ShowPage("support")


def test_item_nine_at_zero_shows_the_score_and_says_nothing_of_it(page: ScalePage) -> None:
    page.open_for(ScaleWanted(instrument="phq9"))
    answer(page, *"000000000")
    shown = words(page)
    assert "0 of 27, minimal" in shown
    assert not any("safe" in text.lower() or "risk" in text.lower() for text in shown)


def test_item_nine_left_open_has_one_quiet_line(page: ScalePage) -> None:
    page.open_for(ScaleWanted(instrument="phq9"))
    answer(page, *"00000000-")
    shown = words(page)
    assert "Between 0 and 3 of 27" in shown
    assert "Support is there whenever you want it." in shown
    assert "No change is worked out: that is said only from one complete form to another." in shown


def test_a_form_is_left_and_gone_on_with(page: ScalePage, journal: Journal) -> None:
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    page.open_for(ScaleWanted(instrument="gad7"))
    answer(page, "2", "-", "1")
    press(page, "Later")
    assert BackWanted() in wishes
    (left,) = journal.scales.left_open()
    assert [(a.item, a.value) for a in left.answers] == [("gad7_1", 2), ("gad7_2", None), ("gad7_3", 1)]
    assert journal.scales.forms("gad7") == ()
    page.open_for(ScaleWanted(instrument="gad7"))
    assert page.form is not None
    assert page.form.id == left.id
    assert "Trouble relaxing" in words(page)
    answer(page, *"1111")
    assert "Between 7 and 10 of 21" in words(page)
    assert journal.scales.left_open() == ()


def test_an_empty_form_is_nothing(page: ScalePage, journal: Journal) -> None:
    page.open_for(ScaleWanted(instrument="gad7"))
    press(page, "Later")
    assert journal.scales.left_open() == ()


def test_a_change_after_done_is_a_new_version(page: ScalePage, journal: Journal, clock: FixedClock) -> None:
    form = kept_form(journal, clock, "gad7", 2, 1, 1, 1, None, 2, 1)
    page.open_for(ScaleWanted(form.id))
    press(page, "Answer it")
    assert "Being so restless that it is hard to sit still" in words(page)
    QTest.keyClicks(page.entry, "3")
    assert journal.scales.get(form.id) == form, "only another 'Done' changes what was done"
    QTest.keyClick(page.entry, Qt.Key.Key_Return)
    answer(page, "", "")
    assert "11 of 21, moderate" in words(page)
    assert [version.answer("gad7_5") for version in journal.scales.versions(form.id)] == [None]
    assert journal.scales.get(form.id).finished == form.finished
    assert "Earlier versions of this form" in words(page)
    assert "Between 8 and 11 of 21; estimate 9, 6 of 7 answered" in words(page)


def test_phq_9_of_twenty_offers_support_beside_the_result_once(page: ScalePage, journal: Journal) -> None:
    page.open_for(ScaleWanted(instrument="phq9"))
    answer(page, *"3333333003"[:10])
    assert "These have been hard weeks." in words(page)
    (form,) = journal.scales.forms("phq9")
    page.open_for(ScaleWanted(form.id))
    assert "These have been hard weeks." not in words(page)


def test_the_long_term_check_speaks_of_the_bladder_the_second_time(
    page: ScalePage, journal: Journal, clock: FixedClock
) -> None:
    kept_form(journal, clock, "long_term", 1, 0, 0, 0, 0, 0, 0, 0, 0, days_ago=28)
    page.open_for(ScaleWanted(instrument="long_term"))
    answer(page, *"010000001")
    shown = words(page)
    assert "Tell your clinic about your bladder." in shown
    assert "Please tell the one who prescribes it." in shown


def test_all_on_one_page_takes_the_same_keys(page: ScalePage, journal: Journal) -> None:
    page.open_for(ScaleWanted(instrument="gad2"))
    press(page, "All on one page")
    assert len(page.entry.cards) == 2
    for card, key in zip(page.entry.cards, "12", strict=True):
        QTest.keyClicks(card.buttons[0], key)
    press(page, "Done")
    assert "3 of 6, at or above the cut-off" in words(page)
    assert journal.scales.choice().all_on_one_page


def test_all_on_one_page_goes_on_where_the_answers_end(page: ScalePage) -> None:
    page.open_for(ScaleWanted(instrument="phq9"))
    answer(page, "1", "2", "-")
    press(page, "All on one page")
    assert page.focusWidget() is page.entry.cards[3].buttons[0]
    wait_until(lambda: page.entry.cards[3].visibleRegion().boundingRect().height() > 0)
    QTest.keyClicks(page.entry.cards[3].buttons[0], "0")
    press(page, "One at a time")
    assert "5 of 9, then one that is not counted" in words(page)
    assert page.focusWidget() is page.entry.cards[0].buttons[0]


def test_another_text_size_while_a_result_is_shown(
    page: ScalePage, journal: Journal, clock: FixedClock
) -> None:
    form = kept_form(journal, clock, "gad7", 2, 1, 1, 1, 1, 2, 1)
    page.open_for(ScaleWanted(form.id))
    page.leave()
    page.entry.restyle()
    page.result.restyle()
    assert "9 of 21, mild" in words(page)


def test_every_control_has_a_name_of_its_own(page: ScalePage) -> None:
    for wish in (ScaleWanted(), ScaleWanted(instrument="phq9")):
        page.open_for(wish)
        names = [b.accessibleName() for b in page.findChildren(QAbstractButton) if b.isVisibleTo(page)]
        assert all(names)
    assert sorted(names) == sorted(set(names)), (
        "of the buttons beside one question no two are called the same"
    )


def test_the_parts_of_pcl_5_are_summed_only_where_they_are_complete(page: ScalePage, place: Place) -> None:
    form = kept_form(place.journal, place.clock, "pcl5", *([2] * 5), 1, None, *([1] * 7), *([4] * 6))
    page.open_for(ScaleWanted(form.id))
    said = words(page.result)
    for name, sum_ in (
        ("Intrusion", "10 of 20"),
        ("Avoidance", "no sum, an answer is open"),
        ("Thoughts and mood", "7 of 28"),
        ("Arousal", "24 of 24"),
    ):
        assert said[said.index(name) + 1] == sum_
