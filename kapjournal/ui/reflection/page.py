"""The reflection page: a sheet to write on, its tools, and a guide beside it; every pause is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from kapjournal.domain.entry import NEW
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import Moment, moment_at
from kapjournal.domain.picture import Picture, ShownPicture
from kapjournal.domain.reflection import Fragment, Reflection
from kapjournal.errors import KapjournalError
from kapjournal.journal.drafts import entry_key
from kapjournal.ui.reflection.autosave import Autosave
from kapjournal.ui.reflection.column import WritingColumn
from kapjournal.ui.reflection.draft import BY, Draft
from kapjournal.ui.reflection.guide import GuidePart, guide_states, heading_line
from kapjournal.ui.reflection.guide_panel import GuidePanel
from kapjournal.ui.reflection.pasting import read_bounded
from kapjournal.ui.reflection.session_menu import SessionMenu
from kapjournal.ui.reflection.tools import Tools
from kapjournal.ui.shared.breakpoints import NARROW
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.clipboard import copy_for_a_minute
from kapjournal.ui.shared.menu_button import open_under
from kapjournal.ui.shared.moment_dialog import MomentDialog
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.starring import STAR_KEYS, Starring
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import (
    BackWanted,
    OnlyPageWanted,
    PracticeWanted,
    ReflectionWanted,
    Said,
    SessionWanted,
    VersionsWanted,
)
from kapjournal.words.dates import clock_time
from kapjournal.words.errors import sentence
from kapjournal.words.language import _
from kapjournal.words.markdown import plain
from kapjournal.words.starred import sentence_at, shortened


class ReflectionPage(Page):
    """One reflection at a time."""

    concerns: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.REFLECTION, Kind.KAP_SESSION, Kind.FRAGMENT, Kind.TALKING_POINTS}
    )
    scrolls: ClassVar[bool] = False
    margins: ClassVar[bool] = False
    content_max: ClassVar[int] = 10_000

    kept = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.draft: Draft | None = None
        self.autosave = Autosave(self)
        self.tools = Tools()
        self.column = WritingColumn()
        self.guide = GuidePanel()
        self._guide_wanted = True
        self._only_page = False
        self._showing = False
        self._upright = Hairline(upright=True)
        self.body.addWidget(self.tools)
        self.body.addWidget(Hairline())
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.column, 1)
        self._row.addWidget(self._upright)
        self._row.addWidget(self.guide)
        self.body.addLayout(self._row, 1)
        self.starring = Starring(place.journal, self.tools.star, self._words_to_star, self._kept_id, self, BY)
        self._connect()
        self.restyle()

    # What the window asks

    def open_for(self, wish: ReflectionWanted) -> None:
        """Show the reflection that is wished for, or begin it."""
        self.leave()
        self.draft = Draft(self.place.journal, self._wished(wish))
        self.autosave.stop()
        self.guide.tags.wait_in(self.place.journal.drafts, entry_key(self.draft.now.id, "tag"))
        self._show()
        self.column.verticalScrollBar().setValue(0)
        self.column.to_end()

    def reload(self) -> None:
        """Show what other pages changed; words that are not kept yet stay."""
        if self.draft is None:
            self.open_for(ReflectionWanted())
            return
        try:
            self.draft.reload()
        except KeyError:
            self.draft = None
            self.requested.emit(BackWanted())
            return
        self._show()

    def leave(self) -> None:
        """Keep everything; what was never anything is taken back."""
        if self.draft is not None:
            self._keep()
            self.draft.drop_if_nothing()

    def arrange(self, breakpoint: str) -> None:  # noqa: A002 - the word of the design
        """Put the guide under the text where there is little room beside it."""
        narrow = breakpoint == NARROW
        self.tools.arrange(narrow)
        self.guide.set_whole(narrow)
        if narrow:
            self.column.below.addWidget(self.guide)
            self.guide.setMinimumWidth(0)
            self.guide.setMaximumWidth(theme().px(10_000))
        else:
            self._row.addWidget(self.guide)
            self.guide.setFixedWidth(theme().px(286))
        self._show_guide()

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Name what the tools do."""
        return [
            Action(_("Done writing"), "back", self.finish),
            Action(_("Show or hide the guide"), "domain_meaning", self.tools.guide.toggle, "Ctrl+G"),
            Action(_("Only the page"), "focus_in", self._toggle_only_page, "F11"),
            Action(_("Star this line: to talk about"), "favourite", self.starring.toggle, STAR_KEYS),
            Action(_("Make a practice of this"), "practice", self._want_practice),
            Action(_("Add a picture"), "picture", self.choose_pictures),
            Action(_("Earlier versions of this reflection"), "history", self.show_versions),
        ]

    # What the person does

    def _want_practice(self) -> None:
        """Ask for a practice that grows from this reflection."""
        if self.draft is None:
            return
        self._take_words()
        if not self._store(self.draft.keep):
            return
        now = self.draft.now
        self.requested.emit(
            PracticeWanted(
                kap_session_id=now.kap_session_id,
                reflection_id=now.id if self.draft.is_stored else None,
                question=now.prompt.question if now.prompt is not None else "",
            )
        )

    def finish(self) -> None:
        """Keep the reflection as done, and go back."""
        if self.draft is not None:
            self._only_page_is(False)
            self._take_words()
            if self._store(self.draft.finish):
                self.draft.drop_if_nothing()
                self.draft = None
                self.autosave.stop()
                self.requested.emit(BackWanted())

    def choose_part(self, part: GuidePart) -> None:
        """Move to a part of the guide; where it is not there yet, add its heading at the end."""
        text = self.column.text
        state = next(s for s in guide_states(text.words(), text.caret()) if s.part == part)
        if state.place is None:
            text.append_part(heading_line(part))
        else:
            following = [
                s.place
                for s in guide_states(text.words(), 0)
                if s.place is not None and s.place > state.place
            ]
            end = min(following, default=len(text.words()))
            text.move_to(state.place + len(text.words()[state.place : end].rstrip()))

    def mark_to_share(self, to_share: bool) -> None:
        """Mark the reflection to share, or make it private again."""
        self._change(to_share=to_share)
        self.tools.show_share(to_share)
        announce(self, _("Marked to share") if to_share else _("Private: in no summary"))

    def choose_session(self, kap_session_id: int | None) -> None:
        """Let the reflection belong to a session, or to none."""
        self._change(kap_session_id=kap_session_id)
        self._show_session()

    def choose_moment(self, moment: Moment) -> None:
        """Give the reflection another day and time."""
        self._change(moment=moment)
        self.column.show_moment(moment, self._today())

    def show_versions(self) -> None:
        """Show what the reflection was before."""
        if self.draft is not None and self._keep() and self.draft.is_stored:
            self.requested.emit(VersionsWanted(self.draft.now.id))

    def choose_pictures(self) -> None:
        """Choose pictures from files."""
        kinds = _("Pictures") + " (*.png *.jpg *.jpeg *.webp)"
        chosen, _kind = QFileDialog.getOpenFileNames(
            self.window(), _("Add a picture"), str(Path.home()), kinds
        )
        self.add_pictures([read_bounded(Path(path)) for path in chosen])

    def add_pictures(self, contents: list[bytes]) -> None:
        """Read pictures behind the window, then put them below the words."""
        pictures = self.place.journal.pictures
        for data in contents:
            self.place.worker.run(
                lambda data=data: pictures.read(data), self._add_picture, self._say_no_picture
            )

    def _add_picture(self, picture: Picture) -> None:
        if self.draft is not None:
            added = ShownPicture(self.place.journal.pictures.add(picture))
            self._change(pictures=(*self.draft.now.pictures, added))
            self._show_pictures()
            announce(self, _("The picture is added."))

    def _say_no_picture(self, error: BaseException) -> None:
        if not isinstance(error, KapjournalError):
            raise error
        self.requested.emit(Said(sentence(error)))

    def _show_pictures(self) -> None:
        if self.draft is not None:
            self.column.pictures.show_pictures(self.draft.now.pictures, self.place.journal.pictures.get)

    def move_to_trash(self) -> None:
        """Put the reflection into the trash, and go back; the toast brings it back."""
        if self.draft is None or not self._keep() or not self.draft.is_stored:
            return
        journal, shown = self.place.journal, self.draft.now
        journal.timeline.trash(shown.id, by=BY)
        step = journal.step()
        self.draft = None
        self._only_page_is(False)
        self.requested.emit(BackWanted())
        words = (
            _("“{title}” is in the trash").format(title=shown.title)
            if shown.title
            else _("The reflection is in the trash")
        )
        self.requested.emit(Said(words, lambda: self._undo_trash(step, shown.id)))

    # Within the page

    def _connect(self) -> None:
        self.autosave.due.connect(self._keep)
        for field in (self.column.title, self.column.text):
            field.textChanged.connect(self._typed)
            field.left.connect(self._keep)
            field.refused.connect(self._say_refused)
        self.column.text.cursorPositionChanged.connect(self._show_parts)
        self.column.text.cursorPositionChanged.connect(self.starring.refresh)
        self.starring.said.connect(self.requested)
        self.column.session.clicked.connect(self._open_sessions)
        self.column.moment.clicked.connect(self._ask_moment)
        tools = self.tools
        tools.back_requested.connect(self.finish)
        tools.change_requested.connect(self._format)
        tools.share_requested.connect(self.mark_to_share)
        tools.guide_requested.connect(self._want_guide)
        tools.focus_requested.connect(self._only_page_is)
        tools.versions_requested.connect(self.show_versions)
        tools.picture_requested.connect(self.choose_pictures)
        self.column.text.pictures_offered.connect(self.add_pictures)
        self.column.pictures.changed.connect(lambda shown: self._change(pictures=shown))
        tools.copy_requested.connect(self._copy)
        tools.trash_requested.connect(self.move_to_trash)
        self.guide.part_chosen.connect(self.choose_part)
        self.guide.close_requested.connect(lambda: self._want_guide(False))
        self.guide.tags.changed.connect(lambda tags: self._change(tags=tags))
        keep = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        keep.activated.connect(self._keep)

    def _wished(self, wish: ReflectionWanted) -> Reflection:
        reflections = self.place.journal.reflections
        if wish.reflection_id is not None:
            return reflections.get(wish.reflection_id)
        if wish.prompt is not None:
            for begun in reflections.left_open():
                if begun.prompt is not None and begun.prompt.prompt_id == wish.prompt.prompt_id:
                    return begun
        return Reflection(
            id=NEW,
            moment=moment_at(self.place.clock.now()),
            prompt=wish.prompt,
            kap_session_id=wish.kap_session_id,
        )

    def _show(self) -> None:
        if self.draft is None:
            return
        shown = self.draft.now
        self._showing = True
        self.column.show_reflection(shown, self._today())
        self._showing = False
        self._show_session()
        self.tools.show_share(shown.to_share)
        self.tools.show_stored(self.draft.is_stored)
        if shown.id == NEW:
            self.tools.kept.say("")
        self._show_pictures()
        self.guide.tags.show_tags(shown.tags, self.place.journal.timeline.tags())
        self.guide.show_fragments(self._fragments(shown))
        self._show_parts()
        self.starring.reload()

    def _words_to_star(self) -> str:
        """Return the words that are chosen, else the sentence at the caret, else the title."""
        text = self.column.text
        chosen = text.textCursor().selectedText().replace("\u2029", " ")
        if chosen.strip():
            return shortened(plain(chosen))
        return sentence_at(text.words(), text.caret()) or shortened(self.column.title.words())

    def _kept_id(self) -> int:
        """Keep what is written, and return in which reflection it stands."""
        self._keep()
        return NEW if self.draft is None else self.draft.now.id

    def _fragments(self, shown: Reflection) -> tuple[Fragment, ...]:
        found = []
        for fragment_id in shown.fragment_ids:
            try:
                found.append(self.place.journal.fragments.get(fragment_id))
            except KeyError:
                continue
        return tuple(found)

    def _typed(self) -> None:
        if self._showing or self.draft is None or not self._take_words():
            return
        if not self.draft.is_stored and not self.draft.now.is_empty:
            self._keep()
        else:
            self.autosave.touched()
        self._show_parts()

    def _take_words(self) -> bool:
        if self.draft is None:
            return False
        return self.draft.change(title=self.column.title.words(), text=self.column.text.words())

    def _change(self, **values: object) -> None:
        if self.draft is not None:
            self._take_words()
            self.draft.change(**values)
            self._keep()

    def _keep(self) -> bool:
        if self.draft is None:
            return False
        self._take_words()
        return self._store(self.draft.keep)

    def _store(self, store: Callable[[], object]) -> bool:
        """Store, and say when; where it cannot be stored the words stay on the page and it is tried again."""
        self.autosave.stop()
        assert self.draft is not None
        had_all = self.draft.is_kept
        try:
            store()
        except KapjournalError as error:
            words = _("Not kept yet. {reason}").format(reason=sentence(error))
            if self.tools.kept.words.text() != words:
                announce(self, words, urgent=True)
            self.tools.kept.say(words, went_well=False)
            self.autosave.touched()
            return False
        if not had_all:
            self.tools.kept.say(_("Kept, {time}").format(time=clock_time(self.place.clock.now())))
            self.tools.show_stored(self.draft.is_stored)
            self.kept.emit()
        return True

    def _undo_trash(self, step: int, entry_id: int) -> None:
        if not self.place.journal.undo_step(step):
            self.place.journal.timeline.restore(entry_id)

    def _format(self, change: Callable[[QTextCursor], None]) -> None:
        self.column.text.format_with(change)

    def _say_refused(self) -> None:
        self.requested.emit(Said(_("Only words can stand there.")))

    def _copy(self) -> None:
        if self.draft is not None:
            self._take_words()
            now = self.draft.now
            copy_for_a_minute("\n\n".join(part for part in (now.title, plain(now.text)) if part.strip()))
            self.requested.emit(Said(_("Copied. It leaves the clipboard in a minute.")))

    # Session, time, guide, only the page

    def _today(self) -> date:
        return self.place.clock.now().date()

    def _sessions(self) -> tuple[KapSession, ...]:
        return tuple(reversed(self.place.journal.kap_sessions.all()))

    def _show_session(self) -> None:
        if self.draft is None:
            return
        wanted = self.draft.now.kap_session_id
        try:
            session = None if wanted is None else self.place.journal.kap_sessions.get(wanted)
        except KeyError:
            session = None
        number = self.place.journal.kap_sessions.numbers().get(wanted) if wanted is not None else None
        self.column.show_session(session, number, self._today())

    def _open_sessions(self) -> None:
        if self.draft is None:
            return
        journal, now = self.place.journal, self.draft.now.kap_session_id
        offered = SessionMenu(self._sessions(), journal.kap_sessions.numbers(), now, self._today(), self)
        offered.chosen.connect(self.choose_session)
        offered.opened.connect(lambda: self.requested.emit(SessionWanted(now)))
        open_under(self.column.session, offered)

    def _ask_moment(self) -> None:
        if self.draft is not None:
            shown, now = self.draft.now, self.place.clock.now()
            dialog = MomentDialog(_("When was this?"), shown.moment, now, self)
            dialog.wait_in(self.place.journal.drafts, entry_key(shown.id, "moment"), now)
            dialog.chosen.connect(self.choose_moment)
            dialog.closed.connect(dialog.deleteLater)
            dialog.open()

    def _show_parts(self) -> None:
        if not self._showing:
            self.guide.show_states(guide_states(self.column.text.words(), self.column.text.caret()))

    def _want_guide(self, wanted: bool) -> None:
        self._guide_wanted = wanted
        self._show_guide()

    def _show_guide(self) -> None:
        shown = self._guide_wanted and not self._only_page
        self.guide.setVisible(shown)
        self._upright.setVisible(shown and self.room != NARROW)
        self.tools.guide.blockSignals(True)
        self.tools.guide.setChecked(shown)
        self.tools.guide.blockSignals(False)

    def _toggle_only_page(self) -> None:
        self._only_page_is(not self._only_page)

    def _only_page_is(self, wanted: bool) -> None:
        if wanted != self._only_page:
            self._only_page = wanted
            self.requested.emit(OnlyPageWanted(wanted))
            self._show_guide()
        self.tools.show_focus(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the full screen with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._only_page:
            self._only_page_is(False)
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what a window in a hurry did not ask to be kept."""
        if self.draft is not None and not self.draft.is_kept:
            self._keep()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Keep when the window loses the keyboard."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and hasattr(self, "draft") and self.draft is not None:
            self._keep()
