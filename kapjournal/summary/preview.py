"""The pages as they are shown before anything is saved: laid out where a change reached them, drawn when looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from kapjournal.summary.document import Summary
from kapjournal.summary.line_boxes import LineBox, line_boxes
from kapjournal.summary.template_data import Run, run_parts, runs_of
from kapjournal.summary.typeset import LOCK, SCREEN_PPI, Layout, let_go, with_care

Numbers = tuple[int, int]
"""How many pages stand before a run, and how many there are in all."""


@dataclass(eq=False)
class _LaidOut:
    """A run: what it was laid out from, and its pages as far as somebody looked at them."""

    parts: tuple[object, ...]
    summary: Summary
    run: Run
    numbers: Numbers
    layout: Layout
    images: dict[tuple[Numbers, float], list[bytes]] = field(default_factory=dict)

    def drawn(self, numbers: Numbers, ppi: float) -> list[bytes]:
        """Return its pages; other pages before or after it change their numbers and nothing else of them."""
        wanted = (numbers, ppi)
        if wanted not in self.images:
            if numbers != self.numbers:
                self.layout, self.numbers = _layout(self.summary, self.run, numbers), numbers
            self.images = {wanted: self.layout.images(ppi)}
        return self.images[wanted]


class _Placed(NamedTuple):
    """A run and how many pages stand before it."""

    run: Run
    before: int
    laid_out: _LaidOut


_last: dict[Run, _LaidOut] = {}
"""Each run of the summary that was laid out last."""


class Preview:
    """The pages of a summary: where everything stands is known, and each is drawn once it is looked at."""

    def __init__(self, runs: tuple[_Placed, ...], summary: Summary) -> None:
        self._runs = runs
        self.count = sum(placed.laid_out.layout.pages for placed in runs)
        marks = [
            (key, end, page + placed.before, *rest)
            for placed in runs
            for key, end, page, *rest in placed.laid_out.layout.marks
        ]
        self.boxes: tuple[LineBox, ...] = line_boxes(marks, summary.page_size)
        """Where the lines that can be struck stand."""

    def starts(self, run: Run) -> int | None:
        """Return the number of the page on which a run begins, from 1; None where there is none of it."""
        return next((placed.before + 1 for placed in self._runs if placed.run is run), None)

    def run_of(self, page: int) -> Run:
        """Return the run that a page (from 0) belongs to."""
        return self._placed(page).run

    def image(self, page: int, ppi: float = SCREEN_PPI) -> bytes:
        """Return a page (from 0) as PNG, as it is in the PDF; `ppi` are pixels to the inch of paper."""
        placed = self._placed(page)
        with LOCK:
            return placed.laid_out.drawn((placed.before, self.count), ppi)[page - placed.before]

    def _placed(self, page: int) -> _Placed:
        return [placed for placed in self._runs if placed.before <= page][-1]


def preview(summary: Summary) -> Preview:
    """Return the pages; only the runs that a change has reached are laid out anew."""
    with LOCK:
        runs = runs_of(summary)
        counts = {run: _last[run].layout.pages if run in _last else 1 for run in runs}
        found: dict[Run, _LaidOut] = {}
        # The first page has the numbers of all others at its foot, and comes last.
        for at, run in reversed(tuple(enumerate(runs))):
            numbers = (sum(counts[other] for other in runs[:at]), sum(counts.values()))
            found[run] = _laid_out(summary, run, numbers)
            counts[run] = found[run].layout.pages
        _last.clear()
        _last.update(found)
    before = accumulate((counts[run] for run in runs), initial=0)
    return Preview(
        tuple(_Placed(run, pages, found[run]) for run, pages in zip(runs, before, strict=False)), summary
    )


def _laid_out(summary: Summary, run: Run, numbers: Numbers) -> _LaidOut:
    parts, last = run_parts(summary, run), _last.get(run)
    if last is not None and last.parts == parts:
        return last
    return _LaidOut(parts, summary, run, numbers, _layout(summary, run, numbers))


def _layout(summary: Summary, run: Run, numbers: Numbers) -> Layout:
    layout = with_care(summary, (run,), lambda layout: layout, numbers)
    let_go()
    return layout
