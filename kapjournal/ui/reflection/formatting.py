"""The signs that the tools set and take away again: on the selection, or on the lines it touches."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCursor

from kapjournal.words.markdown import LineKind, read_line

HEADING = "## "
BULLET = "- "
QUOTE = "> "
_WORD = re.compile(r"\w")


def toggle_bold(cursor: QTextCursor) -> None:
    """Make the selection bold, or plain again."""
    _toggle_around(cursor, "**")


def toggle_italic(cursor: QTextCursor) -> None:
    """Make the selection italic, or upright again."""
    _toggle_around(cursor, "*")


def toggle_heading(cursor: QTextCursor) -> None:
    """Make the line a heading, or plain again."""
    _toggle_lines(cursor, LineKind.HEADING, HEADING)


def toggle_bullets(cursor: QTextCursor) -> None:
    """Make the lines a list, or plain again."""
    _toggle_lines(cursor, LineKind.BULLET, BULLET)


def toggle_quote(cursor: QTextCursor) -> None:
    """Make the lines a quote, or plain again."""
    _toggle_lines(cursor, LineKind.QUOTE, QUOTE)


def continued_signs(line_text: str) -> str | None:
    """The signs that the line after a list or quote begins with; None where it was left empty: it ends there."""
    line = read_line(line_text)
    if line.kind not in (LineKind.BULLET, LineKind.NUMBER, LineKind.QUOTE):
        return ""
    if not line.words.strip():
        return None
    if line.kind is LineKind.NUMBER:
        return re.sub(r"\d+", lambda found: str(int(found[0]) + 1), line.signs, count=1)
    return line.signs


def _toggle_around(cursor: QTextCursor, sign: str) -> None:
    if not cursor.hasSelection():
        if _step_out(cursor, sign):
            return
        caret = cursor.position()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        if not _WORD.search(cursor.selectedText()):
            cursor.setPosition(caret)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    document = cursor.document()
    raw = document.toRawText().replace("\u2029", "\n")
    text = _Utf16(raw)
    while start < end and text.at(start).isspace():
        start += 1
    while end > start and text.at(end - 1).isspace():
        end -= 1
    width = len(sign)
    cursor.beginEditBlock()
    if _is_wrapped(text, start, end, sign):
        _remove(cursor, end, width)
        _remove(cursor, start - width, width)
        start, end = start - width, end - width
    else:
        cursor.setPosition(end)
        cursor.insertText(sign)
        cursor.setPosition(start)
        cursor.insertText(sign)
        start, end = start + width, end + width
    cursor.endEditBlock()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def _step_out(cursor: QTextCursor, sign: str) -> bool:
    """Go past the signs that end what is being written, as whoever presses the tool again after it means."""
    block = cursor.block().text().encode("utf-16-le", "surrogatepass")
    caret = cursor.positionInBlock() * 2
    before = block[:caret].decode("utf-16-le", "replace")
    after = block[caret:].decode("utf-16-le", "replace")
    bold = before.count("**")
    opened = bold if sign == "**" else before.count("*") - 2 * bold
    if opened % 2 == 0 or not after.startswith(sign) or before.endswith((sign, " ")):
        return False
    if sign == "*" and after.startswith("**") and not after.startswith("***"):
        return False
    cursor.setPosition(cursor.position() + len(sign))
    return True


def _is_wrapped(text: _Utf16, start: int, end: int, sign: str) -> bool:
    width = len(sign)
    before, after = 0, 0
    while start - before > 0 and text.at(start - before - 1) == "*":
        before += 1
    while text.at(end + after) == "*":
        after += 1
    both = min(before, after)
    # One star is italic, two are bold, three are both.
    return both >= width and (width == 2 or both != 2)


class _Utf16:
    """A text by Qt's own counting."""

    def __init__(self, text: str) -> None:
        self._units = text.encode("utf-16-le", "surrogatepass")

    def at(self, place: int) -> str:
        """The character there, or '' outside the text."""
        unit = self._units[place * 2 : place * 2 + 2] if place >= 0 else b""
        return unit.decode("utf-16-le", "surrogatepass")


def _remove(cursor: QTextCursor, place: int, length: int) -> None:
    cursor.setPosition(place)
    cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def _toggle_lines(cursor: QTextCursor, kind: LineKind, signs: str) -> None:
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart()).blockNumber()
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    blocks = [document.findBlockByNumber(number) for number in range(first, last + 1)]
    filled = [block for block in blocks if block.text().strip()] or blocks[:1]
    take_away = all(read_line(block.text()).kind is kind for block in filled)
    cursor.beginEditBlock()
    for block in filled:
        present = read_line(block.text()).signs if read_line(block.text()).kind is not LineKind.RULE else ""
        edit = QTextCursor(block)
        _remove(edit, block.position(), len(present))
        if not take_away:
            edit.setPosition(block.position())
            edit.insertText(signs)
    cursor.endEditBlock()
