"""A summary as pages: one Typst template, fed with data and never with markup, compiled in memory."""

from __future__ import annotations

from datetime import timedelta, timezone
from functools import cache
from threading import Lock
from typing import Any

from kapjournal.paths import resource
from kapjournal.summary.document import Summary
from kapjournal.summary.fonts import fonts
from kapjournal.summary.template_data import template_data

STANDARD = "ua-1"
SCREEN_PPI = 96.0
_LOCK = Lock()


def pdf(summary: Summary) -> bytes:
    """Return the summary as a tagged PDF (PDF/UA-1) with its fonts inside; the same summary gives the same bytes."""
    return _first(_compiled(summary, format="pdf", pdf_standards=STANDARD, timestamp=_made(summary)))


def pages(summary: Summary, ppi: float = SCREEN_PPI) -> list[bytes]:
    """Return each page as a PNG, laid out as in the PDF; `ppi` are pixels to the inch of paper."""
    drawn = _compiled(summary, format="png", ppi=ppi)
    return drawn if isinstance(drawn, list) else [drawn]


def _compiled(summary: Summary, **output: Any) -> Any:
    """Compile; where a glyph is missing in spite of all care, print everything unusual by its code."""
    from typst import TypstError

    try:
        return _compile(template_data(summary), output)
    except TypstError:
        return _compile(template_data(summary, base_only=True), output)


def _compile(data: str, output: dict[str, Any]) -> Any:
    with _LOCK:
        return _compiler().compile(input=_template(), sys_inputs={"data": data}, **output)


@cache
def _compiler() -> Any:
    import typst

    return typst.Compiler(root=str(resource("summary")), font_paths=fonts(), ignore_system_fonts=True)


@cache
def _template() -> bytes:
    return resource("summary/summary.typ").read_bytes()


def _made(summary: Summary) -> Any:
    offset = summary.made.utcoffset() or timedelta()
    return summary.made.astimezone(timezone(offset))


def _first(drawn: bytes | list[bytes]) -> bytes:
    return drawn[0] if isinstance(drawn, list) else drawn
