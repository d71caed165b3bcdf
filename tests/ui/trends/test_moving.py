"""One range for every chart, narrowed, widened and moved by pointer and keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.measure import MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.journal import Journal
from kapjournal.ui.shared.chart_view import ChartView
from kapjournal.ui.shared.place import Place
from kapjournal.ui.trends.own_dates_dialog import OwnDatesDialog
from kapjournal.ui.trends.page import TrendsPage
from kapjournal.ui.trends.range_mover import SHORTEST_DAYS, RangeMover
from kapjournal.ui.trends.ranges import Days, Range
from tests.ui.waiting import wait_until

TODAY = date(2026, 10, 23)


@pytest.fixture
def page(app: QApplication, journal: Journal, place: Place) -> Iterator[TrendsPage]:
    for back in range(80):
        at = datetime(TODAY.year, TODAY.month, TODAY.day, 9, tzinfo=ZoneInfo("Europe/London"))
        values = (MeasureValue("mood", float(2 + back % 5)), MeasureValue("anxiety", 4.0))
        journal.check_ins.keep(CheckIn(moment=moment_at(at - timedelta(days=back)), values=values))
    made = TrendsPage(place)
    made.resize(1100, 1600)
    made.reload()
    made.show()
    wait_until(lambda: not made._waiting and not place.worker.busy)
    yield made
    made.close()
    made.deleteLater()
    app.sendPostedEvents(made, QEvent.Type.DeferredDelete)
    place.worker.close()


def chart(page: TrendsPage, name: str = "mood") -> ChartView:
    return page.cards.by_name[name].chart


def says(page: TrendsPage) -> str:
    return page.head.subtitle.text().removesuffix(", one range for every chart.")


def wheel(view: ChartView, x: float, angle: QPoint, *, ctrl: bool = True) -> bool:
    keys = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    place = QPointF(x, 80)
    event = QWheelEvent(
        place,
        view.mapToGlobal(place),
        QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.ignore()
    QApplication.sendEvent(view, event)
    return event.isAccepted()


def test_the_wheel_with_ctrl_zooms_about_the_pointer_and_numbers_follow_at_rest(
    page: TrendsPage, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert says(page) == "12 September to 23 October 2026"
    before = page.cards.by_name["mood"].sentence.text()
    span = chart(page).picture.span  # type: ignore[union-attr]
    assert span is not None
    wheel(chart(page), span.right, QPoint(0, 120))
    monkeypatch.setattr(type(journal.check_ins), "values", None)  # read no more
    for _notch in range(3):
        wheel(chart(page), span.right, QPoint(0, 120))
    moving = chart(page).picture
    assert moving is not None
    assert moving.span is not None
    assert moving.span.end == pytest.approx(span.end), "what is under the pointer stays there"
    assert moving.span.end - moving.span.start == pytest.approx(42 * 0.85**4)
    assert chart(page, "measures").picture.span[2:] == moving.span[2:]  # type: ignore[union-attr, index]
    assert page.cards.by_name["mood"].sentence.text() == before
    page._mover.rest()
    assert says(page) == "2 to 23 October 2026"
    assert page.cards.by_name["mood"].sentence.text().endswith("22 check-ins on 22 of 22 days.")
    assert page.range_bar.segments is not None
    assert page.range_bar.segments.value is None
    page.range_bar.way_back.click()
    assert says(page) == "12 September to 23 October 2026"
    assert not page.range_bar.way_back.isVisible()


def test_the_wheel_alone_scrolls_the_page_and_keys_do_the_same_on_any_chart(page: TrendsPage) -> None:
    assert not wheel(chart(page), 300, QPoint(0, -120), ctrl=False)
    assert not page._mover.moving
    wheel(chart(page), 300, QPoint(120, 0), ctrl=False)
    assert page._mover.moving, "sideways moves along"
    page._mover.rest()
    page._choose_range(Range.SIX_WEEKS)
    for view in (chart(page), chart(page, "year")):
        QTest.keyClick(view, Qt.Key.Key_Plus)
        page._mover.rest()
        assert says(page) == "18 September to 17 October 2026"
        QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        page._mover.rest()
        assert says(page) == "11 September to 10 October 2026"
        assert "in the seven days to 10 October." in page.cards.by_name["mood"].sentence.text()
        QTest.keyClick(view, Qt.Key.Key_Minus)
        QTest.keyClick(view, Qt.Key.Key_0)
        assert says(page) == "12 September to 23 October 2026"


def test_dragging_moves_a_click_does_not_and_earlier_ends_with_the_journal(page: TrendsPage) -> None:
    view = chart(page)
    span = view.picture.span  # type: ignore[union-attr]
    assert span is not None
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    assert not page._mover.moving
    a_week = round((span.right - span.left) / 6)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    for x in (330, 300 + a_week):
        QTest.mouseMove(view, QPoint(x, 100))
    assert view.picture is not None
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(300 + a_week, 100))
    assert says(page) == "5 September to 16 October 2026"
    page._choose_range(Range.SIX_WEEKS)
    assert not page.range_bar.later.isEnabled()
    for _press in range(5):
        page.range_bar.earlier.click()
        page._mover.rest()
    assert says(page) == "5 August to 15 September 2026"
    assert page.range_bar.later.isEnabled()
    assert not page.range_bar.earlier.isEnabled()
    for _press in range(5):
        page.range_bar.later.click()
        page._mover.rest()
    assert says(page) == "12 September to 23 October 2026"
    assert not page.range_bar.way_back.isVisible(), "it is the range itself again"


def test_own_dates_are_shown_as_typed_whichever_comes_first(app: QApplication, page: TrendsPage) -> None:
    page.range_bar.own_dates.click()
    (dialog,) = page.window().findChildren(OwnDatesDialog)
    dialog.first.edit.setText("no day")
    dialog.first._read()
    dialog._choose()
    assert dialog.isVisible(), "what is no day shows nothing"
    dialog.first.set_value(date(2026, 9, 20))
    dialog.last.set_value(date(2026, 9, 10))
    dialog._choose()
    app.processEvents()
    assert says(page) == "10 to 20 September 2026"


whole = Days(date(1996, 1, 1), TODAY)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("zoom"), st.floats(0.05, 20), st.floats(0, 1)),
        st.tuples(st.just("move"), st.floats(-30, 30), st.just(0.0)),
    ),
    max_size=12,
)


@given(steps)
def test_a_range_never_leaves_the_journal_nor_becomes_shorter_than_a_week(
    app: QApplication, wishes: list[tuple[str, float, float]]
) -> None:
    mover = RangeMover(app)
    mover.stand_at(Days(TODAY - timedelta(days=41), TODAY), whole)
    for kind, size, share in wishes:
        if kind == "zoom":
            mover.zoom(size, share)
        else:
            mover.move(size)
        assert whole.first <= mover.days.first <= mover.days.last <= whole.last
        assert mover._end - mover._start >= SHORTEST_DAYS - 1e-6
    mover.deleteLater()
