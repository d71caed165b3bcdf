from __future__ import annotations

from PySide6.QtGui import QFont, QTextCursor, QTextOption
from PySide6.QtWidgets import QApplication

from kapjournal.ui.shared.markdown_view import MarkdownView
from kapjournal.ui.shared.theme import theme
from tests.ui.waiting import wait_until

TEXT = (
    "# A lake\n\nCold *water*, **deep**.\n- one\n1. two\n> said\n\n"
    "![x](file:///etc/hostname) <img src='file:///etc/hostname'>"
)


def shown(search: str = "") -> MarkdownView:
    view = MarkdownView("Text")
    view.resize(612, 400)
    view.show_text(TEXT, search)
    return view


def style_of(view: MarkdownView, words: str) -> QTextCursor:
    cursor = view.document().find(words)
    assert not cursor.isNull()
    return cursor


def test_signs_are_left_out_and_lists_have_bullets(app: QApplication) -> None:
    lines = shown().toPlainText().split("\n")
    assert lines[:5] == ["A lake", "Cold water, deep.", "•\u2002one", "1.\u2002two", "said"]


def test_emphasis_and_headings_look_it(app: QApplication) -> None:
    view = shown()
    assert style_of(view, "water").charFormat().fontItalic()
    assert style_of(view, "deep").charFormat().fontWeight() == QFont.Weight.DemiBold
    assert style_of(view, "A lake").blockFormat().headingLevel() == 1


def test_pictures_and_markup_stay_words(app: QApplication) -> None:
    view = shown()
    assert "![x](file:///etc/hostname)" in view.toPlainText()
    assert "<img" in view.toPlainText()


def test_hits_are_marked(app: QApplication) -> None:
    view = shown("wat")
    assert view.hit_count() == 1
    cursor = view.textCursor()
    cursor.setPosition(view.toPlainText().index("water") + 1)
    assert cursor.charFormat().background().color() == theme().color("mark")
    cursor.setPosition(view.toPlainText().index("water") + 5)
    assert cursor.charFormat().background().color() != theme().color("mark")


def test_it_is_as_tall_as_its_text(app: QApplication) -> None:
    view = shown()
    view.show()
    wide = view.height()
    view.resize(150, wide)
    app.processEvents()
    assert view.height() > wide
    assert view.verticalScrollBar().maximum() == 0


def test_a_very_long_text_is_there_piece_by_piece_and_whole_in_the_end(app: QApplication) -> None:
    view = MarkdownView("Text")
    lines = [f"line {n} of a long way round by the canal" for n in range(1_500)]
    view.show_text("\n".join(lines), "canal")
    assert view.document().blockCount() < 600
    wait_until(lambda: view.toPlainText().split("\n") == lines)
    assert view.hit_count() == 1_500
    assert view.height() > view.document().size().height() - 1


def test_a_very_long_paragraph_comes_in_pieces_that_end_between_words(app: QApplication) -> None:
    view = MarkdownView("Text")
    view.resize(600, 100)
    view.show()
    text = "- " + "a **long way** round by the canal, " * 800
    last = text.rindex("canal")
    view.show_compared(text, ((last, last + 5),), struck=False)
    words = text[2:].replace("**", "")
    assert len(view.toPlainText()) < 13_000
    wait_until(lambda: view.toPlainText().replace("\n", "") == f"•\u2002{words}")
    blocks = [view.document().findBlockByNumber(n) for n in range(view.document().blockCount())]
    assert len(blocks) == 5
    assert all(block.text().endswith(" ") for block in blocks)
    assert {block.blockFormat().leftMargin() for block in blocks} == {blocks[0].blockFormat().leftMargin()}
    assert [block.blockFormat().bottomMargin() for block in blocks[:-1]] == [0.0] * 4
    assert blocks[-1].blockFormat().bottomMargin() > 0
    ((top, marked),) = view.marked()
    assert marked == "canal"
    assert top > view.height() / 2


def test_lines_of_a_few_letters_do_not_come_all_at_once(app: QApplication) -> None:
    view = MarkdownView("Text", plain=True)
    view.show_text("ab\n" * 3_000)
    assert view.document().blockCount() < 400


def test_every_hit_of_a_line_is_marked_where_it_stands(app: QApplication) -> None:
    view = MarkdownView("Text")
    view.show_text("🌊 canal, canal and cañal 🌊 canal", "canal")
    cursor, marked = view.textCursor(), ""
    for place in range(len("🌊 canal, canal and cañal 🌊 canal") + 2):
        cursor.setPosition(place)
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        if cursor.charFormat().background().color() == theme().color("mark"):
            marked += cursor.selectedText()
    assert marked == "canalcanalcañalcanal"


def test_words_that_no_line_can_hold_break_anywhere(app: QApplication) -> None:
    view = MarkdownView("Text")
    view.show_text("canal" * 1_000)
    assert view.wordWrapMode() == QTextOption.WrapMode.WrapAnywhere
    view.show_text("canal " * 1_000)
    assert view.wordWrapMode() == QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
