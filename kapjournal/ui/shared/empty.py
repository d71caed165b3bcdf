"""What stands where nothing is yet: one line, one sentence, one soft button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.horizon import Roundel
from kapjournal.ui.shared.text import Body, Label
from kapjournal.ui.shared.theme import Restyled, theme


class EmptyState(Restyled, QWidget):
    """One line, one sentence and, with words for it, one button (`pressed`); no roundel where there is no room."""

    pressed = Signal()

    def __init__(
        self,
        line: str,
        sentence: str = "",
        button_text: str = "",
        parent: QWidget | None = None,
        *,
        icon: str | None = None,
        roundel: bool = True,
    ) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        if roundel:
            self._column.addWidget(Roundel(self), 0, Qt.AlignmentFlag.AlignHCenter)
        self._line = Label(line)
        self._sentence = Body(sentence, "ink2")
        for words in (self._line, self._sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(words)
        self._sentence.setVisible(bool(sentence))
        self.button = Button(button_text, "soft", icon)
        self.button.clicked.connect(self.pressed)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button.setVisible(bool(button_text))
        self._column.addStretch(1)
        self.restyle()

    def say(self, line: str, sentence: str = "") -> None:
        """Show another line and sentence."""
        self._line.setText(line)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(20))
        # The line and its sentence belong together; what is above and below stands further off.
        self._column.setSpacing(look.px(4))
        self._line.setContentsMargins(0, look.px(8), 0, 0)
        self._sentence.setContentsMargins(0, 0, 0, look.px(10))
