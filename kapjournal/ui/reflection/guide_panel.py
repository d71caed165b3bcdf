"""The guide beside the page: five parts that may help; what it grew from; its tags."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kapjournal.domain.reflection import Fragment
from kapjournal.ui.reflection.guide import GuidePart, PartState
from kapjournal.ui.reflection.tag_row import TagRow
from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.held import held
from kapjournal.ui.shared.icons import paint_icon
from kapjournal.ui.shared.mirroring import placed, sides
from kapjournal.ui.shared.text import Caption, Label
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

_MOST_LINES = 2
"""Of what is written in a part."""
_TEXT_LEFT = 42


class GuidePanel(Restyled, QScrollArea):
    """Five parts, fragments and tags, in one column of 286."""

    part_chosen = Signal(GuidePart)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inside = QWidget()
        inside.setObjectName("page_content")
        self._column = QVBoxLayout(inside)
        self._head = Label(_("Guide"), wrap=False)
        self.close_button = IconButton("close", _("Close the guide"), bare=True)
        self.close_button.clicked.connect(self.close_requested)
        row = QHBoxLayout()
        row.addWidget(self._head, 1)
        row.addWidget(self.close_button)
        self._head_row = row
        self._column.addLayout(row)
        self.entries: list[GuideEntry] = []
        self._entries_column = QVBoxLayout()
        self._column.addLayout(self._entries_column)
        self._column.addWidget(
            Caption(_("Any order, any left out. Choosing one adds its heading to the page."))
        )
        self._line = QHBoxLayout()
        self._line.addWidget(Hairline())
        self._column.addLayout(self._line)
        self._grown_head = Label(_("Grew from"), wrap=False)
        self._grown = QVBoxLayout()
        self._column.addWidget(self._grown_head)
        self._column.addLayout(self._grown)
        self._tags_head = Label(_("Tags"), wrap=False)
        self._column.addWidget(self._tags_head)
        self.tags = TagRow()
        self._column.addWidget(self.tags)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.show_fragments(())
        self.restyle()

    def show_states(self, states: tuple[PartState, ...]) -> None:
        """Show which parts are written and which the caret is in."""
        if len(states) != len(self.entries):
            for state in states:
                entry = GuideEntry(state)
                entry.clicked.connect(lambda _on=False, part=state.part: self.part_chosen.emit(part))
                self.entries.append(entry)
                self._entries_column.addWidget(entry)
        for entry, state in zip(self.entries, states, strict=True):
            entry.show_state(state)
        self._fit()

    def show_fragments(self, fragments: tuple[Fragment, ...]) -> None:
        """Show what the reflection grew from, if anything."""
        clear(self._grown)
        for fragment in fragments:
            self._grown.addWidget(_FragmentLine(fragment))
        self._grown_head.setVisible(bool(fragments))

    def set_whole(self, whole: bool) -> None:
        """Stand in a column that scrolls by itself, at full height; or scroll beside the page."""
        self._whole = whole
        self.setMinimumHeight(0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._whole:
            self.setMinimumHeight(self._column.totalHeightForWidth(self.viewport().width()))

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._column.setContentsMargins(look.px(12), look.px(16), look.px(12), look.px(24))
        self._column.setSpacing(look.px(10))
        self._head_row.setContentsMargins(*sides(0, 0, look.px(6), 0))
        self._line.setContentsMargins(look.px(14), look.px(6), look.px(14), look.px(4))
        self._entries_column.setSpacing(0)
        self._grown.setSpacing(look.px(8))
        self._head.setContentsMargins(*sides(look.px(14), 0, 0, 0))
        for widget in held(self._column).values():
            if isinstance(widget, QWidget):
                above = look.px(6) if widget is self._tags_head else 0
                widget.setContentsMargins(*sides(look.px(14), above, look.px(14), 0))


class GuideEntry(Restyled, QAbstractButton):
    """One part: a ring or a tick, its name, and how its words begin; lit while the caret is in it."""

    def __init__(self, state: PartState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_state(state)
        self.restyle()

    @property
    def state(self) -> PartState:
        """What the entry shows."""
        return self._state

    def show_state(self, state: PartState) -> None:
        """Show another state of the same part."""
        changed = state != self._state
        self._state = state
        said = _("written") if state.opening else _("not written")
        name = _("{part}, {state}").format(part=state.part.heading, state=said)
        self.setAccessibleName(_("{part}, you are here").format(part=name) if state.is_here else name)
        self.setAccessibleDescription(state.part.hint)
        if changed:
            self.updateGeometry()
            self.update()

    def restyle(self) -> None:
        """Measure the words again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as the words at the panel's width."""
        width = theme().px(254)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never lower than a comfortable target."""
        return QSize(theme().px(120), theme().px(40))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of name and words."""
        return round(self._words_rect(width).bottom() + theme().pxf(12))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint ground, icon, name and words."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._state.is_here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft" if self._state.is_here else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), look.pxf(8), look.pxf(8))
        side = look.pxf(18)
        icon, role = "not_yet", "strong"
        if self._state.is_here:
            icon, role = "write", "accent"
        elif self._state.opening:
            icon, role = "kept", "accent"
        sign = placed(painter, QRectF(look.pxf(14), look.pxf(13), side, side), self.rect())
        paint_icon(painter, sign, icon, look.color(role))
        painter.setFont(self._name_font())
        painter.setPen(look.color("ink"))
        name = placed(painter, self._name_rect(self.width()), self.rect())
        painter.drawText(name, int(Qt.TextFlag.TextWordWrap), self._state.part.heading)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink2" if self._state.is_here else "ink3"))
        place = placed(painter, self._words_rect(self.width()), self.rect())
        leading = look.leading("caption")
        for line, words in enumerate(self._shown_lines(place.width())):
            row = QRectF(place.left(), place.top() + line * leading, place.width(), leading)
            painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the keyboard where it is until the part is chosen."""
        super().mousePressEvent(event)

    def _words(self) -> str:
        if self._state.is_here:
            return _("{hint} You are in this part now.").format(hint=self._state.part.hint)
        return self._state.opening

    def _shown_lines(self, width: float) -> list[str]:
        """The lines of the words: all of a hint, two of what is written."""
        font = theme().font("caption")
        lines = _lines(font, width, self._words())
        if self._state.is_here or len(lines) <= _MOST_LINES:
            return lines
        last = f"{lines[_MOST_LINES - 1]} {lines[_MOST_LINES]}"
        cut = QFontMetricsF(font).elidedText(last, Qt.TextElideMode.ElideRight, width)
        return [*lines[: _MOST_LINES - 1], cut]

    def _name_font(self) -> QFont:
        font = theme().font("body")
        font.setWeight(QFont.Weight.DemiBold if self._state.is_here else QFont.Weight.Medium)
        return font

    def _name_rect(self, width: int) -> QRectF:
        look = theme()
        room = QRectF(look.pxf(_TEXT_LEFT), look.pxf(13), width - look.pxf(_TEXT_LEFT + 12), 10_000)
        return _measured(self._name_font(), room, self._state.part.heading)

    def _words_rect(self, width: int) -> QRectF:
        name = self._name_rect(width)
        words = self._words()
        room = QRectF(name.left(), name.bottom(), width - theme().pxf(_TEXT_LEFT + 12), 10_000)
        if not words:
            return QRectF(room.left(), room.top(), room.width(), 0)
        look = theme()
        lines = self._shown_lines(room.width())
        return QRectF(
            room.left(), room.top() + look.pxf(3), room.width(), len(lines) * look.leading("caption")
        )


def _measured(font: QFont, room: QRectF, words: str) -> QRectF:
    found = QFontMetricsF(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), words)
    return QRectF(room.left(), room.top(), room.width(), found.height())


def _lines(font: QFont, width: float, words: str) -> list[str]:
    """The words broken into lines, so that they can be painted at the leading of the design."""
    layout = QTextLayout(words, font)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        raw = words.encode("utf-16-le")[line.textStart() * 2 : (line.textStart() + line.textLength()) * 2]
        lines.append(raw.decode("utf-16-le", "ignore").rstrip())
    layout.endLayout()
    return lines


class _FragmentLine(QWidget):
    """A fragment as it was kept, with the sign of its kind."""

    def __init__(self, fragment: Fragment) -> None:
        super().__init__()
        self._icon_name = f"fragment_{fragment.kind.value}"
        self._words = Caption(_("“{words}”").format(words=fragment.text), "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(*sides(theme().px(36), 0, theme().px(14), 0))
        row.addWidget(self._words)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the sign before the words."""
        look = theme()
        painter = QPainter(self)
        side = look.pxf(16)
        sign = placed(painter, QRectF(look.pxf(14), look.pxf(2), side, side), self.rect())
        paint_icon(painter, sign, self._icon_name, look.color("ink2"))
        painter.end()
