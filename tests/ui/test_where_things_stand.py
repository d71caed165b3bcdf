"""What stands beside, under or within something else stands in line with it."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kapjournal.ui.find_action.finder import ActionFinder
from kapjournal.ui.integrate.library_part import LibraryPart
from kapjournal.ui.integrate.practices_part import PracticesPart
from kapjournal.ui.journal.list_pane import TimelineView
from kapjournal.ui.reflection.guide import GuidePart, PartState
from kapjournal.ui.reflection.guide_panel import GuideEntry
from kapjournal.ui.reflection.tag_row import TagRow
from kapjournal.ui.shared.breakpoints import MEDIUM
from kapjournal.ui.shared.buttons import Segments
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.holding_button import HoldingButton
from kapjournal.ui.shared.page import Action
from kapjournal.ui.shared.text import Caption, Section
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.trends.head import TrendsHead


def top_of(widget: QWidget, root: QWidget) -> int:
    """Return how far below the top of a window a widget begins, to the middle of its height."""
    return widget.mapTo(root, QPoint(0, widget.height() // 2)).y()


def test_the_names_of_two_parts_beside_each_other_stand_on_one_line(app: QApplication) -> None:
    practices = PracticesPart()
    part = LibraryPart(practices)
    part.arrange(across=True, columns=2)
    part.resize(1000, 700)
    part.show()
    names = [label for label in part.findChildren(Section) if label.text() in ("All prompts", "Practices")]
    assert len({top_of(name, part) for name in names}) == 1
    shelves, card = part._shelves, practices._card
    assert shelves.mapTo(part, QPoint(0, 0)).y() == card.mapTo(part, QPoint(0, 0)).y()


def test_rows_of_a_list_reach_under_its_bar(app: QApplication) -> None:
    window = QWidget()
    window.resize(900, 600)
    finder = ActionFinder([Action(str(n), "add", window.show) for n in range(30)], window)
    timeline = TimelineView(window)
    timeline.resize(300, 200)
    window.show()
    finder.open_finder()
    for view in (finder._list, timeline):
        assert view.viewport().width() == view.width()
    assert finder._list.verticalScrollBar().isVisible()


def test_long_words_of_a_tick_take_a_second_line_and_never_widen_what_they_stand_in(
    app: QApplication,
) -> None:
    long, short = Tick("one long word after another " * 4), Tick("walk")
    assert long.heightForWidth(400) > short.sizeHint().height()
    assert long.minimumSizeHint().width() < 400 < long.sizeHint().width()
    assert short.minimumSizeHint() == short.sizeHint()


def test_what_a_button_holds_keeps_its_own_colour(app: QApplication) -> None:
    button = HoldingButton("Draw", "Opens it")
    facts = Caption("1 of 3 days", "ink2")
    button.column.addWidget(facts)
    assert facts.foregroundRole() == QPalette.ColorRole.WindowText


def test_choices_under_each_other_stand_in_columns_whichever_is_chosen(app: QApplication) -> None:
    words = (("a", "a little"), ("b", "clearly, as it were"), ("c", "strongly"))
    widths = {Segments(words, value=value).sizeHint().width() for value, _words in words}
    assert len(widths) == 1


def test_what_is_written_in_a_part_takes_two_lines_at_most(app: QApplication) -> None:
    written = "I was in a house where every room was open to the sky. Water came …"
    entry = GuideEntry(PartState(GuidePart("What stood out", "Anything."), 3, written, is_here=False))
    for width in (160, 200, 240):
        lines = entry._shown_lines(width)
        assert len(lines) == 2
        assert lines[-1].endswith("…")


def test_the_only_button_beside_a_name_stands_beside_it_in_a_small_window_too(app: QApplication) -> None:
    head = TrendsHead()
    head.arrange(MEDIUM)
    assert head._row.direction() is QBoxLayout.Direction.TopToBottom
    head.show_empty(empty=True)
    assert head._row.direction() is QBoxLayout.Direction.LeftToRight
    assert head.findChildren(QLabel)


def test_the_field_for_a_tag_comes_into_view_whole(app: QApplication) -> None:
    area, content, tags = QScrollArea(), QWidget(), TagRow()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.addSpacing(300)
    column.addWidget(tags)
    area.setWidgetResizable(True)
    area.setWidget(content)
    # So low that the caret of the field is in view and its lower edge is not.
    area.resize(300, content.sizeHint().height() + theme().px(8 + 30))
    area.show()
    tags._ask()
    app.processEvents()
    lower = tags.field.mapTo(area.viewport(), tags.field.rect().bottomLeft()).y()
    assert tags.field.hasFocus()
    assert lower < area.viewport().height()
