from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from kapjournal.ui.reflection import formatting

Change = Callable[[QTextCursor], None]


def changed(text: str, selected: str, change: Change) -> str:
    document = QTextDocument(text)
    cursor = QTextCursor(document)
    start = text.index(selected)
    cursor.setPosition(start)
    cursor.setPosition(start + len(selected), QTextCursor.MoveMode.KeepAnchor)
    change(cursor)
    return document.toPlainText()


@pytest.mark.parametrize(
    ("text", "selected", "change", "wanted"),
    [
        ("the lake", "lake", formatting.toggle_bold, "the **lake**"),
        ("the **lake**", "lake", formatting.toggle_bold, "the lake"),
        ("the lake", "lake", formatting.toggle_italic, "the *lake*"),
        ("the *lake*", "lake", formatting.toggle_italic, "the lake"),
        ("the **lake**", "lake", formatting.toggle_italic, "the ***lake***"),
        ("the ***lake***", "lake", formatting.toggle_bold, "the *lake*"),
        ("the lake ", "lake ", formatting.toggle_bold, "the **lake** "),
        ("the lake", "the lake", formatting.toggle_heading, "## the lake"),
        ("## the lake", "lake", formatting.toggle_heading, "the lake"),
        ("one\ntwo", "one\ntwo", formatting.toggle_bullets, "- one\n- two"),
        ("- one\n- two", "one\n- two", formatting.toggle_bullets, "one\ntwo"),
        ("- one\n\n> two", "one\n\n> two", formatting.toggle_quote, "> one\n\n> two"),
    ],
)
def test_a_tool_sets_its_signs_and_takes_them_away(
    app: QApplication, text: str, selected: str, change: Change, wanted: str
) -> None:
    assert changed(text, selected, change) == wanted


def test_without_a_selection_the_word_at_the_caret_is_meant(app: QApplication) -> None:
    document = QTextDocument("the lake")
    cursor = QTextCursor(document)
    cursor.setPosition(6)
    formatting.toggle_bold(cursor)
    assert document.toPlainText() == "the **lake**"


def test_between_words_the_caret_ends_between_the_signs(app: QApplication) -> None:
    document = QTextDocument("")
    cursor = QTextCursor(document)
    formatting.toggle_italic(cursor)
    cursor.insertText("lake")
    assert document.toPlainText() == "*lake*"


def test_signs_with_nothing_between_them_go_again(app: QApplication) -> None:
    document = QTextDocument("It was cold. ")
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    formatting.toggle_bold(cursor)
    assert document.toPlainText() == "It was cold. ****"
    formatting.toggle_bold(cursor)
    assert document.toPlainText() == "It was cold. "


def test_letters_beyond_the_basic_plane_count_right(app: QApplication) -> None:
    document = QTextDocument("🌊 lake")
    cursor = QTextCursor(document)
    cursor.setPosition(4)
    formatting.toggle_bold(cursor)
    assert document.toPlainText() == "🌊 **lake**"
    formatting.toggle_bold(cursor)
    assert document.toPlainText() == "🌊 lake"


@pytest.mark.parametrize(
    ("line", "signs"),
    [("- one", "- "), ("  * one", "  * "), ("3. one", "4. "), ("> one", "> "), ("one", ""), ("- ", None)],
)
def test_a_list_goes_on_until_a_line_is_left_empty(line: str, signs: str | None) -> None:
    assert formatting.continued_signs(line) == signs


@pytest.mark.parametrize(
    ("change", "wanted"),
    [(formatting.toggle_bold, "a 🌊 **lake** and"), (formatting.toggle_italic, "a 🌊 *lake* and")],
)
def test_the_tool_pressed_again_after_the_words_goes_on_in_plain_ones(
    app: QApplication, change: Change, wanted: str
) -> None:
    document = QTextDocument("a 🌊 ")
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    change(cursor)
    cursor.insertText("lake")
    change(cursor)
    cursor.insertText(" and")
    assert document.toPlainText() == wanted


def test_the_tool_pressed_twice_leaves_nothing_behind(app: QApplication) -> None:
    document = QTextDocument("lake ")
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    formatting.toggle_bold(cursor)
    formatting.toggle_bold(cursor)
    assert document.toPlainText() == "lake "


def test_at_the_end_of_bold_words_italic_ones_can_begin(app: QApplication) -> None:
    document = QTextDocument("**the lake**")
    cursor = QTextCursor(document)
    cursor.setPosition(2 + len("the lake"))
    formatting.toggle_bold(cursor)
    formatting.toggle_italic(cursor)
    cursor.insertText("now")
    assert document.toPlainText() == "**the lake***now*"
