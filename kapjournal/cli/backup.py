"""kapjournal backup: makes a backup, and proves it before it counts."""

from __future__ import annotations

from pathlib import Path

import click

from kapjournal.cli.options import FolderType, journal_option, json_option, passphrase_option
from kapjournal.cli.output import progress, write_json
from kapjournal.words.language import _


def command() -> click.Command:
    """The command."""
    return click.Command(
        "backup",
        callback=backup,
        help=_(
            "Make a backup. It counts once it was opened, checked and compared row by row with the journal. "
            "Without -o it goes to the journal’s own backups, and old ones are thinned out."
        ),
        params=[
            journal_option(),
            click.Option(
                ["-o", "--output"],
                type=FolderType(),
                metavar="FILE.kapbackup",
                help=_("Write it into this file."),
            ),
            passphrase_option(),
            json_option(),
        ],
    )


def backup(journal: Path, output: Path | None, passphrase_file: str | None, as_json: bool) -> None:
    """Make it, and say where it is."""
    from kapjournal.cli.opening import unlocked
    from kapjournal.clock import SystemClock

    with (
        unlocked(journal, passphrase_file, SystemClock()) as opened,
        progress(_("Backing up"), quiet=as_json) as tell,
    ):
        made = opened.backups.make(progress=tell, to=output)
    if as_json:
        write_json({"file": made.path, "second": made.second, "bytes": made.size})
        return
    click.echo(_("Opened, checked and compared: {file}").format(file=made.path))
    if made.second is not None:
        click.echo(_("And in the second folder: {file}").format(file=made.second))
