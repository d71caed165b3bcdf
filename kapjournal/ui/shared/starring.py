"""The star: what is being written goes to *what I would like to talk about*, by a button and by one pair of keys."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakMethod

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kapjournal.domain.entry import NEW
from kapjournal.domain.share import MOST_TALKING_POINTS, UNTOLD
from kapjournal.journal.journal import Journal
from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.wishes import Said
from kapjournal.words.language import _
from kapjournal.words.numbers import number

STAR_KEYS = "Ctrl+D"


class StarButton(IconButton):
    """A star: filled where the words beside it are among what to talk about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("favourite", _("Star: to talk about"), parent, bare=True)
        self.setCheckable(True)
        keys = QKeySequence(STAR_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(_("{name} ({keys})").format(name=self.accessibleName(), keys=keys))

    def show_starred(self, starred: bool) -> None:
        """Show whether there is a star."""
        self.setChecked(starred)
        if starred:
            self.set_icon("favourite_on", "note")
        else:
            self.set_icon("favourite", "ink2")


class Starring(QObject):
    """Puts words under what to talk about and takes them away, as the star beside them says.

    `words`, a method of the ground, gives what would be starred now; `entry_id`, another, keeps what is written and
    says in which entry it stands. `ground` is where the keys work: the page or
    the dialog.
    """

    said = Signal(object)
    """What to tell, as `Said`."""

    def __init__(
        self,
        journal: Journal,
        button: StarButton,
        words: Callable[[], str],
        entry_id: Callable[[], int],
        ground: QWidget,
        by: str,
    ) -> None:
        super().__init__(ground)
        self._journal = journal
        self._button = button
        # Held weakly: the ground holds this, and a circle of both would stay for as long as the program runs.
        self._words = WeakMethod(words)
        self._entry_id = WeakMethod(entry_id)
        self._by = by
        self._points: tuple[str, ...] = ()
        button.clicked.connect(self.toggle)
        keys = QShortcut(QKeySequence(STAR_KEYS), ground)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.toggle)
        self.reload()

    def reload(self) -> None:
        """Read again what has a star."""
        self._points = self._journal.shares.talking_points().texts
        self.refresh()

    def refresh(self) -> None:
        """Show whether the words of now have a star."""
        words = self._words_now()
        self._button.show_starred(bool(words) and words in self._points)

    def toggle(self) -> None:
        """Give the words of now a star, or take it away; the way back is offered."""
        words = self._words_now()
        shares = self._journal.shares
        if not words:
            self._tell(_("Nothing is written here yet."))
        elif words in shares.talking_points().texts:
            shares.unstar(words, self._by)
            self._tell(_("Not among what you would like to talk about any more"), undo=True)
        elif shares.star(words, self._by, self._entry_now()):
            self._tell(
                _("To talk about, in the next summary: “{words}”").format(words=_few(words)), undo=True
            )
        else:
            text = _("{n} things have a star already. Take one away in Share first.")
            self._tell(text.format(n=number(MOST_TALKING_POINTS)))
        self.reload()

    def _words_now(self) -> str:
        words = self._words()
        return words() if words is not None else ""

    def _entry_now(self) -> int:
        entry_id = self._entry_id()
        known = NEW if entry_id is None else entry_id()
        return UNTOLD if known == NEW else known

    def _tell(self, text: str, *, undo: bool = False) -> None:
        step = self._journal.step()
        self.said.emit(Said(text, (lambda: self._undo(step)) if undo else None))

    def _undo(self, step: int) -> None:
        self._journal.undo_step(step)
        self.reload()


def _few(words: str) -> str:
    longest = 48
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
