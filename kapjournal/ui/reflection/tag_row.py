"""The tags of a reflection: each a chip that takes itself away, and a field that adds one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.fields import TextField
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.tips import tip
from kapjournal.ui.shared.unfinished import Unfinished
from kapjournal.words.language import _

if TYPE_CHECKING:
    from kapjournal.journal.drafts import Drafts

LONGEST_TAG = 40


class TagRow(Restyled, QWidget):
    """Shows tags and lets them be changed."""

    changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[str, ...] = ()
        self._unfinished: Unfinished | None = None
        self._flow = ChipFlow(_("Tags"), gap=6)
        self.field = TextField(placeholder=_("A tag"))
        self.field.setAccessibleName(_("New tag"))
        self.field.setMaxLength(LONGEST_TAG)
        self.field.returnPressed.connect(self._add_written)
        self.field.editingFinished.connect(self._put_field_away)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._add_written, Qt.ConnectionType.QueuedConnection)
        self.field.setCompleter(completer)
        self.field.hide()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._flow)
        self._column.addWidget(self.field)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.add_button: Chip | None = None
        self._show()
        self.restyle()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags in the order they were added."""
        return self._tags

    def show_tags(self, tags: tuple[str, ...], known: Sequence[str] = ()) -> None:
        """Show tags; the known ones are offered while one is written."""
        self._known.setStringList(list(known))
        if tags != self._tags:
            self._tags = tags
            self._show()

    def wait_in(self, drafts: Drafts, key: str) -> None:
        """Let a tag that is half written wait under this name, and show one that waited there."""
        if self._unfinished is not None:
            self._unfinished.hold()
            self._unfinished.deleteLater()
        self.field.clear()
        self._unfinished = Unfinished(drafts, key, {"tag": self.field}, self)
        self.field.setVisible(bool(self.field.text()))

    def add(self, tag: str) -> None:
        """Add a tag, unless it is there."""
        tag = " ".join(tag.split()).strip("#, ")
        if tag and tag.casefold() not in {known.casefold() for known in self._tags}:
            self._change((*self._tags, tag))

    def remove(self, tag: str) -> None:
        """Take a tag away."""
        self._change(tuple(known for known in self._tags if known != tag))

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        self._column.setSpacing(theme().px(8))

    def _change(self, tags: tuple[str, ...]) -> None:
        self._tags = tags
        self._show()
        self.changed.emit(tags)

    def _show(self) -> None:
        self._flow.clear()
        for tag in self._tags:
            chip = Chip(tag, checkable=False, size="small", trailing_icon="close")
            chip.setAccessibleName(_("Take away the tag {tag}").format(tag=tag))
            chip.setToolTip(tip(chip.accessibleName()))
            chip.clicked.connect(lambda _on=False, tag=tag: self.remove(tag))
            self._flow.add(chip)
        self.add_button = Chip(_("Add a tag"), checkable=False, icon="add", size="small", tone="quiet")
        self.add_button.clicked.connect(self._ask)
        self._flow.add(self.add_button)

    def _ask(self) -> None:
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        # It has its place only once the row was laid out anew.
        QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        """Scroll what the row stands in, as Qt does for Tab alone; a bar that comes only now has its range first."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        around = self.parentWidget()
        while around is not None:
            inside = around.widget() if isinstance(around, QScrollArea) else None
            if isinstance(around, QScrollArea) and inside is not None:
                # Its lower edge: of a field that has the keys Qt itself brings only the caret into view.
                edge = self.field.mapTo(inside, self.field.rect().bottomLeft())
                around.ensureVisible(edge.x(), edge.y(), 0, theme().px(20))
            around = around.parentWidget()

    def _add_written(self) -> None:
        written = QLineEdit.text(self.field)
        self.field.clear()
        self.add(written)
        if self._unfinished is not None:
            self._unfinished.let_go()

    def _put_field_away(self) -> None:
        if self.field.text().strip() and not self.field.hasFocus():
            self._add_written()
        if not self.field.hasFocus():
            self.field.hide()
