from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QApplication

from kapjournal.domain.kap_session import SessionKind
from kapjournal.ui.shared.ribbon import Ribbon, Stop, shown_days, thinned, today_words

TODAY = date(2026, 10, 23)


def stop(days: int, *, planned: bool = False, kind: SessionKind = SessionKind.DOSING) -> Stop:
    return Stop(TODAY + timedelta(days=days), kind, 1, planned)


def test_labels_never_overlap_and_the_first_wins() -> None:
    placed = thinned([(0, 100.0, 40.0), (1, 120.0, 40.0), (2, 160.0, 40.0)], 10, 0, 400)
    assert [index for index, _left in placed] == [0, 2]


def test_labels_stay_inside() -> None:
    assert thinned([(0, 2.0, 40.0)], 10, 0, 400) == ((0, 0.0),)


def test_a_long_course_keeps_what_is_near_today() -> None:
    first, last = shown_days([stop(-700), stop(-7), stop(7, planned=True)], TODAY, 100)
    assert last - first == 100
    assert first < TODAY.toordinal() - 7
    assert last > TODAY.toordinal() + 7


def test_the_day_is_counted_from_the_last_session_that_took_place() -> None:
    assert today_words([stop(-10), stop(-3), stop(4, planned=True)], TODAY) == "Today, day 3"
    assert today_words([stop(4, planned=True)], TODAY) == "Today"


def test_a_screen_reader_hears_the_stops(app: QApplication) -> None:
    ribbon = Ribbon()
    ribbon.show_course([stop(-3), stop(4, planned=True)], TODAY, "Today, day 3")
    assert "Dosing session 1, 20 Oct" in ribbon.accessibleDescription()
    assert "planned" in ribbon.accessibleDescription()
