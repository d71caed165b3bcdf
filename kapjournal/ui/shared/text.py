"""Words on a page: a label for each style of type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from kapjournal.tokens import tokens
from kapjournal.ui.shared.first_paint import PLAIN_TEXT
from kapjournal.ui.shared.mirroring import from_right, way_of
from kapjournal.ui.shared.theme import Restyled, theme

_LONG, _LONG_WORD = 3_000, 40
_WIDEST = 16_777_215
_LATIN_END, _SIGNS = "\u0370", ("\u2000", "\u206f")
"""Where letters end that every font of the system's language has, and the dashes and quotes that it has too."""


def _of_another_script(letter: str) -> bool:
    """Whether Qt may take a letter from another font, whose lines are not as high: they cannot be told by height."""
    return letter >= _LATIN_END and not _SIGNS[0] <= letter <= _SIGNS[1]


class Words(Restyled, QLabel):
    """Plain text in one style of type and one role of colour; it wraps, and it is never read as markup.

    Its lines stand as far apart as the style says: a font has a distance of its own, and QLabel knows no other.
    Of a text longer than a page it shows the beginning and says so: layouts ask a label for its height many times.
    """

    style_name = "body"
    weight: ClassVar[QFont.Weight | None] = None
    """How heavy, where it is not as the style says."""

    def __init__(
        self,
        text: str = "",
        role: str = "ink",
        parent: QWidget | None = None,
        *,
        style: str | None = None,
        wrap: bool = True,
    ) -> None:
        super().__init__(parent)
        self._style_name = style if style is not None else self.style_name
        self._role = role
        self._line = self._leading = 1
        self._measured: dict[tuple[int, int], tuple[int, int]] = {}
        self._selectable = self._other_script = False
        self._stressed = ""
        self._wanted: QtCore.Qt.AlignmentFlag | None = None
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setWordWrap(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        if from_right():
            self.setAlignment(QtCore.Qt.AlignmentFlag.AlignLeft | QtCore.Qt.AlignmentFlag.AlignVCenter)
        self.setText(text)
        self.restyle()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a text, or the beginning of a very long one; a word that no line can hold may break."""
        if len(text) > _LONG_WORD and (len(text) > _LONG or any(len(w) > _LONG_WORD for w in text.split())):
            from kapjournal.words.beginning import beginning, breakable  # not before the first paint

            text = breakable(beginning(text, _LONG))
        self._measured.clear()
        self._other_script = not text.isascii() and any(map(_of_another_script, text))
        super().setText(text)

    def setAlignment(self, alignment: QtCore.Qt.AlignmentFlag) -> None:  # noqa: N802 - Qt's name
        """Begin or end at an edge of the window's lines: a name or a number that runs the other way does so too.

        Several lines begin where their own letters do.
        """
        self._wanted = alignment
        if from_right():
            flags = QtCore.Qt.AlignmentFlag
            edges = {flags.AlignLeft: flags.AlignRight, flags.AlignRight: flags.AlignLeft}
            for edge, other in edges.items():
                if alignment & edge and not alignment & flags.AlignAbsolute:
                    alignment = alignment & ~edge | other | flags.AlignAbsolute
        super().setAlignment(alignment)

    def set_role(self, role: str) -> None:
        """Show the text in another role of colour."""
        self._role = role
        self.restyle()

    def setFont(self, font: QFont | str | Sequence[str]) -> None:  # noqa: N802 - Qt's name
        """Take a font, and with it the distance of lines: a larger one than the style's has more between them."""
        self._measured.clear()
        super().setFont(font)
        self._line = max(1, self.fontMetrics().lineSpacing())
        look = theme()
        usual = max(1, look.px(tokens().type[self._style_name].px))
        led = round(look.leading(self._style_name) * self.font().pixelSize() / usual)
        # A font whose lines are taller than the style's keeps its own, but for a title's, whose air is above it.
        self._leading = led if self._style_name == "title" else max(led, self._line)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Never measure the lines at more width than they may have: layouts forget the greatest width."""
        return self._measure(min(width, self.maximumWidth()))[0]

    def _measure(self, width: int) -> tuple[int, int]:
        """Return the height at a width, and how many lines it holds.

        Layouts ask for the same width some dozens of times until a page stands. And once words have had the keyboard,
        QLabel asks to be painted whenever it measures them: measured while it is painted, that would never end.
        """
        asked = (width, self.minimumHeight())
        if asked not in self._measured:
            natural = super().heightForWidth(width)
            self._measured[asked] = self._led(natural, width), self._count(natural, width)
        return self._measured[asked]

    def setWordWrap(self, on: bool) -> None:  # noqa: N802 - Qt's name
        """Let the words take several lines, or one."""
        self._measured.clear()
        super().setWordWrap(on)

    def setContentsMargins(self, left: int, top: int, right: int, bottom: int) -> None:  # type: ignore[override]  # noqa: N802
        """Keep the words from the edges."""
        self._measured.clear()
        super().setContentsMargins(left, top, right, bottom)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size with the distance of lines of the style."""
        hint = super().sizeHint()
        return QSize(hint.width(), self._led(hint.height(), hint.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least width, and the least height: that of the lines where there is all the width there can be."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self._led(hint.height(), _WIDEST))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint one line as QLabel does, several at the distance of the style."""
        width = self.width()
        plain = not self._stressed and self._measure(width)[1] < 2
        if not self.wordWrap() or self._own_lines() or plain:
            super().paintEvent(event)
            return
        room = self.contentsRect()
        layouts = list(self._layouts(room.width()))
        spare = max(0, room.height() - sum(layout.lineCount() for layout in layouts) * self._leading)
        flags = QtCore.Qt.AlignmentFlag
        above = {flags.AlignVCenter: spare // 2, flags.AlignBottom: spare}
        top = room.top() + above.get(self.alignment() & flags.AlignVertical_Mask, 0)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        for layout in layouts:
            layout.draw(painter, QPointF(room.left(), top))
        painter.end()

    def _layouts(self, width: int) -> Iterator[QTextLayout]:
        """Lay out paragraph after paragraph, their lines at the distance of the style."""
        top = 0.0
        way = way_of(self.text())
        side = QStyle.visualAlignment(way, self.alignment() if self._wanted is None else self._wanted)
        option = QTextOption(side & QtCore.Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setTextDirection(way)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        for paragraph in self.text().split("\n"):
            layout = QTextLayout(paragraph, self.font(), self)
            layout.setTextOption(option)
            self._dress(layout)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, top + (self._leading - line.height()) / 2))
                top += self._leading
            layout.endLayout()
            yield layout

    def _dress(self, layout: QTextLayout) -> None:
        """Show what is stressed otherwise than the rest of a paragraph: plain words have nothing of the kind."""

    def setTextInteractionFlags(self, flags: QtCore.Qt.TextInteractionFlag) -> None:  # noqa: N802 - Qt's name
        """Remember whether the words can be selected: to ask Qt would make its names before the first paint."""
        self._measured.clear()
        super().setTextInteractionFlags(flags)
        self._selectable = bool(flags & QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)

    def _own_lines(self) -> bool:
        """Whether Qt lays out the lines, since they can be selected."""
        return self._selectable

    def _count(self, natural: int, width: int) -> int:
        """Return how many lines stand in a height that QLabel wants for a width."""
        if not self.text():
            return 0
        if not self.wordWrap():
            return self.text().count("\n") + 1
        if self._other_script or self._stressed:
            margins = self.contentsMargins()
            return sum(
                layout.lineCount() for layout in self._layouts(width - margins.left() - margins.right())
            )
        if natural <= self.minimumHeight():  # QLabel never asks for less, so it says nothing of the lines
            flags = QtCore.Qt.TextFlag.TextWordWrap
            natural = self.fontMetrics().boundingRect(0, 0, width, 1 << 20, flags, self.text()).height()
        else:
            natural -= self._air()
        return round(natural / self._line)

    def _air(self) -> int:
        """Return what margins take above and below the lines."""
        margins = self.contentsMargins()
        return margins.top() + margins.bottom()

    def _led(self, natural: int, width: int) -> int:
        """Return the height of those lines at the distance of the style."""
        if natural <= 0 or self._own_lines():
            return natural
        return max(self.minimumHeight(), self._count(natural, width) * self._leading + self._air())

    def restyle(self) -> None:
        """Take font and colour from the theme."""
        look = theme()
        font = look.font(self._style_name)
        if self.weight is not None:
            font.setWeight(self.weight)
        self.setFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, look.color(self._role))
        palette.setColor(QPalette.ColorRole.Text, look.color(self._role))
        self.setPalette(palette)


class Title(Words):
    """The name of a page."""

    style_name = "title"


class Section(Words):
    """The name of a part of a page."""

    style_name = "section"


class Label(Words):
    """A short name in front of things."""

    style_name = "label"


class Strong(Words):
    """Body text that carries a name."""

    style_name = "body_strong"


class Name(Words):
    """What a row or a field is called, between ordinary text and what carries a part."""

    style_name = "body"
    weight = QFont.Weight.Medium


class Body(Words):
    """Ordinary text."""

    style_name = "body"


class Lead(Words):
    """The sentence under the title of a page that asks or tells one thing: the size of a label, not its weight."""

    style_name = "label"
    weight = QFont.Weight.Normal


class Caption(Words):
    """Small text beside things."""

    style_name = "caption"

    def __init__(
        self, text: str = "", role: str = "ink3", parent: QWidget | None = None, *, wrap: bool = True
    ) -> None:
        super().__init__(text, role, parent, wrap=wrap)


class Aside(Caption):
    """Small text in a line of other things: on one line where there is room, on several where there is not."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one line: a label that wraps would rather be as high as wide."""
        margins = self.contentsMargins()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + margins.left() + margins.right() + 2
        return QSize(wide, self._leading + self._air())


class Prompt(Words):
    """A question."""

    style_name = "prompt"


class Reading(Words):
    """Words a person wrote."""

    style_name = "reading"
