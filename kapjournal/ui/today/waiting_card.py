"""What waits to be gone on with: reflections that were left open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.reflection import Reflection
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Caption, Strong
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import when
from kapjournal.words.language import _

MOST = 2
"""More than two things waiting would be a list of duties; the others are in the journal."""


class WaitingCard(Card):
    """A cell for each thing that waits, side by side where there is room."""

    reflection_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(28, 15), spacing=0)
        self.setAccessibleName(_("Left open"))
        self._cells = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._stacked = False
        self._shown: tuple[tuple[Reflection, ...], datetime] | None = None
        self.body.addLayout(self._cells)
        self.restyle()

    def show_open(self, reflections: Sequence[Reflection], now: datetime) -> None:
        """Show the latest of these reflections."""
        latest = tuple(sorted(reflections, key=lambda r: (r.edited, r.id), reverse=True)[:MOST])
        self._shown = (latest, now)
        while (item := self._cells.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for reflection in latest:
            if self._cells.count():
                self._cells.addWidget(Hairline(upright=not self._stacked))
            self._cells.addWidget(self._row(reflection, now), 1)
        self.setVisible(bool(latest))

    def set_stacked(self, stacked: bool) -> None:
        """Put the cells under each other where there is little room."""
        if stacked != self._stacked:
            self._stacked = stacked
            direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
            self._cells.setDirection(direction)
            if self._shown is not None:
                self.show_open(*self._shown)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if hasattr(self, "_cells"):
            self._cells.setSpacing(theme().px(20))

    def _row(self, reflection: Reflection, now: datetime) -> QWidget:
        row = _Row(_title_of(reflection), _left_open(reflection, now))
        row.button.clicked.connect(lambda: self.reflection_wanted.emit(reflection.id))
        return row


class _Row(Restyled, QWidget):
    """Icon, title and when it was left, and the button that goes on."""

    def __init__(self, title: str, caption: str) -> None:
        super().__init__()
        self._icon = QLabel()
        self.button = Button(_("Continue"))
        self.button.setAccessibleName(_("Continue “{title}”").format(title=title))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Strong(title))
        words.addWidget(Caption(caption))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(words, 1)
        self._line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing and icon from the theme."""
        look = theme()
        side = look.px(20)
        self._icon.setPixmap(icon_pixmap("unfinished", look.color("ink2"), side, 2))
        self._icon.setFixedSize(QSize(side, side))
        self._line.setSpacing(look.px(14))


def _title_of(reflection: Reflection) -> str:
    """Its title, else the question it answers, else its first words."""
    if reflection.title.strip():
        return reflection.title.strip()
    if reflection.prompt is not None:
        return reflection.prompt.question
    first_line = next((line.strip("# ").strip() for line in reflection.text.splitlines() if line.strip()), "")
    words = first_line[:60].rstrip()
    return (words + "…" if len(first_line) > 60 else words) or _("A reflection without words yet")


def _left_open(reflection: Reflection, now: datetime) -> str:
    edited = reflection.edited.astimezone(now.tzinfo).replace(tzinfo=None)
    return _("A reflection left open {when}").format(when=when(edited, now.replace(tzinfo=None)))
