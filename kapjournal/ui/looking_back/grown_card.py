"""The card beside the slips: what was taken, the question about it, and the words that come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from kapjournal.domain.reflection import Fragment
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.fields import TextArea
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Body, Caption, Words
from kapjournal.ui.shared.theme import theme
from kapjournal.words.after_session import laying_out_questions
from kapjournal.words.language import _

_CHIP_LETTERS, _FOOT_PX = 28, 500 - 2 * 36


class _Question(Words):
    """What is asked about the slips, heavier than the words that answer it."""

    style_name = "prompt"
    weight = QFont.Weight.DemiBold


class GrownCard(Card):
    """The question follows the number taken; `typed` tells each change of the words."""

    typed = Signal()
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(36, 28), spacing=14)
        self._count = 0
        self._turn = 0
        self._narrow = False
        self.chips = ChipFlow(_("Taken"))
        self.question = _Question()
        self.nothing = Body(_("Take one or several slips. A question about them comes here."), "ink2")
        self.text = TextArea(style="reading", least_lines=6, most_lines=16)
        self.text.setProperty("role", "plain")
        self.text.document().setDocumentMargin(0)
        self.text.changed.connect(self.typed)
        self._lock = QLabel()
        self._private = Caption("", "ink2", wrap=False)
        self.another = Button(_("Another question"), kind="quiet", icon="another")
        self.another.clicked.connect(self._ask_another)
        self.open_button = Button(_("Open as a reflection"), kind="primary")
        self.open_button.clicked.connect(self.open_wanted)
        state = QHBoxLayout()
        state.addWidget(self._lock)
        state.addWidget(self._private, 1)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.addLayout(state, 1)
        self._foot.addWidget(self.another)
        self._foot.addWidget(self.open_button)
        for part in (self.chips, self.question, self.nothing, self.text):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addLayout(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.restyle()

    @property
    def question_id(self) -> str:
        """Which question is asked, for the answer to remember."""
        return f"{min(self._count, 3)}-{self._turn + 1}"

    def show_taken(self, taken: Sequence[Fragment]) -> None:
        """Ask about these."""
        if min(len(taken), 3) != min(self._count, 3):
            self._turn = 0
        self._count = len(taken)
        self.chips.clear()
        for fragment in taken:
            words = " ".join(fragment.text.split())
            words = words if len(words) <= _CHIP_LETTERS else words[: _CHIP_LETTERS - 1].rstrip() + "…"
            chip = Chip(
                words, checkable=False, size="small", tone="quiet", icon=f"fragment_{fragment.kind.value}"
            )
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.chips.add(chip)
        self._show_question()

    def show_words(self, text: str) -> None:
        """Put words there without telling anybody."""
        self.text.blockSignals(True)
        self.text.setPlainText(text)
        self.text.blockSignals(False)
        self._show_question()

    def show_shared(self, to_share: bool) -> None:
        """Say whether what grows is private."""
        self._private.setText(_("Marked to share") if to_share else _("Private"))
        self._place_foot()

    def arrange(self, *, narrow: bool) -> None:
        """Buttons under each other where there is little room."""
        self._narrow = narrow
        self._place_foot()

    def _place_foot(self) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        look = theme()
        parts = (self._private, self.another, self.open_button)
        needed = look.px(40) + sum(part.sizeHint().width() for part in parts)
        self._foot.setDirection(down if self._narrow or needed > look.px(_FOOT_PX) else across)

    def restyle(self) -> None:
        """Take spacing and sign from the theme."""
        super().restyle()
        if hasattr(self, "_foot"):
            look = theme()
            self._foot.setSpacing(look.px(8))
            self._lock.setPixmap(icon_pixmap("private", look.color("ink2"), look.px(16), 2))
            self._lock.setFixedSize(QSize(look.px(16), look.px(16)))

    def _show_question(self) -> None:
        """Without a slip nothing is asked; words that stand there are never hidden."""
        asks = self._count > 0
        self.chips.setVisible(asks)
        self.question.setVisible(asks)
        self.nothing.setVisible(not asks)
        self.another.setVisible(asks)
        has_words = bool(self.text.text.strip())
        self.text.setVisible(asks or has_words)
        self.open_button.setVisible(asks or has_words)
        if asks:
            questions = laying_out_questions(self._count)
            self.question.setText(questions[self._turn % len(questions)])
            self.text.setAccessibleName(self.question.text())

    def _ask_another(self) -> None:
        self._turn = (self._turn + 1) % len(laying_out_questions(self._count))
        self._show_question()
        self.typed.emit()
