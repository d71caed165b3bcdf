"""The inside of the window while the journal is open: the sidebar, the pages, what is said, what keys do."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from kapjournal.domain.moment import journal_day
from kapjournal.errors import KapjournalError
from kapjournal.guidance.after_session import last_dosed
from kapjournal.tokens import tokens
from kapjournal.ui.page_parts import PAGE_PARTS
from kapjournal.ui.pages import PageEntry, pages
from kapjournal.ui.routes import follow
from kapjournal.ui.shared.breakpoints import breakpoint  # noqa: A004
from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.clipboard import CopiedWords
from kapjournal.ui.shared.covering import Coverable
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text_field import TextField
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.toast import Toast
from kapjournal.ui.shared.unfinished import Unfinished
from kapjournal.ui.shared.unread import Unread
from kapjournal.ui.shared.wishes import (
    CaptureWanted,
    CheckInWanted,
    LockWanted,
    ReflectionWanted,
    ScaleWanted,
    SearchWanted,
    ShowPage,
)
from kapjournal.ui.window_fade import Fade
from kapjournal.ui.window_going import Going
from kapjournal.ui.window_sidebar import Sidebar
from kapjournal.ui.window_steps import do_again, take_back
from kapjournal.words.language import _
from kapjournal.words.steps import redo_name, undo_name

if TYPE_CHECKING:
    from kapjournal.domain.changes import Changes
    from kapjournal.ui.shared.place import Place


class Inside(Restyled, QWidget):
    """Sidebar and pages; pages are made when they are first shown."""

    lock_wanted = Signal()
    replaced = Signal()
    """The journal was closed below the pages."""
    gentle_changed = Signal(bool)
    """The page that is shown wants the dim look, or no longer."""

    _heard = Signal(object)

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._entries = {entry.name: entry for entry in pages()}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._trail: list[str] = []
        self.now_shown = ""
        self._gentle = False
        self._state_before = Qt.WindowState.WindowNoState
        self._sidebar = Sidebar(tuple(self._entries.values()), self)
        self._stack = QStackedWidget(self)
        # A page that is laid out for more room, before it is shown or while another is, never makes the window grow.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        # A stack tells a screen reader of its pages only, and lays new ones over whatever floats in it.
        beside = QWidget(self)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        # Where only the page is shown, Support is still one step away.
        self._corner = IconButton("support", _("Support"), beside, bare=True, size="small")
        self._corner.clicked.connect(self.to_support)
        self._corner.hide()
        column.addWidget(self._corner, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(beside, 1)
        self._toast = Toast(beside)
        self._fade = Fade(self._stack)
        self._going = Going(place.worker, self)
        self._sidebar.chosen.connect(self.go_to)
        copied = CopiedWords(self)
        copied.copied.connect(self._say_copied)
        self._sidebar.approached.connect(self._load_beforehand)
        self._sidebar.lock_requested.connect(self.lock)
        self._add_shortcuts()
        self.setProperty("own_focus", True)
        self._day = self._today()
        # Work behind the interface changes the journal too: it is heard in the interface's own thread.
        self._heard.connect(self._changed)
        place.when_open(lambda journal: journal.listen(self._heard.emit))
        self.restyle()

    def prepare(self, name: str) -> None:
        """Make a page that is not shown yet: what is left for its first show is to fill it."""
        self._page(self._entries[name])

    def _say_copied(self) -> None:
        self._toast.say(_("Copied. It leaves the clipboard in a minute."))

    def _load_beforehand(self, name: str) -> None:
        if name not in self._pages:
            self._going.load_beside(self._entries[name].load)

    def fill(self, name: str) -> None:
        """Let a page read before it is seen: then each part that comes or goes does not have it laid out anew."""
        self._filled(self._entries[name])

    def go_to(self, name: str) -> None:
        """Show a page that somebody chose: at once if it is made, else in steps between which the window turns."""
        entry = self._entries.get(name)
        if entry is None or not entry.in_steps or name in self._pages:
            self.show_page(name)
            return
        self._going.begin(
            entry.load,
            partial(self._made, entry),
            partial(self._page, entry),
            partial(self.fill, name),
            partial(self._arrive, name),
        )

    def _arrive(self, name: str) -> None:
        """Show the page, unless a dialog was opened on the way: that belongs to the page below."""
        if not self._has_dialog():
            self.show_page(name)

    def show_page(self, name: str) -> Page | None:
        """Show a page and return it, or None if there is none of that name."""
        self._going.stop()
        entry = self._entries.get(name)
        if entry is None:
            return None
        if name == self.now_shown:
            self._sidebar.show_chosen(entry.lit or name)
            return self._pages[name]
        before = self._pages.get(self.now_shown)
        picture = self._stack.grab() if before is not None and theme().motion("page_fade") else None
        if before is not None:
            before.leave()
            self._trail.append(self.now_shown)
        self._notice_new_day()
        page = self._filled(entry)
        self._frame(entry)
        # Qt would hand the keys to the first field of the new page, and so scroll to it.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.setCurrentWidget(page)
        self.now_shown = name
        self._sidebar.show_chosen(entry.lit or name)
        # The keys go with the page: Tab leads to its first field, and a reader begins there.
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        if picture is not None:
            self._fade.fade(picture, "gentle_fade" if entry.gentle else "page_fade")
        announce(page, entry.title())
        return page

    def back(self) -> None:
        """Show the page before, or Today."""
        trail = [name for name in self._trail if name != self.now_shown]
        if trail:
            name = trail[-1]
            self._trail = trail[:-1]
            self.show_page(name)
            self._trail = trail[:-1]
        else:
            self.show_page("today")

    def only_page(self, wanted: bool) -> None:
        """Hide everything but the page and fill the screen, or show the window as it was."""
        self._sidebar.setVisible(not wanted)
        self._corner.setVisible(wanted)
        window = self.window()
        if wanted:
            window.showFullScreen()
        else:
            window.showNormal()

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a toast."""
        self._toast.say(text, undo)

    def lock(self) -> None:
        """Ask for the lock."""
        self.lock_wanted.emit()

    def begin_anew(self) -> None:
        """Tell that the journal is closed already."""
        self.replaced.emit()

    def make_accessible(self) -> QAccessibleInterface:
        """Tell of the sidebar and the page, or of nothing while a dialog stands over them."""
        return Coverable(self, QAccessible.Role.Client)

    def over(self) -> QWidget:
        """Return the widget that dialogs belong to."""
        return self

    def leave(self) -> None:
        """Let every page keep what is not kept yet; where one cannot, the others still do."""
        self._going.stop()
        finish_typing(self)
        for dialog in self.window().findChildren(Dialog):
            with suppress(KapjournalError):
                dialog.close_dialog()
        for page in self._pages.values():
            with suppress(KapjournalError):
                page.leave()
        waiting: list[Unfinished | Unread] = self.window().findChildren(Unfinished)
        for form in (*waiting, *self.window().findChildren(Unread)):
            with suppress(KapjournalError):
                form.hold()

    def restyle(self) -> None:
        """Take the room of the sidebar from the window's width."""
        self._sidebar.set_room(breakpoint(self))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the sidebar the room that the new width leaves."""
        super().resizeEvent(event)
        self._sidebar.set_room(breakpoint(self))

    def event(self, event: QEvent) -> bool:
        """Look at the calendar whenever somebody comes back to the window."""
        if event.type() == QEvent.Type.WindowActivate and self.now_shown:
            self._notice_new_day()
            if self.now_shown in self._stale:
                self._stale.discard(self.now_shown)
                _fill_again(self._pages[self.now_shown])
        return super().event(event)

    def actions_now(self) -> list[Action]:
        """Return everything that can be found by name: what is new, the pages, and what the page offers."""
        new = [
            Action(_("New check-in"), "today", lambda: self._follow(CheckInWanted()), "Ctrl+N"),
            Action(_("New reflection"), "new_reflection", lambda: self._follow(ReflectionWanted()), "Ctrl+R"),
            Action(_("Search the journal"), "search", lambda: self._follow(SearchWanted()), "Ctrl+F"),
            Action(_("Fill in a scale"), "scale", lambda: self._follow(ScaleWanted())),
        ]
        if last_dosed(self.place.journal.kap_sessions.all(), self.place.clock.now()) is not None:
            new.append(Action(_("After a session: catch what came up"), "gentle", self._catch))
        page = self._pages.get(self.now_shown)
        own = page.actions() if page is not None else []
        shown = [
            Action(entry.title(), entry.icon, self._show(entry.name), entry.shortcut)
            for entry in self._entries.values()
            if entry.group
        ]
        thread = Action(_("The thread: from intention to days"), "link", self._show("thread"))
        trash = Action(_("The trash"), "trash", lambda: self._follow(ShowPage("trash")))
        lock = Action(_("Lock"), "lock", lambda: self._follow(LockWanted()), "Ctrl+L")
        return [*new, *own, *shown, thread, trash, *self._ways_back(), lock, *self._elsewhere()]

    def _elsewhere(self) -> list[Action]:
        """Return what the other pages always offer, under the page's name."""
        return [
            Action(f"{entry.title()}: {name()}", icon, partial(self._go_and_do, entry.name, name()))
            for entry in self._entries.values()
            if entry.name != self.now_shown
            for icon, name in PAGE_PARTS.get(entry.name, ())
        ]

    def _go_and_do(self, page_name: str, action_name: str) -> None:
        page = self.show_page(page_name)
        if page is not None:
            # Once it is laid out: a section is gone to by its place.
            QTimer.singleShot(0, page, partial(_do, page, action_name))

    def _ways_back(self) -> list[Action]:
        """What can be undone and done again, by what it was."""
        journal = self.place.journal
        undo, redo = journal.to_undo(), journal.to_redo()
        ways = [] if undo is None else [Action(undo_name(undo), "undo", self.undo, "Ctrl+Z")]
        if redo is not None:
            ways.append(Action(redo_name(redo), "redo", self.redo, "Ctrl+Shift+Z"))
        return ways

    def undo(self) -> None:
        """Take back the last change of the journal, and say which it was."""
        self._keep_page()
        take_back(self.place, self, self.say, self.redo)

    def redo(self) -> None:
        """Do again what was taken back last, and say which it was."""
        do_again(self.place, self, self.say)

    def _keep_page(self) -> None:
        """Let the page keep what is not kept yet: that is then the last change."""
        page = self._pages.get(self.now_shown)
        if page is not None:
            page.leave()

    def _frame(self, entry: PageEntry) -> None:
        """Give the page its surroundings: with the sidebar or without, dim or in the person's own look."""
        before = self._entries.get(self.now_shown)
        if entry.sidebar != (before is None or before.sidebar):
            self._sidebar.setVisible(entry.sidebar)
        # Whoever goes from the dim page to Support is not met by brightness.
        gentle = entry.gentle or (self._gentle and entry.name == "support")
        if gentle == self._gentle:
            return
        self._gentle = gentle
        self.gentle_changed.emit(gentle)
        window = self.window()
        if window is self:
            return
        if gentle:
            self._state_before = window.windowState()
            window.setWindowState(self._state_before | Qt.WindowState.WindowFullScreen)
        else:
            window.setWindowState(self._state_before)

    def _today(self) -> date:
        return journal_day(self.place.clock.now().replace(tzinfo=None))

    def _notice_new_day(self) -> None:
        """A page that was filled yesterday says yesterday's things: fill it again before it is seen."""
        today = self._today()
        if today != self._day:
            self._day = today
            self._stale.update(self._pages)

    def _catch(self) -> None:
        self._follow(CaptureWanted())

    def _show(self, name: str) -> Callable[[], None]:
        return lambda: self.go_to(name)

    def _page(self, entry: PageEntry) -> Page:
        """Return a page that stands with the others."""
        page = self._made(entry)
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        return page

    def _made(self, entry: PageEntry) -> Page:
        page = self._pages.get(entry.name)
        if page is None:
            page = entry.make(self.place)
            page.setAccessibleName(entry.title())
            page.setProperty("own_focus", True)
            page.requested.connect(self._follow)
            self._pages[entry.name] = page
            self._stale.add(entry.name)
        return page

    def _filled(self, entry: PageEntry) -> Page:
        page = self._page(entry)
        if entry.name in self._stale:
            self._stale.discard(entry.name)
            page.reload()
        return page

    def follow_wish(self, wish: object) -> None:
        """Do what a wish asks, as if a page had."""
        self._follow(wish)

    def _follow(self, wish: object) -> None:
        self._going.finish()
        follow(wish, self)

    def _changed(self, changes: Changes) -> None:
        """Reload the page that is shown if the change concerns it; the others wait until they are shown."""
        for name, page in self._pages.items():
            # A page that asked for a change shows it by itself.
            if not page.concerns & changes.kinds or changes.by == name:
                continue
            if name == self.now_shown:
                _fill_again(page)
            else:
                self._stale.add(name)

    def _add_shortcuts(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            tokens().shortcuts[name]: self._show(name) for name in tokens().shortcuts if name in self._entries
        }
        keys["Ctrl+N"] = lambda: self._follow(CheckInWanted())
        keys["Ctrl+R"] = lambda: self._follow(ReflectionWanted())
        keys["Ctrl+F"] = lambda: self._follow(SearchWanted())
        keys["Ctrl+K"] = self.find_action
        keys["Ctrl+L"] = self.lock
        keys["Ctrl+Z"] = self._undo_key
        keys["Ctrl+Shift+Z"] = self._redo_key
        for sequence, act in keys.items():
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.activated.connect(self._unless_dialog(act, always=sequence == "Ctrl+L"))

    def _unless_dialog(self, act: Callable[[], object], *, always: bool) -> Callable[[], None]:
        """Return the act, kept back while a dialog is open: it belongs to the page below."""

        def acted() -> None:
            self._going.finish()
            if always or not self._has_dialog():
                act()

        return acted

    def _has_dialog(self) -> bool:
        return any(dialog.isVisible() for dialog in self.window().findChildren(Dialog))

    def to_support(self) -> None:
        """Show the page of support, for a dialog that stands over this as its window."""
        self.show_page("support")

    def find_action(self) -> None:
        """Open the list of everything that can be done."""
        from kapjournal.ui.find_action.finder import ActionFinder

        ActionFinder(self.actions_now(), self).open_finder()

    def _undo_key(self) -> None:
        """Undo in the text where the keys are, else in the journal."""
        field = _field_with_keys()
        if field is not None:
            field.undo()
        else:
            self.undo()

    def _redo_key(self) -> None:
        """The same, the other way."""
        field = _field_with_keys()
        if field is not None:
            field.redo()
        else:
            self.redo()


def _do(page: Page, action_name: str) -> None:
    for action in page.actions():
        if action.name == action_name:
            action.run()
            return


def _fill_again(page: Page) -> None:
    """Let a page read the journal again; what is being typed in it comes first."""
    now = page.window().focusWidget()
    if isinstance(now, TextField) and page.isAncestorOf(now):
        now.take_now()
    page.reload()


def finish_typing(within: QWidget) -> None:
    """Let the field with the keyboard take what stands in it, as when it is left."""
    now = within.window().focusWidget()
    if isinstance(now, QLineEdit):
        # In a window that is not the active one nobody would tell the field that it was left.
        now.clearFocus()
        now.editingFinished.emit()


def _field_with_keys() -> QLineEdit | QTextEdit | QPlainTextEdit | None:
    now = QApplication.focusWidget()
    is_field = isinstance(now, (QLineEdit, QTextEdit, QPlainTextEdit)) and not now.isReadOnly()
    return now if is_field else None  # type: ignore[return-value]
