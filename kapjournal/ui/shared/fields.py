"""Fields, and the one form helper that gives each its label, name, description and unit together."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kapjournal.ui.shared.clipboard import chosen_words
from kapjournal.ui.shared.day_and_time import DateField, TimeField
from kapjournal.ui.shared.full_field import fits
from kapjournal.ui.shared.icons import paint_icon
from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.passphrase import PassphraseField
from kapjournal.ui.shared.pressed_rows import PressedRows
from kapjournal.ui.shared.text import Caption, Words
from kapjournal.ui.shared.text_field import TextField
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.wrapping import wrap_for
from kapjournal.words.language import _
from kapjournal.words.numbers import decimal_point

__all__ = [
    "Choice",
    "DateField",
    "Field",
    "NumberField",
    "PassphraseField",
    "TextArea",
    "TextField",
    "TimeField",
    "field",
]


class Field(Restyled, QWidget):
    """A labelled input; `say_wrong` shows what was not understood, under it."""

    def __init__(self, label: str, widget: QWidget, description: str = "", unit: str = "") -> None:
        super().__init__()
        self.input = widget
        self._label = Words(label, style="body_strong", wrap=False)
        self._note = Caption(description)
        self._description = description
        self._label.setBuddy(getattr(widget, "edit", widget))
        # With a colon it is still read as a label, and whoever looks for the name alone finds the input.
        self._label.setAccessibleName(f"{label}:")
        widget.setAccessibleName(f"{label}, {unit}" if unit else label)
        widget.setAccessibleDescription(description)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._label)
        if unit:
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(widget, 1)
            row.addWidget(Caption(unit, "ink2", wrap=False))
            self._column.addLayout(row)
        else:
            self._column.addWidget(widget)
        self._column.addWidget(self._note)
        self._note.setVisible(bool(description))
        if isinstance(widget, (DateField, TimeField, NumberField)):
            widget.misread.connect(self._say_misread)
        self._column.addStretch(1)
        self.restyle()

    @property
    def above(self) -> int:
        """How far the input stands below the top, for what stands in line with it."""
        return self._label.sizeHint().height() + self._column.spacing()

    def let_label_wrap(self) -> None:
        """Let a long label take a second line, where the width is given."""
        self._label.setWordWrap(True)

    def say_wrong(self, sentence: str) -> None:
        """Show what was not understood; '' takes it away."""
        line = getattr(self.input, "edit", self.input)
        line.setProperty("wrong", bool(sentence))
        line.style().unpolish(line)
        line.style().polish(line)
        self._note.setText(sentence or self._description)
        self._note.set_role("note" if sentence else "ink3")
        self._note.setVisible(bool(sentence or self._description))
        self.input.setAccessibleDescription(sentence or self._description)

    def _say_misread(self, misread: bool) -> None:
        assert isinstance(self.input, (DateField, TimeField, NumberField))
        self.say_wrong(self.input.how_to_write() if misread else "")

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        self._column.setSpacing(theme().px(6))


def field(label: str, widget: QWidget, description: str = "", unit: str = "") -> Field:
    """Return an input with its label, accessible name, description and unit."""
    return Field(label, widget, description, unit)


class TextArea(Restyled, QPlainTextEdit):
    """Several lines of plain text; grows with what is written between two heights."""

    changed = Signal()

    def __init__(
        self,
        text: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        style: str = "body",
        least_lines: int = 3,
        most_lines: int = 12,
        air: int = 24,
    ) -> None:
        super().__init__(parent)
        self._air = air
        self._style_name = style
        self._lines = (least_lines, most_lines)
        self.setProperty("role", "area")
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlainText(text)
        self.textChanged.connect(self.changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        # The field may have grown past the foot of what scrolls around it: known once that is laid out anew.
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(0)
        self._following.timeout.connect(self._follow_caret)
        self.cursorPositionChanged.connect(self._following.start)
        self.restyle()

    @property
    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def setPlainText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a text."""
        wrap_for(self, text)
        super().setPlainText(text)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Copy words only."""
        return chosen_words(self.textCursor())

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Take what is pasted or dropped, whole or not at all."""
        whole = self.toPlainText() + source.text()
        if fits(self, len(whole)):
            wrap_for(self, whole)
            super().insertFromMimeData(source)

    def restyle(self) -> None:
        """Take the font from the theme."""
        self.setFont(theme().font(self._style_name))
        self._fit()

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Fit the height to the new width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        line = math.ceil(QFontMetricsF(self.font()).lineSpacing())  # a line is laid out on whole pixels
        lines = min(max(int(self.document().size().height()), self._lines[0]), self._lines[1])
        height = line * lines + theme().px(self._air)
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _follow_caret(self) -> None:
        """Keep the line that is written in sight."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        column = None if around is None else around.widget()
        if around is None or column is None or not self.hasFocus():
            return
        caret = self.cursorRect()
        spot = self.viewport().mapTo(column, caret.center())
        around.ensureVisible(spot.x(), spot.y(), 0, caret.height())


_SAID_UP_TO = 1000
"""A range is said where it helps; the largest number that may be written into a table's column does not."""


