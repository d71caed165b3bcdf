"""What was copied leaves the clipboard when the journal is left, unless something else lies there by then."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kapjournal.ui.shared.clipboard import copy_for_a_minute, forget_copied


def test_leaving_takes_the_words_away_at_once(app: QApplication) -> None:
    copy_for_a_minute("by the lake")
    forget_copied()
    assert QGuiApplication.clipboard().text() == ""
    copy_for_a_minute("by the lake")
    QGuiApplication.clipboard().setText("something of another program")
    forget_copied()
    assert QGuiApplication.clipboard().text() == "something of another program"
