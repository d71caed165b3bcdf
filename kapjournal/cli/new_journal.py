"""kapjournal new: makes a journal, and shows its recovery code once."""

from __future__ import annotations

from pathlib import Path

import click

from kapjournal.cli.options import FolderType, json_option, passphrase_option
from kapjournal.cli.output import write_json
from kapjournal.cli.passphrase import passphrase
from kapjournal.cli.streams import let_go
from kapjournal.errors import CodeNotShownError
from kapjournal.words.language import _


def command() -> click.Command:
    """The command."""
    return click.Command(
        "new",
        callback=new,
        help=_("Make a journal in DIR, and show its recovery code once."),
        params=[
            click.Argument(["folder"], type=FolderType(), metavar="DIR"),
            passphrase_option(),
            json_option(),
        ],
    )


def new(folder: Path, passphrase_file: str | None, as_json: bool) -> None:
    """Make the journal; a folder that holds something else is refused before the passphrase is asked for."""
    from kapjournal.cli.opening import refuse_taken
    from kapjournal.clock import SystemClock
    from kapjournal.journal import Journal

    refuse_taken(folder)
    journal, recovery_code = Journal.create(folder, passphrase(passphrase_file, new=True), SystemClock())
    journal.close()
    tell_new(folder, recovery_code, as_json=as_json)


def tell_new(folder: Path, recovery_code: str, *, as_json: bool) -> None:
    """What there is now, and the code that is shown this once. Raises CodeNotShownError."""
    try:
        if as_json:
            write_json({"journal": folder, "recovery_code": recovery_code})
            return
        click.echo(_("The journal is in {folder}").format(folder=folder))
        click.echo(_("Recovery code: {code}").format(code=recovery_code))
    except OSError:
        let_go()
        raise CodeNotShownError(folder) from None
    click.echo(
        _(
            "It opens the journal if the passphrase is forgotten. It is shown this once: print it or write it down."
        ),
        err=True,
    )
