"""The pages as they are shown before anything is saved: only those that a change has reached are drawn anew."""

from __future__ import annotations

from typing import Any, NamedTuple

from kapjournal.summary.document import Summary
from kapjournal.summary.line_boxes import LineBox, line_boxes
from kapjournal.summary.template_data import Run, runs_of, template_data
from kapjournal.summary.typeset import LOCK, SCREEN_PPI, compiled, images, places

Numbers = tuple[int, int]
"""How many pages stand before a run, and how many there are in all."""
_MOST_TURNS = 3


class Preview(NamedTuple):
    """The pages as PNG, and the number of the page on which the chosen entries begin, from 1."""

    images: tuple[bytes, ...]
    writings_from: int | None
    further_from: int | None = None
    """The page of the further charts, likewise."""
    boxes: tuple[LineBox, ...] = ()
    """Where the lines that can be struck stand."""


class _Drawn(NamedTuple):
    """A run, and what it was drawn from."""

    source: tuple[dict[str, Any], Numbers, float]
    images: list[bytes]
    marks: list[Any]


_last: dict[Run, _Drawn] = {}
"""Each run as it was drawn last: drawing takes longer than laying out."""


def preview(summary: Summary, ppi: float = SCREEN_PPI) -> Preview:
    """Return the pages, laid out as in the PDF; `ppi` are pixels to the inch of paper."""
    with LOCK:
        drawn = _all_drawn(summary, ppi)
    starts, marks = {}, []
    for run, one in drawn.items():
        before, _of = one.source[1]
        starts[run] = before + 1
        marks += [(key, end, page + before, *rest) for key, end, page, *rest in one.marks]
    return Preview(
        tuple(image for one in drawn.values() for image in one.images),
        starts.get(Run.WRITINGS),
        starts.get(Run.FURTHER),
        line_boxes(marks, summary.page_size),
    )


def _all_drawn(summary: Summary, ppi: float) -> dict[Run, _Drawn]:
    """Return the runs, drawn again where their pages turned out to be more or fewer than they were last time."""
    runs = runs_of(summary)
    counts = {run: len(_last[run].images) if run in _last else 1 for run in runs}
    for _turn in range(_MOST_TURNS):
        before, of = 0, sum(counts.values())
        for run in runs:
            _last[run] = _drawn(summary, run, (before, of), ppi)
            before += counts[run]
        found = {run: len(_last[run].images) for run in runs}
        if found == counts:
            break
        counts = found
    return {run: _last[run] for run in runs}


def _drawn(summary: Summary, run: Run, numbers: Numbers, ppi: float) -> _Drawn:
    source = (template_data(summary, (run,)), numbers, ppi)
    last = _last.get(run)
    if last is not None and last.source == source:
        return last
    drawn = images(compiled(summary, (run,), numbers, format="png", ppi=ppi))
    return _Drawn(source, drawn, places()["marks"])
