"""What the list is narrowed by: kind, tag, session and what is to be shared, as chips with menus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from kapjournal.domain.kinds import ENTRY_KINDS, Kind
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal.journal import Journal
from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.icons import icon as themed_icon
from kapjournal.ui.shared.menu_button import open_under
from kapjournal.ui.shared.session_chip import session_icon, session_words
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _

_KIND_ICONS = {
    Kind.CHECK_IN: "today",
    Kind.REFLECTION: "new_reflection",
    Kind.FRAGMENT: "fragment_image",
    Kind.KAP_SESSION: "sessions",
    Kind.EVENT: "calendar",
    Kind.SCALE: "scale",
}


class FilterChip(Chip):
    """Opens a menu; once something is chosen it names it, and a press takes the choice away."""

    menu_wanted = Signal()
    cleared = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._name = name
        self._chosen = ""
        super().__init__(name, parent, checkable=False, trailing_icon="open")
        self.clicked.connect(self._pressed)

    def show_choice(self, words: str) -> None:
        """Name what is chosen; '' shows the filter's own name."""
        self._chosen = words
        self.setCheckable(bool(words))
        self.setChecked(bool(words))
        self.set_words(words or self._name)
        if words:
            self.setAccessibleName(
                _("{filter}: {choice}. Press to clear.").format(filter=self._name, choice=words)
            )

    def _show_state(self, checked: bool) -> None:
        super()._show_state(checked)
        side = theme().px(14)
        # Four of them stand in one line of the list, also when one is chosen.
        self.setStyleSheet(f"QPushButton {{ padding: 0 {theme().px(9)}px; }}")
        chosen = bool(self._chosen)
        self.setIcon(themed_icon("close" if chosen else "open", "accent" if chosen else "ink2", 14))
        self.setIconSize(QSize(side, side))
        self._show_words()

    def _pressed(self) -> None:
        if self._chosen:
            self.setChecked(True)
            self.cleared.emit()
        else:
            self.menu_wanted.emit()


class Filters(ChipFlow):
    """Holds the filter of the list and tells when a person changes it."""

    changed = Signal(TimelineFilter)
    trash_requested = Signal()

    def __init__(self, journal: Journal, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(_("Filters"), parent, gap=4)
        self._journal = journal
        self._today = today
        self.filter = TimelineFilter()
        self.kind = FilterChip(_("Kind"))
        self.tag = FilterChip(_("Tag"))
        self.session = FilterChip(_("Session"))
        self.shared = Chip(_("Shared"))
        self.shared.setAccessibleDescription(_("Only what is marked to share"))
        for chip in (self.kind, self.tag, self.session, self.shared):
            self.add(chip)
        self.kind.menu_wanted.connect(self._open_kinds)
        self.tag.menu_wanted.connect(self._open_tags)
        self.session.menu_wanted.connect(self._open_sessions)
        self.kind.cleared.connect(lambda: self._take(replace(self.filter, kinds=())))
        self.tag.cleared.connect(lambda: self._take(replace(self.filter, tag="")))
        self.session.cleared.connect(lambda: self._take(replace(self.filter, kap_session_id=None)))
        self.shared.clicked.connect(
            lambda: self._take(replace(self.filter, only_to_share=self.shared.isChecked()))
        )

    def set_filter(self, wanted: TimelineFilter) -> None:
        """Show a filter without telling anybody."""
        self.filter = wanted
        self._show()

    def set_text(self, text: str) -> None:
        """Put the words of the search into the filter without telling anybody."""
        self.filter = replace(self.filter, text=text)

    @property
    def narrows(self) -> bool:
        """Whether anything but the words of the search narrows the list."""
        return replace(self.filter, text="") != TimelineFilter()

    def choose_kind(self, kind: Kind) -> None:
        """Show only one kind."""
        self._take(replace(self.filter, kinds=(kind,)))

    def choose_tag(self, tag: str) -> None:
        """Show only what has a tag."""
        self._take(replace(self.filter, tag=tag))

    def choose_session(self, kap_session_id: int) -> None:
        """Show only what belongs to a session."""
        self._take(replace(self.filter, kap_session_id=kap_session_id))

    def _take(self, wanted: TimelineFilter) -> None:
        self.filter = wanted
        self._show()
        self.changed.emit(wanted)

    def _show(self) -> None:
        shown = self.filter
        kind = kind_plural(shown.kinds[0]) if shown.kinds else ""
        self.kind.show_choice(kind)
        self.tag.show_choice(shown.tag)
        self.session.show_choice(self._session_name(shown.kap_session_id))
        self.shared.setChecked(shown.only_to_share)
        self.updateGeometry()

    def _session_name(self, kap_session_id: int | None) -> str:
        if kap_session_id is None:
            return ""
        try:
            session = self._journal.kap_sessions.get(kap_session_id)
        except KeyError:
            return _("Session")
        return session_words(session, self._journal.kap_sessions.numbers().get(session.id), self._today())

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _open_kinds(self) -> None:
        menu = self._menu()
        for kind in ENTRY_KINDS:
            action = menu.addAction(themed_icon(_KIND_ICONS[kind], "ink2", 16), kind_plural(kind))
            action.triggered.connect(lambda _on=False, kind=kind: self.choose_kind(kind))
        menu.addSeparator()
        menu.addAction(themed_icon("trash", "ink2", 16), _("Trash")).triggered.connect(self.trash_requested)
        open_under(self.kind, menu)

    def _open_tags(self) -> None:
        menu = self._menu()
        for tag in self._journal.timeline.tags():
            action = menu.addAction(tag.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, tag=tag: self.choose_tag(tag))
        if not menu.actions():
            menu.addAction(_("No tags yet")).setEnabled(False)
        open_under(self.tag, menu)

    def _open_sessions(self) -> None:
        menu = self._menu()
        numbers = self._journal.kap_sessions.numbers()
        for session in reversed(self._journal.kap_sessions.all()):
            words = session_words(session, numbers.get(session.id), self._today())
            action = menu.addAction(session_icon(session.kind, 14, planned=not session.took_place), words)
            action.triggered.connect(lambda _on=False, chosen=session.id: self.choose_session(chosen))
        if not menu.actions():
            menu.addAction(_("No sessions yet")).setEnabled(False)
        open_under(self.session, menu)


def kind_plural(kind: Kind) -> str:
    """'Check-ins'."""
    return {
        Kind.CHECK_IN: _("Check-ins"),
        Kind.REFLECTION: _("Reflections"),
        Kind.FRAGMENT: _("Fragments"),
        Kind.KAP_SESSION: _("Sessions"),
        Kind.EVENT: _("Events"),
        Kind.SCALE: _("Scales"),
    }[kind]
