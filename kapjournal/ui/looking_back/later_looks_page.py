"""Later looks at a session, beside its first words and never over them, together on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Fragment, Layer
from kapjournal.errors import KapjournalError
from kapjournal.guidance.after_session import layer_day, open_layer
from kapjournal.ui.looking_back.look_cells import LookCell
from kapjournal.ui.looking_back.look_grid import LookGrid, ShownLook, ShownLooks
from kapjournal.ui.looking_back.look_head import DashedLine
from kapjournal.ui.shared.breakpoints import NARROW
from kapjournal.ui.shared.buttons import Button, IconButton, show_checked
from kapjournal.ui.shared.empty import EmptyState
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.page import Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.text import Body, Caption, Strong, Title
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import BackWanted, ReflectionWanted
from kapjournal.words.after_session import layer_name
from kapjournal.words.dates import clock_time, day_in_year
from kapjournal.words.errors import sentence
from kapjournal.words.language import _

BY = "later_looks"
PAUSE_MS = 300


class LaterLooksPage(Page):
    """A grid: a row for each fragment, a column for each look."""

    concerns: ClassVar[frozenset[Kind]] = frozenset({Kind.FRAGMENT, Kind.KAP_SESSION})

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._session: KapSession | None = None
        self._writing: Layer | None = None
        self._waiting: dict[int, LookCell] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._keep)
        self._make_head()
        self.grid = LookGrid()
        self.empty = EmptyState(
            _("No first words"),
            _("Nothing was caught in the hours after this session. A reflection can be written any day."),
            _("Write a reflection"),
            icon="gentle",
        )
        self._make_foot()
        self.body.addLayout(self._head)
        self.body.addWidget(self.grid)
        self.body.addWidget(self.empty)
        self.body.addStretch(1)
        self.body.addWidget(self._foot)
        self.grid.typed.connect(self._typed)
        self.empty.pressed.connect(self._reflect)
        self.restyle()

    # --- the page's life

    def open_for(self, kap_session_id: int) -> None:
        """Show the looks at a session."""
        self.leave()
        self._session = self.place.journal.kap_sessions.get(kap_session_id)
        self._writing = None
        self._say("")
        self.reload()

    def reload(self) -> None:
        """Read first words and looks; a field that is being written in keeps what is in it."""
        if self._session is None or self._waiting:
            return
        journal = self.place.journal
        session = self._session = journal.kap_sessions.get(self._session.id)
        number = journal.kap_sessions.numbers().get(session.id)
        first = journal.fragments.of_session(session.id)
        looks = journal.fragments.looks_of_session(session.id)
        self._title.setText(
            _("Session {number}, looked at again").format(number=number)
            if number is not None
            else _("The session, looked at again")
        )
        self.grid.setVisible(bool(first))
        self.empty.setVisible(not first)
        self.share.setVisible(bool(first))
        shared = bool(first) and all(f.to_share for f in (*first, *looks))
        show_checked(self.share, shared)
        self.share.set_text(_("Marked to share") if shared else _("Mark to share"))
        self._show_foot(session, bool(first))
        if first:
            columns = self._columns(session, looks)
            self.grid.show_looks(ShownLooks(number, _first_when(first), first, columns, self._writing))

    def leave(self) -> None:
        """Keep what waits."""
        self._keep()

    def arrange(self, room: str) -> None:
        """One fragment at a time where there is little room."""
        self._keep()
        self.grid.set_one(room == NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(down if room == NARROW else across)
        self._foot_row.setDirection(down if room == NARROW else across)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if hasattr(self, "_foot_row"):
            look = theme()
            self.body.setSpacing(look.px(22))
            self._head.setSpacing(look.px(12))
            self._head_words.setSpacing(look.px(3))
            self._top.setSpacing(look.px(10))
            self._foot_column.setSpacing(look.px(14))
            self._foot_row.setSpacing(look.px(12))
            side = look.px(18)
            self._ring.setPixmap(icon_pixmap("ph.circle-dashed", look.color("ink2"), side, 2))
            self._ring.setFixedSize(QSize(side, side))

    # --- parts

    def _make_head(self) -> None:
        self.back = IconButton("back", _("Back to the session"), bare=True, size="edge")
        self.back.clicked.connect(self._go_back)
        self._title = Title()
        self.kept = Caption("", wrap=False)
        self.kept.hide()
        self.share = Button(_("Mark to share"), icon="share")
        self.share.setCheckable(True)
        self.share.toggled.connect(self._share)
        self._top = top = QHBoxLayout()
        top.addWidget(self.back)
        top.addWidget(self._title, 1)
        self._head_words = QVBoxLayout()
        self._head_words.addLayout(top)
        self._head_words.addWidget(
            Body(
                _(
                    "The first words stay as they were written. Each later look lies beside them, never over them."
                ),
                "ink2",
            )
        )
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addLayout(self._head_words, 1)
        self._head.addWidget(self.kept, 0, Qt.AlignmentFlag.AlignBottom)
        self._head.addWidget(self.share, 0, Qt.AlignmentFlag.AlignBottom)

    def _make_foot(self) -> None:
        self._foot = QWidget()
        self._foot_column = QVBoxLayout(self._foot)
        self._foot_column.setContentsMargins(0, 0, 0, 0)
        self._ring = QLabel()
        self._next_name = Strong("", wrap=False)
        self._next = Body(role="ink2")
        self.write = Button(_("Write beside it now"), kind="soft", icon="write")
        self.write.clicked.connect(self._toggle_writing)
        words = QHBoxLayout()
        words.addWidget(self._ring)
        words.addWidget(self._next_name)
        words.addWidget(self._next, 1)
        self._foot_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot_row.addLayout(words, 1)
        self._foot_row.addWidget(self.write)
        self._foot_column.addWidget(DashedLine())
        self._foot_column.addLayout(self._foot_row)

    def _show_foot(self, session: KapSession, there: bool) -> None:
        now_open = open_layer(session, self.place.clock.now())
        layers = list(Layer)
        place = layers.index(now_open) + 1 if now_open is not None else 0
        coming = layers[place] if place < len(layers) else None
        self._foot.setVisible(there)
        self._ring.setVisible(coming is not None)
        self._next_name.setVisible(coming is not None)
        if coming is not None:
            self._next_name.setText(layer_name(coming))
            day = day_in_year(layer_day(session, coming))
            said = _("from {day} on, if you like. What is empty may stay empty.").format(day=day)
        else:
            said = _("What is empty may stay empty.")
        self._next.setText(said)
        self.write.setVisible(now_open is not None)
        self.write.set_text(_("Done writing") if self._writing else _("Write beside it now"))

    def _columns(self, session: KapSession, looks: Sequence[Fragment]) -> list[ShownLook]:
        """The looks that have opened, and those that were written."""
        now_open = open_layer(session, self.place.clock.now())
        layers = list(Layer)
        opened = layers[: layers.index(now_open) + 1] if now_open is not None else []
        shown = []
        for layer in layers:
            written = [look for look in looks if look.layer is layer]
            if layer in opened or written:
                beside = {look.looks_at: look for look in written if look.looks_at is not None}
                shown.append(ShownLook(layer, self._when(session, layer, written), beside))
        return shown

    def _when(self, session: KapSession, layer: Layer, written: Sequence[Fragment]) -> str:
        if not written:
            return _("from {day} on").format(day=day_in_year(layer_day(session, layer)))
        return _moment_words(written[0])

    # --- what the person does

    def _toggle_writing(self) -> None:
        if self._session is None:
            return
        self._keep()
        self._writing = None if self._writing else open_layer(self._session, self.place.clock.now())
        self.reload()
        if self._writing:
            self.grid.focus_first()
        else:
            self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, cell: object) -> None:
        if isinstance(cell, LookCell):
            self._waiting[cell.first.id] = cell
            self._pause.start()

    def _keep(self) -> bool:
        """Store every field that waits; what cannot be stored stays in its field and is said."""
        self._pause.stop()
        try:
            for first_id, cell in list(self._waiting.items()):
                self._keep_cell(cell)
                del self._waiting[first_id]
                self._say(_("Kept, {time}").format(time=clock_time(self.place.clock.now())))
        except KapjournalError as error:
            self._say(_("Not kept yet. {reason}").format(reason=sentence(error)))
            return False
        return True

    def _keep_cell(self, cell: LookCell) -> None:
        text = cell.field.text.strip() if cell.field is not None else ""
        fragments = self.place.journal.fragments
        if cell.look is not None:
            if text != cell.look.text or cell.look.trashed is not None:
                kept = replace(cell.look, text=text or cell.look.text, trashed=None)
                cell.look = fragments.keep(kept, BY)
                if not text:
                    self.place.journal.timeline.trash(cell.look.id, BY)
                    cell.look = fragments.get(cell.look.id)
        elif text:
            cell.look = fragments.keep(
                Fragment(
                    moment=moment_at(self.place.clock.now()),
                    kind=cell.first.kind,
                    text=text,
                    kap_session_id=cell.first.kap_session_id,
                    layer=cell.layer,
                    looks_at=cell.first.id,
                ),
                BY,
            )

    def _say(self, words: str) -> None:
        self.kept.setText(words)
        self.kept.setVisible(bool(words))

    def _share(self, to_share: bool) -> None:
        if self._session is not None:
            self._keep()
            self.place.journal.fragments.mark_session_to_share(self._session.id, to_share, BY)
            self.reload()

    def _reflect(self) -> None:
        if self._session is not None:
            self.requested.emit(ReflectionWanted(kap_session_id=self._session.id))

    def _go_back(self) -> None:
        self._keep()
        self.requested.emit(BackWanted())


def _moment_words(fragment: Fragment) -> str:
    day = day_in_year(fragment.moment.day)
    if not fragment.moment.has_time:
        return day
    return _("{day}, {time}").format(day=day, time=clock_time(fragment.moment.local))


def _first_when(first: Sequence[Fragment]) -> str:
    """'13 October, 14:38 to 15:20'."""
    began, ended = first[0].moment, first[-1].moment
    said = _moment_words(first[0])
    if began.has_time and ended.has_time and began.day == ended.day and began != ended:
        return _("{began} to {ended}").format(began=said, ended=clock_time(ended.local))
    return said
