"""How hard a passphrase is to guess: four bars and a sentence, never a refusal."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Caption
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

# The estimate's time grows steeply with the length; what lies beyond is strong enough anyway.
_LOOKED_AT = 72
_BARS = 4


@dataclass(frozen=True, slots=True)
class Strength:
    """Bars from 0 to 4 and what they mean."""

    bars: int
    words: str


def strength_of(passphrase: str) -> Strength:
    """Estimate a passphrase by zxcvbn; nothing is refused because of it."""
    if not passphrase:
        return Strength(0, _("Four unrelated words are long and easy to remember."))
    from zxcvbn import zxcvbn

    score = int(zxcvbn(passphrase[:_LOOKED_AT])["score"])
    return (
        Strength(1, _("Easy to guess. Four unrelated words are better.")),
        Strength(1, _("Easy to guess. Four unrelated words are better.")),
        Strength(2, _("It could be longer. One or two more words help.")),
        Strength(3, _("Good. Hard to guess.")),
        Strength(4, _("Very good. Hard to guess, even by machines.")),
    )[score]


class StrengthHint(Restyled, QWidget):
    """The bars and the sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = _Bars(self)
        self._words = Caption("", "ink2")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._bars, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._words, 1)
        self.show_for("")
        self.restyle()

    def show_for(self, passphrase: str) -> None:
        """Show the estimate of a passphrase."""
        found = strength_of(passphrase)
        if found.words != self._words.text() and passphrase:
            announce(self, found.words)
        self._bars.set_bars(found.bars)
        self._words.setText(found.words)
        self.setAccessibleName(found.words)

    def restyle(self) -> None:
        """Take the gap from the theme."""
        self._row.setSpacing(theme().px(12))


class _Bars(Restyled, QWidget):
    """Four short bars, filled from where lines begin."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def set_bars(self, filled: int) -> None:
        """Fill so many."""
        self._filled = filled
        self.update()

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(QSize(theme().px(188), theme().px(6)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the bars."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = look.pxf(4)
        width = (self.width() - gap * (_BARS - 1)) / _BARS
        for bar in range(_BARS):
            painter.setBrush(look.color("accent_fill" if bar < self._filled else "line"))
            place = placed(painter, QRectF(bar * (width + gap), 0, width, self.height()), self.rect())
            painter.drawRoundedRect(place, self.height() / 2, self.height() / 2)
        painter.end()
