"""Where lines run from right to left, what is painted by hand stands as in a mirror."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from kapjournal.domain.moment import moment_at
from kapjournal.domain.practice import Dot
from kapjournal.domain.reflection import Fragment, FragmentKind
from kapjournal.domain.scale import ScaleScore
from kapjournal.guidance.scale_definitions import built_in_one
from kapjournal.ui.check_in.sleep_hours import USUAL_H, SleepHours
from kapjournal.ui.find_action.finder import ActionFinder
from kapjournal.ui.integrate.domains import Shelves
from kapjournal.ui.integrate.strip import WindowStrip
from kapjournal.ui.looking_back.look_head import LookHead
from kapjournal.ui.looking_back.slip import Slip
from kapjournal.ui.reflection.guide import GuidePart, PartState
from kapjournal.ui.reflection.guide_panel import GuideEntry
from kapjournal.ui.scales.answer_button import AnswerButton
from kapjournal.ui.scales.band_strip import BandStrip
from kapjournal.ui.scales.item_dots import Dot as ItemDot
from kapjournal.ui.scales.item_dots import DotState, ItemDots
from kapjournal.ui.scales.recall_line import DoseOnLine, RecallLine
from kapjournal.ui.scales.way_button import WayButton
from kapjournal.ui.settings.import_figures import SharesBar
from kapjournal.ui.settings.look_section import LookChoice
from kapjournal.ui.settings.text_size import TextSizeSlider
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.chosen_row import ChosenRow
from kapjournal.ui.shared.fields import Choice, DateField
from kapjournal.ui.shared.ground import Ground
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.menu_button import MenuButton
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.page import Action
from kapjournal.ui.shared.practice_dots import PracticeDots
from kapjournal.ui.shared.restyling import apply_theme
from kapjournal.ui.shared.search_field import SearchField
from kapjournal.ui.shared.strength import StrengthHint
from kapjournal.ui.shared.style import qss
from kapjournal.ui.shared.tabs import Tabs
from kapjournal.ui.shared.text import Body
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.tick_card import TickCard
from kapjournal.ui.shared.toast import Toast
from kapjournal.ui.welcome.measures_step import _Glyphs
from kapjournal.ui.welcome.steps_head import StepsHead
from kapjournal.ui.welcome.treatment_step import PhaseChoice
from kapjournal.words import language
from tests.conftest import NOW

TODAY = date(2026, 10, 23)
LINES_RUN = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
OFF_BY = 3.0
"""Letters weigh more at one of their sides, and no word is painted as in a mirror."""


@pytest.fixture(autouse=True)
def turned_back(app: QApplication) -> Iterator[None]:
    language.use("en_GB")
    yield
    app.setLayoutDirection(LINES_RUN[0])
    apply_theme(app, "light")


def tick_card() -> QWidget:
    card = TickCard("Energy", "none to plenty", lambda painter, at, far: painter.drawEllipse(at, far, far))
    card.setChecked(True)
    return card


def guide_entry() -> QWidget:
    return GuideEntry(PartState(GuidePart("What I felt", "Anything."), 3, "Relief first.", is_here=False))


def shelves() -> QWidget:
    made = Shelves()
    made.set_counts({"mind": 32})
    made.set_columns(1)
    return made


def window_strip() -> QWidget:
    strip = WindowStrip()
    strip.set_here("h0_24")
    return strip


def steps_head() -> QWidget:
    return StepsHead(("Your journal", "Your treatment", "What to notice"))


def slip() -> QWidget:
    taken = Slip(Fragment(kind=FragmentKind.WORD, text="enough", moment=moment_at(NOW)), "In a page")
    taken.setChecked(True)
    return taken


def answer() -> QWidget:
    chosen = AnswerButton("0", "Not at all")
    chosen.setChecked(True)
    return chosen


def band_strip() -> QWidget:
    score = ScaleScore(answered=9, of=9, total=3, lower=3, upper=3)
    return BandStrip(built_in_one("phq9"), score, (5, "before, 5"))


def recall_line() -> QWidget:
    doses = [DoseOnLine(TODAY - timedelta(days=back), None, planned=False) for back in (40, 33, 3)]
    return RecallLine(TODAY - timedelta(days=13), TODAY, "two weeks", doses)


def item_dots() -> QWidget:
    dots = ItemDots()
    dots.show_dots([ItemDot("1", DotState.ANSWERED), ItemDot("2", DotState.AHEAD)], 1)
    return dots


def practice_dots() -> QWidget:
    dots = PracticeDots()
    dots.show_dots([Dot(TODAY - timedelta(days=back), back > 2) for back in (4, 3, 2, 1, 0)], "said")
    return dots


def shares_bar() -> QWidget:
    bar = SharesBar()
    bar.show_shares(0.5, 0.1, "said")
    return bar


def chosen_row() -> QWidget:
    row = ChosenRow()
    row.show_chosen(True)
    return row


def look_head() -> QWidget:
    return LookHead("", "", first=True)


def passphrase_strength() -> QWidget:
    hint = StrengthHint()
    hint._bars.set_bars(2)
    hint._words.hide()
    return hint


PAINTED: dict[str, Callable[[], QWidget]] = {
    "tick card": tick_card,
    "phases": PhaseChoice,
    "guide entry": guide_entry,
    "way button": lambda: WayButton("Continue", "kept_small"),
    "shelves": shelves,
    "window strip": window_strip,
    "steps": steps_head,
    "looks": lambda: LookChoice("light"),
    "text size": lambda: TextSizeSlider(100),
    "answer": answer,
    "bands": band_strip,
    "recall": recall_line,
    "items": item_dots,
    "practice": practice_dots,
    "slip": slip,
    "look": look_head,
    "import": shares_bar,
    "chosen row": chosen_row,
    "strength": passphrase_strength,
    "moods": _Glyphs,
    "tabs": lambda: Tabs([(1, "Before"), (2, "After")], "Parts"),
    "checkbox": lambda: Tick("Leave it out"),
    "menu": lambda: MenuButton("Data", "data"),
    "choice": lambda: Choice([(1, "Ketamine")], value=1),
    "search": lambda: SearchField(""),
    "day": lambda: DateField(today=TODAY),
    "edge": lambda: Ground("bg", edge="end"),
}


@pytest.mark.parametrize("make", PAINTED.values(), ids=PAINTED.keys())
def test_what_is_painted_stands_as_in_a_mirror(app: QApplication, make: Callable[[], QWidget]) -> None:
    left, right = (middle_of_ink(app, make, way) for way in LINES_RUN)
    assert abs(left) > OFF_BY, "what stands in the middle tells nothing"
    assert left == pytest.approx(-right, abs=OFF_BY)


@pytest.mark.parametrize("way", LINES_RUN)
def test_the_arrow_of_a_menu_stands_where_its_words_end(app: QApplication, way: Qt.LayoutDirection) -> None:
    app.setLayoutDirection(way)
    apply_theme(app, "light")
    button = MenuButton("")
    button.resize(480, 40)
    arrow = middle_of(button, button.rect().adjusted(8, 8, -8, -12))  # without the border
    assert (arrow > 200) if way == LINES_RUN[0] else (arrow < -200)


def middle_of_ink(app: QApplication, make: Callable[[], QWidget], way: Qt.LayoutDirection) -> float:
    """How far the middle of everything that is painted lies from the middle of the widget, to the right."""
    app.setLayoutDirection(way)
    apply_theme(app, "light")
    window = QWidget()
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    widget = make()
    row.addWidget(widget)
    window.resize(480, max(widget.sizeHint().height(), 40))
    window.show()
    app.sendPostedEvents()
    found = middle_of(widget, widget.rect())
    window.hide()
    window.deleteLater()
    return found


def middle_of(widget: QWidget, area: QRect) -> float:
    picture = widget.grab(area).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    stored = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
    grey = stored[:, : picture.width()].astype(float)
    ink = np.abs(grey - np.median(grey)).sum(axis=0)
    return float((ink * np.arange(len(ink))).sum() / ink.sum() - (len(ink) - 1) / 2)


def test_rows_of_what_can_be_done_stand_as_in_a_mirror(app: QApplication) -> None:
    found = []
    for way in LINES_RUN:
        app.setLayoutDirection(way)
        window = QWidget()
        window.resize(900, 600)
        window.show()
        finder = ActionFinder([Action("New check-in", "add", lambda: None, "Ctrl+N")], window)
        finder.open_finder()
        rows = finder._list
        found.append(middle_of(rows.viewport(), rows.visualItemRect(rows.item(0))))
    assert abs(found[0]) > OFF_BY
    assert found[0] == pytest.approx(-found[1], abs=OFF_BY)


def test_arrows_point_the_other_way_and_ticks_do_not(app: QApplication) -> None:
    for name, turns in (("back", True), ("next", True), ("kept_small", False)):
        shown = []
        for way in LINES_RUN:
            app.setLayoutDirection(way)
            shown.append(icon_pixmap(name, theme().color("ink"), 64).toImage())
        assert (shown[0] != shown[1]) is turns


def test_the_first_of_a_row_of_buttons_is_round_where_lines_begin(app: QApplication) -> None:
    app.setLayoutDirection(LINES_RUN[1])
    sheet = qss(theme())
    first = sheet[sheet.index('[place="first"]') :]
    assert first.startswith('[place="first"] { border-top-right-radius')
    assert "QComboBox { padding-right: 12px; padding-left: 0; }" in sheet
    assert 'QPushButton[kind="nav"] { text-align: left;' in sheet, "Qt turns this round by itself"


def test_margins_begin_where_lines_do(app: QApplication) -> None:
    assert sides(8, 1, 2, 3) == (8, 1, 2, 3)
    app.setLayoutDirection(LINES_RUN[1])
    assert sides(8, 1, 2, 3) == (2, 1, 8, 3)


def test_a_short_word_stands_beside_the_edge_where_lines_begin(app: QApplication) -> None:
    app.setLayoutDirection(LINES_RUN[1])
    page = QWidget()
    page.resize(1280, 800)
    page.show()
    toast = Toast(page)
    toast.say("Kept.")
    assert toast.geometry().right() > page.width() - theme().px(60)


def test_the_larger_size_of_text_lies_at_the_left(app: QApplication) -> None:
    app.setLayoutDirection(LINES_RUN[1])
    slider = TextSizeSlider(100)
    slider.show()
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(theme().px(11), 10))
    assert slider.percent == 200


def test_the_hours_of_sleep_step_at_the_left(app: QApplication) -> None:
    app.setLayoutDirection(LINES_RUN[1])
    hours = SleepHours()
    hours.show()
    QTest.mouseClick(hours, Qt.MouseButton.LeftButton, pos=QPoint(theme().px(12), theme().px(8)))
    assert hours.hours == USUAL_H


@pytest.mark.parametrize(("words", "side"), [("אבג דהו", 1), ("some words", -1)])
@pytest.mark.parametrize("way", LINES_RUN)
def test_lines_begin_where_their_own_letters_do(
    app: QApplication, words: str, side: int, way: Qt.LayoutDirection
) -> None:
    app.setLayoutDirection(way)
    label = Body(" ".join([words] * 9) + " xx")
    label.resize(300, label.heightForWidth(300))
    last = QRect(0, label.height() - theme().px(20), 300, theme().px(20))
    assert middle_of(label, last) * side > OFF_BY
