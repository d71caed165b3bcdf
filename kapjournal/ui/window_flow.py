"""What is shown when: Welcome, Unlock, the journal, and locked again by a new process."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from kapjournal.clock import Clock, SystemClock
from kapjournal.paths import default_journal
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.worker import Worker
from kapjournal.ui.unlock.view import UnlockView
from kapjournal.ui.window import Window

if TYPE_CHECKING:
    from kapjournal.demo.shown_sample import ShownSample
    from kapjournal.errors import KapjournalError
    from kapjournal.journal import Journal
    from kapjournal.ui.window_backups import AutoBackup
    from kapjournal.ui.window_inside import Inside
    from kapjournal.ui.window_keys import KeysMeanwhile
    from kapjournal.ui.window_unkept import Unkept
    from kapjournal.ui.window_ways_on import WayOn, WaysOn


AFTER_A_PAINT_MS = 1

GENTLE_LOCK_MIN = 60
"""After a session people lie still for long: the dim page locks only after this."""


class Flow(QObject):
    """Leads from one thing to the next; the only one who opens and closes a journal."""

    def __init__(
        self,
        window: Window,
        settings: SettingsStore,
        folder: Path | None,
        clock: Clock | None = None,
        *,
        sample: bool = False,
    ) -> None:
        super().__init__(window)
        self._window = window
        window.to_support = self._to_support
        self._settings = settings
        self._clock = clock if clock is not None else SystemClock()
        self._folder = folder if folder is not None else _last_folder(settings)
        self._wants_sample = sample
        self._worker = Worker(self)
        self._journal: Journal | None = None
        self._sample: ShownSample | None = None
        self._inside: Inside | None = None
        self._ahead: Inside | None = None
        """What is made while the passphrase is typed, and becomes `_inside` when the journal is open."""
        self._keys: KeysMeanwhile | None = None
        self._backup: AutoBackup | None = None
        self._by_code = False
        self._ways_on: WaysOn | None = None
        self._offered: tuple[WayOn, ...] = ()
        self._unlock: UnlockView | None = None
        self._gentle = False
        self._unkept: Unkept | None = None
        window.about_to_close.connect(self.end)
        window.painted.connect(self._load_rest)

    # --- the beginning

    def begin(self) -> None:
        """Put the first thing into the window: Unlock where there is something to open, else Welcome."""
        if self._wants_sample or not _holds_something(self._folder):
            self._show_welcome()
        else:
            self._show_unlock()

    def ready(self) -> None:
        """Once shown: give the keys to the field."""
        if self._unlock is not None:
            self._unlock.focus_field()
        if self._wants_sample:
            self._open_sample()

    def _load_rest(self) -> None:
        """Once painted, load the rest, while the person types."""
        from kapjournal.ui.window_rest import load_rest

        self._worker.run(load_rest, self._loaded)
        self._ask_for_keychain()

    def _loaded(self, _nothing: object) -> None:
        """Meet Qt's types before they are waited for, and remind at the times that were chosen, locked or not."""
        from kapjournal.ui.window_reminders import DesktopNotice, Reminders
        from kapjournal.ui.window_rest import meet_types

        meet_types(self._window)
        QTimer.singleShot(0, self, self._make_ahead)

        notice = DesktopNotice(self._window, self._worker)
        self._reminders = Reminders(self._window, self._settings, self._clock, notice.show)

    def _ask_for_keychain(self) -> None:
        if self._unlock is None:
            return
        folder, unlock = self._folder, self._unlock

        def opens() -> bool:
            from kapjournal.journal import opens_by_keychain

            return opens_by_keychain(folder)

        def offer(opens: bool) -> None:
            if opens and unlock is self._unlock:
                unlock.offer_keychain()

        self._worker.run(opens, offer)

    def _show_unlock(self) -> None:
        self._unlock = UnlockView(self._window)
        self._unlock.passphrase_given.connect(self._try_passphrase)
        self._unlock.code_given.connect(self._try_code)
        self._unlock.keychain_wanted.connect(self._try_keychain)
        self._unlock.support_wanted.connect(self._show_support)
        self._unlock.another_wanted.connect(self._choose_folder)
        self._unlock.way_wanted.connect(self._take_way_on)
        self._window.show_inside(self._unlock)

    def _show_welcome(self) -> None:
        from kapjournal.ui.welcome.view import WelcomeView

        welcome = WelcomeView(self._folder, self._clock, self._settings, self._worker)
        welcome.made.connect(self._opened)
        welcome.sample_wanted.connect(self._open_sample)
        welcome.support_wanted.connect(self._show_support)
        self._window.show_inside(welcome)

    # --- support

    def _to_support(self) -> None:
        """Show Support: the page where the journal is open, else the lines alone."""
        if self._inside is not None:
            self._inside.show_page("support")
        else:
            self._show_support()

    def _show_support(self) -> None:
        from kapjournal.ui.unlock.support_view import LockedSupport

        locked = self._unlock is not None
        support = LockedSupport(self._settings, locked=locked)
        support.back.connect(self._window.uncover)
        self._window.cover(support)
        support.back_button.setFocus()

    # --- opening

    def _try_passphrase(self, secret: str) -> None:
        self._try(secret, by_recovery_code=False)

    def _try_code(self, secret: str) -> None:
        self._try(secret, by_recovery_code=True)

    def _try(self, secret: str, *, by_recovery_code: bool) -> None:
        if self._unlock is None:
            return
        from kapjournal.ui.window_ways_on import WaysOn

        self._by_code = by_recovery_code
        self._ways_on = WaysOn(self._folder, secret, self._clock, by_recovery_code=by_recovery_code)
        self._open_by(self._ways_on.unlock)

    def _try_keychain(self) -> None:
        from kapjournal.journal import Journal
        from kapjournal.words.language import _

        self._by_code = False
        # Without a secret of the person nothing else is offered than to give one.
        self._ways_on = None
        folder, clock = self._folder, self._clock
        self._open_by(
            lambda: Journal.unlock_by_keychain(folder, clock),
            _("The system may ask for the password of your login."),
        )

    def _take_way_on(self, index: int) -> None:
        if index < len(self._offered):
            self._open_by(self._offered[index].open)

    def _open_by(self, way: Callable[[], Journal], sentence: str = "") -> None:
        from kapjournal.ui.window_keys import KeysMeanwhile

        assert self._unlock is not None
        self._unlock.show_working(sentence)
        self._keys = KeysMeanwhile(self._window)
        self._worker.run(way, self._opened, self._refused)

    def _make_ahead(self) -> None:
        """Make what will be shown, and then draw it where nobody sees it: two steps, since somebody is typing."""
        if self._unlock is not None and self._ahead is None:
            self._ahead = self._make_inside()
            self._ahead.prepare("today")
            QTimer.singleShot(0, self._ahead, self._ahead.grab)

    def _make_inside(self) -> Inside:
        from kapjournal.ui.shared.place import Place
        from kapjournal.ui.window_inside import Inside

        made = Inside(Place(None, self._clock, self._settings, self._worker), self._window)
        made.hide()
        made.resize(self._window.size())
        return made

    def _refused(self, error: BaseException) -> None:
        from kapjournal import errors
        from kapjournal.words.errors import sentence

        if self._keys is not None:
            self._keys.forget()
        if not isinstance(error, errors.KapjournalError):
            if self._unlock is not None:
                self._unlock.stop("")
            raise error
        wrong = (errors.WrongPassphraseError, errors.WrongRecoveryCodeError, errors.MistypedRecoveryCodeError)
        if self._unlock is not None and isinstance(error, wrong):
            self._unlock.refuse(sentence(error))
        elif self._unlock is not None:
            self._offered = () if self._ways_on is None else self._ways_on.ways_on(error)
            self._unlock.stop(sentence(error), [way.words for way in self._offered])

    def _opened(self, journal: Journal) -> None:
        from kapjournal.errors import KapjournalError
        from kapjournal.guidance.after_session import just_had
        from kapjournal.ui.shared.wishes import CaptureWanted
        from kapjournal.ui.window_idle import IdleWatch

        self._journal = journal
        self._ways_on, self._offered = None, ()
        self._inside, self._ahead = self._ahead or self._make_inside(), None
        self._inside.place.open(journal)
        self._inside.lock_wanted.connect(self.lock)
        self._inside.replaced.connect(self.leave_replaced)
        self._inside.gentle_changed.connect(self._set_gentle)
        self._unlock = None
        self._idle = IdleWatch(self._window, self.lock)
        opens_dim = self._settings.current.dim_after_session
        fresh = just_had(journal.kap_sessions.all(), self._clock.now()) if opens_dim else None
        if fresh is not None and not journal.fragments.was_enough(fresh.id):
            # Dim before anything is seen: nobody who comes from a session is met by brightness.
            self._set_gentle(True)
            self._window.show_inside(self._inside)
            self._inside.follow_wish(CaptureWanted(fresh.id))
        else:
            # What a program that was killed left half typed; where it cannot be kept now it stays where it is.
            with suppress(KapjournalError):
                journal.fragments.seal_left()
            self._inside.fill("today")
            self._window.show_inside(self._inside)
            self._inside.show_page("today")
        self._set_idle()
        self._settings.listen(lambda _settings: self._set_idle())
        self._keep_safe(journal)
        # A paint comes before the next timer: nobody waits for the desktop's answers and a written file.
        QTimer.singleShot(AFTER_A_PAINT_MS, self, partial(self._settle, journal))

    def _keep_safe(self, journal: Journal) -> None:
        """What goes on beside the journal while it is open: nothing typed is lost, backups, an old trash erased."""
        from kapjournal.ui.window_backups import AutoBackup
        from kapjournal.ui.window_unkept import Unkept
        from kapjournal.words.language import _

        assert self._inside is not None
        self._unkept = Unkept(self._window, self._inside, self.lock, self._set_idle)
        self._window.may_close = self._unkept.may_close
        if journal.read_only:
            self._inside.say(_("Opened only to read. Nothing that is typed now is kept."))
        elif self._by_code and self._sample is None:
            self._ask_fresh_passphrase()
        if not journal.read_only and self._sample is None:
            self._backup = AutoBackup(journal, self._worker, self._settings, self._say_no_backup, self)
            self._worker.run(journal.timeline.erase_expired)

    def _settle(self, journal: Journal) -> None:
        """Lock with the desktop from now on, remember which journal this is, and do what was pressed meanwhile."""
        from kapjournal.ui.window_desktop import DesktopWatch
        from kapjournal.ui.window_rest import give_back

        if self._journal is not journal:
            return
        self._desktop = DesktopWatch(self.lock, self)
        self._desktop.listen()
        # Behind what is still done, and beside the window.
        self._worker.run(give_back)
        if self._sample is None:
            self._settings.change(journal_folder=str(self._folder))
        if self._sample is None and not journal.read_only and not self._settings.current.code_at_hand:
            self._settings.change(code_at_hand=self._clock.now().date().isoformat())
        if self._keys is not None and self._inside is not None:
            self._keys.press_in(self._inside)

    def _ask_fresh_passphrase(self) -> None:
        from kapjournal.ui.settings.key_dialogs import FreshPassphraseDialog
        from kapjournal.words.language import _

        inside = self._inside
        assert inside is not None
        dialog = FreshPassphraseDialog(inside.place, inside)
        dialog.changed.connect(lambda: inside.say(_("The passphrase is changed.")))
        dialog.open()

    def _say_no_backup(self, error: KapjournalError) -> None:
        from kapjournal.words.errors import sentence
        from kapjournal.words.language import _

        if self._inside is not None:
            self._inside.say(_("No backup could be made. {reason}").format(reason=sentence(error)))

    def _set_gentle(self, gentle: bool) -> None:
        self._gentle = gentle
        self._window.hold_look("gentle" if gentle else "")
        self._set_idle()

    def _set_idle(self) -> None:
        """As long as the person chose; over the dim page an hour at least."""
        minutes = self._settings.current.auto_lock_min
        self._idle.set_minutes(max(minutes, GENTLE_LOCK_MIN) if minutes and self._gentle else minutes)

    def _choose_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from kapjournal.words.language import _

        chosen = QFileDialog.getExistingDirectory(
            self._window, _("Open another journal"), str(self._folder.parent)
        )
        if chosen:
            self._folder = Path(chosen)
            self._show_unlock()
            self._ask_for_keychain()
            if self._unlock is not None:
                self._unlock.focus_field()

    # --- the sample

    def _open_sample(self) -> None:
        clock = self._clock

        def write() -> ShownSample:
            from kapjournal.demo.shown_sample import ShownSample

            return ShownSample(clock)

        welcome: Any = self._window.shown
        show_working = getattr(welcome, "show_working", None)
        if show_working is not None:
            show_working()
        self._worker.run(write, self._sample_opened, self._sample_failed)

    def _sample_opened(self, sample: ShownSample) -> None:
        from kapjournal.words.language import _

        self._sample = sample
        self._opened(sample.journal)
        if self._inside is not None:
            self._inside.say(_("A sample, to look around in. Nothing in it stays when you leave."))

    def _sample_failed(self, error: BaseException) -> None:
        from kapjournal.errors import KapjournalError
        from kapjournal.words.errors import sentence

        shown: Any = self._window.shown
        stop = getattr(shown, "stop", None)
        if stop is not None:
            stop(sentence(error) if isinstance(error, KapjournalError) else "")
        if not isinstance(error, KapjournalError):
            raise error

    # --- the end

    def end(self) -> None:
        """Keep what is not kept, and close the journal."""
        from kapjournal.ui.shared.clipboard import forget_copied

        self._worker.stop_long_work()
        if self._inside is not None:
            self._inside.leave()
            self._inside = None
        forget_copied()
        self._worker.close()
        if self._backup is not None:
            # Nothing of the journal is on the screen meanwhile.
            self._window.hide()
            self._backup.leave()
            self._backup = None
        if self._sample is not None:
            self._sample.close()
        elif self._journal is not None:
            self._journal.close()
        self._sample = None
        self._journal = None

    def leave_replaced(self) -> None:
        """Begin anew: another journal stands in this one's place, or none; what was open is closed already."""
        self._window.keep_size()
        self._inside = self._backup = self._journal = None
        self._worker.close()
        begin_anew(self._folder)

    def lock(self) -> None:
        """Close the journal and begin anew in a fresh process: nothing that was read stays in memory.

        Where something cannot be kept yet, the window is only covered, until it is.
        """
        if self._journal is None:
            return
        self._worker.stop_long_work()  # the journal keeps nothing else while an import goes on
        if self._unkept is not None and not self._unkept.keep_all():
            self._unkept.cover()
            return
        was_sample = self._sample is not None
        self._window.keep_size()
        self.end()
        begin_anew(None if was_sample else self._folder)


def begin_anew(folder: Path | None) -> None:
    """Replace this process by a new one that asks for the passphrase of the same journal."""
    frozen = getattr(sys, "frozen", False)
    command = [sys.executable] if frozen else [sys.executable, "-m", "kapjournal"]
    if folder is not None:
        command += ["--journal", str(folder)]
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform == "win32":
        import subprocess

        subprocess.Popen(command, close_fds=True)  # noqa: S603 - this very program
        os._exit(0)
    os.execv(sys.executable, command)  # noqa: S606 - this very program


def _last_folder(settings: SettingsStore) -> Path:
    kept = settings.current.journal_folder
    return Path(kept) if kept else default_journal()


def _holds_something(folder: Path) -> bool:
    """Return whether the folder holds anything; what it is, is found out when it is opened."""
    try:
        return any(True for _entry in folder.iterdir())
    except FileNotFoundError:
        return False
    except OSError:
        return True
