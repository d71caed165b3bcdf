"""kapjournal summary: the page for the therapist in any of its forms, with what was chosen in the window or a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from kapjournal.cli.options import DayType, FolderType, journal_option, json_option, passphrase_option
from kapjournal.cli.output import progress, write_json
from kapjournal.domain.share import ShareForm
from kapjournal.words.dates import span
from kapjournal.words.language import _

FORMS = tuple(form.value for form in ShareForm if form is not ShareForm.PRINT)


def command() -> click.Command:
    """The command."""
    return click.Command(
        "summary",
        callback=summary,
        help=_(
            "Write a summary: mood and measures, scales, sessions, what to talk about. Nothing that was written is in "
            "it unless it was ticked in the window or is named in the file of choices. Without dates it covers the "
            "course. Tables (csv) are one ZIP archive, whatever the name of the file ends with."
        ),
        params=[
            journal_option(),
            click.Option(
                ["--format", "form"],
                type=click.Choice(FORMS),
                default=ShareForm.PDF.value,
                show_default=True,
                help=_("The form of the file."),
            ),
            click.Option(["--from", "first"], type=DayType(), metavar="DATE", help=_("The first day.")),
            click.Option(["--to", "last"], type=DayType(), metavar="DATE", help=_("The last day.")),
            click.Option(
                ["--choices"],
                type=FolderType(),
                metavar="FILE.toml",
                help=_(
                    "Choices over those of the window: from, to, parts, entries, practices, struck, talking_points, "
                    "for, paper."
                ),
            ),
            click.Option(["-o", "--output"], type=FolderType(), metavar="FILE", help=_("The file.")),
            click.Option(
                ["--show"],
                is_flag=True,
                help=_(
                    "Write no file: show what can be ticked and struck, each with the name that a file of choices uses."
                ),
            ),
            click.Option(
                ["--password-file"],
                metavar="FILE",
                help=_("Lock the PDF with the password in this file ('-' is standard input)."),
            ),
            passphrase_option(),
            json_option(),
        ],
    )


def summary(
    journal: Path,
    form: str,
    first: date | None,
    last: date | None,
    choices: Path | None,
    output: Path | None,
    show: bool,
    password_file: str | None,
    passphrase_file: str | None,
    as_json: bool,
) -> None:
    """Make the file in memory, write it whole, and note in the journal that it was shared; or show what there is."""
    if first is not None and last is not None and last < first:
        raise click.UsageError(_("The last day lies before the first."))
    if password_file is not None and form != ShareForm.PDF:
        raise click.UsageError(_("Only a PDF can have a password."))
    if output is None and not show:
        raise click.UsageError(_("Name a file with -o, or see with --show what there is."))
    from kapjournal.cli.opening import unlocked
    from kapjournal.cli.passphrase import passphrase
    from kapjournal.cli.summary_choice import read_choice
    from kapjournal.cli.summary_shown import show_choices
    from kapjournal.clock import SystemClock
    from kapjournal.journal.summaries import Summaries
    from kapjournal.summary.forms import DATA, make
    from kapjournal.summary.telling import part
    from kapjournal.summary.typeset import make_ready
    from kapjournal.summary.writing import write_file

    clock = SystemClock()
    if form == ShareForm.PDF:
        make_ready()
    with unlocked(journal, passphrase_file, clock) as opened:
        summaries, now, kind = Summaries(opened), clock.now(), ShareForm(form)
        chosen = opened.shares.choice()
        if choices is not None:
            chosen = read_choice(choices, chosen)
        chosen = replace(chosen, first=first or chosen.first, last=last or chosen.last)
        if output is None or show:
            show_choices(summaries, chosen, now, as_json=as_json)
            return
        password = passphrase(password_file) if password_file is not None else ""
        with progress(_("Writing"), quiet=as_json) as tell:
            material = summaries.read(chosen, now, whole=kind in DATA, tell=part(tell, 0.0, 0.4))
            made = make(kind, chosen, material, now, password, part(tell, 0.4, 0.95))
        write_file(output, made.data)
        summaries.record(made.summary, form, made.data)
    shown = made.summary
    if as_json:
        days = {"from": shown.first.isoformat(), "to": shown.last.isoformat()}
        write_json({"file": output, "format": form, **days})
    else:
        click.echo(_("{days}, in {file}").format(days=span(shown.first, shown.last), file=output))
