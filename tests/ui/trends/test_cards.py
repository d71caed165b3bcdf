"""The cards of the page: computed when seen, the same for a reader as for the eye, and no dose beside a score."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus, Severity, SideEffect
from kapjournal.domain.measure import MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.domain.practice import Practice, Spell
from kapjournal.domain.scale import PHQ9, ScaleAnswer, ScaleForm
from kapjournal.journal import Journal
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.restyling import apply_theme
from kapjournal.ui.shared.wishes import DayWanted
from kapjournal.ui.trends.chart_card import ChartCard
from kapjournal.ui.trends.factor_dialog import FactorDialog
from kapjournal.ui.trends.kept import Kept
from kapjournal.ui.trends.method_dialog import MethodDialog
from kapjournal.ui.trends.page import TrendsPage
from kapjournal.ui.trends.ranges import Days, Range
from kapjournal.ui.trends.reading_factors import offered_factors
from tests.ui.waiting import wait_until

TODAY = date(2026, 10, 23)
ZONE = ZoneInfo("Europe/London")
DOSE = "777 units"
EVERY = {"mood", "around", "scale", "year", "lasting", "measures", "side_effects", "practices", "together"}


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, 0, tzinfo=ZONE)


@pytest.fixture
def life(journal: Journal, place: Place) -> Journal:
    """Forty days with three doses, side effects, a scale and a practice."""
    for back in range(40):
        values = {"mood": float(3 + back % 4), "anxiety": float(6 - back % 4), "energy": 5.0}
        journal.check_ins.keep(
            CheckIn(
                moment=moment_at(at(TODAY - timedelta(days=back))),
                values=tuple(MeasureValue(key, value) for key, value in values.items()),
            )
        )
    for back in (30, 20, 10):
        journal.kap_sessions.keep(
            KapSession(
                moment=moment_at(at(TODAY - timedelta(days=back))),
                kind=SessionKind.DOSING,
                status=SessionStatus.HELD,
                dose_text=DOSE,
                side_effects=(SideEffect("nausea", Severity.MILD, True),),
            )
        )
    for back, answer in ((35, 3), (14, 1), (0, 2)):
        items = [f"phq9_{number}" for number in range(1, 10)]
        journal.scales.keep(
            ScaleForm(
                moment=moment_at(at(TODAY - timedelta(days=back))),
                instrument=PHQ9,
                name="PHQ-9",
                answers=tuple(ScaleAnswer(item, answer) for item in items),
                finished=at(TODAY - timedelta(days=back)),
            )
        )
    practice = journal.practices.keep(Practice(name="Outside", spells=(Spell(TODAY - timedelta(days=25)),)))
    journal.practices.tick(practice.id, TODAY, True)
    place.settings.change(trends_compared=("anxiety", f"practice:{practice.id}"))
    return journal


@pytest.fixture
def page(app: QApplication, place: Place) -> Iterator[TrendsPage]:
    made = TrendsPage(place)
    made.resize(1280, 800)
    yield made
    made.close()
    made.deleteLater()
    app.sendPostedEvents(made, QEvent.Type.DeferredDelete)
    place.worker.close()


def shown(page: TrendsPage, app: QApplication) -> TrendsPage:
    page.reload()
    page.show()
    app.processEvents()
    return page


def bring(page: TrendsPage, app: QApplication, name: str) -> ChartCard:
    """Scroll to a card and wait until it is drawn."""
    page.go_to(name)
    wait_until(lambda: name not in page._waiting and not page.place.worker.busy)
    return page.cards.by_name[name]


def test_a_card_below_the_fold_is_computed_when_it_is_seen(
    app: QApplication, life: Journal, page: TrendsPage
) -> None:
    shown(page, app)
    assert {name for name, card in page.cards.by_name.items() if card.isVisible()} == EVERY
    assert "together" in page._waiting
    assert page.cards.by_name["together"].chart.picture is None
    card = bring(page, app, "together")
    assert card.chart.picture is not None
    assert "together" not in page._waiting


def test_every_card_has_its_sentence_table_image_method_and_keys(
    app: QApplication, life: Journal, page: TrendsPage
) -> None:
    shown(page, app)
    for name in sorted(EVERY):
        card = bring(page, app, name)
        picture = card.chart.picture
        assert picture is not None, name
        assert card.sentence.text() == picture.sentence
        assert card.title.text() == picture.title == card.chart.accessibleName()
        interface = card.chart.make_accessible()
        assert interface.role() == QAccessible.Role.Chart
        for button in (card.table_button, card.save_button, card.method_button):
            assert button.isEnabled(), name
            assert picture.title in button.accessibleName()
        card.table_button.click()
        model = card.table.table.model()
        assert model.rowCount() > 0, name
        assert all(model.index(0, column).data() is not None for column in range(model.columnCount()))
        QTest.keyClick(card.chart, Qt.Key.Key_Home)
        assert card.chart.current is not None, name
        assert interface.text(QAccessible.Text.Value).startswith(card.chart.current.heading)
        assert len(picture.points) > 0


def test_no_sentence_point_or_row_has_an_amount_of_medicine(
    app: QApplication, life: Journal, page: TrendsPage
) -> None:
    shown(page, app)
    for name in sorted(EVERY):
        card = bring(page, app, name)
        assert card.chart.picture is not None
        assert card._shown is not None
        said = [card.sentence.text(), card._shown.table.as_text(), card._shown.days]
        said += [f"{point.heading} {point.text}" for point in card.chart.picture.points]
        said += [shape.text for shape in card.chart.picture.shapes if hasattr(shape, "text")]
        assert not any("777" in text for text in said), name


def test_a_note_of_method_says_how_which_days_and_whence(
    app: QApplication, life: Journal, page: TrendsPage
) -> None:
    shown(page, app)
    for name in ("mood", "around"):
        card = bring(page, app, name)
        card.method_button.click()
        dialog = page.window().findChild(MethodDialog)
        assert dialog is not None
        words = [label.text() for label in dialog.findChildren(type(card.sentence))]
        assert any("2026" in text for text in words), "the days"
        assert len(words) >= 4
        dialog.close_dialog()
        app.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def test_the_year_goes_by_day_and_by_week_and_opens_the_day(
    app: QApplication, life: Journal, page: TrendsPage
) -> None:
    shown(page, app)
    card = bring(page, app, "year")
    heard: list[object] = []
    page.requested.connect(heard.append)
    for key, heading in (
        (Qt.Key.Key_End, "Friday 23 October"),
        (Qt.Key.Key_Up, "Thursday 22 October"),
        (Qt.Key.Key_Left, "Thursday 15 October"),
        (Qt.Key.Key_Down, "Friday 16 October"),
        (Qt.Key.Key_Right, "Friday 23 October"),
        (Qt.Key.Key_Right, "Friday 23 October"),
    ):
        QTest.keyClick(card.chart, key)
        assert card.chart.current is not None
        assert card.chart.current.heading == heading
    QTest.keyClick(card.chart, Qt.Key.Key_Return)
    assert heard == [DayWanted(TODAY)]


def test_one_range_is_for_all(app: QApplication, life: Journal, page: TrendsPage) -> None:
    shown(page, app)
    page._choose_range(Range.TWO_WEEKS)
    app.processEvents()
    card = bring(page, app, "lasting")
    assert card.chart.picture is not None
    assert len(card.chart.picture.points) == 1, "one dose in two weeks"
    assert "of 14: mood 14" in bring(page, app, "measures").sentence.text()


def test_up_to_five_things_are_compared(
    app: QApplication, life: Journal, page: TrendsPage, place: Place
) -> None:
    shown(page, app)
    bring(page, app, "together")
    page.cards.choose.click()
    dialog = page.window().findChild(FactorDialog)
    assert dialog is not None
    assert [tick.isChecked() for tick in dialog.ticks] == [True, False, True]
    for tick in dialog.ticks:
        tick.setChecked(False)
    dialog.close_dialog()
    app.processEvents()
    assert place.settings.current.trends_compared == ()
    assert page.cards.by_name["together"].sentence.text().endswith("Nothing is chosen yet.")
    assert page.cards.choose.isVisible()


def test_a_tag_is_there_on_a_day_or_not_and_its_word_stays_in_the_journal(
    app: QApplication, life: Journal, page: TrendsPage, place: Place
) -> None:
    for back in range(25):
        tags = ("Saw a friend",) if back % 4 == 3 or back == 24 else ()
        life.check_ins.keep(
            CheckIn(
                moment=moment_at(at(TODAY - timedelta(days=back)) + timedelta(hours=3)),
                values=(MeasureValue("mood", float(3 + back % 4)),),
                tags=tags,
            )
        )
    (key,) = (
        key
        for key, name in offered_factors(Kept(life, at(TODAY)), Days(TODAY, TODAY))
        if name == "Saw a friend"
    )
    seldom = Kept(life, at(TODAY))
    seldom.tags = {}
    assert (key, "Saw a friend") not in offered_factors(seldom, Days(TODAY, TODAY))
    assert (key, "Saw a friend") in offered_factors(seldom, Days(TODAY, TODAY), (key,)), (
        "what is compared stays"
    )
    place.settings.change(trends_compared=(key,))
    assert "friend" not in place.settings._path.read_text("utf-8")
    shown(page, app)
    table = bring(page, app, "together").table_button
    assert table.isEnabled()
    card = page.cards.by_name["together"]
    assert card._shown is not None
    assert card._shown.table.cell(0, 0) == "Saw a friend"
    assert card._shown.table.cell(0, 1) == "On days with “Saw a friend”, mood tended to be higher."
    assert card._shown.table.cell(0, 2) == "25 days", "the days before it was first given say nothing"
    page.cards.choose.click()
    dialog = page.window().findChild(FactorDialog)
    assert dialog is not None
    assert [tick.text() for tick in dialog.ticks if tick.isChecked()] == ["Saw a friend"]
    dialog.close_dialog()


def test_the_scale_says_change_in_words_and_item_nine_apart(
    app: QApplication, life: Journal, page: TrendsPage
) -> None:
    shown(page, app)
    card = bring(page, app, "scale")
    assert card.sentence.text().startswith(
        "27 on 18 September (the last one before the first dose), 18 on 23 October. "
        "9 points lower: larger than measurement error."
    )
    assert card.chart.picture is not None
    assert "item 9: 2" in card.chart.picture.points[-1].text


def test_a_new_look_reads_nothing(app: QApplication, life: Journal, page: TrendsPage) -> None:
    shown(page, app)
    bring(page, app, "together")
    waiting = dict(page._waiting)
    page.hide()
    life.close()
    apply_theme(app, "dark")
    apply_theme(app, "light")
    app.processEvents()
    assert dict(page._waiting) == waiting
