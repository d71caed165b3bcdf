"""The third step: what to notice, beside mood and distress, which are always there; and whether to be reminded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain import measure as keys
from kapjournal.domain.measure import BUILT_IN
from kapjournal.settings import Settings
from kapjournal.ui.shared.breakpoints import NARROW, breakpoint  # noqa: A004
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.level_glyph import paint_level_glyph
from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.own_measure import OwnMeasure, OwnMeasureForm
from kapjournal.ui.shared.reminder_times import ReminderTimes, reminders_words
from kapjournal.ui.shared.series_mark import paint_series_mark
from kapjournal.ui.shared.text import Caption, Label, Strong
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.tick_card import PaintMark, TickCard
from kapjournal.words.language import _
from kapjournal.words.measures import measure_ends, measure_name

# Each card with the measures that it stands for.
_CHOICES: tuple[tuple[str, ...], ...] = (
    (keys.ANXIETY,),
    (keys.ENERGY,),
    (keys.SLEEP_H, keys.SLEEP_QUALITY),
    (keys.CONNECTION,),
    (keys.PAIN,),
    (keys.WANTING_MORE,),
)
_AT_FIRST = (keys.ANXIETY, keys.ENERGY, keys.SLEEP_H, keys.CONNECTION)


@dataclass(frozen=True, slots=True)
class ChosenMeasures:
    """Keys of built-in measures, and own ones."""

    keys: tuple[str, ...]
    own: tuple[OwnMeasure, ...]


class MeasuresStep(Restyled, QWidget):
    """Cards to tick, and a measure of one's own."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[tuple[tuple[str, ...], TickCard]] = []
        self._own: list[tuple[OwnMeasure, TickCard]] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        for group in _CHOICES:
            card = TickCard(measure_name(BUILT_IN[group[0]]), _ends(group), _mark(group[0]))
            card.setChecked(group[0] in _AT_FIRST)
            self._cards.append((group, card))
        self._form = OwnMeasureForm()
        self._form.added.connect(self._add_own)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(AlwaysCard())
        self._column.addLayout(self._grid)
        self._column.addWidget(self._form)
        self.reminders = ReminderTimes(settings)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(_("Reminders")))
        words.addWidget(Caption(reminders_words(), "ink2"))
        self._reminding = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._reminding.addLayout(words, 1)
        self._reminding.addWidget(self.reminders)
        self._column.addWidget(Hairline())
        self._column.addLayout(self._reminding)
        self._column.addStretch(1)
        self._arrange()
        self.restyle()

    def chosen(self) -> ChosenMeasures:
        """Return what was ticked, with what was named last."""
        self._form.add_named()
        ticked = [key for group, card in self._cards if card.isChecked() for key in group]
        return ChosenMeasures(tuple(ticked), tuple(own for own, card in self._own if card.isChecked()))

    def restyle(self) -> None:
        """Take the gaps from the theme."""
        look = theme()
        self._column.setSpacing(look.px(10))
        self._grid.setSpacing(look.px(10))
        self._form.setContentsMargins(0, 0, 0, look.px(14))
        self._reminding.setSpacing(look.px(20))
        self._reminding.setContentsMargins(0, look.px(6), 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """One column where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        ways = QBoxLayout.Direction
        narrow = breakpoint(self) == NARROW
        self._reminding.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        columns = 1 if narrow else 2
        cards = [card for _group, card in self._cards] + [card for _one, card in self._own]
        for index, card in enumerate(cards):
            self._grid.addWidget(card, index // columns, index % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _add_own(self, own: OwnMeasure) -> None:
        ends = _("{low} to {high}").format(low=own.low_word, high=own.high_word)
        card = TickCard(own.name, ends, _mark(""))
        card.setChecked(True)
        self._own.append((own, card))
        self._arrange()


class AlwaysCard(Card):
    """Mood and distress: they have a tick and no box, for they cannot be taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(16, 10))
        self._sign = QLabel()
        row = QHBoxLayout()
        row.addWidget(self._sign)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Strong(_("Mood and distress")))
        words.addWidget(Caption(_("Always there, one click each, 0 to 10"), "ink2"))
        row.addLayout(words, 1)
        row.addWidget(_Glyphs())
        self._row = row
        self.body.addLayout(row)
        self.restyle()

    def restyle(self) -> None:
        """Take gap and tick from the theme."""
        super().restyle()
        if hasattr(self, "_row"):
            look = theme()
            self._row.setSpacing(look.px(14))
            self._sign.setPixmap(
                icon_pixmap("kept_small", look.color("accent"), look.px(18), self.devicePixelRatioF())
            )


class _Glyphs(Restyled, QWidget):
    """Six level glyphs, from 0 to 10."""

    def __init__(self) -> None:
        super().__init__()
        self.restyle()

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(theme().px(168), theme().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint them in a row."""
        look = theme()
        painter = QPainter(self)
        side = look.pxf(22)
        for index in range(6):
            place = placed(painter, QRectF(index * look.pxf(29), 1, side, side), self.rect())
            paint_level_glyph(painter, place, index * 2.0)
        painter.end()


def _ends(group: tuple[str, ...]) -> str:
    if keys.SLEEP_H in group:
        return _("hours, and how rested you woke")
    low, high = measure_ends(BUILT_IN[group[0]])
    return _("{low} to {high}").format(low=low, high=high)


def _mark(key: str) -> PaintMark:
    return partial(_paint_mark, "sleep" if key == keys.SLEEP_H else key)


def _paint_mark(key: str, painter: QPainter, center: QPointF, radius: float) -> None:
    paint_series_mark(painter, center, radius, key)
