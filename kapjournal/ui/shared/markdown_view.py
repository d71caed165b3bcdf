"""Words a person wrote, to be read: Markdown as it is meant, at reading size, with the words of a search marked."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from kapjournal.tokens import tokens
from kapjournal.ui.shared.clipboard import chosen_words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.wrapping import wrap_for
from kapjournal.words.hits import find_hits
from kapjournal.words.markdown import Line, LineKind, read_line, spans

_END = object()
_HEADING_STYLES = {1: ("section", 22.0), 2: ("section", 20.0)}
_SMALL_HEADING = ("section", 18.0)
_PIECE, _FURTHER = 12_000, 4_000
"""Letters that are laid out at once, about ten screens, and in each turn of the event loop below them."""
_LEAST_OF_A_LINE = 40
"""A line costs as much as so many letters, however few it has."""
_NEAR = 200
"""As far beyond its end a piece of a paragraph goes to end between words."""


class MarkdownView(Restyled, QTextEdit):
    """Rendered Markdown as tall as its text; it can be selected, and it never loads or opens anything.

    A very long text is there piece by piece, so that the page with its beginning is there at once.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, plain: bool = False, px: int = 0) -> None:
        """`px` at 100 % text is the size of the words where it is not that of reading."""
        super().__init__(parent)
        self._share = px / tokens().type["reading"].px if px else 1.0
        self._text = ""
        self._read = _plain_line if plain else read_line
        self._rest: Iterator[None] = iter(())
        self._room = 0
        self._go_on = QTimer(self)
        self._go_on.setSingleShot(True)
        self._go_on.setInterval(0)
        self._go_on.timeout.connect(self._write_piece)
        self._search = ""
        self._marks: tuple[tuple[int, int], ...] = ()
        self._marks_are_struck = False
        self._marked_at: dict[int, int] = {}
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("background: transparent;")
        self.document().setDocumentMargin(0)
        self.restyle()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Copy words only."""
        return chosen_words(self.textCursor())

    def show_text(self, text: str, search: str = "") -> None:
        """Show a text with the words of a search marked."""
        self._text = text
        self._search = search
        self._marks = ()
        self._write()

    def show_compared(self, text: str, marks: tuple[tuple[int, int], ...], *, struck: bool) -> None:
        """Show a text with stretches of it struck, or underlined."""
        self._text = text
        self._search = ""
        self._marks = marks
        self._marks_are_struck = struck
        self._write()

    def marked(self) -> list[tuple[int, str]]:
        """How far down each marked stretch begins, in pixels of this view, and its words."""
        ends = dict(self._marks)
        found = []
        for begins, place in self._marked_at.items():
            cursor = QTextCursor(self.document())
            cursor.setPosition(place)
            found.append((self.cursorRect(cursor).top(), " ".join(self._text[begins : ends[begins]].split())))
        return found

    def restyle(self) -> None:
        """Write the text again in the current fonts and colours."""
        self._write()

    def hit_count(self) -> int:
        """How many words are marked."""
        return len(find_hits(self.toPlainText(), self._search))

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002, N802 - Qt's name
        """Load nothing, whatever a text asks for."""
        return None

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as the text is at this width."""
        return QSize(theme().size("reading_column"), self._text_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Any width, the whole height."""
        return QSize(theme().px(120), self._text_height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the height of the text when the width changes."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave scrolling to the page."""
        event.ignore()

    def _text_height(self) -> int:
        return max(theme().leading("reading"), int(self.document().size().height()) + 1)

    def _fit(self) -> None:
        self.setFixedHeight(self._text_height())
        # Nothing is ever out of sight in it: a range from before the text was laid out would let it slide.
        self.verticalScrollBar().setRange(0, 0)
        self.updateGeometry()

    def _write(self) -> None:
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.clear()
        document.setDefaultFont(self._sized(theme().font("reading")))
        wrap_for(self, self._text)
        self._marked_at = {}
        self._rest = self._pieces_of_text()
        self._write_piece()

    def _write_piece(self) -> None:
        """Write as much as one turn of the event loop may take, and leave the rest to the next."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        first = cursor.block()
        cursor.beginEditBlock()
        is_whole = next(self._rest, _END) is _END
        cursor.endEditBlock()
        self._mark_hits(first)
        self._fit()
        if not is_whole:
            self._go_on.start()

    def _pieces_of_text(self) -> Iterator[None]:
        """Write the lines; stop after each piece."""
        first, place, self._room = True, 0, _PIECE
        for raw in self._text.split("\n"):
            if self._room <= 0:
                yield
                self._room = _FURTHER
            line = self._read(raw)
            words_at = place + len(raw) - len(line.words)
            place += len(raw) + 1
            if line.kind is LineKind.PLAIN and not line.words.strip():
                continue
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self._write_line(cursor, line, first)
            self._room -= max(0, _LEAST_OF_A_LINE - len(line.words))
            yield from self._write_words(cursor, line, words_at)
            first = False

    def _sized(self, font: QFont) -> QFont:
        """Return a font in the size of this view."""
        font.setPixelSize(round(font.pixelSize() * self._share))
        return font

    def _write_line(self, cursor: QTextCursor, line: Line, first: bool) -> None:
        look = theme()
        font = self._sized(_font(line))
        block = QTextBlockFormat()
        natural = QFontMetricsF(font).height()
        leading = self._share * look.leading("reading" if line.kind is not LineKind.HEADING else "section")
        block.setLineHeight(
            100.0 * leading / natural, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        below = 10 if line.kind is not LineKind.HEADING else 8 if line.level == 1 else 4
        block.setBottomMargin(look.pxf(below))
        block.setTopMargin(look.pxf(14) if line.kind is LineKind.HEADING and not first else 0)
        lead = ""
        if line.kind in (LineKind.BULLET, LineKind.NUMBER):
            lead = "•\u2002" if line.kind is LineKind.BULLET else f"{line.signs.strip()}\u2002"
            depth = look.pxf(22) * (1 + min(line.level, 4))
            block.setLeftMargin(depth)
            block.setTextIndent(-QFontMetricsF(font).horizontalAdvance(lead))
            block.setBottomMargin(look.pxf(4))
        elif line.kind is LineKind.QUOTE:
            block.setLeftMargin(look.pxf(20))
        elif line.kind is LineKind.HEADING:
            block.setHeadingLevel(line.level)
        elif line.kind is LineKind.RULE:
            block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        role = "ink2" if line.kind in (LineKind.QUOTE, LineKind.RULE) else "ink"
        style = QTextCharFormat()
        style.setFont(font)
        style.setForeground(look.color(role))
        if cursor.position() == 0 and first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.setCharFormat(style)
        cursor.insertText(lead or ("⁂" if line.kind is LineKind.RULE else ""), style)

    def _write_words(self, cursor: QTextCursor, line: Line, words_at: int) -> Iterator[None]:
        """Write the words of a line; one that is longer than a piece goes on below, between two words."""
        is_long = len(line.words) > _PIECE
        if is_long:
            self._room = max(self._room, _FURTHER)
        style = QTextCharFormat()
        style.setFont(self._sized(_font(line)))
        style.setForeground(theme().color("ink2" if line.kind is LineKind.QUOTE else "ink"))
        for span in spans(line.words):
            if span.is_sign:
                continue
            part = QTextCharFormat(style)
            if span.bold:
                part.setFontWeight(QFont.Weight.DemiBold)
            if span.italic or line.kind is LineKind.QUOTE:
                part.setFontItalic(True)
            for start, end, marked in self._pieces(words_at + span.start, span.length):
                if marked:
                    begins = next(a for a, b in self._marks if a <= start < b)
                    self._marked_at.setdefault(begins, cursor.position())
                at = start
                while at < end:
                    if is_long and self._room <= 0 and (at > start or self._text[at - 1 : at].isspace()):
                        _go_below(cursor)
                        yield
                        cursor.movePosition(QTextCursor.MoveOperation.End)
                        self._room = _FURTHER
                    stop = self._stop(at, end) if is_long else end
                    cursor.insertText(self._text[at:stop], self._marked(part) if marked else part)
                    self._room -= stop - at
                    at = stop

    def _stop(self, start: int, end: int) -> int:
        """Return where a stretch is to be cut for this piece: between words, where one ends near by."""
        full = start + max(self._room, 0)
        blank = self._text.find(" ", full, min(full + _NEAR, end))
        if blank >= 0:
            return blank + 1
        return end if full + _NEAR >= end else full

    def _pieces(self, start: int, length: int) -> list[tuple[int, int, bool]]:
        """Cut a stretch of the text where marks begin and end."""
        end = start + length
        inside = [(max(a, start), min(b, end)) for a, b in self._marks if a < end and b > start]
        pieces, place = [], start
        for a, b in inside:
            if a > place:
                pieces.append((place, a, False))
            pieces.append((a, b, True))
            place = b
        if place < end:
            pieces.append((place, end, False))
        return pieces

    def _marked(self, style: QTextCharFormat) -> QTextCharFormat:
        look = theme()
        marked = QTextCharFormat(style)
        if self._marks_are_struck:
            marked.setFontStrikeOut(True)
            marked.setForeground(look.color("ink2"))
            marked.setBackground(look.color("sunken"))
        else:
            marked.setFontUnderline(True)
            marked.setBackground(look.color("mark"))
        return marked

    def _mark_hits(self, block: QTextBlock) -> None:
        """Mark the words of the search from this block on."""
        marked = QTextCharFormat()
        marked.setBackground(theme().color("mark"))
        marked.setForeground(theme().color("ink"))
        marked.setFontWeight(QFont.Weight.DemiBold)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # a line is laid out once, however many hits it has
        while block.isValid() and self._search:
            text = block.text()
            seen, at = 0, block.position()
            for start, end in find_hits(text, self._search):
                begins = at + _utf16(text[seen:start])
                at = begins + _utf16(text[start:end])
                seen = end
                cursor.setPosition(begins)
                cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(marked)
            block = block.next()
        cursor.endEditBlock()


def _go_below(cursor: QTextCursor) -> None:
    """Go on with a paragraph in a block of its own, without a gap: Qt lays out a block as a whole each time."""
    above = cursor.blockFormat()
    below = QTextBlockFormat(above)
    above.setBottomMargin(0)
    cursor.setBlockFormat(above)
    below.setTopMargin(0)
    below.setTextIndent(0)
    cursor.insertBlock(below)


def _font(line: Line) -> QFont:
    look = theme()
    if line.kind is not LineKind.HEADING:
        return look.font("reading")
    style, px = _HEADING_STYLES.get(line.level, _SMALL_HEADING)
    font = look.font(style)
    font.setPixelSize(look.px(px))
    return font


def _utf16(text: str) -> int:
    """How long a text is in Qt's own counting, where a character beyond the basic plane counts twice."""
    return len(text.encode("utf-16-le")) // 2


def _plain_line(text: str) -> Line:
    """Read a line without looking for signs."""
    return Line(LineKind.PLAIN, "", text)
