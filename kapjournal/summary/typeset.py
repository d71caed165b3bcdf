"""A summary as pages: one Typst template, fed with data and never with markup, compiled in memory."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from threading import Lock, Thread
from typing import Any, NamedTuple, TypeVar

from kapjournal.domain.share import PageSize, SummaryChoice
from kapjournal.paths import resource
from kapjournal.summary.document import Summary
from kapjournal.summary.fonts import fonts
from kapjournal.summary.plain_text import Care
from kapjournal.summary.template_data import Run, runs_of, template_data

STANDARD = "ua-1"
SCREEN_PPI = 96.0
DENSEST, EASY = 3, 1
CARDS = 5
"""As many measures and scales stand in cards."""
FULL = 12_000
"""More letters than these are on no single page, however close."""
MANY = (7, 14, 20)
"""From more rows than these on the first page stands closer."""
LOCK = Lock()
"""Held while Typst is at work."""
T = TypeVar("T")
_log = logging.getLogger(__name__)


@cache
def make_ready() -> Thread:
    """Have an empty summary compiled, once, beside other work: what Typst learns from it helps with the next.

    Typst leaves Python to itself meanwhile; what Python has to do for it is done here, since two threads that both
    want Python keep each other waiting.
    """
    day = date(2000, 1, 1)
    nothing = Summary(
        choice=SummaryChoice(),
        first=day,
        last=day,
        made=datetime(2000, 1, 1, tzinfo=UTC),
        language="en",
        region="",
        page_size=PageSize.A4,
        opening="Kap Journal",
        title="Kap Journal",
        standing=(),
    )
    document = _document(template_data(nothing, (Run.FRONT,)))
    _compiler(document)  # and with it all that Python loads for Typst

    def compile_it() -> None:
        with LOCK:
            _laid_out(document).made(format="pdf", pdf_standards=STANDARD)

    compiling = Thread(
        target=compile_it, name="typeset"
    )  # cannot be cut off: a program that ends waits for it
    compiling.start()
    return compiling


def pdf(summary: Summary) -> bytes:
    """Return the summary as a tagged PDF (PDF/UA-1) with its fonts inside; the same summary gives the same bytes."""
    output = {"format": "pdf", "pdf_standards": STANDARD, "timestamp": _made(summary)}
    with LOCK:
        made: bytes = with_care(summary, runs_of(summary), lambda layout: layout.made(**output))
    return made


def pages(summary: Summary, ppi: float = SCREEN_PPI) -> list[bytes]:
    """Return each page as a PNG, laid out as in the PDF; `ppi` are pixels to the inch of paper."""
    with LOCK:
        return with_care(summary, runs_of(summary), lambda layout: layout.images(ppi))


class Layout(NamedTuple):
    """Runs of a summary with everything at its place, before anything of them is drawn."""

    compiler: Any
    document: bytes
    pages: int
    """How many pages there are."""
    front: int
    """On which of them the first page's note stands."""
    marks: list[Any]
    """Where lines begin and end."""

    def made(self, **output: Any) -> Any:
        """Return it in a form that Typst knows. Hold the lock."""
        return self.compiler.compile(self.document, **output)

    def images(self, ppi: float) -> list[bytes]:
        """Return its pages as PNG. Hold the lock."""
        drawn: bytes | list[bytes] = self.made(format="png", ppi=ppi)
        return drawn if isinstance(drawn, list) else [drawn]


def with_care(
    summary: Summary,
    runs: tuple[Run, ...],
    work: Callable[[Layout], T],
    numbers: tuple[int, int | None] = (0, None),
) -> T:
    """Lay out some runs and do `work` with them; where a glyph is missing in spite of all care, once more with more.

    The log tells of it. `numbers`: how many pages stand before these, and how many there are in all (None: these).
    Hold the lock.
    """
    before, of = numbers
    for care in Care:
        data = template_data(summary, runs, care) | {"pages_before": before, "pages": of}
        try:
            return work(_on_one_page(summary, data) if Run.FRONT in runs else _laid_out(_document(data)))
        except RuntimeError:  # what Typst raises of a layout, and of a form that it cannot be written in
            if care is Care.PLAINEST:
                raise
            _log.warning("a summary could not be laid out with care %s", care.name)  # and not in whose words
    raise AssertionError("there is a plainest way")


def _on_one_page(summary: Summary, data: dict[str, Any]) -> Layout:
    """Lay out with a first page that is as close as it must be for one, or at ease where it takes more."""
    tried = range(_likely_density(summary), DENSEST + 1) if _letters(summary) <= FULL else ()
    for density in tried:
        layout = _laid_out(_document(data | {"density": density}))
        if layout.front == 1:
            return layout
    return _laid_out(_document(data | {"density": EASY}))


def _likely_density(summary: Summary) -> int:
    """Return how close the first page will have to stand, at least: the layout itself has the last word."""
    rows = len(summary.sessions) + max((len(table.rows) for table in summary.scales), default=0)
    parts = bool(summary.around) + bool(summary.medicines) + (len(summary.glances) > CARDS)
    return sum(rows + 2 * parts > many for many in MANY)


def _letters(summary: Summary) -> int:
    """Return how many letters of what a person wrote stand on the first page, if all of it has room there."""
    told = [row.told + row.side_effects for row in summary.sessions]
    lines = (*summary.standing, *summary.worth_asking, *summary.medicines, *summary.talking_points)
    return len(summary.opening) + sum(map(len, told)) + sum(len(line.text) for line in lines)


def _laid_out(document: bytes) -> Layout:
    """Have a document laid out and say what it knows of itself; drawing it finds that done.

    What Typst worked out for one document helps it with the next.
    """
    compiler = _compiler(document)
    return Layout(compiler, document, **json.loads(compiler.query("<places>", field="value", one=True)))


def let_go() -> None:
    """Have Typst let go of what it has not used for some pages: it does so as it draws, and never as it lays out.

    Hold the lock.
    """
    _blank().compile(b"", format="svg")


@cache
def _blank() -> Any:
    return _compiler(b"")


def _document(data: dict[str, Any]) -> bytes:
    """Return what Typst compiles: the data as one text, which two lines hand on to the template.

    As an input of Typst's system it would have Typst forget all that it knows, since that is one system for all.
    """
    text = json.dumps(data, ensure_ascii=False).replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "/{_template().name}": summary\n#summary(json(bytes("{text}")))\n'.encode()


def _compiler(document: bytes) -> Any:
    import typst

    folder = str(_template().parent)
    return typst.Compiler(document, root=folder, font_paths=fonts(), ignore_system_fonts=True)


def _template() -> Path:
    return resource("summary/summary.typ")


def _made(summary: Summary) -> Any:
    offset = summary.made.utcoffset() or timedelta()
    return summary.made.astimezone(timezone(offset)).replace(
        microsecond=0
    )  # typst refuses fractions of a second
