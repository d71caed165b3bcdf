"""What was copied leaves the clipboard when the journal is left, unless something else lies there by then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kapjournal.ui.reflection.growing_text import GrowingText
from kapjournal.ui.shared import clipboard
from kapjournal.ui.shared.clipboard import SECRET, CopiedWords, copy_for_a_minute, copy_number, forget_copied
from kapjournal.ui.shared.fields import TextArea
from kapjournal.ui.shared.markdown_view import MarkdownView


def test_leaving_takes_the_words_away_at_once(app: QApplication) -> None:
    copy_for_a_minute("by the lake")
    forget_copied()
    assert QGuiApplication.clipboard().text() == ""
    copy_for_a_minute("by the lake")
    QGuiApplication.clipboard().setText("something of another program")
    forget_copied()
    assert QGuiApplication.clipboard().text() == "something of another program"


def test_words_that_are_copied_by_keys_go_too_and_a_number_to_call_stays(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "is_ours", lambda _clipboard: True)
    parent = QObject()
    heard: list[bool] = []
    watch = CopiedWords(parent)
    watch.copied.connect(lambda: heard.append(True))
    area = TextArea("The door was open")
    area.selectAll()
    area.copy()
    assert heard == [True]
    forget_copied()
    assert QGuiApplication.clipboard().text() == ""
    copy_number("116 123")
    forget_copied()
    assert QGuiApplication.clipboard().text() == "116 123"
    assert heard == [True]


def test_histories_of_clipboards_are_asked_to_keep_nothing(app: QApplication) -> None:
    copy_for_a_minute("by the lake")
    assert QGuiApplication.clipboard().mimeData().data(SECRET[0]).data() == b"secret"
    forget_copied()


def test_words_alone_are_copied_out_of_every_text(app: QApplication) -> None:
    view = MarkdownView("Text")
    view.show_text("The **door**\n\nwas open")
    area, reflection = TextArea("The door"), GrowingText("Text", "")
    reflection.show_words("The door")
    for text, words in ((view, "The door\nwas open"), (area, "The door"), (reflection, "The door")):
        text.selectAll()
        data = text.createMimeDataFromSelection()
        assert data.formats() == ["text/plain"]
        assert "\n".join(data.text().split("\n\n")) == words
