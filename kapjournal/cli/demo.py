"""kapjournal demo: the window on a sample journal, or that journal written into a folder."""

from __future__ import annotations

from pathlib import Path

import click

from kapjournal.cli.new_journal import tell_new
from kapjournal.cli.options import FixedClockType, FolderType, json_option, passphrase_option
from kapjournal.cli.passphrase import passphrase
from kapjournal.cli.windows import Windows
from kapjournal.clock import Clock, SystemClock
from kapjournal.words.language import _


def command(windows: Windows | None) -> click.Command:
    """The command."""

    def demo(today: Clock | None, write: Path | None, passphrase_file: str | None, as_json: bool) -> int:
        clock = today if today is not None else SystemClock()
        if write is not None:
            return write_demo(write, clock, passphrase_file, as_json=as_json)
        if passphrase_file is not None or as_json:
            raise click.UsageError(_("--passphrase-file and --json go with --write."))
        if windows is None:
            raise click.UsageError(
                _("There is no window to open here; --write writes the sample into a folder.")
            )
        return windows.sample(clock)

    return click.Command(
        "demo",
        callback=demo,
        help=_("Look around in a sample journal: an invented life that ends today. Nothing of it is kept."),
        params=[
            click.Option(
                ["--today"],
                type=FixedClockType(),
                metavar="MOMENT",
                help=_("Let the clock stand at a moment like 2026-10-23T09:42."),
            ),
            click.Option(
                ["--write"],
                type=FolderType(),
                metavar="DIR",
                help=_("Write the sample journal into DIR, and open nothing."),
            ),
            passphrase_option(),
            json_option(),
        ],
    )


def write_demo(folder: Path, clock: Clock, passphrase_file: str | None, *, as_json: bool) -> int:
    """A journal with the sample life, to keep."""
    from kapjournal.cli.opening import refuse_taken
    from kapjournal.demo.sample_journal import write_sample

    refuse_taken(folder)
    journal, recovery_code = write_sample(folder, passphrase(passphrase_file, new=True), clock)
    journal.close()
    tell_new(folder, recovery_code, as_json=as_json)
    return 0
