"""All scales: what each is about, when it was filled in last, and the way to begin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.scale import ScaleDefinition, ScaleForm
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.text import Body, Caption, Label, Title
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import day_short
from kapjournal.words.language import _
from kapjournal.words.scales import questions_count, scale_about, scale_name


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleChoices:
    """What the list shows."""

    definitions: tuple[ScaleDefinition, ...]
    last: Mapping[str, ScaleForm]
    left_open: Mapping[str, ScaleForm]
    due: frozenset[str]


class ChooserPart(Restyled, QWidget):
    """A row for each scale in use."""

    begin_wanted = Signal(str)
    result_wanted = Signal(int)
    open_wanted = Signal(int)
    settings_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ScaleChoices | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._column.addWidget(self._body)

    def show_scales(self, shown: ScaleChoices) -> None:
        """Show these scales."""
        self._shown = shown
        self._fill()

    def restyle(self) -> None:
        """Build it again in the sizes of the theme."""
        if self._shown is not None:
            self._fill()

    def _fill(self) -> None:
        assert self._shown is not None
        look = theme()
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        back = IconButton("back", _("Back"), bare=True, size="edge")
        back.clicked.connect(self.back_wanted)
        name = QHBoxLayout()
        name.setSpacing(look.px(10))
        name.addWidget(back)
        name.addWidget(Title(_("Scales")), 1)
        column.addLayout(name)
        column.addWidget(
            Body(_("Published questionnaires. Any of them, whenever you like; none is needed."), "ink2")
        )
        column.addSpacing(look.px(16))
        card = Card(padding=(28, 8), spacing=0)
        for index, definition in enumerate(self._shown.definitions):
            if index:
                card.body.addWidget(Hairline())
            card.body.addWidget(self._row(definition))
        column.addWidget(card)
        column.addSpacing(look.px(12))
        more = Button(_("Which scales, and when they are offered"), "quiet", "settings", flush="begin")
        more.clicked.connect(self.settings_wanted)
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.replaceWidget(self._body, fresh)
        self._body.hide()
        self._body.deleteLater()
        self._body = fresh
        fresh.show()

    def _row(self, definition: ScaleDefinition) -> QWidget:
        assert self._shown is not None
        look = theme()
        name = scale_name(definition)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, look.px(12), 0, look.px(12))
        line.setSpacing(look.px(12))
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(Label(name))
        about = scale_about(definition)
        words.addWidget(Body(about[:1].upper() + about[1:] if about else definition.version, "ink2"))
        words.addWidget(Caption(self._state(definition)))
        line.addLayout(words, 1)
        last = self._shown.last.get(definition.id)
        if last is not None:
            result = Button(_("Last result"), "quiet")
            result.setAccessibleName(_("Last result of {scale}").format(scale=name))
            result.clicked.connect(lambda: self.result_wanted.emit(last.id))
            line.addWidget(result, 0, Qt.AlignmentFlag.AlignVCenter)
        waiting = self._shown.left_open.get(definition.id)
        begin = Button(_("Go on") if waiting is not None else _("Begin"), "outlined")
        begin.setAccessibleName(f"{begin.text()} {name}")
        if waiting is not None:
            begin.clicked.connect(lambda: self.open_wanted.emit(waiting.id))
        else:
            begin.clicked.connect(lambda: self.begin_wanted.emit(definition.id))
        line.addWidget(begin, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _state(self, definition: ScaleDefinition) -> str:
        assert self._shown is not None
        parts = [questions_count(definition)]
        last = self._shown.last.get(definition.id)
        if definition.id in self._shown.left_open:
            parts.append(_("left open"))
        elif definition.id in self._shown.due:
            parts.append(_("due now"))
        if last is not None:
            parts.append(_("last on {day}").format(day=day_short(last.moment.day)))
        # A line ends between two of them, not within a day.
        whole = [part.replace(" ", "\u00a0") for part in parts[1:]]
        return " · ".join([parts[0], *whole])
