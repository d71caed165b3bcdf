"""A field that is as tall as what is written in it; words only, whatever is pasted or dropped."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from kapjournal.ui.reflection.pasting import offered_pictures, pasted_text
from kapjournal.ui.shared.clipboard import chosen_words
from kapjournal.ui.shared.full_field import fits
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.wrapping import wrap_for


class GrowingText(Restyled, QTextEdit):
    """Plain text in one style of type, on the page itself."""

    style_name = "reading"
    left = Signal()
    """The keyboard went elsewhere."""
    refused = Signal()
    """A file or a picture was offered where only words may stand."""
    pictures_offered = Signal(list)
    """Pictures were pasted or dropped, as the contents of files."""
    takes_pictures = False
    caret_moved = Signal(QRect)

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setStyleSheet("background: transparent;")
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._tell_caret)
        self.restyle()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Copy words only."""
        return chosen_words(self.textCursor())

    def words(self) -> str:
        """What is written."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_words(self, text: str) -> None:
        """Put a text on the page; what was there before cannot be undone into it."""
        wrap_for(self, text)
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        self._lead_lines()
        self.document().setUndoRedoEnabled(True)

    def restyle(self) -> None:
        """Take font and leading from the theme, and keep what can be undone."""
        look = theme()
        self.setFont(self.font_of_style())
        self.document().setDefaultFont(self.font_of_style())
        self.setCursorWidth(max(1, look.px(2)))
        self._lead_lines()
        self._fit()

    def font_of_style(self) -> QFont:
        """The font of the field."""
        return theme().font(self.style_name)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Take words only."""
        pictures = offered_pictures(source) if self.takes_pictures else []
        if pictures:
            self.pictures_offered.emit(pictures)
            return
        text = pasted_text(source)
        if text is None:
            self.refused.emit()
            return
        if fits(self, len(self.words()) + len(text)):
            self.insert_words(text)

    def insert_words(self, text: str) -> None:
        """Insert a text at the caret."""
        wrap_for(self, self.words() + text)
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Let files and pictures come too, so that they can be refused in words."""
        return source.hasText() or source.hasHtml() or source.hasUrls() or source.hasImage()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the keyboard went elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave scrolling to the page."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the height of the text."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by what can be seen of the page, not by the whole field."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._move_by_page(event)
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as the text."""
        return QSize(theme().size("reading_column"), self._text_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Any width."""
        return QSize(theme().px(120), self._text_height())

    def _text_height(self) -> int:
        return max(theme().leading(self.style_name), int(self.document().size().height()) + 1)

    def _fit(self, *_size: object) -> None:
        self.setMinimumHeight(self._text_height())
        self.updateGeometry()

    def _tell_caret(self) -> None:
        self.caret_moved.emit(self.cursorRect())

    def _lead_lines(self) -> None:
        look = theme()
        block = QTextBlockFormat()
        natural = QFontMetricsF(self.font_of_style()).height()
        block.setLineHeight(
            100.0 * look.leading(self.style_name) / natural,
            QTextBlockFormat.LineHeightTypes.ProportionalHeight.value,
        )
        cursor = QTextCursor(self.document())
        cursor.joinPreviousEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)
        cursor.endEditBlock()

    def _move_by_page(self, event: QKeyEvent) -> None:
        seen = self.visibleRegion().boundingRect().height() - theme().leading(self.style_name)
        step = seen if event.key() == Qt.Key.Key_PageDown else -seen
        target = self.cursorRect().center()
        target.setY(min(max(target.y() + step, 0), self._text_height() - 2))
        with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        cursor = self.textCursor()
        cursor.setPosition(
            self.cursorForPosition(target).position(),
            QTextCursor.MoveMode.KeepAnchor if with_shift else QTextCursor.MoveMode.MoveAnchor,
        )
        self.setTextCursor(cursor)
