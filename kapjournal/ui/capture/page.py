"""After a session: one field, one question at a time; nothing is needed, and every key is kept."""

from __future__ import annotations

from contextlib import suppress
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import Moment, moment_at
from kapjournal.domain.reflection import Fragment, FragmentDraft, FragmentKind
from kapjournal.errors import KapjournalError
from kapjournal.ui.capture.field import CaptureField
from kapjournal.ui.capture.kept_list import KeptList
from kapjournal.ui.capture.kinds import WORDS_PX, KindChoice
from kapjournal.ui.shared.breakpoints import NARROW, breakpoint  # noqa: A004
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.page import Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Words
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import BackWanted, ShowPage
from kapjournal.words.after_session import fragment_question
from kapjournal.words.dates import clock_time
from kapjournal.words.errors import sentence
from kapjournal.words.language import _

BY = "capture"
COLUMN = 780
BESIDE_FROM = 560
_CLOCK_MS = 15_000


class CapturePage(Page):
    """The question, the field, what was kept, and two ways out."""

    concerns: ClassVar[frozenset[Kind]] = frozenset({Kind.FRAGMENT, Kind.KAP_SESSION})
    margins: ClassVar[bool] = False
    content_max: ClassVar[int] = 100_000

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._session_id: int | None = None
        self._began: Moment | None = None
        self._kept_here: list[int] = []
        self.time = Words("", "ink2", wrap=False)
        self.support = Button(_("Support"), kind="quiet", icon="support", size="gentle")
        self.enough = Button(_("Enough for now"), kind="quiet", icon="gentle", size="gentle")
        self.question = Words("", style="gentle")
        self.field = CaptureField()
        self.hint = Words("", "ink2")
        self.other = Button(_("Something else"), kind="quiet", size="gentle")
        self.keep_button = Button(_("Keep"), kind="primary", size="gentle")
        self.kinds = KindChoice()
        self.kept = KeptList()
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_MS)
        self._clock.timeout.connect(self._show_time)
        self._lay_out()
        self._connect()
        self._ask(FragmentKind.IMAGE)
        self.restyle()

    # --- the page's life

    def open_for(self, kap_session_id: int | None) -> None:
        """Catch what came up in a session; what was being typed when the program stopped stands in the field."""
        fragments = self.place.journal.fragments
        draft = fragments.draft()
        if draft is not None and draft.kap_session_id != kap_session_id:
            fragments.seal(draft, BY)
            draft = None
        if kap_session_id != self._session_id:
            self._kept_here = []
        self._session_id = kap_session_id
        self._began = draft.moment if draft is not None else None
        self.field.show_words(draft.text if draft is not None else "")
        self._ask(draft.kind if draft is not None else self.kinds.kind)
        self.reload()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read what was kept."""
        self.kept.show_fragments(self._fragments())
        self._show_time()

    def reading_order(self) -> list[QWidget]:
        """The field has the keys first; the ways out come after everything that can be done here."""
        return [self._inner]

    def leave(self) -> None:
        """Every key is kept already; one that could not be is tried again."""
        self._hold()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons under the sentence where they do not fit beside it."""
        super().resizeEvent(event)
        self._give_room()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._below.setDirection(down if self.width() < theme().px(BESIDE_FROM) else across)

    def restyle(self) -> None:
        """Take sizes from the theme."""
        super().restyle()
        if not hasattr(self, "_column"):
            return
        look = theme()
        for words in (self.time, self.hint):
            font = look.font("body")
            font.setPixelSize(look.px(WORDS_PX))
            words.setFont(font)
        self._top.setSpacing(look.px(2))
        self._give_room()
        self._inner.setMaximumWidth(look.px(COLUMN))
        self._below.setSpacing(look.px(18))
        for gap, px in zip(self._gaps, (20, 20, 56, 28), strict=True):
            gap.setFixedHeight(look.px(px))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The clock runs while it is seen."""
        super().showEvent(event)
        self._show_time()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """No timer runs behind other pages."""
        super().hideEvent(event)
        self._clock.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """One key leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_for_now()
            return
        super().keyPressEvent(event)

    # --- what the person does

    def keep(self) -> None:
        """Keep what stands in the field, and ask the next question; an empty field only goes on."""
        kept = self._seal()
        if kept is not False:
            self.ask_next()
            if kept is not None:
                announce(self, _("Kept. {question}").format(question=self.question.text()))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_next(self) -> None:
        """Ask about another kind; words that stand in the field stay there."""
        kinds = list(FragmentKind)
        self._ask(kinds[(kinds.index(self.kinds.kind) + 1) % len(kinds)])
        self._hold()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_for_now(self) -> None:
        """Keep what stands in the field, and go; the next start does not open here by itself again."""
        if self._seal() is False:
            return
        if self._session_id is not None:
            with suppress(KapjournalError):  # where it cannot be noted, the next start only asks once more
                self.place.journal.fragments.say_enough(self._session_id)
        self.requested.emit(BackWanted())

    # --- inside

    def _give_room(self) -> None:
        """Less room above the question where the window is low for its text."""
        look = theme()
        above = min(look.px(84), self.height() // 9)
        self._middle.setContentsMargins(look.px(20), above, look.px(20), look.px(32))
        narrow = breakpoint(self) == NARROW
        # Beside the last button is its own padding.
        self._top.setContentsMargins(
            *sides(look.px(20 if narrow else 41), look.px(13), look.px(6 if narrow else 23), 0)
        )

    def _ask(self, kind: FragmentKind) -> None:
        self.kinds.show_kind(kind)
        self.question.setText(fragment_question(kind))
        self.field.setAccessibleName(fragment_question(kind))
        self.field.setAccessibleDescription(_("Enter keeps it. Nothing is needed."))

    def _choose(self, kind: object) -> None:
        if isinstance(kind, FragmentKind):
            self._ask(kind)
            self._hold()

    def _typed(self) -> None:
        if self._began is None:
            self._began = moment_at(self.place.clock.now())
        self._hold()

    def _draft(self) -> FragmentDraft:
        began = self._began or moment_at(self.place.clock.now())
        return FragmentDraft(
            moment=began,
            kind=self.kinds.kind,
            text=self.field.toPlainText(),
            kap_session_id=self._session_id,
        )

    def _hold(self) -> bool:
        """Make the words durable as they are; what could not be is said, and stays in the field."""
        if self._began is None:
            return True
        try:
            self.place.journal.fragments.hold(self._draft())
        except KapjournalError as error:
            self._say_not_kept(error)
            return False
        self._say("")
        return True

    def _seal(self) -> Fragment | bool | None:
        """Keep the words as a fragment: it, None where there were none, False where it could not be."""
        if self._began is None:
            return None
        try:
            kept = self.place.journal.fragments.seal(self._draft(), BY)
        except KapjournalError as error:
            self._say_not_kept(error)
            return False
        self._began = None
        self.field.show_words("")
        self._say("")
        if kept is not None:
            self._kept_here.append(kept.id)
            self.reload()
        return kept

    def _say_not_kept(self, error: KapjournalError) -> None:
        words = _("Not kept yet. {reason}").format(reason=sentence(error))
        if self.hint.text() != words:
            announce(self, words, urgent=True)
        self._say(words)

    def _say(self, words: str) -> None:
        self.hint.setText(words or _("Enter keeps it. Nothing is needed."))

    def _fragments(self) -> tuple[Fragment, ...]:
        fragments = self.place.journal.fragments
        if self._session_id is not None:
            return fragments.of_session(self._session_id)
        found = (fragments.get(id_) for id_ in self._kept_here)
        return tuple(fragment for fragment in found if fragment.trashed is None)

    def _show_time(self) -> None:
        self.time.setText(clock_time(self.place.clock.now()))

    def _want_support(self) -> None:
        self.requested.emit(ShowPage("support"))

    def _connect(self) -> None:
        self.field.typed.connect(self._typed)
        self.field.done.connect(self.keep)
        self.keep_button.clicked.connect(self.keep)
        self.other.clicked.connect(self.ask_next)
        self.kinds.chosen.connect(self._choose)
        self.enough.clicked.connect(self.leave_for_now)
        self.support.clicked.connect(self._want_support)

    def _lay_out(self) -> None:
        self._gaps = [QWidget() for _gap in range(4)]
        self._top = QHBoxLayout()
        self._top.addWidget(self.time)
        self._top.addStretch(1)
        self._top.addWidget(self.support)
        self._top.addWidget(self.enough)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.other)
        buttons.addWidget(self.keep_button)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.addWidget(self.hint, 1)
        self._below.addLayout(buttons)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (
            self.question, self._gaps[0], self.field, self._gaps[1], self._below, self._gaps[2], self.kinds,
            self._gaps[3], self.kept,
        ):  # fmt: skip
            if isinstance(part, QWidget):
                self._column.addWidget(part)
            else:
                self._column.addLayout(part)
        self._middle = QHBoxLayout()
        self._middle.addStretch(1)
        self._middle.addWidget(self._inner, 1000)
        self._middle.addStretch(1)
        self.body.addLayout(self._top)
        self.body.addLayout(self._middle)
        self.body.addStretch(1)
        self._say("")
