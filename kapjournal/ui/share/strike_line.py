"""One line of the page on the desk: a button that nobody sees until the pointer or the keys are on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from kapjournal.summary.line_boxes import LineBox
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.tips import tip
from kapjournal.words.language import _

VEIL_OPACITY = 0.10
_STRIKES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StrikeLine(QAbstractButton):
    """Pressed, it asks for its line to be struck. Only the line that has the keys is a stop of Tab."""

    def __init__(self, box: LineBox, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = box
        self.say(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def say(self, words: str) -> None:
        """Name the words that would go: others may have come to stand where they stood."""
        self.setAccessibleName(_("Strike out: {line}").format(line=words))
        self.setToolTip(tip(self.accessibleName()))

    def place(self, width: int, height: int) -> None:
        """Stand where the line stands on a sheet of this size."""
        box = self.box
        place = QRectF(
            box.left * width,
            box.top * height,
            (box.right - box.left) * width,
            (box.bottom - box.top) * height,
        )
        self.setGeometry(place.toAlignedRect())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Strike by Delete or Enter as by Space; the sheet hears every other key."""
        if event.key() in _STRIKES:
            if not event.isAutoRepeat():  # the next line comes to stand where this one was
                self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # a button of Qt's would move on to its neighbour

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the second press of a double click for none: it may meet the line that has moved up."""

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Be the sheet's stop of Tab while the keys are here."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the stop to the sheet again."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show what a click would take out."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Be unseen again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a line through what would go, on a veil of the same colour."""
        if not (self.underMouse() or self.hasFocus()):
            return
        colour = QColor(theme().color("accent_fill"))
        veil = QColor(colour)
        veil.setAlphaF(VEIL_OPACITY)
        place = QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        painter.drawRoundedRect(place, 3, 3)
        painter.setPen(QPen(colour, theme().pxf(1.5)))
        middle = place.center().y()
        painter.drawLine(QPointF(place.left() + 3, middle), QPointF(place.right() - 3, middle))
        painter.end()
