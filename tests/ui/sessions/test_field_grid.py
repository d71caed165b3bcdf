"""Fields side by side, and the line of a session under its name."""

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at
from kapjournal.ui.sessions.field_grid import FieldGrid
from kapjournal.ui.sessions.session_head import SessionHead
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.fields import TextField, field
from kapjournal.ui.shared.text import Body


def test_long_words_over_a_field_take_a_second_line_and_no_width(app: QApplication) -> None:
    long = field("What they ask of me, before and after, in a language of long words", TextField())
    short = field("Day", TextField())
    grid = FieldGrid([long, short], 2)
    grid.resize(400, 90)
    grid.layout().activate()
    assert grid.minimumSizeHint().width() < 400
    assert abs(long.width() - short.width()) <= 1


def test_what_is_known_of_a_session_has_the_whole_width(app: QApplication) -> None:
    day = moment_at(datetime(2026, 11, 3, 13, 30, tzinfo=UTC))
    head = SessionHead()
    head.show_session(
        KapSession(kind=SessionKind.DOSING, status=SessionStatus.PLANNED, moment=day), 6, date(2026, 10, 23)
    )
    head.resize(488, 80)
    head.layout().activate()
    (line,) = head.findChildren(Body)
    assert line.width() == 488


def test_a_button_without_a_ground_has_its_words_at_the_edge(app: QApplication) -> None:
    button = Button("The course", "quiet", flush="begin")
    button.ensurePolished()
    button.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    button.resize(button.sizeHint())
    picture = button.grab().toImage()
    columns = [
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).lightness() < 150
    ]
    assert min(columns) <= 2
