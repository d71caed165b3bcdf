"""The lines that were struck out in the pages, each with the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.summary.document import Line
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.text import Body, Caption, Label
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

LONGEST_NAME = 60


class StruckPart(Restyled, QWidget):
    """The list; nothing is shown where nothing was struck."""

    put_back = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, Button] = {}
        self._shown: tuple[Line, ...] = ()
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(Label(_("Struck out")))
        self._column.addLayout(self._list)
        self._column.addWidget(Caption(_("Not in any form, and not in the next summary either.")))
        self.setVisible(False)
        self.restyle()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show what is struck of these days."""
        self.setVisible(bool(lines))
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._list)
        self.buttons = {}
        for line in lines:
            self._list.addWidget(self._row(line))

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._column.setSpacing(look.px(8))
        self._column.setContentsMargins(0, 0, 0, look.px(22))
        self._list.setSpacing(look.px(2))

    def _row(self, line: Line) -> QWidget:
        name = line.text if len(line.text) <= LONGEST_NAME else line.text[: LONGEST_NAME - 1].rstrip() + "…"
        back = Button(_("Put back"), "text", size="small", flush="end")
        back.setAccessibleName(_("Put back: {line}").format(line=name))
        back.clicked.connect(lambda _checked=False, key=line.key: self.put_back.emit(key))
        self.buttons[line.key] = back
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(Body(name, "ink2"), 1)
        across.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return row
