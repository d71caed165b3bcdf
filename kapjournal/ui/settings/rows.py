"""A row of settings: its name, what it does, and its control at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.ui.shared.breakpoints import NARROW, breakpoint  # noqa: A004
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.text import Body, Caption, Name, Section
from kapjournal.ui.shared.theme import Restyled, theme

_MUCH = 3
"""Controls of more than such a part of a narrow row leave its words too little."""


class SettingRow(Restyled, QWidget):
    """Words at the left, controls at the right, or below where it is narrow and they would take much of the line."""

    def __init__(self, name: str, description: str, *controls: QWidget) -> None:
        super().__init__()
        self._name = Name(name)
        # With a colon it is still read as a label, and whoever looks for the name alone finds the control.
        self._name.setAccessibleName(f"{name}:")
        self.description = Caption(description)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(self._name)
        self._words.addWidget(self.description)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._words, 1)
        # Not before it stands in the row: what is shown by itself is a window, seen for a moment.
        self.description.setVisible(bool(description))
        self._controls = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for control in controls:
            if not control.accessibleName():
                control.setAccessibleName(name)
            control.setAccessibleDescription(description)
            self._controls.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._controls)
        self.restyle()

    def set_name(self, name: str) -> None:
        """Show another name."""
        self._name.setText(name)

    def restyle(self) -> None:
        """Take the gaps from the theme."""
        look = theme()
        self._row.setContentsMargins(0, look.px(14), 0, look.px(14))
        self._row.setSpacing(look.px(12))
        self._controls.setSpacing(look.px(12))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the controls where they fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = breakpoint(self) == NARROW and _MUCH * self._controls.sizeHint().width() > self.width()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != way:
            self._row.setDirection(way)
            side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
            self._row.setAlignment(self._controls, side)


class InfoLine(Restyled, QWidget):
    """A sentence about what stands above it, with the sign of one."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._sign = QLabel()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(Body(sentence, "ink2"), 1)
        self.restyle()

    def restyle(self) -> None:
        """Take gap and sign from the theme."""
        look = theme()
        self._row.setSpacing(look.px(10))
        self._row.setContentsMargins(*sides(0, 0, look.px(18), 0))
        self._sign.setPixmap(icon_pixmap("info", look.color("ink2"), look.px(20), self.devicePixelRatioF()))


class SettingsSection(Restyled, QWidget):
    """A heading, and a card of rows under it."""

    def __init__(self, title: str, *rows: QWidget) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.heading = Section(title)
        self._column.addWidget(self.heading)
        self.card = Card(padding=(24, 6), spacing=0)
        self._column.addWidget(self.card)
        self.setAccessibleName(title)
        self.show_rows(*rows)
        self.restyle()

    def show_rows(self, *rows: QWidget) -> None:
        """Show rows in place of those that were there, with hairlines between."""
        layout = self.card.body
        clear(layout)
        for index, row in enumerate(rows):
            if index:
                layout.addWidget(Hairline())
            layout.addWidget(row)
        self.card.setVisible(bool(rows))

    def end_before(self, spare: int) -> None:
        """Leave so much of the column free at the end."""
        self._column.setContentsMargins(*sides(0, 0, spare, 0))

    def add_above(self, widget: QWidget) -> None:
        """Put something between the heading and the card."""
        self._column.insertWidget(self._column.indexOf(self.card), widget)

    def introduce(self, words: QWidget, *below: QWidget, beside: QWidget | None = None) -> None:
        """Put a sentence right under the heading, what belongs to it below, and a button beside both."""
        head = QWidget()
        line, lines = QHBoxLayout(head), QVBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(12))
        lines.setSpacing(0)
        for widget in (self.heading, words, *below):
            lines.addWidget(widget)
        line.addLayout(lines, 1)
        if beside is not None:
            line.addWidget(beside)
        self.add_above(head)

    def add_below(self, widget: QWidget) -> None:
        """Put something under the card."""
        self._column.addWidget(widget)

    def restyle(self) -> None:
        """Take the gaps from the theme."""
        self._column.setSpacing(theme().px(14))
