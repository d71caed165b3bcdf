"""The person's own contacts: who they are, and their numbers with a way to copy them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.course import Course
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.copying import CopyButton
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Body, Caption, Label, Strong, Words
from kapjournal.ui.shared.theme import tabular, theme
from kapjournal.words.language import _


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone to reach: the name if there is one, what they are, and the number."""

    name: str
    role: str
    phone: str


def contacts_of(course: Course | None) -> tuple[Contact, ...]:
    """Those of the course that have a number."""
    if course is None:
        return ()
    known = (
        Contact(course.therapist, _("Therapist"), course.therapist_phone.strip()),
        Contact(course.clinic, _("Treating clinic"), course.clinic_phone.strip()),
    )
    return tuple(contact for contact in known if contact.phone)


class ContactsCard(Card):
    """The contacts that were given with the course, or where they are given."""

    course_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._contacts: tuple[Contact, ...] = ()
        self._rows = QWidget()
        self._copies: list[CopyButton] = []
        self._open_course: Button | None = None
        super().__init__(parent, padding=(22, 18), spacing=8)
        self.body.addWidget(self._rows)

    def show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Show these contacts."""
        self._contacts = contacts
        self._fill()

    def controls(self) -> tuple[QWidget, ...]:
        """What the keys stop at, in their order."""
        return (self._open_course,) if self._open_course else tuple(copy.control for copy in self._copies)

    def restyle(self) -> None:
        """Build the rows again in the sizes of the theme."""
        super().restyle()
        if self.body.count():
            self._fill()

    def _fill(self) -> None:
        look = theme()
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addLayout(_heading())
        column.addSpacing(look.px(4))
        self._copies = []
        self._open_course = None
        for contact in self._contacts:
            column.addLayout(self._row(contact))
        if not self._contacts:
            column.addWidget(
                Body(
                    _("The numbers of your therapist and clinic stand here once your course has them."),
                    "ink2",
                )
            )
            open_course = Button(_("Open Sessions"), size="small")
            self._open_course = open_course
            open_course.clicked.connect(self.course_wanted)
            column.addWidget(open_course)
        self.body.replaceWidget(self._rows, fresh)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = fresh
        fresh.show()

    def _row(self, contact: Contact) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Strong(contact.name or contact.role))
        if contact.name:
            words.addWidget(Caption(contact.role))
        copy = CopyButton(contact.phone, in_words=False)
        copy.copied.connect(self._copied)
        self._copies.append(copy)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addLayout(words, 1)
        row.addWidget(_Phone(contact.phone), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _copied(self) -> None:
        for copy in self._copies:
            if copy is not self.sender():
                copy.show_copied(copied=False)


class _Phone(Words):
    """A number in figures of one width, on one line."""

    def __init__(self, number: str) -> None:
        super().__init__(number, wrap=False, style="label")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def restyle(self) -> None:
        """Take the font from the theme."""
        super().restyle()
        self.setFont(tabular(theme().font("label")))


def _heading() -> QHBoxLayout:
    look = theme()
    sign = QLabel()
    sign.setPixmap(icon_pixmap("professional", look.color("accent"), look.px(20), 2))
    row = QHBoxLayout()
    row.setSpacing(look.px(10))
    row.addWidget(sign)
    row.addWidget(Label(_("Professionals")), 1)
    return row
