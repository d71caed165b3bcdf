"""The page of trends on a real journal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.course import Course
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.measure import MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.journal import Journal
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import CheckInWanted, DayWanted, EntryWanted, Said
from kapjournal.ui.trends.chart_card import ChartCard
from kapjournal.ui.trends.page import TrendsPage
from kapjournal.ui.trends.ranges import Range
from tests.ui.waiting import wait_until

TODAY = date(2026, 10, 23)
ZONE = ZoneInfo("Europe/London")


def noted(journal: Journal, day: date, **values: float) -> None:
    moment = moment_at(datetime(day.year, day.month, day.day, 9, 0, tzinfo=ZONE))
    journal.check_ins.keep(
        CheckIn(moment=moment, values=tuple(MeasureValue(k, v) for k, v in values.items()))
    )


@pytest.fixture
def page(app: QApplication, place: Place) -> Iterator[TrendsPage]:
    made = TrendsPage(place)
    made.resize(1100, 900)
    yield made
    made.close()
    made.deleteLater()
    app.sendPostedEvents(made, QEvent.Type.DeferredDelete)


@pytest.fixture
def month(journal: Journal) -> Journal:
    for back in range(30):
        noted(journal, TODAY - timedelta(days=back), mood=float(3 + back % 4))
    for back in range(5):
        noted(journal, TODAY - timedelta(days=back), anxiety=4.0, sleep_h=6.5)
    return journal


def mood(page: TrendsPage) -> ChartCard:
    return page.cards.by_name["mood"]


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


def wishes(page: TrendsPage) -> list[object]:
    heard: list[object] = []
    page.requested.connect(heard.append)
    return heard


def test_an_empty_journal_has_one_way_on(app: QApplication, page: TrendsPage) -> None:
    shown(page, app)
    assert page.empty.isVisible()
    assert not mood(page).isVisible()
    assert not page.range_bar.isVisible()
    heard = wishes(page)
    page.empty.button.click()
    assert heard == [CheckInWanted()]


def test_mood_is_drawn_with_its_sentence(app: QApplication, month: Journal, page: TrendsPage) -> None:
    shown(page, app)
    assert mood(page).title.text() == "Mood"
    assert "30 check-ins on 30 of 42 days. Missing days may differ" in mood(page).sentence.text()
    assert mood(page).chart.picture is not None
    assert page.head.subtitle.text() == "12 September to 23 October 2026, one range for every chart."


def test_without_a_course_it_cannot_be_chosen(
    app: QApplication, month: Journal, page: TrendsPage, clock: FixedClock
) -> None:
    shown(page, app)
    assert page.range_bar.segments is not None
    names = [child.accessibleName() for child in page.range_bar.segments.children() if child.isWidgetType()]  # type: ignore[attr-defined]
    assert names == ["2 weeks", "6 weeks", "1 year", "All"]
    course = month.courses.keep(Course(started=date(2026, 9, 8)))
    month.kap_sessions.keep(
        KapSession(
            moment=moment_at(clock.now() - timedelta(days=10)),
            kind=SessionKind.DOSING,
            status=SessionStatus.HELD,
            course_id=course.id,
        )
    )
    page.reload()
    names = [child.accessibleName() for child in page.range_bar.segments.children() if child.isWidgetType()]  # type: ignore[attr-defined]
    assert "This course" in names
    page._choose_range(Range.COURSE)
    assert page.head.subtitle.text().startswith("8 September to 23 October 2026")
    assert mood(page).chart.picture is not None
    told = [point.text for point in mood(page).chart.picture.points]
    assert "dosing session 1" in told


def test_each_range_reads_its_own_days(app: QApplication, month: Journal, page: TrendsPage) -> None:
    shown(page, app)
    for choice, days in ((Range.TWO_WEEKS, "14 of 14"), (Range.YEAR, "30 of 365"), (Range.ALL, "30 of 30")):
        page._choose_range(choice)
        assert f"on {days} days." in mood(page).sentence.text()


def test_measures_with_values_are_drawn_together(
    app: QApplication, month: Journal, page: TrendsPage, place: Place
) -> None:
    shown(page, app)
    card = page.cards.by_name["measures"]
    bring(page, app, "measures")
    chips = page.cards.measures.chips()
    assert [chip.words for chip in chips] == ["Mood", "Anxiety", "Sleep"]
    assert all(chip.isChecked() for chip in chips)
    assert "Days noted, of 42: mood 30, anxiety 5, sleep 5." in card.sentence.text()
    chips[0].click()
    app.processEvents()
    bring(page, app, "measures")
    assert place.settings.current.trends_measures == ("anxiety", "sleep_h")
    assert "Days noted, of 42: anxiety 5, sleep 5." in card.sentence.text()
    chips[1].click()
    chips[2].click()
    assert chips[2].isChecked(), "one is always drawn"


def test_without_other_values_mood_stands_alone(
    app: QApplication, journal: Journal, page: TrendsPage
) -> None:
    noted(journal, TODAY, mood=4.0)
    shown(page, app)
    assert {name for name, card in page.cards.by_name.items() if card.isVisible()} == {"mood", "year"}


def test_the_table_opens_in_its_card_and_can_be_copied(
    app: QApplication, month: Journal, page: TrendsPage
) -> None:
    shown(page, app)
    card = mood(page)
    assert not card.table.isVisible()
    card.table_button.click()
    assert card.table.isVisible()
    model = card.table.table.model()
    assert model.rowCount() == 30
    assert [model.index(0, column).data() for column in range(4)] == ["Fri 23 Oct", "1", "3", "4"]
    assert model.index(29, 3).data() == ""
    heard = wishes(page)
    card.table._copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 31
    assert lines[1] == "Fri 23 Oct\t1\t3\t4"
    assert isinstance(heard[0], Said)
    card.table._close.click()
    assert not card.table.isVisible()
    assert not card.table_button.isChecked()


def test_a_day_of_the_table_and_a_point_lead_to_the_journal(
    app: QApplication, month: Journal, page: TrendsPage
) -> None:
    shown(page, app)
    heard = wishes(page)
    mood(page).table_button.click()
    table = mood(page).table.table
    table.activated.emit(table.model().index(1, 0))
    mood(page).chart.opened.emit(0)
    first = month.check_ins.of_day(TODAY - timedelta(days=29))[0]
    assert heard == [DayWanted(TODAY - timedelta(days=1)), EntryWanted(first.id)]


def test_a_point_tells_what_else_was_noted(app: QApplication, month: Journal, page: TrendsPage) -> None:
    noted(month, TODAY, mood=7.0, anxiety=3.0, energy=6.0, sleep_h=6.5, connection=2.0)
    shown(page, app)
    QTest.keyClick(mood(page).chart, Qt.Key.Key_End)
    spoken = mood(page).chart.current
    assert spoken is not None
    assert spoken.text == "mood 7, rather good · anxiety 3 · energy 6 · sleep 6 h 30 min"


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_chart_is_saved_as_an_image(
    app: QApplication,
    month: Journal,
    page: TrendsPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
) -> None:
    shown(page, app)
    target = tmp_path / f"mood.{kind}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    heard = wishes(page)
    mood(page).save_button.click()
    assert heard == [Said(f"mood.{kind} is saved.")]
    if kind == "png":
        assert QImage(str(target)).width() == 2 * 988
    else:
        assert "30 check-ins on 30 of 42 days." in target.read_text("utf-8")


def test_an_image_that_cannot_be_written_is_said(
    app: QApplication, month: Journal, page: TrendsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(page, app)
    target = tmp_path / "nowhere" / "mood.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    heard = wishes(page)
    mood(page).save_button.click()
    assert isinstance(heard[0], Said)
    assert "saved" not in heard[0].text
    assert not target.exists()


def test_letting_the_file_dialog_be_does_nothing(
    app: QApplication, month: Journal, page: TrendsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(page, app)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    heard = wishes(page)
    mood(page).save_button.click()
    assert heard == []
