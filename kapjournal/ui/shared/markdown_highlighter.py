"""Live Markdown: headings grow, emphasis leans, quotes step back; the signs stay, in a quiet colour."""

from __future__ import annotations

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from kapjournal.ui.shared.theme import theme
from kapjournal.words.markdown import Line, LineKind, read_line, spans

_HEADING_PX = {1: 22.0, 2: 20.0}
_SMALL_HEADING_PX = 18.0


class MarkdownHighlighter(QSyntaxHighlighter):
    """Shows each line as what it is while it is written."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Give one line its formats."""
        if not text:
            return
        line = read_line(text)
        base = _base(line)
        self.setFormat(0, _utf16(text), base)
        signs = QTextCharFormat(base)
        signs.setForeground(theme().color("ink3"))
        offset = _utf16(line.signs)
        if line.signs:
            shown = QTextCharFormat(signs)
            if line.kind in (LineKind.BULLET, LineKind.NUMBER, LineKind.QUOTE):
                shown.setFontItalic(False)
            self.setFormat(0, offset, shown)
        for span in spans(line.words):
            part = QTextCharFormat(signs if span.is_sign else base)
            if span.bold and not span.is_sign:
                part.setFontWeight(QFont.Weight.DemiBold)
            if span.italic or line.kind is LineKind.QUOTE:
                part.setFontItalic(True)
            start = offset + _utf16(line.words[: span.start])
            self.setFormat(start, _utf16(line.words[span.start : span.start + span.length]), part)


def _base(line: Line) -> QTextCharFormat:
    look = theme()
    style = QTextCharFormat()
    style.setForeground(look.color("ink2" if line.kind in (LineKind.QUOTE, LineKind.RULE) else "ink"))
    if line.kind is LineKind.HEADING:
        font = look.font("section")
        font.setPixelSize(look.px(_HEADING_PX.get(line.level, _SMALL_HEADING_PX)))
        style.setFont(font)
    return style


def _utf16(text: str) -> int:
    """The length in Qt's own counting, where a character beyond the basic plane counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
