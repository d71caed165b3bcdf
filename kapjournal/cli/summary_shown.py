"""What a summary could hold, with the names that a file of choices uses for it."""

from __future__ import annotations

from datetime import datetime

import click

from kapjournal.cli.output import write_json
from kapjournal.domain.practice import Practice
from kapjournal.domain.share import SummaryChoice
from kapjournal.journal.summaries import Summaries
from kapjournal.summary.contents import gather_all
from kapjournal.summary.strikes import lines, without_struck
from kapjournal.words.language import _
from kapjournal.words.names import kind_name


def show_choices(
    summaries: Summaries,
    practices: tuple[Practice, ...],
    choice: SummaryChoice,
    now: datetime,
    *,
    as_json: bool,
) -> None:
    """Write what can be ticked, and the lines that can be struck; a star marks what is ticked or struck."""
    whole = gather_all(choice, summaries.read(choice, now), now)
    left = {line.key for line in lines(without_struck(whole))}
    entries = [
        {
            "id": item.id,
            "day": item.moment.day.isoformat(),
            "kind": kind_name(item.kind),
            "text": item.title.text or item.preview.text,
            "ticked": item.id in choice.entry_ids,
        }
        for item in summaries.offers(whole.first, whole.last, choice.entry_ids).items
    ]
    offered = [
        {"id": practice.id, "name": practice.name, "ticked": practice.id in choice.practice_ids}
        for practice in practices
    ]
    struck = [{"key": line.key, "text": line.text, "struck": line.key not in left} for line in lines(whole)]
    if as_json:
        write_json({"entries": entries, "practices": offered, "lines": struck})
        return
    click.echo(_("Entries that can be ticked (entries = [id, …]); * is ticked"))
    for entry in entries:
        mark = "*" if entry["ticked"] else " "
        click.echo(f"{mark} {entry['id']:>6}  {entry['day']}  {entry['kind']}: {entry['text']}")
    click.echo("")
    click.echo(_("Practices that can be ticked (practices = [id, …]); * is ticked"))
    for one in offered:
        click.echo(f"{'*' if one['ticked'] else ' '} {one['id']:>6}  {one['name']}")
    click.echo("")
    click.echo(_('Lines that can be struck (struck = ["key", …]); * is struck'))
    for line in struck:
        click.echo(f"{'*' if line['struck'] else ' '} {line['key']}  {line['text']}")
