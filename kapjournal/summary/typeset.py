"""A summary as pages: one Typst template, fed with data and never with markup, compiled in memory."""

from __future__ import annotations

import json
import logging
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from threading import Lock, Thread
from typing import Any

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
MANY = (7, 14, 20)
"""From more rows than these on the first page stands closer."""
LOCK = Lock()
"""Held while the one compiler is at work."""
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
    data, _made = template_data(nothing, (Run.FRONT,)), compiler()

    def compile_it() -> None:
        with LOCK:
            _compiled(data, {"format": "pdf", "pdf_standards": STANDARD})

    compiling = Thread(target=compile_it, name="typeset", daemon=True)
    compiling.start()
    return compiling


def pdf(summary: Summary) -> bytes:
    """Return the summary as a tagged PDF (PDF/UA-1) with its fonts inside; the same summary gives the same bytes."""
    runs = runs_of(summary)
    with LOCK:
        made: bytes = compiled(summary, runs, format="pdf", pdf_standards=STANDARD, timestamp=_made(summary))
    return made


def pages(summary: Summary, ppi: float = SCREEN_PPI) -> list[bytes]:
    """Return each page as a PNG, laid out as in the PDF; `ppi` are pixels to the inch of paper."""
    with LOCK:
        return images(compiled(summary, runs_of(summary), format="png", ppi=ppi))


def compiled(
    summary: Summary,
    runs: tuple[Run, ...],
    numbers: tuple[int, int | None] = (0, None),
    **output: Any,
) -> Any:
    """Compile some runs; where a glyph is missing in spite of all care, take more of it and say so in the log.

    `numbers`: how many pages stand before these, and how many there are in all (None: these). Hold the lock.
    """
    from typst import TypstError

    before, of = numbers
    for care in Care:
        data = template_data(summary, runs, care) | {"pages_before": before, "pages": of}
        try:
            return _on_one_page(summary, data, output) if Run.FRONT in runs else _compiled(data, output)
        except TypstError:
            if care is Care.PLAINEST:
                raise
            _log.warning("a summary could not be laid out with care %s", care.name)  # and not in whose words
    raise AssertionError("there is a plainest way")


def _on_one_page(summary: Summary, data: dict[str, Any], output: dict[str, Any]) -> Any:
    """Compile with a first page that is as close as it must be for one, or at ease where it takes more."""
    for density in range(_likely_density(summary), DENSEST + 1):
        made = _compiled(data | {"density": density}, output)
        if places()["front"] == 1:
            return made
    return _compiled(data | {"density": EASY}, output)


def _likely_density(summary: Summary) -> int:
    """Return how close the first page will have to stand, at least: the layout itself has the last word."""
    rows = len(summary.sessions) + max((len(table.rows) for table in summary.scales), default=0)
    parts = bool(summary.around) + bool(summary.medicines) + (len(summary.glances) > CARDS)
    return sum(rows + 2 * parts > many for many in MANY)


def _compiled(data: dict[str, Any], output: dict[str, Any]) -> Any:
    return compiler().compile(sys_inputs={"data": json.dumps(data, ensure_ascii=False)}, **output)


def places() -> dict[str, Any]:
    """Return what the layout that was compiled last says of itself: `marks`, where lines begin and end."""
    found: dict[str, Any] = json.loads(compiler().query("<places>", field="value", one=True))
    return found


def images(drawn: bytes | list[bytes]) -> list[bytes]:
    """Return the pages of a compilation to PNG, which are no list where there is one."""
    return drawn if isinstance(drawn, list) else [drawn]


@cache
def compiler() -> Any:
    """Return the one compiler: what it worked out for one summary helps it with the next."""
    import typst

    template = resource("summary/summary.typ")
    return typst.Compiler(
        input=str(template), root=str(template.parent), font_paths=fonts(), ignore_system_fonts=True
    )


def _made(summary: Summary) -> Any:
    offset = summary.made.utcoffset() or timedelta()
    return summary.made.astimezone(timezone(offset)).replace(
        microsecond=0
    )  # typst refuses fractions of a second
