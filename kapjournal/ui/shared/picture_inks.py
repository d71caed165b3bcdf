"""What a theme gives a picture to be painted with: its fonts, colours, brushes and pens, each made once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QLinearGradient, QPen, QStaticText

from kapjournal.charts.picture import Paint
from kapjournal.ui.shared.theme import SERIF, Theme, load_serif, tabular

MOOD_STEPS = 10
KEPT = 256
"""How many of each are kept: a picture has some dozens, and the next one of the same theme has nearly the same."""


@lru_cache(maxsize=KEPT)
def chart_font(look: Theme, size: float, weight: int = 400, *, serif: bool = False) -> QFont:
    """Return the font of a chart's words: the system's own with figures of one width, or the bundled serif."""
    font = tabular(look.font("caption"))
    if serif:
        load_serif()
        font.setFamilies([SERIF])
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    return font


@lru_cache(maxsize=KEPT)
def set_words(
    look: Theme, text: str, size: float, weight: int, *, serif: bool
) -> tuple[QStaticText, float, float]:
    """Return a text that is set already, its width, and its height above the baseline."""
    font = chart_font(look, size, weight, serif=serif)
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(font=font)
    metrics = QFontMetricsF(font)
    return made, metrics.horizontalAdvance(text), metrics.ascent()


class WordWidths:
    """How wide words are in a theme's font; each text is measured once."""

    def __init__(self, look: Theme) -> None:
        self._look = look
        self._metrics: dict[tuple[float, int], QFontMetricsF] = {}
        self._widths: dict[tuple[str, float, int], float] = {}

    def __call__(self, text: str, size: float, weight: int) -> float:
        """Return the width of a text at a size and weight."""
        known = self._widths.get((text, size, weight))
        if known is None:
            metrics = self._metrics.get((size, weight))
            if metrics is None:
                metrics = self._metrics[size, weight] = QFontMetricsF(chart_font(self._look, size, weight))
            known = self._widths[text, size, weight] = metrics.horizontalAdvance(text)
        return known


@lru_cache(maxsize=KEPT)
def role_color(paint: Paint, look: Theme) -> QColor:
    """Return the colour of a paint without its ramp, at its opacity; not to be changed."""
    if paint.role == "mood":
        color = look.mood(MOOD_STEPS / 2 if paint.step is None else paint.step)
    elif paint.role.startswith("series_"):
        color = look.series(paint.role.removeprefix("series_"))
    else:
        color = look.color(paint.role)
    color.setAlphaF(paint.opacity)
    return color


@lru_cache(maxsize=KEPT)
def brush(paint: Paint, look: Theme) -> QBrush:
    """Return the brush of a paint; not to be changed."""
    if paint.ramp is None:
        return QBrush(role_color(paint, look))
    gradient = QLinearGradient(0.0, paint.ramp.low_y, 0.0, paint.ramp.high_y)
    for step in range(MOOD_STEPS + 1):
        color = look.mood(step)
        color.setAlphaF(paint.opacity)
        gradient.setColorAt(step / MOOD_STEPS, color)
    return QBrush(gradient)


@lru_cache(maxsize=KEPT)
def pen(paint: Paint, width: float, dash: tuple[float, ...], look: Theme, *, is_round: bool = False) -> QPen:
    """Return the pen of a paint; not to be changed. Lengths in page units; `is_round` at its ends and bends."""
    made = QPen(brush(paint, look), width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap if is_round else Qt.PenCapStyle.FlatCap)
    if is_round:
        made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        # Qt counts dashes in widths of the pen.
        made.setDashPattern([part / width for part in dash])
    return made


@lru_cache(maxsize=4)
def word_widths(look: Theme) -> WordWidths:
    """Return what measures words in a theme's font, the same for every chart."""
    return WordWidths(look)
