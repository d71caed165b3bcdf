"""What `kapjournal summary` does with an open journal: choose, make the form in memory, write it whole, note it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from kapjournal.cli.output import progress
from kapjournal.cli.passphrase import passphrase
from kapjournal.cli.summary_choice import not_there, read_choice
from kapjournal.domain.share import ShareForm, SummaryChoice
from kapjournal.journal import Journal
from kapjournal.summary.document import Summary
from kapjournal.summary.forms import DATA, make
from kapjournal.summary.telling import part
from kapjournal.summary.typeset import make_ready
from kapjournal.summary.writing import write_file
from kapjournal.words.language import _

__all__ = ["chosen", "make_ready", "write_summary"]


def chosen(opened: Journal, choices: Path | None, first: date | None, last: date | None) -> SummaryChoice:
    """Return what was chosen in the window, with what a file of choices and two days say over it."""
    kept = opened.shares.choice()
    if choices is not None:
        kept = read_choice(choices, kept)
    return replace(kept, first=first or kept.first, last=last or kept.last)


def write_summary(
    opened: Journal,
    choice: SummaryChoice,
    now: datetime,
    form: ShareForm,
    output: Path,
    password_file: str | None,
    *,
    quiet: bool,
) -> Summary:
    """Write the file, tell what was named and is not in it, note that it was shared; return what is in it."""
    password = passphrase(password_file) if password_file is not None else ""
    with progress(_("Writing"), quiet=quiet) as tell:
        material = opened.summaries.read(choice, now, whole=form in DATA, tell=part(tell, 0.0, 0.4))
        made = make(form, choice, material, now, password, part(tell, 0.4, 0.95))
    missing = not_there(opened.shares.choice(), choice, material, now)
    if missing:
        click.echo(_("Not in this summary: {names}").format(names=", ".join(missing)), err=True)
    write_file(output, made.data)
    opened.summaries.record(made.summary, form, made.data)
    return made.summary
