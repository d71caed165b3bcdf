"""A field that takes no more says so beside itself: no word is left out in silence."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget

from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.tips import tip
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number

MOST_LETTERS = 1_000_000
"""What one field holds: more than any book; beyond it each key would wait for the lines to be laid out."""


def say_full(field: QWidget, most: int) -> None:
    """Say that what was typed or pasted is longer than the field may hold, and that the end of it is not in."""
    words = ngettext(
        "Only {count} letter fits here. What came after it was not put in.",
        "Only {count} letters fit here. What came after them was not put in.",
        most,
    )
    _say(field, words.format(count=number(most)))


def fits(field: QWidget, letters: int) -> bool:
    """Whether a text of so many letters may stand in a field; if not, say that nothing was put in."""
    if letters <= MOST_LETTERS:
        return True
    words = _(
        "More than {count} letters do not fit here. Nothing was put in; it is still where you copied it."
    )
    _say(field, words.format(count=number(MOST_LETTERS)))
    return False


def _say(field: QWidget, words: str) -> None:
    QToolTip.showText(field.mapToGlobal(QPoint(0, field.height())), tip(words), field)
    announce(field, words)
