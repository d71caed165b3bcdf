"""What waits: reflections and scales that were left open, and a scale that is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSpacerItem, QVBoxLayout, QWidget

from kapjournal.domain.reflection import Reflection
from kapjournal.domain.scale import ScaleDefinition, ScaleForm
from kapjournal.guidance.scale_schedule import Due
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.held import held
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.text import Caption, Strong
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.wishes import ReflectionWanted, ScaleWanted
from kapjournal.words.dates import when
from kapjournal.words.language import _
from kapjournal.words.markdown import plain
from kapjournal.words.scales import questions_count, scale_name

PRACTICES_PX = 376
"""How wide the second of the two columns above is on a wide page; the question takes the rest."""
_LONGEST = 80
"""What is longer is named by its beginning."""
MOST = 2
"""More than two things waiting would be a list of duties; the others are in the journal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that waits: what it is called, what stands under it, and what the button does."""

    icon: str
    title: str
    caption: str
    button: str
    spoken: str
    wish: ReflectionWanted | ScaleWanted


class WaitingCard(Card):
    """A cell for each thing that waits, side by side where there is room."""

    wanted = Signal(object)
    """The wish of the cell whose button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(28, 14), spacing=0)
        self.setAccessibleName(_("Waiting"))
        self._cells = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._stacked = False
        self._shown: tuple[Waiting, ...] = ()
        self.body.addLayout(self._cells)
        self.restyle()

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show the first of these."""
        self._shown = tuple(waiting)[:MOST]
        clear(self._cells)
        for one in self._shown:
            if self._cells.count():
                self._cells.addWidget(Hairline(upright=not self._stacked))
            self._cells.addWidget(self._row(one), 1)
        self.setVisible(bool(self._shown))
        self._stand_in_gutter()

    def set_stacked(self, stacked: bool) -> None:
        """Put the cells under each other where there is little room."""
        if stacked != self._stacked:
            self._stacked = stacked
            direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
            self._cells.setDirection(direction)
            self.show_waiting(self._shown)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        look = theme()
        self.body.setContentsMargins(*sides(look.px(28), look.px(14), look.px(24), look.px(14)))
        if hasattr(self, "_cells"):
            self._cells.setSpacing(look.px(20))
            self._stand_in_gutter()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the line in the gutter."""
        super().resizeEvent(event)
        self._stand_in_gutter()

    def _stand_in_gutter(self) -> None:
        """Give the last of two cells the width that lets the line between them stand where the columns above meet."""
        last = held(self._cells).get(2) if len(self._shown) == MOST and not self._stacked else None
        if not isinstance(last, _Row):
            return
        look = theme()
        last.set_inset(look.px(14))
        last.setFixedWidth(look.px(PRACTICES_PX - 36))

    def _row(self, waiting: Waiting) -> QWidget:
        row = _Row(waiting)
        row.button.clicked.connect(lambda: self.wanted.emit(waiting.wish))
        return row


class _Row(Restyled, QWidget):
    """Icon, title and what stands under it, and the button."""

    def __init__(self, waiting: Waiting) -> None:
        super().__init__()
        self._icon = QLabel()
        self._icon_name = waiting.icon
        self.button = Button(waiting.button)
        self.button.setAccessibleName(waiting.spoken)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Strong(waiting.title))
        words.addWidget(Caption(waiting.caption))
        words.addStretch(1)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._inset = QSpacerItem(0, 0)
        self._line.addItem(self._inset)
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(words, 1)
        self._line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.restyle()

    def set_inset(self, inset: int) -> None:
        """Begin so far from the line before it; in px."""
        self._inset.changeSize(inset, 0)
        self._line.invalidate()

    def restyle(self) -> None:
        """Take spacing and icon from the theme."""
        look = theme()
        side = look.px(20)
        self._icon.setPixmap(icon_pixmap(self._icon_name, look.color("ink2"), side, 2))
        self._icon.setFixedSize(QSize(side, side))
        self._line.setSpacing(look.px(14))


def waiting_now(
    reflections: Sequence[Reflection],
    forms: Sequence[ScaleForm],
    due: Sequence[Due],
    definitions: Mapping[str, ScaleDefinition],
    now: datetime,
) -> tuple[Waiting, ...]:
    """What was left open, the latest first, and last what is due; there is room for two."""
    begun: list[tuple[datetime, int, Waiting]] = [(r.edited, r.id, _reflection(r, now)) for r in reflections]
    begun += [(f.edited, f.id, _form(f, now)) for f in forms]
    open_first = [waiting for _edited, _id, waiting in sorted(begun, key=lambda b: b[:2], reverse=True)]
    offered = [_due(due, definitions)] if due else []
    return (*open_first[: MOST - len(offered)], *offered)


def _reflection(reflection: Reflection, now: datetime) -> Waiting:
    title = _title_of(reflection)
    return Waiting(
        icon="unfinished",
        title=title,
        caption=_("A reflection left open {when}").format(when=_when(reflection.edited, now)),
        button=_("Continue"),
        spoken=_("Continue “{title}”").format(title=title),
        wish=ReflectionWanted(reflection.id),
    )


def _form(form: ScaleForm, now: datetime) -> Waiting:
    return Waiting(
        icon="scale",
        title=form.name,
        caption=_("A scale left open {when}").format(when=_when(form.edited, now)),
        button=_("Continue"),
        spoken=_("Continue “{title}”").format(title=form.name),
        wish=ScaleWanted(form.id),
    )


def _due(due: Sequence[Due], definitions: Mapping[str, ScaleDefinition]) -> Waiting:
    """The first that is due, and which come after it."""
    first, *others = [definitions[one.instrument] for one in due]
    caption = questions_count(first)
    if others:
        names = _(", ").join(scale_name(one) for one in others)
        caption = _("{questions}; then {scales}").format(questions=caption, scales=names)
    name = scale_name(first)
    return Waiting(
        icon="scale",
        title=_("{scale} is due").format(scale=name),
        caption=caption,
        button=_("Begin"),
        spoken=_("Begin {scale}").format(scale=name),
        wish=ScaleWanted(instrument=first.id),
    )


def _when(edited: datetime, now: datetime) -> str:
    return when(edited.astimezone(now.tzinfo).replace(tzinfo=None), now.replace(tzinfo=None))


def _title_of(reflection: Reflection) -> str:
    """Its title, else the question it answers, else its first words."""
    if reflection.title.strip():
        return _short(reflection.title.strip())
    if reflection.prompt is not None:
        return reflection.prompt.question
    first_line = next((line.strip() for line in plain(reflection.text).splitlines() if line.strip()), "")
    return _short(first_line) or _("A reflection without words yet")


def _short(words: str) -> str:
    return words[:_LONGEST].rstrip() + "…" if len(words) > _LONGEST else words
