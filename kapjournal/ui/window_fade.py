"""From one page to the next without a jump."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kapjournal.ui.shared.theme import theme


class Fade(QWidget):
    """The page that went, as a picture that fades over the one that came."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._motion = QVariantAnimation(self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._share = 0.0
        self._motion.valueChanged.connect(self._step)
        self._motion.finished.connect(self.hide)
        self.hide()

    def fade(self, picture: QPixmap, motion: str) -> None:
        """Begin with the picture whole."""
        self._motion.stop()
        self._picture = picture
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self._share = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show()
        self.raise_()
        self._motion.setDuration(theme().motion(motion))
        self._motion.setStartValue(1.0)
        self._motion.setEndValue(0.0)
        self._motion.start()

    def _step(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint what is left of the picture."""
        painter = QPainter(self)
        painter.setOpacity(self._share)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()