class NumberField(TextField):
    """A number, or nothing; `value` is None when empty or not understood."""

    changed = Signal(object)
    misread = Signal(bool)
    """Whether what stands there could not be read."""

    def __init__(
        self,
        value: float | None = None,
        parent: QWidget | None = None,
        *,
        low: float | None = None,
        high: float | None = None,
        digits: int = 0,
        placeholder: str = "",
    ) -> None:
        super().__init__("", placeholder, parent)
        self._low, self._high, self._digits = low, high, digits
        self._is_misread = False
        self.set_value(value)
        self.edited.connect(self._edited)
        self.put_in.connect(self._read)
        self.editingFinished.connect(self._read)

    @property
    def value(self) -> float | None:
        """The number, or None."""
        try:
            number = float(self.text().strip().replace(",", "."))
        except ValueError:
            return None
        too_low = self._low is not None and number < self._low
        too_high = self._high is not None and number > self._high
        return None if too_low or too_high or not math.isfinite(number) else round(number, self._digits)

    @property
    def understood(self) -> bool:
        """Whether the field is empty or holds a number in range."""
        return not self.text().strip() or self.value is not None

    def set_value(self, value: float | None) -> None:
        """Show a number, or nothing."""
        self.setText("" if value is None else self._written(value))
        self._tell_misread(False)

    def how_to_write(self) -> str:
        """Say what can be read here, by an example."""
        if self._low is not None and self._high is not None and self._high <= _SAID_UP_TO:
            return _("Not read yet. A number from {low} to {high} fits here, like {example}.").format(
                low=self._written(self._low), high=self._written(self._high), example=self._written(6)
            )
        return _("Not read as a number yet. It can be written like {example}.").format(
            example=self._written(6)
        )

    def _written(self, value: float) -> str:
        """As the person's region writes it, without signs between the thousands."""
        text = f"{value:.{self._digits}f}"
        whole, _point, rest = text.partition(".")
        return decimal_point().join(part for part in (whole, rest.rstrip("0")) if part)

    def _edited(self) -> None:
        if self.understood:
            self._tell_misread(False)
        self.changed.emit(self.value)

    def _read(self, _text: str = "") -> None:
        self._tell_misread(not self.understood)

    def _tell_misread(self, misread: bool) -> None:
        if misread != self._is_misread:
            self._is_misread = misread
            self.misread.emit(misread)


_BESIDE_WORDS_PX = 8 + 10 + 16 + 11
"""Beside the words of a choice: what is free before them, then the arrow between its gaps."""


class Choice(Restyled, QComboBox):
    """A choice of one from a list that opens."""

    changed = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]] = (),
        parent: QWidget | None = None,
        *,
        value: object = None,
        accessible_name: str = "",
    ) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self._pressed: PressedRows | None = None
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_options(options, value)
        self.activated.connect(self._chosen)
        self.restyle()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Say what is chosen here. But on Windows Qt tells the chosen words as the name, and nothing else."""
        super().setAccessibleName(name)
        if sys.platform != "win32":
            self.setAccessibleDescription(name)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Open the list, in which a reader may press a row."""
        super().showPopup()
        if self._pressed is None:
            self._pressed = PressedRows(self.view(), self._take)

    def set_options(self, options: Sequence[tuple[object, str]], value: object = None) -> None:
        """Replace the options and choose one, without telling anybody."""
        self.clear()
        self._values = [option for option, _words in options]
        self.addItems([words for _option, words in options])
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    @property
    def value(self) -> object:
        """The chosen value."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    @value.setter
    def value(self, value: object) -> None:
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    @property
    def words_width(self) -> int:
        """How wide the field has to be for its longest words to stand whole; Qt's own wish counts its arrow twice."""
        longest = max(
            (self.fontMetrics().horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0
        )
        return longest + theme().px(_BESIDE_WORDS_PX)

    def _take(self, row: QModelIndex) -> None:
        self.hidePopup()
        if row.row() != self.currentIndex():
            self.setCurrentIndex(row.row())
            self._chosen(row.row())

    def choose(self, words: str) -> None:
        """Choose by its words, as a person does; words that are not there change nothing."""
        index = self.findText(words)
        if index >= 0 and index != self.currentIndex():
            self.setCurrentIndex(index)
            self._chosen(index)

    def restyle(self) -> None:
        """Take the font from the theme."""
        font = theme().font("body")
        if self.property("extent") == "small":
            font.setPixelSize(theme().px(13))
        self.setFont(font)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the field, then the arrow."""
        super().paintEvent(event)
        look = theme()
        side = look.pxf(16)
        painter = QPainter(self)
        place = QRectF(self.width() - side - look.pxf(11), (self.height() - side) / 2, side, side)
        paint_icon(painter, placed(painter, place, self.rect()), "open", look.color("ink2"))
        painter.end()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let a long list of words be narrowed by its page."""
        return QSize(theme().px(120), super().minimumSizeHint().height())

    def _chosen(self, index: int) -> None:
        self.changed.emit(self._values[index])
