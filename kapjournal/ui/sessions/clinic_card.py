"""From the clinic: its own words and limits, entered once with the course; repeated here and never judged."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kapjournal.domain.course import Course
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Body, Caption, Label, Name
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _


class ClinicCard(Card):
    """The session safety sheet."""

    enter_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(20, 16), spacing=8)
        self._words, self._limits = Body(), Body()
        self._medicines = Body(role="ink2")
        self._sign = QLabel()
        self._phone = Name("", wrap=False)
        self._phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._foot = Caption()
        self.enter = Button("", kind="text", size="small", flush="begin")
        self.enter.clicked.connect(self.enter_wanted)
        self._line = QHBoxLayout()
        self._line.addWidget(self._sign)
        self._line.addWidget(self._phone, 1)
        self.body.addWidget(Label(_("From the clinic")))
        for part in (self._words, self._limits, self._medicines):
            self.body.addWidget(part)
        self.body.addLayout(self._line)
        self.body.addWidget(self._foot)
        self.body.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        self.restyle()

    def show_course(self, course: Course | None) -> None:
        """Quote what the clinic said."""
        words = course.clinic_words.strip() if course is not None else ""
        limits = course.clinic_limits.strip() if course is not None else ""
        phone = course.clinic_phone.strip() if course is not None else ""
        medicines = course.medicines if course is not None else ()
        for label, said in ((self._words, words), (self._limits, limits)):
            label.setText(_("“{words}”").format(words=said) if said else "")
            label.setVisible(bool(said))
        names = "; ".join(" ".join(p for p in (m.name, m.as_told) if p) for m in medicines)
        self._medicines.setText(_("Current medicines, as I was told: {names}").format(names=names))
        self._medicines.setVisible(bool(names))
        self._phone.setText(phone)
        self._phone.setVisible(bool(phone))
        self._sign.setVisible(bool(phone))
        said_something = bool(words or limits)
        self._foot.setText(
            _("Their words, as you entered them.")
            if said_something
            else _("What your clinic asks of you can stand here, in its own words. It is entered once.")
        )
        self.enter.set_text(_("Change") if said_something else _("Enter it"))
        self.enter.setAccessibleName(
            _("Change what the clinic said") if said_something else _("Enter it: what the clinic said")
        )

    def restyle(self) -> None:
        """Take spacing and sign from the theme."""
        super().restyle()
        if hasattr(self, "_line"):
            look = theme()
            self._line.setSpacing(look.px(8))
            self._sign.setPixmap(icon_pixmap("phone", look.color("ink2"), look.px(18), 2))
            self._sign.setFixedSize(QSize(look.px(18), look.px(18)))
