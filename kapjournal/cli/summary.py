"""kapjournal summary: the page for the therapist in any of its forms, with what was chosen in the window or a file."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import click

from kapjournal.cli.options import DayType, FolderType, journal_option, json_option, passphrase_option
from kapjournal.cli.output import write_json
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
    _check_order(first, last)
    if password_file is not None and form != ShareForm.PDF:
        raise click.UsageError(_("Only a PDF can have a password."))
    if output is None and not show:
        raise click.UsageError(_("Name a file with -o, or see with --show what there is."))
    from kapjournal.cli.opening import unlocked
    from kapjournal.clock import SystemClock

    clock = SystemClock()
    loading = ThreadPoolExecutor(1).submit(_load, form)
    with unlocked(journal, passphrase_file, clock) as opened:
        loading.result()
        from kapjournal.cli.summary_file import chosen, write_summary
        from kapjournal.cli.summary_shown import show_choices

        choice, now = chosen(opened, choices, first, last), clock.now()
        _check_order(choice.first, choice.last)
        if output is None or show:
            show_choices(opened.summaries, opened.practices.all(), choice, now, as_json=as_json)
            return
        shown = write_summary(opened, choice, now, ShareForm(form), output, password_file, quiet=as_json)
    if as_json:
        days = {"from": shown.first.isoformat(), "to": shown.last.isoformat()}
        write_json({"file": output, "format": form, **days})
    else:
        click.echo(_("{days}, in {file}").format(days=span(shown.first, shown.last), file=output))


def _check_order(first: date | None, last: date | None) -> None:
    if first is not None and last is not None and last < first:
        raise click.UsageError(_("The last day lies before the first."))


def _load(form: str) -> None:
    """Load what makes a summary while the passphrase is typed and worked into a key: that leaves Python free."""
    import kapjournal.cli.summary_file
    import kapjournal.journal.summaries

    if form == ShareForm.PDF:
        kapjournal.cli.summary_file.make_ready()
