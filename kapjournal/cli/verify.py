"""kapjournal verify: reads the whole journal and says whether it is sound."""

from __future__ import annotations

from pathlib import Path

import click

from kapjournal.cli.options import journal_option, json_option, passphrase_option
from kapjournal.cli.output import progress, write_json
from kapjournal.errors import UnusedPagesError
from kapjournal.words.errors import sentence
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number


def command() -> click.Command:
    """The command."""
    return click.Command(
        "verify",
        callback=verify,
        help=_("Read the whole journal, and say whether it is sound."),
        params=[
            journal_option(),
            click.Option(
                ["--repair"], is_flag=True, help=_("Write the file anew where unused parts of it are torn.")
            ),
            passphrase_option(),
            json_option(),
        ],
    )


def verify(journal: Path, repair: bool, passphrase_file: str | None, as_json: bool) -> int:
    """0 where it is sound, else 1."""
    from kapjournal.cli.opening import unlocked
    from kapjournal.clock import SystemClock

    with (
        unlocked(journal, passphrase_file, SystemClock()) as opened,
        progress(_("Reading"), quiet=as_json) as tell,
    ):
        found = opened.verify(tell)
        if repair and found.healthy and found.unused_pages:
            opened.repair(tell)
            found = opened.verify(tell)
    if as_json:
        write_json({"healthy": found.healthy, "entries": found.entries, "problems": list(found.problems)})
    elif found.healthy:
        text = ngettext(
            "{n} entry, and all of it is sound.", "{n} entries, and all of it is sound.", found.entries
        )
        click.echo(text.format(n=number(found.entries)))
        if found.unused_pages:
            click.echo(sentence(UnusedPagesError(found.unused_pages)), err=True)
    else:
        click.echo(_("The journal is damaged. Keep a copy of its folder, then restore a backup."), err=True)
        for code in found.problems:
            click.echo(f"  {code}", err=True)
    return 0 if found.healthy else 1
