"""The pieces that the web page is put together from; every text of the journal goes through `escape`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape as _escaped
from itertools import groupby

from kapjournal.paths import resource
from kapjournal.summary.document import Chart
from kapjournal.summary.plain_text import LINE_ENDS

_SEEN_THROUGH = re.compile(r'(fill="url\(#[^"]*\)") fill-opacity=')


def escape(text: str) -> str:
    """Return a text that is text wherever it stands, without what no page can hold."""
    plain = LINE_ENDS.sub("\n", text)
    kept = "".join(c for c in plain if c in "\n\t" or not (ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0))
    return _escaped(kept, quote=True).replace("\n", "<br>")


@cache
def _outlines() -> dict[str, str]:
    outlines: dict[str, str] = json.loads(resource("summary/signs.json").read_text("utf-8"))
    return outlines


def sign_part(name: str) -> str:
    """Return a sign that stands beside words which say the same; a reader is told the words alone."""
    outline = _outlines().get(name)
    if outline is None:
        return ""
    return f'<svg class="sign" viewBox="0 0 256 256" aria-hidden="true"><path d="{outline}"/></svg>'


def chart_part(chart: Chart) -> str:
    """Return a chart, once for light and once for dark, with its words."""
    light = _own_names(chart.svg, f"{chart.key}-l")
    dark = _own_names(chart.dark_svg, f"{chart.key}-d")
    told = f'<p class="told">{escape(chart.sentence)}</p>' if chart.sentence else ""
    kind = ' class="beside"' if chart.share < 1 else ""
    return (
        f"<section{kind}><h2>{escape(chart.title)}</h2>{told}"
        f'<figure role="img" aria-label="{escape(chart.alt)}" tabindex="0">'
        f'<div class="for-light" aria-hidden="true">{light}</div>'
        f'<div class="for-dark" aria-hidden="true">{dark}</div></figure></section>'
    )


def charts_part(charts: Iterable[Chart]) -> Iterator[str]:
    """Yield several charts; narrow ones that follow each other stand side by side where there is room."""
    for is_narrow, group in groupby(charts, key=lambda chart: chart.share < 1):
        made = map(chart_part, group)
        yield f'<div class="pair">{"".join(made)}</div>' if is_narrow else "".join(made)


def _own_names(svg: str, name: str) -> str:
    """Return a picture whose gradients have names of their own on the page."""
    name = name.replace(":", "-")
    svg = svg.replace('id="mood-', f'id="{name}-').replace("url(#mood-", f"url(#{name}-").strip()
    # WORKAROUND: of a gradient that is itself transparent, poppler draws what Chromium printed as a solid one
    # (seen with poppler 22.12); of a transparent area with a gradient it does not.
    return _SEEN_THROUGH.sub(r"\1 opacity=", svg)


def table_part(heads: Iterable[str], rows: Iterable[Iterable[str]], label: str) -> str:
    """Return a table of cells that are escaped already; on a narrow screen it scrolls sideways."""
    head = "".join(f'<th scope="col">{cell}</th>' for cell in heads)
    body = "".join("<tr>" + "".join(row) + "</tr>" for row in rows)
    return (
        f'<div class="scroll" role="region" aria-label="{label}" tabindex="0"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def stacking_table(heads: Iterable[str], rows: Iterable[Iterable[str]], label: str) -> str:
    """Return a table whose rows become paragraphs on a narrow screen, each value after the name of its column.

    Its parts say what they are: a browser forgets it where a table is laid out as something else.
    """
    names = list(heads)
    head = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in names)
    body = "".join(
        '<tr role="row">'
        + "".join(_named(cell, name) for cell, name in zip(row, names, strict=True))
        + "</tr>"
        for row in rows
    )
    return (
        f'<table class="stacks" role="table" aria-label="{label}"><thead role="rowgroup"><tr role="row">{head}</tr>'
        f'</thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _named(cell: str, name: str) -> str:
    return f'<td role="cell" data-name="{name}"{cell.removeprefix("<td")}'


def day_cell(text: str) -> str:
    """Return a cell that stays on one line."""
    return f'<td class="day">{escape(text)}</td>'


def cell(text: str) -> str:
    """Return a plain cell."""
    return f"<td>{escape(text)}</td>"


def session_chip(number: str) -> str:
    """Return the mark of a dosing session."""
    return f'<span class="session">{escape(number)}</span>'
