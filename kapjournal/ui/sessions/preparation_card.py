"""The checklist before a session: what is ready, with the person's own words beside it; every line can be changed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.around_dose import USUAL_PREPARATION, PreparationItem, PreparationKind
from kapjournal.domain.kap_session import KapSession
from kapjournal.ui.sessions.draft import SessionDraft
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.fields import TextField
from kapjournal.ui.shared.text import Caption, Label
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.around_dose import preparation_name
from kapjournal.words.language import _

NAME_WIDTH = 128
_BESIDE_TICK_PX = 32
_INSIDE_PX = 2
"""What Qt keeps free before the words of a field."""


class PreparationCard(Card):
    """One row each; kept as soon as it changes."""

    left_out = Signal(object, str)
    """The list as it was, and what was left out of it."""

    def __init__(self, draft: SessionDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(24, 16), spacing=6)
        self._draft = draft
        self._rows: list[PreparationRow] = []
        self.add = Button(_("Add"), icon="add", size="small")
        self.add.setAccessibleName(_("Add to the preparation"))
        self.add.clicked.connect(self._add)
        head = QHBoxLayout()
        head.addWidget(Label(_("Preparation"), wrap=False), 1)
        head.addWidget(self.add)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(head)
        self.body.addLayout(self._list)
        self.body.addWidget(Caption(_("About food, driving and rest: follow your clinic’s instructions.")))

    def show_session(self, session: KapSession) -> None:
        """Show the list of a session, or the usual one."""
        items = session.preparation if session.preparation is not None else USUAL_PREPARATION
        if items == tuple(row.item for row in self._rows):
            return
        self._show(items)

    @property
    def rows(self) -> tuple[PreparationRow, ...]:
        """The rows, in order."""
        return tuple(self._rows)

    def _show(self, items: tuple[PreparationItem, ...]) -> None:
        clear(self._list)
        self._rows = []
        names = tuple(preparation_name(item) for item in items if item.kind is not PreparationKind.OWN)
        for item in items:
            row = PreparationRow(item, names)
            row.changed.connect(self._keep_soon)
            row.ticked.connect(self._keep)
            row.leave_out_wanted.connect(self._leave_out)
            self._list.addWidget(Hairline())
            self._list.addWidget(row)
            self._rows.append(row)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See whether the person's own words still have room beside the names."""
        super().resizeEvent(event)
        self._fold()

    def restyle(self) -> None:
        """Take padding and spacing from the theme, after the rows have theirs."""
        super().restyle()
        if hasattr(self, "_rows"):
            QTimer.singleShot(0, self, self._fold)

    def _fold(self) -> None:
        """Put the words under the names in every row where one row has no room for them: they are never cut."""
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        folded = any(row.wanted_width() > room for row in self._rows)
        for row in self._rows:
            row.fold(folded)

    def _items(self) -> tuple[PreparationItem, ...]:
        return tuple(row.item for row in self._rows)

    def _keep_soon(self) -> None:
        self._fold()
        self._draft.change_soon(preparation=self._items())

    def _keep(self) -> None:
        self._draft.change(preparation=self._items())

    def _add(self) -> None:
        items = (*self._items(), PreparationItem(PreparationKind.OWN))
        self._show(items)
        self._draft.change_soon(preparation=items)
        self._rows[-1].focus_name()

    def _leave_out(self) -> None:
        gone, before = self.sender(), self._items()
        words = next((row.words for row in self._rows if row is gone), "")
        items = tuple(row.item for row in self._rows if row is not gone)
        self._show(items)
        self._draft.change(preparation=items)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        if words:
            self.left_out.emit(before, words)


