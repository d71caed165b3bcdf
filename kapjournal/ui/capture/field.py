"""The one field: large words, Enter keeps them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from kapjournal.ui.shared.theme import Restyled, theme

_MOST_LINES = 6


class CaptureField(Restyled, QPlainTextEdit):
    """Grows with what is written; `typed` tells each change, `done` that Enter was pressed."""

    typed = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "gentle")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        # Qt's own caret is the ground turned round, which is bright here, and it blinks.
        self.setCursorWidth(0)
        self.cursorPositionChanged.connect(self.viewport().update)
        self.textChanged.connect(self.typed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.restyle()

    def show_words(self, text: str) -> None:
        """Put words there without telling anybody, the caret after them."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keep with Enter; Shift and Enter begin a line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.done.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the height to the new width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the words, then a caret that stands still."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        place = self.cursorRect()
        painter = QPainter(self.viewport())
        caret = QRect(place.left(), place.top(), max(2, theme().px(3)), place.height())
        painter.fillRect(caret, theme().color("accent"))
        painter.end()

    def restyle(self) -> None:
        """Take the font from the theme."""
        self.setFont(theme().font("gentle"))
        self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = min(max(int(self.document().size().height()), 2), _MOST_LINES)
        height = line * lines + theme().px(48)
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)
