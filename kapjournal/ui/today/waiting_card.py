"""What waits to be gone on with: reflections that were left open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.reflection import Reflection
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Caption, Label, Strong
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import when
from kapjournal.words.language import _

MOST_ROWS = 3


class WaitingCard(Card):
    """A row for each thing that waits, at most three."""

    reflection_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(24, 20), spacing=12)
        self._title = Label(_("Left open"))
        self._rows = QVBoxLayout()
        self.body.addWidget(self._title)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.restyle()

    def show_open(self, reflections: Sequence[Reflection], now: datetime) -> None:
        """Show these reflections, the latest first."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        latest = sorted(reflections, key=lambda r: (r.edited, r.id), reverse=True)[:MOST_ROWS]
        for reflection in latest:
            self._rows.addWidget(Hairline())
            self._rows.addWidget(self._row(reflection, now))
        self.setVisible(bool(latest))

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if hasattr(self, "_rows"):
            self._rows.setSpacing(theme().px(10))

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
