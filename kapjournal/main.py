"""The composition root: reads the command line, guards the process, opens the window or hands over to the terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kapjournal.clock import Clock


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window for `kapjournal [--journal DIR]`; everything else belongs to the terminal."""
    from kapjournal.network_guard import guard_network

    # Before anything else is loaded: whatever comes after it can open no connection.
    guard_network()
    arguments = list(sys.argv[1:] if argv is None else argv)
    wants_window, folder = window_arguments(arguments)
    if not wants_window:
        from kapjournal.process_guard import guard_process

        guard_process()
        from kapjournal import cli

        windows = cli.Windows(journal=open_window, sample=lambda clock: open_window(sample=True, clock=clock))
        return cli.main(arguments, windows)
    return open_window(folder)


def window_arguments(arguments: Sequence[str]) -> tuple[bool, Path | None]:
    """Return whether the arguments ask for the window, and the journal's folder if they name one."""
    match list(arguments):
        case []:
            return True, None
        case ["--journal", folder]:
            return True, Path(folder)
        case [single] if single.startswith("--journal="):
            return True, Path(single.removeprefix("--journal="))
    return False, None


def open_window(folder: Path | None = None, *, sample: bool = False, clock: Clock | None = None) -> int:
    """Show the window until it is closed: for a journal, for none yet, or for the sample journal.

    Returns 1, with a sentence on stderr, where no window can be opened.
    """
    from kapjournal.process_guard import guard_process
    from kapjournal.screen_check import check_libraries, check_screen
    from kapjournal.ui.window_fonts import list_fonts_meanwhile
    from kapjournal.ui.window_garbage import collect_nothing
    from kapjournal.ui.window_pyside import load_pyside
    from kapjournal.zone_guard import without_a_zone_that_is_none

    guard_process()
    without_a_zone_that_is_none()
    collect_nothing()
    try:
        check_screen()
        list_fonts_meanwhile()
        try:
            load_pyside()
        except ImportError:
            check_libraries()
            raise
    except Exception as error:
        from kapjournal.errors import UserError
        from kapjournal.words.errors import sentence

        if not isinstance(error, UserError):
            raise
        sys.stderr.write(sentence(error) + "\n")
        return 1
    from kapjournal.ui.window_application import make_application

    app = make_application("kapjournal")
    from kapjournal.paths import settings_path
    from kapjournal.settings import SettingsStore
    from kapjournal.ui.window import Window
    from kapjournal.ui.window_faults import hear_faults
    from kapjournal.ui.window_flow import Flow
    from kapjournal.words import language

    app.setApplicationName("kapjournal")
    app.setApplicationDisplayName("Kap Journal")
    app.setDesktopFileName("kapjournal")
    settings = SettingsStore(settings_path())
    language.use(settings.current.language or None)
    if language.runs_from_right():
        from kapjournal.ui.shared.mirroring import turn_round

        turn_round(app)
    window = Window(app, settings)
    hear_faults(window)
    flow = Flow(window, settings, folder, clock, sample=sample)
    flow.begin()
    window.show()
    flow.ready()
    return app.exec()
