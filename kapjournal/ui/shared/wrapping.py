"""Where lines of a text may break."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

_ENDLESS = re.compile(r"\S{2000}")


def wrap_for(edit: QTextEdit | QPlainTextEdit, text: str) -> None:
    """Break lines between words, or within a word that no line can hold.

    Qt looks for the end of a word from each of its lines: in a word of thousands of letters, as pasted data is, that
    takes seconds. There it breaks anywhere, without looking.
    """
    mode = QTextOption.WrapMode
    endless = _ENDLESS.search(text) is not None
    wanted = mode.WrapAnywhere if endless else mode.WrapAtWordBoundaryOrAnywhere
    if edit.wordWrapMode() != wanted:
        edit.setWordWrapMode(wanted)
