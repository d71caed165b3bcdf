"""The cells of the thread: a line that opens where it was written, and a place without words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kapjournal.ui.shared.checkbox import Tick
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


class _Line(Restyled, QAbstractButton):
    """Words that open where they were written."""

    opened = Signal(object)

    def __init__(self, name: str, line: ThreadLine) -> None:
        super().__init__()
        self._wish = line.wish
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("{place}: {words}").format(place=name, words=line.text))
        self.setAccessibleDescription(_("Opens where it was written"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words = (
            _OwnWords(breakable(line.text, narrow=True)) if line.own_words else Body(line.text, "ink2")
        )
        # What stands in a button would take the colour of its words.
        self._words.setForegroundRole(QPalette.ColorRole.WindowText)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        self._parts: list[QWidget] = [self._words]
        if line.dots:
            shown = PracticeDots()
            shown.show_dots(line.dots, line.text)
            self._column.addWidget(shown, 0, Qt.AlignmentFlag.AlignLeft)
            self._parts.append(shown)
        for part in self._parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._open)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(6))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what the words take."""
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least that they take."""
        return self._column.totalMinimumSize()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Ask by width: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at a width."""
        return self._column.totalHeightForWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground under the pointer; the words paint themselves."""
        if self.underMouse():
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme().color("hover"))
            painter.end()

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
