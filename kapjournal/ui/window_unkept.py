"""Locked while something could not be kept: nothing is seen or lost, and it is tried again until it is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.text import Body
from kapjournal.ui.unlock.view import UnlockView
from kapjournal.words.errors import sentence
from kapjournal.words.language import _

if TYPE_CHECKING:
    from kapjournal.ui.window import Window
    from kapjournal.ui.window_inside import Inside

AGAIN_MS = 20_000


class Unkept(QObject):
    """Knows whether all is kept; where not, it covers the window until the passphrase is given or all is kept.

    The process goes on holding the words, as it must; the lock that ends it follows as soon as they are on the disk.
    """

    def __init__(
        self, window: Window, inside: Inside, lock: Callable[[], None], opened: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._inside = inside
        self._journal = inside.place.journal
        self._worker = inside.place.worker
        self._opened = opened
        self._told = False
        self._dialogs: list[Dialog] = []
        self._view: UnlockView | None = None
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(lock)

    @property
    def is_there(self) -> bool:
        """Whether it covers the window."""
        return self._again.isActive()

    def keep_all(self) -> bool:
        """Let everything be kept; say whether it was. What is only read cannot be kept, and is no loss."""
        if self._journal.read_only:
            return True
        before = self._journal.refused
        self._inside.leave()
        return self._journal.refused == before

    def may_close(self) -> bool:
        """Keep everything; where that cannot be, say so once: whoever closes again means it."""
        if self._told or self.keep_all():
            return True
        self._told = True
        self._say_at_closing()
        return False

    def cover(self) -> None:
        """Cover everything; dialogs are put away, not closed."""
        if self.is_there:
            return
        shown = [dialog for dialog in self._window.findChildren(Dialog) if dialog.isVisible()]
        self._dialogs = shown
        for dialog in shown:
            dialog.hide()
        self._again.start()
        self._show_locked()

    def uncover(self) -> None:
        """Show what waited."""
        self._again.stop()
        self._view = None
        self._window.uncover()
        for dialog in self._dialogs:
            dialog.show()
            dialog.raise_()
        self._dialogs = []

    def _show_locked(self) -> None:
        self._view = view = UnlockView()
        view.passphrase_given.connect(self._try_passphrase)
        view.code_given.connect(self._try_code)
        view.support_wanted.connect(self._show_support)
        self._window.cover(view)
        view.tell(unkept_words())
        view.focus_field()

    def _show_support(self) -> None:
        from kapjournal.ui.unlock.support_view import LockedSupport

        support = LockedSupport(self._window.settings, locked=True)
        support.back.connect(self._show_locked)
        self._view = None
        self._window.cover(support)
        support.back_button.setFocus()

    def _try_passphrase(self, secret: str) -> None:
        self._try(lambda: self._journal.keys.check_passphrase(secret))

    def _try_code(self, code: str) -> None:
        self._try(lambda: self._journal.keys.check_recovery_code(code))

    def _try(self, check: Callable[[], None]) -> None:
        if self._view is not None:
            self._view.show_working()
            self._worker.run(check, lambda _fits: self._let_in(), self._refused)

    def _let_in(self) -> None:
        self.uncover()
        self._opened()

    def _refused(self, error: BaseException) -> None:
        from kapjournal.errors import KapjournalError

        if not isinstance(error, KapjournalError):
            raise error
        if self._view is not None:
            self._view.refuse(sentence(error))

    def _say_at_closing(self) -> None:
        dialog = Dialog(_("Not kept yet"), self._window)
        dialog.body.addWidget(Body(unkept_words()))
        dialog.body.addWidget(Body(_("Closing the window once more lets go of it."), "ink2"))
        go_on = Button(_("Go on"), "outlined")
        go_on.clicked.connect(dialog.close_dialog)
        dialog.foot.addStretch(1)
        dialog.foot.addWidget(go_on)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open(go_on)


def unkept_words() -> str:
    """What is said where something could not be kept."""
    return _(
        "There is no room left on the disk, so what you wrote last is not kept yet. It waits here, and it is kept as"
        " soon as there is room."
    )
