"""The days of a practice as dots: filled for kept, a ring for not, nothing where it was not meant to be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kapjournal.domain.practice import Dot
from kapjournal.ui.shared.mirroring import placed_x
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.tips import tip
from kapjournal.words.dates import first_weekday

_PITCH = 14.0
_WEEK_PITCH = 12.4
_WEEK_GAP = 7.4
_ACROSS = 9.0
_RING = 1.25
_HEIGHT = 16.0


class PracticeDots(Restyled, QWidget):
    """A row of dots that ends where lines end; `by_week` leaves a gap between weeks."""

    def __init__(self, *, by_week: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_week = by_week
        self._dots: tuple[Dot, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_dots(self, dots: Sequence[Dot], said: str) -> None:
        """Show these days; `said` is what a screen reader says of them."""
        self._dots = tuple(dots)
        self.setAccessibleName(said)
        self.setToolTip(tip(said))
        self.restyle()

    def restyle(self) -> None:
        """Take the size from the theme."""
        places = self._places()
        look = theme()
        across = (places[-1] + _ACROSS + _RING) if places else 0.0
        self.setFixedSize(look.px(across + 1), look.px(_HEIGHT))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that the dots take."""
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a dot for each day; form, not colour alone, says which were kept."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = look.pxf(_ACROSS / 2)
        middle = self.height() / 2
        for dot, place in zip(self._dots, self._places(), strict=True):
            x = placed_x(painter, look.pxf(place + _ACROSS / 2 + _RING / 2), self.rect())
            centre = QPointF(x, middle)
            if dot.kept:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("accent"))
                painter.drawEllipse(centre, radius, radius)
            else:
                painter.setPen(QPen(look.color("strong"), look.pxf(_RING)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                inner = radius - look.pxf(_RING) / 2
                painter.drawEllipse(centre, inner, inner)
        painter.end()

    def _places(self) -> list[float]:
        """Where each dot begins, from where lines do."""
        places: list[float] = []
        at = 0.0
        begins = first_weekday()
        for index, dot in enumerate(self._dots):
            if index:
                gone = (dot.day - self._dots[index - 1].day).days
                weeks = any(
                    (self._dots[index - 1].day.weekday() + step) % 7 == begins
                    for step in range(1, min(gone, 7) + 1)
                )
                at += (_WEEK_PITCH + (_WEEK_GAP if weeks else 0.0)) if self._by_week else _PITCH
            places.append(at)
        return places
