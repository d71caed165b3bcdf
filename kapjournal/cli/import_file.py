"""kapjournal import: reads a CSV through a mapping, and accounts for every row."""

from __future__ import annotations

from pathlib import Path

import click

from kapjournal.cli.options import FolderType, journal_option, json_option, passphrase_option
from kapjournal.cli.output import Json, progress, write_json
from kapjournal.domain.importing import ImportBatch, ImportReport
from kapjournal.words.imports import refusal, report_lines
from kapjournal.words.language import _, ngettext

MOST_LINES = 20


def command() -> click.Command:
    """The command."""
    return click.Command(
        "import",
        callback=import_file,
        help=_(
            "Add the rows of FILE, a CSV table, to a journal. A mapping says what its columns become; "
            "without one they carry this program's own names. The same file again adds nothing."
        ),
        params=[
            click.Argument(["file"], type=FolderType(), metavar="FILE"),
            journal_option(),
            click.Option(
                ["--mapping"], type=FolderType(), metavar="FILE.toml", help=_("What the columns become.")
            ),
            click.Option(["--dry-run"], is_flag=True, help=_("Show what would happen, and change nothing.")),
            passphrase_option(),
            json_option(),
        ],
    )


def import_file(
    file: Path,
    journal: Path,
    mapping: Path | None,
    dry_run: bool,
    passphrase_file: str | None,
    as_json: bool,
) -> None:
    """Read the whole file first; then add all of it, or nothing."""
    from kapjournal.cli.opening import unlocked
    from kapjournal.clock import SystemClock

    batch = _read(file, mapping, quiet=as_json)
    with unlocked(journal, passphrase_file, SystemClock()) as opened:
        work, label = (
            (opened.imports.rehearse, _("Comparing")) if dry_run else (opened.imports.add, _("Adding"))
        )
        with progress(label, quiet=as_json) as tell:
            report = work(batch, tell)
    if as_json:
        write_json(_as_json(report, rehearsed=dry_run))
    else:
        _tell(report, rehearsed=dry_run)


def _read(file: Path, mapping: Path | None, *, quiet: bool) -> ImportBatch:
    from kapjournal.clock import here
    from kapjournal.exchange.csv_reader import read_csv
    from kapjournal.exchange.mapping_file import plain_mapping, read_mapping

    meaning = read_mapping(mapping) if mapping is not None else plain_mapping()
    with progress(_("Reading"), quiet=quiet, last=False) as tell:
        return read_csv(file, meaning, here(), tell)


def _as_json(report: ImportReport, *, rehearsed: bool) -> Json:
    return {
        "rows": report.rows,
        "added": report.added,
        "already_there": report.already_there,
        "refused": len(report.refused),
        "entries_made": report.entries_made,
        "dry_run": rehearsed,
        "refused_rows": [
            {"line": row.line, "column": row.column, "reason": row.reason, "value": row.value}
            for row in report.refused
        ],
    }


def _tell(report: ImportReport, *, rehearsed: bool) -> None:
    for line in report_lines(report, rehearsed=rehearsed):
        click.echo(line)
    for row in report.refused[:MOST_LINES]:
        click.echo(refusal(row))
    more = len(report.refused) - MOST_LINES
    if more > 0:
        text = ngettext("… and {n} more; --json lists it.", "… and {n} more; --json lists them all.", more)
        click.echo(text.format(n=more))
    if rehearsed:
        click.echo(_("Nothing in the journal has changed."))
