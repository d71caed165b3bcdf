"""The least that a summary could be: open the journal, read the data once, write an empty page.

python -m benchmark.empty_page --journal DIR --passphrase-file FILE --from DATE --to DATE -o FILE.pdf
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from kapjournal.clock import SystemClock
from kapjournal.domain.share import SummaryChoice
from kapjournal.journal import Journal


@click.command()
@click.option("--journal", "folder", type=click.Path(path_type=Path))
@click.option("--passphrase-file", type=click.Path(path_type=Path))
@click.option("--from", "first", type=date.fromisoformat)
@click.option("--to", "last", type=date.fromisoformat)
@click.option("-o", "output", type=click.Path(path_type=Path))
def command(folder: Path, passphrase_file: Path, first: date, last: date, output: Path) -> None:
    """Do it, as the command of the program does."""
    clock = SystemClock()
    journal = Journal.unlock(folder, passphrase_file.read_text().rstrip("\n"), clock)
    output.write_bytes(empty_page(journal, replace(SummaryChoice(), first=first, last=last), clock.now()))
    journal.close()


def empty_page(journal: Journal, choice: SummaryChoice, _now: datetime) -> bytes:
    """Read what a summary shows of these days, and return an empty page."""
    import typst

    from kapjournal.statistics.observations import observations
    from kapjournal.summary.fonts import fonts

    for measure in journal.measures.all():
        observations(journal.check_ins.values(measure.key, choice.first, choice.last))
    journal.kap_sessions.all()
    compiler = typst.Compiler(font_paths=fonts(), ignore_system_fonts=True)
    page = compiler.compile(
        input=b'#set document(title: "Empty")\n#h(1pt)', format="pdf", pdf_standards="ua-1"
    )
    assert isinstance(page, bytes)
    return page


if __name__ == "__main__":
    command()
