"""The left third of Welcome: a few words over a horizon that rises with each step."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kapjournal.ui.shared.horizon import Horizon
from kapjournal.ui.shared.logo import NameAndLogo
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.text import Prompt
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

# For each step: where the first wave begins, and the sun (x, y, radius) above it, as shares of the panel.
_RISES = (
    (0.49, (0.68, 0.46, 0.056)),
    (0.43, (0.68, 0.40, 0.056)),
    (0.37, (0.68, 0.34, 0.056)),
)
# How far below the name the words of each step stand, in px at 100 % text: they make room for the sun.
_WORDS_BELOW = (58, 42, 30)


class Rising(Restyled, QWidget):
    """Words and horizon of a step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._horizon = Horizon(self, depth=0.51, ground="sidebar")
        self._words = Prompt()
        self._column = QVBoxLayout(self)
        self._name = NameAndLogo(self)
        self._column.addWidget(self._name)
        self._column.addWidget(self._words)
        self._column.addStretch(1)
        self._step = 0
        self.set_step(0)
        self.restyle()

    def set_step(self, step: int) -> None:
        """Show the words and the height of a step."""
        self._words.setText(
            (
                _("What opened, written down while it is near."),
                _("So that the right question comes on the right day."),
                _("A few words a day are plenty. So is none at all."),
            )[step]
        )
        self._step = step
        self._column.setSpacing(theme().px(_WORDS_BELOW[step]))
        self._rise()

    def restyle(self) -> None:
        """Take the sizes from the theme."""
        look = theme()
        font = look.font("prompt")
        # The bundled cut runs wider than the pictures' at this size: two px less give their lines.
        font.setPixelSize(look.px(28))
        self._words.setFont(font)
        self._words.setMaximumWidth(look.px(264))
        self._column.setContentsMargins(*sides(look.px(48), look.px(52), look.px(24), 0))
        self._column.setSpacing(look.px(_WORDS_BELOW[self._step]))

    def _rise(self) -> None:
        """Rise as far as the step wants, but never into the words of a low window."""
        top, (x, y, radius) = _RISES[self._step]
        height = max(1, self.height())
        lower = max(0.0, self._words_end() / height - (y - radius))
        self._horizon.set_rise(top + lower, (x, y + lower, radius))

    def _words_end(self) -> int:
        """Return where the words end, however many lines they take."""
        margins = self._column.contentsMargins()
        room = min(self._words.maximumWidth(), self.width() - margins.left() - margins.right())
        above = margins.top() + self._name.sizeHint().height() + self._column.spacing()
        return above + self._words.heightForWidth(room)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the horizon under the words."""
        super().resizeEvent(event)
        self._rise()
        self._horizon.setGeometry(self.rect())
        self._horizon.lower()
