"""kapjournal export: everything in plain files, in one folder that needs no program to read."""

from __future__ import annotations

from pathlib import Path

import click

from kapjournal.cli.options import FolderType, journal_option, json_option, passphrase_option
from kapjournal.cli.output import progress, write_json
from kapjournal.words.language import _


def command() -> click.Command:
    """The command."""
    return click.Command(
        "export",
        callback=export,
        help=_(
            "Write everything into the new folder OUT: Markdown to read, JSON whole, CSV for a spreadsheet, "
            "pictures. It is not encrypted: whoever gets the folder can read it."
        ),
        params=[
            journal_option(),
            click.Argument(["out"], type=FolderType(), metavar="OUT"),
            passphrase_option(),
            json_option(),
        ],
    )


def export(journal: Path, out: Path, passphrase_file: str | None, as_json: bool) -> None:
    """Write it whole, or nothing of it."""
    from kapjournal.cli.opening import unlocked
    from kapjournal.clock import SystemClock

    with (
        unlocked(journal, passphrase_file, SystemClock()) as opened,
        progress(_("Writing"), quiet=as_json) as tell,
    ):
        opened.export(out, tell)
    if as_json:
        write_json({"folder": out})
    else:
        click.echo(_("Everything is in {folder}, in plain files that anyone can read.").format(folder=out))
