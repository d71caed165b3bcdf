"""A picture in someone's writing: as wide as the column at most, dimmed in the dark until it is looked at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kapjournal.domain.picture import Picture
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.tips import tip
from kapjournal.words.language import _


class PictureView(Restyled, QWidget):
    """One picture; its description is its accessible name."""

    def __init__(self, picture: Picture, alt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Only ever what the journal encoded itself, by its own word for the format: nothing is guessed or loaded.
        format_: Any = "PNG" if picture.format == "png" else "JPG"
        self._image = QImage.fromData(picture.data, format_)
        self._width, self._height = picture.width, picture.height
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.describe(alt)
        self.restyle()

    def describe(self, alt: str) -> None:
        """Take another description."""
        self.setAccessibleName(alt or _("Picture without a description"))
        self.setToolTip(tip(alt))

    def restyle(self) -> None:
        """Take the greatest width from the theme."""
        self.setMaximumWidth(theme().size("reading_column"))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """At the width of the column."""
        return QSize(theme().size("reading_column"), self._shown(self.width()).height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the width with the height; a tall picture is shown narrower."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            # Afterwards: a layout that is being laid out would not hear that a height has changed in it.
            QTimer.singleShot(0, self, self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint it with round corners."""
        size = self._shown(self.width())
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(0, 0, size.width(), size.height())
        path = QPainterPath()
        path.addRoundedRect(place, theme().pxf(8), theme().pxf(8))
        painter.setClipPath(path)
        painter.drawImage(place, self._image)
        if theme().name != "light" and not (self.underMouse() or self.hasFocus()):
            shade = QColor(0, 0, 0)
            shade.setAlphaF(theme().opacity("picture_dim_dark"))
            painter.fillRect(place, shade)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Look at it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Look elsewhere."""
        super().leaveEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Look at it with the keys."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Look elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(self._shown(max(self.width(), 1)).height())
        self.updateGeometry()

    def _shown(self, width: int) -> QSize:
        most = QSize(min(width, theme().px(self._width)), theme().px(640))
        return QSize(self._width, self._height).scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
