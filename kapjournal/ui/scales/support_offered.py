"""The support page before a score (clinical reference 5.2): nothing is graded, delayed or asked twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.ui.scales.way_button import WayButton
from kapjournal.ui.shared.breakpoints import WIDE
from kapjournal.ui.shared.crisis_lines import COLUMN_PX, CrisisLines
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.own_contacts import own_contacts
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Body, Caption, Label, Reading, Title
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number

_UNLIMITED = 16_777_215


class _Question(Label):
    """The question, as large as the answers to it."""

    def restyle(self) -> None:
        """Take font and colour from the theme."""
        super().restyle()
        font = theme().font("label")
        font.setPixelSize(theme().px(16))
        self.setFont(font)


class SupportOffered(Restyled, QWidget):
    """Four ways on, and the numbers beside them."""

    plan_wanted = Signal()
    continued = Signal()

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._title = Title(_("Thank you for answering honestly."))
        self._words = Reading(
            _(
                "Thoughts of being better off dead or of hurting yourself can come with illness, and they can pass. "
                "You do not have to handle them alone."
            )
        )
        self._question = _Question(_("Are you in danger right now, or might you act on these thoughts?"))
        self.help_now = WayButton(_("I need help now"), "phone", filled=True)
        self.talk = WayButton(_("I would like to talk to someone"), "therapist")
        self.plan = WayButton(_("Show my safety plan"), "new_reflection")
        self.go_on = WayButton(_("Continue"), "kept_small")
        self.lines = CrisisLines(place.settings, heading=_("People to reach"))
        self._kept_sign = QLabel()
        self._kept = Caption("")
        self._own = QWidget()
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        self._column = own
        own.addWidget(self._title)
        own.addSpacing(theme().px(6))
        own.addWidget(self._words)
        own.addSpacing(theme().px(17))
        own.addWidget(self._question)
        own.addSpacing(theme().px(4))
        for way in (self.help_now, self.talk, self.plan, self.go_on):
            own.addWidget(way)
        own.addSpacing(theme().px(14))
        own.addWidget(
            Body(_("This app cannot alert anyone. If you need help, please contact a person."), "ink2")
        )
        kept = QHBoxLayout()
        kept.setSpacing(theme().px(6))
        kept.addWidget(self._kept_sign, 0, Qt.AlignmentFlag.AlignTop)
        kept.addWidget(self._kept, 1)
        own.addLayout(kept)
        own.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addWidget(self._own, 1)
        self._columns.addWidget(self.lines)
        self.help_now.clicked.connect(self._to_numbers)
        self.talk.clicked.connect(self._to_line)
        self.plan.clicked.connect(self.plan_wanted)
        self.go_on.clicked.connect(self.continued)
        self.restyle()

    def show_kept(self, answers: int) -> None:
        """Say that the answers are kept, show the person's own contacts, and begin at the first way."""
        text = ngettext(
            "Your answer is kept. The score comes after Continue.",
            "Your {count} answers are kept. The score comes after Continue.",
            answers,
        )
        self._kept.setText(text.format(count=number(answers)))
        self.lines.show_contacts(own_contacts(self._place))
        self.help_now.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._title.text()} {self._words.text()} {self._question.text()}")

    def arrange(self, room: str) -> None:
        """Put the numbers under the ways where there is little room."""
        wide = room == WIDE
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self.lines.setFixedWidth(theme().px(COLUMN_PX)) if wide else self._free_lines()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._column.setSpacing(look.px(10))
        self._columns.setSpacing(look.px(56))
        self._kept_sign.setPixmap(icon_pixmap("kept_small", look.color("accent"), look.px(16), 2))

    def _free_lines(self) -> None:
        self.lines.setMinimumWidth(0)
        self.lines.setMaximumWidth(_UNLIMITED)

    def _to_numbers(self) -> None:
        self._focus_number(0)

    def _to_line(self) -> None:
        self._focus_number(1)

    def _focus_number(self, place: int) -> None:
        """Move to a number; the first control is the choice of country."""
        controls = self.lines.controls()[1:]
        if controls:
            chosen = controls[min(place, len(controls) - 1)]
            chosen.setFocus(Qt.FocusReason.TabFocusReason)
