"""The cells of the thread: a line that opens where it was written, and a place without words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.holding_button import HoldingButton
from kapjournal.ui.shared.practice_dots import PracticeDots
from kapjournal.ui.shared.text import Body, Words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.thread.lines import ThreadLine
from kapjournal.words.beginning import breakable
from kapjournal.words.language import _

_NONE_PX = (56, 24)
_WORDS_PX = 16
AIR_PX = 5
"""Between a cell and the lines above and under it, beside the gap of the rows: the names of the columns have none."""
_DASH = (2.0, 2.0)


class PlaceCell(Restyled, QWidget):
    """One place of one session."""

    opened = Signal(object)
    shared = Signal(int, bool)

    def __init__(self, name: str, lines: Sequence[ThreadLine], *, marking: bool) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        for line in lines:
            self._column.addWidget(self._line(name, line, marking=marking))
        if not lines:
            self._column.addWidget(_NoWords(name))
        self._column.addStretch(1)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        look = theme()
        self._column.setContentsMargins(0, look.px(AIR_PX), 0, look.px(AIR_PX))
        self._column.setSpacing(look.px(4))

    def _line(self, name: str, line: ThreadLine, *, marking: bool) -> QWidget:
        button = _Line(name, line)
        button.opened.connect(self.opened)
        if not marking or line.entry_id is None:
            return button
        entry_id = line.entry_id
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        tick = Tick(accessible_name=_("Mark to share: {words}").format(words=line.text))
        tick.setChecked(line.to_share)
        tick.toggled.connect(lambda wanted: self.shared.emit(entry_id, wanted))
        across.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(button, 1)
        return row


class _Line(HoldingButton):
    """Words that open where they were written."""

    opened = Signal(object)

    def __init__(self, name: str, line: ThreadLine) -> None:
        named = _("{place}: {words}").format(place=name, words=line.text)
        super().__init__(named, _("Opens where it was written"))
        self._wish = line.wish
        self._words = (
            _OwnWords(breakable(line.text, narrow=True)) if line.own_words else Body(line.text, "ink2")
        )
        # What stands in a button would take the colour of its words.
        self._words.setForegroundRole(QPalette.ColorRole.WindowText)
        self.column.addWidget(self._words)
        self.let_through(self._words)
        if line.dots:
            shown = PracticeDots()
            shown.show_dots(line.dots, line.text)
            self.column.addWidget(shown, 0, Qt.AlignmentFlag.AlignLeft)
            self.let_through(shown)
        self.clicked.connect(self._open)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme().px(6))
        self.updateGeometry()

    def _open(self) -> None:
        self.opened.emit(self._wish)


class _OwnWords(Words):
    """What a person wrote, in the size that leaves five columns room."""

    style_name = "fragment"

    def restyle(self) -> None:
        """Take the font of fragments, a little smaller."""
        super().restyle()
        font = theme().font("fragment")
        font.setPixelSize(theme().px(_WORDS_PX))
        self.setFont(font)


class _NoWords(Restyled, QWidget):
    """A short dashed line: nothing is written here, and nothing has to be."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(_("{place}: no words").format(place=name))
        self.restyle()

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(theme().px(_NONE_PX[0]), theme().px(_NONE_PX[1]))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the line."""
        look = theme()
        painter = QPainter(self)
        pen = QPen(look.color("strong"), look.pxf(1))
        pen.setDashPattern(list(_DASH))
        painter.setPen(pen)
        middle = self.height() / 2
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        painter.end()
