"""A summary as pages: one Typst template, fed with data and never with markup, compiled in memory."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from datetime import timedelta, timezone
from functools import cache
from threading import Lock
from typing import Any

from kapjournal.paths import resource
from kapjournal.summary.document import Summary
from kapjournal.summary.fonts import fonts
from kapjournal.summary.line_boxes import LineBox, line_boxes
from kapjournal.summary.plain_text import Care
from kapjournal.summary.template_data import template_data

STANDARD = "ua-1"
SCREEN_PPI = 96.0
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages as PNG, and the number of the page on which the chosen entries begin, from 1."""

    images: tuple[bytes, ...]
    writings_from: int | None
    further_from: int | None = None
    """The page of the further charts, likewise."""
    boxes: tuple[LineBox, ...] = ()
    """Where the lines that can be struck stand."""


def pdf(summary: Summary) -> bytes:
    """Return the summary as a tagged PDF (PDF/UA-1) with its fonts inside; the same summary gives the same bytes."""
    with _LOCK:
        made: bytes = _compiled(summary, format="pdf", pdf_standards=STANDARD, timestamp=_made(summary))
    return made


def pages(summary: Summary, ppi: float = SCREEN_PPI) -> list[bytes]:
    """Return each page as a PNG, laid out as in the PDF; `ppi` are pixels to the inch of paper."""
    return list(preview(summary, ppi).images)


def preview(summary: Summary, ppi: float = SCREEN_PPI) -> Preview:
    """Return the pages as they are shown before anything is saved; `ppi` as in `pages`."""
    with _LOCK:
        drawn = _compiled(summary, format="png", ppi=ppi)
        images = tuple(drawn) if isinstance(drawn, list) else (drawn,)
        marks = _asked("<line>")
        writings, further = _asked("<writings_page>"), _asked("<further_page>")
    return Preview(
        images,
        writings[0] if writings else None,
        further[0] if further else None,
        line_boxes(marks, summary.page_size),
    )


def _asked(label: str) -> list[Any]:
    """Return what the layout that was compiled last says under a label."""
    found: list[Any] = json.loads(_compiler().query(label, field="value"))
    return found


def _compiled(summary: Summary, **output: Any) -> Any:
    """Compile; where a glyph is missing in spite of all care, take more of it."""
    from typst import TypstError

    for care in (Care.USUAL, Care.NO_MARKS):
        with contextlib.suppress(TypstError):
            return _compiler().compile(sys_inputs={"data": template_data(summary, care)}, **output)
    return _compiler().compile(sys_inputs={"data": template_data(summary, Care.PLAINEST)}, **output)


@cache
def _compiler() -> Any:
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
