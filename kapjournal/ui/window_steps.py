"""Undo and redo of the journal's last change: at once, or behind a dialog where many entries go or come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from kapjournal.errors import CancelledError, KapjournalError
from kapjournal.ui.shared.place import Place
from kapjournal.words.language import _
from kapjournal.words.steps import done_again, taken_back

MANY = 300
"""So many records take longer than anybody would wait for without a word."""
Say = Callable[[str, Callable[[], None] | None], None]


def take_back(place: Place, window: QWidget, say: Say, again: Callable[[], None]) -> None:
    """Take back the last change of the journal, and say which it was, with the way to do it again."""
    step = place.journal.to_undo()
    if step is None:
        say(_("There is nothing to undo."), None)
        return

    def done(changes: object) -> None:
        if changes is None:
            say(_("There is nothing to undo."), None)
        else:
            say(taken_back(step), again)

    if step.count < MANY:
        done(place.journal.undo())
    else:
        _behind(place, window, place.journal.undo, _("Taking it back"), done, say)


def do_again(place: Place, window: QWidget, say: Say) -> None:
    """Do again what was taken back last, and say which it was."""
    step = place.journal.to_redo()
    if step is None:
        say(_("There is nothing to do again."), None)
        return

    def done(changes: object) -> None:
        say(_("There is nothing to do again.") if changes is None else done_again(step), None)

    if step.count < MANY:
        done(place.journal.redo())
    else:
        _behind(place, window, place.journal.redo, _("Doing it again"), done, say)


def _behind(
    place: Place,
    window: QWidget,
    work: Callable[[Any], object],
    title: str,
    done: Callable[[object], None],
    say: Say,
) -> None:
    """Do it behind the window, which is covered until it has ended or was stopped."""
    # Not before so much is taken back: the first page waits for this file.
    from kapjournal.ui.shared.long_work import LongWork
    from kapjournal.words.errors import sentence

    covering = LongWork(title, _("If you stop it, everything stays as it is."), window)

    def ended(changes: object) -> None:
        covering.end()
        done(changes)

    def failed(error: BaseException) -> None:
        covering.end()
        if not isinstance(error, KapjournalError):
            raise error
        stopped = isinstance(error, CancelledError)
        say(_("It was stopped. Everything stays as it was.") if stopped else sentence(error), None)

    covering.cover(place.worker.run(work, ended, failed, covering.show_share))
