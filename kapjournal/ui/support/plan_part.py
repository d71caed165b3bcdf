"""One part of the plan, read or edited in place; every word is kept while it is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.support_plan import PlanContact
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.copying import CopyButton
from kapjournal.ui.shared.fields import TextArea, TextField
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.markdown_view import MarkdownView
from kapjournal.ui.shared.text import Body, Caption, Label, Name
from kapjournal.ui.shared.theme import tabular, theme
from kapjournal.words.language import _
from kapjournal.words.support_plan import part_icon, part_title

_NAME_PX = 260
_LONG, _MANY = 2_000, 40
"""Letters and lines up to which a part is read as separate thoughts."""


class PlanPart(Card):
    """The heading of a part with its pencil; what stands below is read or edited."""

    changed = Signal()
    _gap = 9
    """Below the heading, in px."""

    def __init__(self, part: str, parent: QWidget | None = None) -> None:
        self.part = part
        self._sign = QLabel()
        self._holder: QWidget | None = None
        super().__init__(parent, padding=(22, 18), spacing=self._gap)
        self.setAccessibleName(part_title(part))
        self.editing = False
        self.edit_button = IconButton(
            "write", _("Edit “{part}”").format(part=part_title(part)), bare=True, size="edge", icon_px=16
        )
        self.edit_button.clicked.connect(self.toggle)
        head = QHBoxLayout()
        head.setSpacing(theme().px(10))
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._title = Label(part_title(part))
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addStretch(1)
        self.restyle()

    def toggle(self) -> None:
        """Edit it, or read it again."""
        self.editing = not self.editing
        self.edit_button.set_icon("kept_small" if self.editing else "write")
        name = _("Done with “{part}”") if self.editing else _("Edit “{part}”")
        self.edit_button.set_name(name.format(part=part_title(self.part)))
        self.fill()

    def fill(self) -> None:
        """Build what stands below the heading."""
        fresh = self.make()
        if self._holder is not None:
            self.body.replaceWidget(self._holder, fresh)
            self._holder.hide()
            self._holder.deleteLater()
        else:
            self.body.insertWidget(1, fresh)
        self._holder = fresh
        fresh.show()

    def make(self) -> QWidget:
        """Return what stands below the heading."""
        raise NotImplementedError

    def restyle(self) -> None:
        """Build it again in the sizes of the theme."""
        super().restyle()
        look = theme()
        side = look.px(22)
        self.body.setContentsMargins(side, look.px(14), side, look.px(18))
        # Name and sign stand in the middle of the pencil's button, and further lines of a long name have air below.
        if hasattr(self, "_title"):
            self._title.setContentsMargins(0, look.px(4), 0, look.px(4))
        self._sign.setContentsMargins(0, look.px(5), 0, 0)
        self._sign.setPixmap(icon_pixmap(part_icon(self.part), look.color("accent"), look.px(20), 2))
        if self._holder is not None:
            self.fill()


class TextPart(PlanPart):
    """A part in plain words, a thought to a line."""

    def __init__(self, part: str, parent: QWidget | None = None) -> None:
        self.text = ""
        super().__init__(part, parent)

    def show_text(self, text: str) -> None:
        """Show the words; while they are edited they stay as they are."""
        if self._holder is None or (text != self.text and not self.editing):
            self.text = text
            self.fill()

    def make(self) -> QWidget:
        """The lines, or the field with them."""
        if self.editing:
            area = TextArea(self.text, least_lines=3)
            area.setAccessibleName(part_title(self.part))
            area.changed.connect(lambda: self._take(area.text))
            area.setFocus(Qt.FocusReason.OtherFocusReason)
            return area
        return _lines(self.text, part_title(self.part))

    def _take(self, text: str) -> None:
        self.text = text
        self.changed.emit()


class ContactsPart(PlanPart):
    """A part of people: who, when, and the number with a way to copy it."""

    _gap = 4

    def __init__(self, part: str, parent: QWidget | None = None) -> None:
        self.contacts: tuple[PlanContact, ...] = ()
        self._fixed: tuple[PlanContact, ...] = ()
        super().__init__(part, parent)

    def show_contacts(self, contacts: tuple[PlanContact, ...], fixed: tuple[PlanContact, ...] = ()) -> None:
        """Show these; the fixed ones come from the course and are edited there."""
        if self.editing and self._holder is not None:
            return
        if self._holder is None or (contacts, fixed) != (self.contacts, self._fixed):
            self.contacts, self._fixed = contacts, fixed
            self.fill()

    def make(self) -> QWidget:
        """The rows, or their fields."""
        return self._fields() if self.editing else self._rows()

    def _rows(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for one in (*self.contacts, *self._fixed):
            row = QHBoxLayout()
            row.setSpacing(theme().px(6))
            row.addWidget(_name(one.name))
            row.addWidget(Caption(one.when), 1)
            if one.phone:
                row.addWidget(_Phone(one.phone))
                row.addWidget(CopyButton(one.phone, in_words=False))
            column.addLayout(row)
        if not (self.contacts or self._fixed):
            column.addWidget(Caption(_("Nothing is written here yet.")))
        return holder

    def _fields(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        rows = self.contacts or (PlanContact(""),)
        for index, one in enumerate(rows):
            row = QHBoxLayout()
            row.setSpacing(theme().px(8))
            for key, name, share in (
                ("name", _("Who"), 3),
                ("when", _("When"), 2),
                ("phone", _("Number"), 2),
            ):
                edit = TextField(getattr(one, key), name)
                edit.setAccessibleName(_("{field}, row {row}").format(field=name, row=index + 1))
                edit.textChanged.connect(lambda text, i=index, k=key: self._take(i, k, text))
                row.addWidget(edit, share)
            name = _("Take row {row} away").format(row=index + 1)
            remove = IconButton("close", name, bare=True, size="edge", icon_px=16)
            remove.clicked.connect(lambda _on=False, i=index: self._remove(i))
            row.addWidget(remove)
            column.addLayout(row)
        add = Button(_("Add someone"), "soft", "add", size="small")
        add.clicked.connect(self._add)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _take(self, index: int, key: str, text: str) -> None:
        rows = list(self.contacts or (PlanContact(""),))
        old = rows[index]
        values = {"name": old.name, "when": old.when, "phone": old.phone} | {key: text}
        rows[index] = PlanContact(**values)
        self.contacts = tuple(rows)
        self.changed.emit()

    def _remove(self, index: int) -> None:
        self.contacts = tuple(one for i, one in enumerate(self.contacts) if i != index)
        self.fill()
        self.changed.emit()

    def _add(self) -> None:
        self.contacts = (*(self.contacts or (PlanContact(""),)), PlanContact(""))
        self.fill()

    def written(self) -> tuple[PlanContact, ...]:
        """The contacts that say something."""
        return tuple(one for one in self.contacts if one.name.strip() or one.phone.strip())


class _Phone(Name):
    """A number in figures of one width, on one line."""

    def __init__(self, number: str) -> None:
        super().__init__(number, wrap=False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def restyle(self) -> None:
        """Take the font from the theme."""
        super().restyle()
        self.setFont(tabular(self.font()))


def _name(words: str) -> Name:
    """A name that keeps to one line if it is not long, so that what is said of it stands beside it."""
    made = Name(words)
    made.setMinimumWidth(min(made.fontMetrics().horizontalAdvance(words) + 2, theme().px(_NAME_PX)))
    return made


def _lines(text: str, name: str) -> QWidget:
    written = [line.strip() for line in text.splitlines() if line.strip()]
    if len(text) > _LONG or len(written) > _MANY:
        # A label for each line would be laid out many times: one view lays out each line once.
        view = MarkdownView(name, plain=True)
        view.show_text("\n".join(written))
        return view
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(10))
    for line in written:
        column.addWidget(Body(line))
    if not written:
        column.addWidget(Caption(_("Nothing is written here yet.")))
    return holder
