"""The entry beside the list: its tools, and the entry as it is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.entry import Entry
from kapjournal.domain.event import Event
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.reflection import Fragment, Reflection
from kapjournal.domain.scale import ScaleForm
from kapjournal.journal.journal import Journal
from kapjournal.ui.journal.check_in_view import CheckInView
from kapjournal.ui.journal.entry_parts import EntryView
from kapjournal.ui.journal.entry_words import entry_title
from kapjournal.ui.journal.reflection_view import ReflectionView
from kapjournal.ui.journal.scale_view import ScaleView
from kapjournal.ui.journal.session_view import SessionView
from kapjournal.ui.journal.short_views import EventView, FragmentView
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.menu_button import add_entry, open_under
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.starring import StarButton
from kapjournal.ui.shared.text import Caption
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _


class EntryTools(Restyled, QWidget):
    """Who may read the entry, and what can be done with it."""

    back_requested = Signal()
    edit_requested = Signal()
    share_requested = Signal(bool)
    trash_requested = Signal()
    copy_requested = Signal()
    session_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("back", _("Back to the list"), bare=True)
        self._state_icon = QLabel()
        self._state = Caption("", "ink2")
        self.edit = Button(_("Edit"), icon="write", size="small")
        self.share = Button(_("Mark to share"), icon="shared", size="small")
        self.star = StarButton()
        self.trash = IconButton("trash", _("Move to the trash"), bare=True, once=True)
        self.more = IconButton("more", _("More"), bare=True)
        self.more_menu = QMenu(self)
        self.copy_action = add_entry(self.more_menu, _("Copy the text"))
        self.session_action = add_entry(self.more_menu, _("Open its session"))
        self._to_share = False
        self._tight = False
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addWidget(self._state_icon)
        self._row.addWidget(self._state, 1)
        for widget in (self.edit, self.share, self.star, self.trash, self.more):
            self._row.addWidget(widget)
        self._connect()
        self.show_back(False)
        self.restyle()

    def show_entry(self, entry: Entry, session_id: int | None) -> None:
        """Offer what this entry allows."""
        self._to_share = entry.to_share
        self.edit.setVisible(not isinstance(entry, Fragment))
        self.star.setVisible(not isinstance(entry, ScaleForm))
        self.share.set_text(_("Make private") if self._to_share else _("Mark to share"))
        self.share.set_icon("private" if self._to_share else "shared")
        self.session_action.setVisible(session_id is not None)
        self.restyle()

    def show_back(self, shown: bool) -> None:
        """Offer the way back to the list where it is out of sight."""
        self.back.setVisible(shown)

    def set_tight(self, tight: bool) -> None:
        """Leave out the words on the state where there is little room; its icon keeps the name."""
        self._tight = tight
        self.restyle()

    def restyle(self) -> None:
        """Take spacing and icons from the theme."""
        look = theme()
        self._row.setContentsMargins(
            *sides(look.px(20 if self._tight else 36), look.px(12), look.px(16), look.px(12))
        )
        self._row.setSpacing(look.px(4))
        words = _("Marked to share") if self._to_share else _("Private: in no summary")
        name = "shared" if self._to_share else "private"
        role = "accent" if self._to_share else "ink2"
        self._state.setText("" if self._tight else words)
        self._state_icon.setPixmap(icon_pixmap(name, look.color(role), look.px(16), self.devicePixelRatioF()))
        self._state_icon.setAccessibleName(words)
        self._state_icon.setToolTip(words)
        self._state_icon.setContentsMargins(*sides(0, 0, look.px(4), 0))

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.edit.clicked.connect(self.edit_requested)
        self.share.clicked.connect(lambda: self.share_requested.emit(not self._to_share))
        self.trash.clicked.connect(self.trash_requested)
        self.more.clicked.connect(lambda: open_under(self.more, self.more_menu))
        self.copy_action.triggered.connect(self.copy_requested)
        self.session_action.triggered.connect(self.session_requested)


class EntryPane(Restyled, QWidget):
    """One entry, or nothing."""

    session_requested = Signal(int)
    tag_requested = Signal(str)
    scale_requested = Signal(int)

    def __init__(self, journal: Journal, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entry_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._journal = journal
        self._today = today
        self.entry: Entry | None = None
        self.view: EntryView | None = None
        self._search = ""
        self.tools = EntryTools()
        self.reader = QScrollArea()
        self.reader.setWidgetResizable(True)
        self.reader.setFrameShape(QFrame.Shape.NoFrame)
        self.reader.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reader.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reader.viewport().setAutoFillBackground(False)
        self._sheet = QWidget()
        self._sheet.setObjectName("page_content")
        self._sheet_row = QHBoxLayout(self._sheet)
        self._place = QVBoxLayout()
        self._holder = QWidget()
        self._holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._holder.setLayout(self._place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._sheet_row.addWidget(self._holder, 1000, Qt.AlignmentFlag.AlignTop)
        self._sheet_row.addStretch(1)
        self.reader.setWidget(self._sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.reader, 1)
        self.show_nothing()
        self.restyle()

    @property
    def session_id(self) -> int | None:
        """The session that the entry belongs to, or is."""
        if isinstance(self.entry, (Reflection, Fragment)):
            return self.entry.kap_session_id
        return self.entry.id if isinstance(self.entry, KapSession) else None

    def show_entry(self, entry: Entry, search: str = "") -> None:
        """Show an entry with the words of a search marked; the same one again keeps its place."""
        if entry == self.entry and search == self._search and self.view is not None:
            return
        same = self.entry is not None and self.entry.id == entry.id
        scrolled = self.reader.verticalScrollBar().value() if same else 0
        self.entry = entry
        self._search = search
        self._clear()
        self.view = _view(entry, self._journal, self._today(), search)
        self.view.session_requested.connect(self.session_requested)
        self.view.tag_requested.connect(self.tag_requested)
        self.view.scale_requested.connect(self.scale_requested)
        self._place.addWidget(self.view)
        self.tools.show_entry(entry, self.session_id)
        self.tools.setVisible(True)
        self.reader.setVisible(True)
        self.reader.setAccessibleName(entry_title(entry, self._journal))
        self.reader.verticalScrollBar().setValue(scrolled)
        # Words and pictures take their height from their width while they are laid out, where nobody hears of it.
        QTimer.singleShot(0, self, self._lay_out_again)

    def _lay_out_again(self) -> None:
        if self.view is not None:
            self.view.updateGeometry()
        self._holder.updateGeometry()
        self._sheet_row.invalidate()
        self._sheet_row.activate()

    def show_nothing(self) -> None:
        """Show an empty pane."""
        self.entry = None
        self._clear()
        self.tools.setVisible(False)
        self.reader.setVisible(False)

    def focus_entry(self) -> None:
        """Put the keyboard on the entry; arrows scroll it."""
        self.reader.setFocus(Qt.FocusReason.TabFocusReason)

    def set_tight(self, tight: bool) -> None:
        """Lay out for little room."""
        self._tight = tight
        self.tools.set_tight(tight)
        self.restyle()

    def restyle(self) -> None:
        """Take ground and margins from the theme."""
        look = theme()
        side = look.px(20 if getattr(self, "_tight", False) else 36)
        self._sheet_row.setContentsMargins(side, look.px(14), side, look.px(36))
        self._holder.setMaximumWidth(look.size("reading_column"))

    def _clear(self) -> None:
        if self.view is not None:
            self._place.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
            self.view = None


def _view(entry: Entry, journal: Journal, today: date, search: str) -> EntryView:
    match entry:
        case Reflection():
            return ReflectionView(entry, journal, today, search)
        case CheckIn():
            return CheckInView(entry, journal, today, search)
        case KapSession():
            return SessionView(entry, journal, today, search)
        case Fragment():
            return FragmentView(entry, journal, today, search)
        case Event():
            return EventView(entry, journal, today, search)
        case ScaleForm():
            return ScaleView(entry, journal, today, search)
    raise TypeError(type(entry).__name__)
