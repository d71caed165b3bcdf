"""A field to search with: a glass before the words, a cross that clears them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.icons import paint_icon
from kapjournal.ui.shared.mirroring import placed, put_at_end, sides
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _


class SearchField(Restyled, QLineEdit):
    """Emits `searched` with every letter; Down asks for the list below, Esc clears."""

    searched = Signal(str)
    list_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clear_button = IconButton("close", _("Clear the search"), self, bare=True, size="small")
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clear_button.clicked.connect(self.clear)
        self.clear_button.hide()
        self.textChanged.connect(self._changed)
        self.returnPressed.connect(self.list_requested)
        self.restyle()

    def restyle(self) -> None:
        """Take font and margins from the theme."""
        look = theme()
        self.setFont(look.font("body"))
        self.setTextMargins(*sides(look.px(28), 0, look.px(24), 0))
        self._place_cross()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go down into the list, or clear."""
        if event.key() == Qt.Key.Key_Down:
            self.list_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the cross at the end."""
        super().resizeEvent(event)
        self._place_cross()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the field, then the glass."""
        super().paintEvent(event)
        look = theme()
        side = look.pxf(18)
        painter = QPainter(self)
        glass = QRectF(look.pxf(12), (self.height() - side) / 2, side, side)
        paint_icon(painter, placed(painter, glass, self.rect()), "search", look.color("ink2"))
        painter.end()

    def _changed(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))
        self.searched.emit(text)

    def _place_cross(self) -> None:
        put_at_end(self.clear_button, self, theme().px(5))