class PreparationRow(Restyled, QWidget):
    """A box to tick, a name, words at the right, and the way to leave it out."""

    changed = Signal()
    ticked = Signal()
    leave_out_wanted = Signal()

    def __init__(self, item: PreparationItem, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names
        self._item = item
        own = item.kind is PreparationKind.OWN
        self.tick = Tick("" if own else preparation_name(item))
        self.tick.setChecked(item.done)
        self.name: TextField | None = None
        self.note = TextField(item.note, _("in your words"))
        self.note.setProperty("role", "bare")
        self.note.setCursorPosition(0)  # what does not fit is shown from its beginning
        self.leave_out = IconButton("close", "", bare=True, size="small")
        self._folded: bool | None = None
        self._line = QGridLayout(self)
        self._line.setColumnStretch(2, 1)
        self._line.addWidget(self.tick, 0, 0, 1, 1 if own else 2)
        if own:
            self.name = TextField(item.name, _("What is it?"))
            self.name.setProperty("role", "bare")
            self.name.setAccessibleName(_("Name of your own line"))
            self.name.edited.connect(self._edited)
            self._line.addWidget(self.name, 0, 1)
        self.fold(False)  # before the last: Tab goes to them in the order in which they are added
        self._line.addWidget(self.leave_out, 0, 3)
        self.tick.toggled.connect(self._toggled)
        self.note.edited.connect(self._edited)
        self.leave_out.clicked.connect(self.leave_out_wanted)
        self._name_parts()
        self.restyle()

    @property
    def item(self) -> PreparationItem:
        """The line as it stands."""
        return self._item

    @property
    def words(self) -> str:
        """What would be gone without it: its name, or the person's words where it has none; '' of an empty one."""
        return preparation_name(self._item).strip() or self._item.note.strip()

    def wanted_width(self) -> int:
        """How wide the row is with its words beside its name."""
        before = self.tick.width() if self.name is None else self.name.width() + theme().px(_BESIDE_TICK_PX)
        words = self.note.fontMetrics().horizontalAdvance(self.note.text()) + theme().px(8)
        return before + words + self.leave_out.sizeHint().width() + 2 * self._line.horizontalSpacing()

    def fold(self, folded: bool) -> None:
        """Put the words under the name, or beside it."""
        if folded != self._folded:
            self._folded = folded
            self._line.removeWidget(self.note)
            self._line.addWidget(self.note, *((1, 1, 1, 2) if folded else (0, 2)))

    def focus_name(self) -> None:
        """Give the keys to the name."""
        if self.name is not None:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        look = theme()
        self._line.setContentsMargins(0, look.px(1), 0, look.px(1))
        self._line.setHorizontalSpacing(look.px(10))
        self._line.setVerticalSpacing(0)
        # Words under a name begin where the name does, beside the box.
        self._line.setColumnMinimumWidth(0, look.px(_BESIDE_TICK_PX - 10) - _INSIDE_PX)
        if self.name is not None:
            self.name.setFixedWidth(look.px(NAME_WIDTH) - look.px(30))
        else:
            # As wide as the widest of the list, so that the words beside the names begin in one line.
            beside = self.tick.sizeHint().width() - self.tick.fontMetrics().horizontalAdvance(
                self.tick.text()
            )
            widest = max(self.tick.fontMetrics().horizontalAdvance(name) for name in self._names)
            self.tick.setFixedWidth(max(look.px(NAME_WIDTH), widest + beside))
        font = look.font("body")
        font.setPixelSize(look.px(13))
        self.note.setFont(font)

    def _toggled(self, done: bool) -> None:
        self._item = replace(self._item, done=done)
        self.ticked.emit()

    def _edited(self) -> None:
        name = self.name.text() if self.name is not None else self._item.name
        self._item = replace(self._item, name=name, note=self.note.text())
        self._name_parts()
        self.changed.emit()

    def _name_parts(self) -> None:
        """Call each part by the line, also by a name that is being typed."""
        name = preparation_name(self._item).strip() or _("Own line")
        self.tick.setAccessibleName(name)
        self.note.setAccessibleName(_("{name}, in your words").format(name=name))
        self.leave_out.set_name(_("Leave out {name}").format(name=name))
