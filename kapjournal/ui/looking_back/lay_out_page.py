"""Laying out: a night later the first words lie as slips, and a reflection grows from those that are taken."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import journal_day
from kapjournal.domain.reflection import Fragment
from kapjournal.errors import KapjournalError
from kapjournal.ui.looking_back.grown_card import GrownCard
from kapjournal.ui.looking_back.grown_draft import BY, GrownDraft
from kapjournal.ui.looking_back.slips import Slips
from kapjournal.ui.shared.breakpoints import NARROW, SIDE_MARGINS, WIDE
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.empty import EmptyState
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.page import Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.text import Caption, Lead, Strong, Title
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import BackWanted, CaptureWanted, ReflectionWanted, ShowPage
from kapjournal.words.dates import clock_time, day_in_year
from kapjournal.words.errors import sentence
from kapjournal.words.language import _

PAUSE_MS = 300
__all__ = ["BY", "LayOutPage"]


class LayOutPage(Page):
    """Slips at the left, what grows from them at the right."""

    concerns: ClassVar[frozenset[Kind]] = frozenset({Kind.FRAGMENT, Kind.REFLECTION, Kind.KAP_SESSION})
    margins: ClassVar[bool] = False
    content_max: ClassVar[int] = 1280

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._session_id = 0
        self._draft: GrownDraft | None = None
        self._showing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._keep)
        self._make_head()
        self.title = Title(_("What came, as it came"))
        self.when = Lead(role="ink2")
        self.slips = Slips()
        self.card = GrownCard()
        self.empty = EmptyState(
            _("No first words"),
            _("Nothing was caught in the hours after this session. That is all right."),
            _("Catch something now"),
            icon="gentle",
        )
        self._lay_out()
        self.slips.taken_changed.connect(self._taken)
        self.card.typed.connect(self._typed)
        self.card.open_wanted.connect(self._open)
        self.empty.pressed.connect(self._catch)
        self.restyle()

    # --- the page's life

    def open_for(self, kap_session_id: int) -> None:
        """Lay out the first words of a session; what was begun here goes on."""
        self.leave()
        self._session_id = kap_session_id
        self._draft = None
        self.kept.setText("")
        self.reload()

    def reload(self) -> None:
        """Read the fragments; what is being written stays."""
        if not self._session_id:
            return
        journal = self.place.journal
        try:
            session = journal.kap_sessions.get(self._session_id)
        except KeyError:
            self._session_id = 0
            self.requested.emit(BackWanted())
            return
        if self._draft is None:
            self._draft = GrownDraft(journal, session.id, self.place.clock.now())
        number = journal.kap_sessions.numbers().get(session.id)
        days = (journal_day(self.place.clock.now().replace(tzinfo=None)) - session.moment.day).days
        self._name.setText(_headline(days, number))
        fragments = journal.fragments.of_session(session.id)
        self._show(fragments)

    def leave(self) -> None:
        """Keep what waits."""
        if self._pause.isActive():
            self._keep()

    def arrange(self, room: str) -> None:
        """The card beside the slips, or under them."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(across if room == WIDE else down)
        self._sides.setSpacing(theme().px(56 if room == WIDE else 24))
        side = theme().px(56 if room == WIDE else SIDE_MARGINS[room])
        self._sides.setContentsMargins(side, theme().px(36), side, theme().px(40))
        # The arrow stands a little further out than the words, its button around it.
        out = theme().px(16 if room == WIDE else 8)
        self._head.setContentsMargins(
            *sides(side - out, theme().px(16), side - (out if room == WIDE else 0), 0)
        )
        self.slips.set_alone(room == NARROW)
        self.card.arrange(narrow=room == NARROW)
        self._name.setVisible(room != NARROW)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if not hasattr(self, "_sides"):
            return
        look = theme()
        self._head.setSpacing(look.px(8))
        self._left.setSpacing(look.px(5))
        self._gap.setFixedHeight(look.px(16))
        self.card.setMinimumHeight(look.px(500) if self.room == WIDE else look.px(360))

    # --- parts

    def _make_head(self) -> None:
        self.back = IconButton("back", _("Back"), bare=True)
        self._name = Strong("", wrap=False)
        self.kept = Caption("", "ink2", wrap=False)
        self.support = Button(_("Support"), kind="quiet", icon="support")
        self.later = Button(_("Later"))
        self._head = QHBoxLayout()
        self._head.addWidget(self.back)
        self._head.addWidget(self._name)
        self._head.addStretch(1)
        self._head.addWidget(self.kept)
        self._head.addWidget(self.support)
        self._head.addWidget(self.later)
        for button in (self.back, self.later):
            button.clicked.connect(self._go)
        self.support.clicked.connect(self._want_support)

    def _lay_out(self) -> None:
        left = QWidget()
        self._gap = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        for part in (self.title, self.when, self._gap, self.slips, self.empty):
            self._left.addWidget(part)
        self._left.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.addWidget(left, 612)
        self._sides.addWidget(self.card, 500)
        self.body.addLayout(self._head)
        self.body.addLayout(self._sides, 1)

    def _show(self, fragments: tuple[Fragment, ...]) -> None:
        assert self._draft is not None
        self._showing = True
        reflection = self._draft.reflection
        grown = self.place.journal.reflections.grown_from([f.id for f in fragments])
        said = {
            fragment_id: _("In “{title}”").format(title=others[-1].title.strip())
            if (others[-1].title.strip())
            else _("In a reflection")
            for fragment_id, found in grown.items()
            if (others := [r for r in found if r.id != reflection.id])
        }
        taken = reflection.fragment_ids if self._draft.is_stored else [f.id for f in self.slips.taken()]
        self.slips.show_fragments(fragments, taken, said)
        self.card.show_taken(self.slips.taken())
        if self.card.text.text != reflection.text and not self._pause.isActive():
            self.card.show_words(reflection.text)
        self.card.show_shared(reflection.to_share)
        there = bool(fragments)
        self.empty.setVisible(not there)
        self.slips.setVisible(there)
        self.when.setVisible(there)
        self.card.setVisible(there or not reflection.is_empty)
        self.when.setText(self._when(fragments) if there else "")
        self._showing = False

    def _when(self, fragments: tuple[Fragment, ...]) -> str:
        first, last = fragments[0].moment, fragments[-1].moment
        days = (journal_day(self.place.clock.now().replace(tzinfo=None)) - first.day).days
        day = {0: _("Today"), 1: _("Yesterday")}.get(days, day_in_year(first.day))
        if first.has_time and last.has_time and first.day == last.day:
            span = _("{day}, {first} to {last}.").format(
                day=day, first=clock_time(first.local), last=clock_time(last.local)
            )
        else:
            span = f"{day}."
        return _("{when} Take one or several that belong together.").format(when=span)

    # --- what the person does

    def _taken(self) -> None:
        self.card.show_taken(self.slips.taken())
        self._typed()

    def _typed(self) -> None:
        if not self._showing and self._draft is not None:
            self._pause.start()

    def _keep(self) -> bool:
        """Store what stands there; what cannot be stored is said, and tried again at the next pause."""
        self._pause.stop()
        if self._draft is None:
            return True
        self._draft.change(
            self.card.text.text, self.slips.taken(), self.card.question_id, self.card.question.text()
        )
        try:
            stored = self._draft.keep()
        except KapjournalError as error:
            self.kept.setText(_("Not kept yet. {reason}").format(reason=sentence(error)))
            return False
        if stored:
            self.kept.setText(_("Kept, {time}").format(time=clock_time(self.place.clock.now())))
        return True

    def _open(self) -> None:
        if self._keep() and self._draft is not None:
            reflection, self._draft = self._draft.reflection, None
            session_id, self._session_id = self._session_id, 0
            if reflection.id:
                self.requested.emit(ReflectionWanted(reflection.id))
            else:
                self._session_id = session_id
                self.reload()
                self.card.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        if self._keep():
            self.requested.emit(BackWanted())

    def _want_support(self) -> None:
        self.requested.emit(ShowPage("support"))

    def _catch(self) -> None:
        self.requested.emit(CaptureWanted(self._session_id))


def _headline(days: int, number: int | None) -> str:
    if number is None:
        return _("After the session")
    if days == 1:
        return _("The day after session {number}").format(number=number)
    return _("After session {number}").format(number=number)
