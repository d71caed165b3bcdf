"""The domains of the library as cells with their counts, and which icon stands for each."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from kapjournal.guidance.library import PromptDomain
from kapjournal.ui.shared.buttons import show_checked
from kapjournal.ui.shared.icons import paint_icon
from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.theme import Restyled, tabular, theme
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number
from kapjournal.words.prompts import domain_name

FAVOURITES = "favourites"
HIDDEN = "hidden"
_CELL = 56
_ICONS = {
    PromptDomain.MIND: "domain_mind",
    PromptDomain.BODY: "domain_body",
    PromptDomain.RELATIONSHIPS: "domain_relationships",
    PromptDomain.LIFESTYLE: "domain_daily_life",
    PromptDomain.SPIRIT: "domain_meaning",
    PromptDomain.NATURE: "domain_nature",
    FAVOURITES: "favourite",
    PromptDomain.OWN: "write",
    PromptDomain.THERAPIST: "therapist",
    HIDDEN: "hide",
}


def shelf_icon(shelf: str) -> str:
    """The icon of a domain, of the favourites or of what is not for this person."""
    return _ICONS[shelf]


def shelf_name(shelf: str) -> str:
    """The name of a domain, of the favourites or of what is not for this person."""
    return {FAVOURITES: _("Favourites"), HIDDEN: _("Not for me")}.get(shelf) or domain_name(shelf)


class Shelves(Restyled, QWidget):
    """One cell for each domain, then favourites and what is hidden; exactly one is open, or none while searching."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = 2
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self._cells = {shelf: _Cell(shelf, self) for shelf in _ICONS}
        for cell in self._cells.values():
            self._group.addButton(cell)
            cell.toggled.connect(self._toggled)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.restyle()

    def set_counts(self, counts: dict[str, int]) -> None:
        """Show how many prompts each holds; what is hidden has a cell only while there is something in it."""
        for shelf, cell in self._cells.items():
            cell.set_count(counts.get(shelf, 0))
        self._cells[HIDDEN].setVisible(counts.get(HIDDEN, 0) > 0)

    def set_open(self, shelf: str) -> None:
        """Mark one as open; '' marks none."""
        self._group.setExclusive(False)
        for name, cell in self._cells.items():
            show_checked(cell, name == shelf)
        self._group.setExclusive(bool(shelf))

    def set_columns(self, columns: int) -> None:
        """Lay the cells out in that many columns."""
        self._columns = columns
        self.restyle()

    def restyle(self) -> None:
        """Lay the cells out with the theme's gap."""
        self._grid.setSpacing(theme().px(10))
        for place, cell in enumerate(self._cells.values()):
            self._grid.addWidget(cell, place // self._columns, place % self._columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _toggled(self, chosen: bool) -> None:
        cell = self.sender()
        if chosen and isinstance(cell, _Cell):
            self.set_open(cell.shelf)
            self.opened.emit(cell.shelf)


class _Cell(Restyled, QAbstractButton):
    """A shelf: icon, name, count."""

    def __init__(self, shelf: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.shelf = shelf
        self._count = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def set_count(self, count: int) -> None:
        """Show how many there are."""
        self._count = count
        text = ngettext("{shelf}, {count} prompt", "{shelf}, {count} prompts", count)
        self.setAccessibleName(text.format(shelf=shelf_name(self.shelf), count=count))
        self.update()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(_CELL))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for icon, name and count."""
        font = theme().font("body_strong")
        self.setFont(font)
        words = self.fontMetrics().horizontalAdvance(shelf_name(self.shelf))
        return QSize(words + theme().px(46 + 54), theme().px(_CELL))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never cut the name."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the card, then what stands on it."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        side = look.px(20)
        place = QRectF(look.px(14), (self.height() - side) / 2, side, side)
        place = placed(painter, place, self.rect())
        paint_icon(painter, place, shelf_icon(self.shelf), look.color("accent"))
        room = QRectF(self.rect()).adjusted(look.px(46), 0, -look.px(14), 0)
        room = placed(painter, room, self.rect())
        font = look.font("body")
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(look.color("ink"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | middle), shelf_name(self.shelf))
        painter.setFont(tabular(look.font("chip")))
        painter.setPen(look.color("ink3"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | middle), number(self._count))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        look = theme()
        chosen = self.isChecked()
        ground = "accent_soft" if chosen else "hover" if self.underMouse() else "surface"
        line = 2 if chosen else 1
        painter.setBrush(look.color(ground))
        pen = painter.pen()
        pen.setColor(look.color("accent" if chosen else "line"))
        pen.setWidthF(line)
        painter.setPen(pen)
        half = line / 2
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(frame, look.px(12), look.px(12))
