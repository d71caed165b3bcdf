"""kapjournal summary: the page for the therapist as a PDF, with what was chosen in the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from kapjournal.cli.options import DayType, FolderType, journal_option, json_option, passphrase_option
from kapjournal.cli.output import write_json
from kapjournal.words.dates import span
from kapjournal.words.language import _


def command() -> click.Command:
    """The command."""
    return click.Command(
        "summary",
        callback=summary,
        help=_(
            "Write a summary as PDF: mood and measures, sessions, what to talk about. Nothing that was written is "
            "in it unless it was ticked in the window. Without dates it covers the course."
        ),
        params=[
            journal_option(),
            click.Option(["--from", "first"], type=DayType(), metavar="DATE", help=_("The first day.")),
            click.Option(["--to", "last"], type=DayType(), metavar="DATE", help=_("The last day.")),
            click.Option(
                ["-o", "--output"], type=FolderType(), required=True, metavar="FILE.pdf", help=_("The PDF.")
            ),
            passphrase_option(),
            json_option(),
        ],
    )


def summary(
    journal: Path,
    first: date | None,
    last: date | None,
    output: Path,
    passphrase_file: str | None,
    as_json: bool,
) -> None:
    """Make the PDF in memory, write it whole, and note in the journal that it was shared."""
    if first is not None and last is not None and last < first:
        raise click.UsageError(_("The last day lies before the first."))
    from kapjournal.cli.opening import unlocked
    from kapjournal.clock import SystemClock
    from kapjournal.journal.summaries import Summaries
    from kapjournal.storage.atomic import write_atomically
    from kapjournal.summary.typeset import pdf

    clock = SystemClock()
    with unlocked(journal, passphrase_file, clock) as opened:
        summaries = Summaries(opened)
        kept = opened.shares.choice()
        made = summaries.gather(replace(kept, first=first or kept.first, last=last or kept.last), clock.now())
        data = pdf(made)
        write_atomically(output, data)
        summaries.record(made, "pdf", data)
    if as_json:
        write_json({"file": output, "from": made.first.isoformat(), "to": made.last.isoformat()})
    else:
        text = _("{days}, in {file}")
        click.echo(text.format(days=span(made.first, made.last), file=output))
