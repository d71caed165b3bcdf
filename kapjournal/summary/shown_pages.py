"""What a window shows of a summary: its pages, what each says to a reader, and its lines that can be struck."""

from __future__ import annotations

from kapjournal.domain.share import PageSize
from kapjournal.summary.document import Line, Summary
from kapjournal.summary.line_boxes import LineBox
from kapjournal.summary.preview import Preview, preview
from kapjournal.summary.reading_text import front_text, further_text, writings_text
from kapjournal.summary.strikes import lines, without_struck
from kapjournal.summary.template_data import Run

_TEXTS = {Run.FRONT: front_text, Run.WRITINGS: writings_text, Run.FURTHER: further_text}


class ShownPages:
    """Laid out they all are; each is drawn once it is looked at."""

    def __init__(self, summary: Summary, ppi: float, whole: Summary | None = None) -> None:
        """`whole`: the same with the struck lines still in it; without it nothing can be struck."""
        self._summary = summary
        self._ppi = ppi
        self._can_be_struck = whole is not None
        self._made: Preview = preview(summary)
        self._images: dict[int, bytes] = {}
        there = lines(whole) if whole is not None else ()
        here = {line.key for line in lines(summary)}
        self.lines: tuple[Line, ...] = tuple(line for line in there if line.key in here)
        """What can be struck, by name."""
        self.struck: tuple[Line, ...] = tuple(line for line in there if line.key not in here)
        """What is struck."""

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._made.count

    @property
    def paper(self) -> PageSize:
        """What they stand on."""
        return self._summary.page_size

    def boxes(self, page: int) -> tuple[LineBox, ...]:
        """Return where the lines that can be struck stand on a page, from 0."""
        return tuple(box for box in self._made.boxes if box.page == page) if self._can_be_struck else ()

    def text(self, page: int) -> str:
        """Return what a page says to a reader; where nothing can be struck, all of them say it all."""
        if self._can_be_struck:
            run = self._made.run_of(page)
            alone = run is Run.WRITINGS and self._made.starts(Run.FRONT) is None
            return (front_text(self._summary) + "\n" if alone else "") + _TEXTS[run](self._summary)
        return "\n".join(text(self._summary) for text in _TEXTS.values())

    def image(self, page: int) -> bytes | None:
        """Return a page as PNG if it has been drawn."""
        return self._images.get(page)

    def draw(self, page: int) -> None:
        """Draw a page; may run behind the interface."""
        self._images[page] = self._made.image(page, self._ppi)


def shown_pages(whole: Summary, page: int, ppi: float) -> ShownPages:
    """Lay out a summary without what was struck of it, and draw the page that is in view, or the last one."""
    return _looked_at(ShownPages(without_struck(whole), ppi, whole), page)


def shown_again(summary: Summary, page: int, ppi: float) -> ShownPages:
    """Lay out a summary that was shared before: nothing can be struck in it any more."""
    return _looked_at(ShownPages(summary, ppi), page)


def _looked_at(pages: ShownPages, page: int) -> ShownPages:
    pages.draw(min(page, pages.count - 1))
    return pages
