"""The bar above the page: the way back, what is kept, who may read it, and the signs of Markdown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup, QKeySequence, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from kapjournal.ui.reflection import formatting
from kapjournal.ui.shared.buttons import IconButton, show_checked
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.menu_button import MenuButton, add_entry, open_under
from kapjournal.ui.shared.starring import StarButton
from kapjournal.ui.shared.text import Caption, Strong
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

Change = Callable[[QTextCursor], None]


class KeptNote(Restyled, QWidget):
    """'Kept, 09:51' with a tick, or why it could not be kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tick = QLabel()
        self.words = Caption("", "ink2", wrap=False)
        self._went_well = True
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._tick)
        self._row.addWidget(self.words)
        self._row.addStretch(1)
        self.setVisible(False)
        self.restyle()

    def say(self, words: str, *, went_well: bool = True) -> None:
        """Show words; '' shows nothing."""
        self._went_well = went_well
        self.words.setText(words)
        self.words.set_role("ink2" if went_well else "note")
        self.words.setWordWrap(not went_well)
        self.setVisible(bool(words))
        self.restyle()

    def restyle(self) -> None:
        """Take tick and spacing from the theme."""
        look = theme()
        name, role = ("kept_small", "ink2") if self._went_well else ("warning", "note")
        self._tick.setPixmap(icon_pixmap(name, look.color(role), look.px(14), self.devicePixelRatioF()))
        self._row.setSpacing(look.px(6))


class Tools(Restyled, QWidget):
    """The bar; it asks, the page does."""

    back_requested = Signal()
    change_requested = Signal(object)
    """A change of the signs, to be made at the caret."""
    share_requested = Signal(bool)
    guide_requested = Signal(bool)
    focus_requested = Signal(bool)
    picture_requested = Signal()
    versions_requested = Signal()
    copy_requested = Signal()
    trash_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("back", _("Done, back"), bare=True)
        self.name = Strong(_("Reflection"), wrap=False)
        self.kept = KeptNote()
        self.share = MenuButton(_("Private"), "private", size="small")
        self.share.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._fill_share_menu()
        self.picture = IconButton("picture", _("Add a picture"), bare=True)
        self.star = StarButton()
        self.signs = QWidget()
        self._fill_signs()
        self.guide = _toggle("domain_meaning", _("Guide"), "Ctrl+G")
        self.versions = IconButton("history", _("Earlier versions"), bare=True)
        self.focus_mode = _toggle("focus_in", _("Only the page"), "F11")
        self.more = IconButton("more", _("More"), bare=True)
        self._fill_more_menu()
        self._rule = Hairline(upright=True)
        self._narrow = False
        self._lay_out()
        self._connect()
        self.restyle()

    def show_share(self, to_share: bool) -> None:
        """Show whether the reflection is marked to share."""
        self.share.set_icon("shared" if to_share else "private")
        self.share.set_text(_("Marked to share") if to_share else _("Private"))
        self._share_actions[to_share].setChecked(True)

    def show_stored(self, stored: bool) -> None:
        """Offer what needs a reflection that is in the journal."""
        for action in (self.copy_action, self.trash_action):
            action.setEnabled(stored)
        self.versions.setVisible(stored)

    def show_focus(self, on: bool) -> None:
        """Show whether there is only the page."""
        show_checked(self.focus_mode, on)
        self.focus_mode.set_icon("focus_out" if on else "focus_in")

    def arrange(self, narrow: bool) -> None:
        """Put the signs in a line of their own where there is little room."""
        if narrow != self._narrow:
            self._narrow = narrow
            (self._second if narrow else self._first).insertWidget(
                0 if narrow else self._first.indexOf(self.picture), self.signs
            )
            self._second_line.setVisible(narrow)
            self._rule.setVisible(not narrow)
            self.name.setVisible(not narrow)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        for row in (self._first, self._second):
            row.setSpacing(look.px(4))
        self._first.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(11))
        self._second.setContentsMargins(look.px(16), 0, look.px(16), look.px(8))
        self._signs_row.setSpacing(look.px(4))
        self._rule.setFixedHeight(look.px(24))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._first = QHBoxLayout()
        self._first.addWidget(self.back)
        self._first.addWidget(self.name)
        self._first.addSpacing(theme().px(12))
        self._first.addWidget(self.kept, 1)
        self._first.addStretch(0)
        self._first.addWidget(self.share)
        for widget in (
            self.signs,
            self.picture,
            self._rule,
            self.star,
            self.guide,
            self.versions,
            self.focus_mode,
            self.more,
        ):
            self._first.addWidget(widget)
        self._second_line = QWidget()
        self._second = QHBoxLayout(self._second_line)
        self._second.addStretch(1)
        self._second_line.hide()
        column.addLayout(self._first)
        column.addWidget(self._second_line)

    def _fill_share_menu(self) -> None:
        menu = self.share.menu_shown
        group = QActionGroup(menu)
        private = add_entry(menu, _("Private: in no summary"))
        shared = add_entry(menu, _("Marked to share"))
        self._share_actions = {False: private, True: shared}
        for to_share, action in self._share_actions.items():
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, to_share=to_share: self.share_requested.emit(to_share))
        private.setChecked(True)

    def _fill_signs(self) -> None:
        self._signs_row = QHBoxLayout(self.signs)
        self._signs_row.setContentsMargins(0, 0, 0, 0)
        self.sign_buttons: dict[str, IconButton] = {}
        for name, words, keys, change in (
            ("heading", _("Heading"), "Ctrl+Shift+H", formatting.toggle_heading),
            ("bold", _("Bold"), "Ctrl+B", formatting.toggle_bold),
            ("italic", _("Italic"), "Ctrl+I", formatting.toggle_italic),
            ("list", _("List"), "Ctrl+Shift+L", formatting.toggle_bullets),
            ("quote", _("Quote"), "Ctrl+Shift+B", formatting.toggle_quote),
        ):
            button = IconButton(name, words, bare=True)
            _give_keys(button, words, keys)
            button.clicked.connect(lambda _on=False, change=change: self.change_requested.emit(change))
            self._signs_row.addWidget(button)
            self.sign_buttons[name] = button

    def _fill_more_menu(self) -> None:
        self.more_menu = QMenu(self)
        self.done_action = add_entry(self.more_menu, _("Done"))
        self.more_menu.addSeparator()
        self.copy_action = add_entry(self.more_menu, _("Copy the text"))
        self.trash_action = add_entry(self.more_menu, _("Move to the trash"))

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.done_action.triggered.connect(self.back_requested)
        self.copy_action.triggered.connect(self.copy_requested)
        self.trash_action.triggered.connect(self.trash_requested)
        self.guide.toggled.connect(self.guide_requested)
        self.focus_mode.toggled.connect(self.focus_requested)
        self.picture.clicked.connect(self.picture_requested)
        self.versions.clicked.connect(self.versions_requested)
        self.more.clicked.connect(self._open_more)

    def _open_more(self) -> None:
        open_under(self.more, self.more_menu)


def _toggle(icon_name: str, words: str, keys: str) -> IconButton:
    button = IconButton(icon_name, words, bare=True)
    button.setCheckable(True)
    _give_keys(button, words, keys)
    return button


def _give_keys(button: IconButton, words: str, keys: str) -> None:
    sequence = QKeySequence(keys)
    button.setShortcut(sequence)
    button.setToolTip(
        _("{name} ({keys})").format(
            name=words, keys=sequence.toString(QKeySequence.SequenceFormat.NativeText)
        )
    )
