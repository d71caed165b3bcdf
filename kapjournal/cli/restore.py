"""kapjournal restore: makes a journal of a backup, in a new folder."""

from __future__ import annotations

from pathlib import Path

import click

from kapjournal.cli.options import FolderType, json_option, passphrase_option
from kapjournal.cli.output import progress, write_json
from kapjournal.words.language import _


def command() -> click.Command:
    """The command."""
    return click.Command(
        "restore",
        callback=restore,
        help=_(
            "Make a journal of a backup, in the new folder DIR. It opens with the passphrase that was valid when "
            "the backup was made. The backup is checked first, and stays as it is."
        ),
        params=[
            click.Argument(["file"], type=FolderType(), metavar="FILE.kapbackup"),
            click.Argument(["folder"], type=FolderType(), metavar="DIR"),
            passphrase_option(),
            click.Option(
                ["--recovery-code"], is_flag=True, help=_("What is asked for or read is the recovery code.")
            ),
            json_option(),
        ],
    )


def restore(
    file: Path, folder: Path, passphrase_file: str | None, recovery_code: bool, as_json: bool
) -> None:
    """Check the file and the folder before the passphrase is asked for."""
    from kapjournal.cli.opening import refuse_taken
    from kapjournal.cli.passphrase import passphrase
    from kapjournal.clock import SystemClock
    from kapjournal.journal import check_backup_file, restore_new

    refuse_taken(folder)
    check_backup_file(file)
    secret = passphrase(passphrase_file)
    with progress(_("Restoring"), quiet=as_json) as tell:
        restore_new(file, folder, secret, SystemClock(), tell, by_recovery_code=recovery_code)
    if as_json:
        write_json({"journal": folder})
    else:
        click.echo(_("Checked and restored: the journal is in {folder}").format(folder=folder))
