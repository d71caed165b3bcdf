"""The Markdown that a reflection is written in: which signs a line begins with, and which words are bold or italic.

One reading for the editor, which greys the signs, and for the entry as it is read, which leaves them out. Links,
pictures and HTML are plain text here: nothing that was written or pasted can ever load anything.
"""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple


class LineKind(StrEnum):
    """What a line is."""

    PLAIN = "plain"
    HEADING = "heading"
    QUOTE = "quote"
    BULLET = "bullet"
    NUMBER = "number"
    RULE = "rule"


class Line(NamedTuple):
    """A line of Markdown: the signs before its words, and the words."""

    kind: LineKind
    signs: str
    words: str
    level: int = 0
    """Of a heading: 1 to 6; of a list: how deep it is indented."""


class Span(NamedTuple):
    """A stretch of a line's words; signs are the stars or underscores themselves."""

    start: int
    length: int
    bold: bool = False
    italic: bool = False
    is_sign: bool = False


_HEADING = re.compile(r"(#{1,6}) +")
_QUOTE = re.compile(r" {0,3}> ?")
_BULLET = re.compile(r"(\s*)[-*+•] +")
_NUMBER = re.compile(r"(\s*)\d{1,4}[.)] +")
_RULE = re.compile(r" {0,3}([-*_])( *\1){2,} *$")
_STARS = re.compile(r"(\*{1,3}|_{1,3})")


def read_line(text: str) -> Line:
    """The kind of a line, its signs and its words."""
    if _RULE.match(text):
        return Line(LineKind.RULE, text, "")
    if found := _HEADING.match(text):
        return Line(LineKind.HEADING, found[0], text[found.end() :], len(found[1]))
    if found := _QUOTE.match(text):
        return Line(LineKind.QUOTE, found[0], text[found.end() :])
    if found := _BULLET.match(text):
        return Line(LineKind.BULLET, found[0], text[found.end() :], len(found[1].expandtabs(4)) // 2)
    if found := _NUMBER.match(text):
        return Line(LineKind.NUMBER, found[0], text[found.end() :], len(found[1].expandtabs(4)) // 2)
    return Line(LineKind.PLAIN, "", text)


def spans(words: str) -> tuple[Span, ...]:
    """The words cut where they become bold or italic, in order and without a gap; signs without a partner are words."""
    pairs = _pairs(words)
    if not pairs:
        return (Span(0, len(words)),) if words else ()
    edges = sorted({0, len(words), *(edge for pair in pairs for edge in pair.edges)})
    cut = []
    for start, end in pairwise(edges):
        around = [pair for pair in pairs if pair.opens <= start and end <= pair.closes + pair.width]
        cut.append(
            Span(
                start,
                end - start,
                bold=any(pair.width >= 2 for pair in around),
                italic=any(pair.width != 2 for pair in around),
                is_sign=any(pair.is_sign(start) for pair in around),
            )
        )
    return tuple(cut)


class _Pair(NamedTuple):
    """An opening and a closing sign of the same stars or underscores."""

    opens: int
    closes: int
    width: int

    @property
    def edges(self) -> tuple[int, int, int, int]:
        return self.opens, self.opens + self.width, self.closes, self.closes + self.width

    def is_sign(self, at: int) -> bool:
        return self.opens <= at < self.opens + self.width or self.closes <= at < self.closes + self.width


def _pairs(words: str) -> list[_Pair]:
    pairs: list[_Pair] = []
    waiting: list[tuple[str, int]] = []
    for found in _STARS.finditer(words):
        sign, start, end = found[0], found.start(), found.end()
        before, after = words[start - 1 : start], words[end : end + 1]
        # An underscore within a word is part of it, as in file_names; a star is not.
        inside = sign[0] == "_" and before.isalnum() and after.isalnum()
        partner = next((n for n in reversed(range(len(waiting))) if waiting[n][0] == sign), None)
        if partner is not None and before and not before.isspace() and not inside:
            pairs.append(_Pair(waiting[partner][1], start, len(sign)))
            del waiting[partner:]
        elif after and not after.isspace() and not inside:
            waiting.append((sign, start))
    return [pair for pair in pairs if pair.closes > pair.opens + pair.width]


def plain(text: str) -> str:
    """The text without its signs, for previews and copies."""
    lines = []
    for raw in text.split("\n"):
        line = read_line(raw)
        words = "".join(
            line.words[span.start : span.start + span.length]
            for span in spans(line.words)
            if not span.is_sign
        )
        lines.append(f"• {words}" if line.kind is LineKind.BULLET else words)
    return "\n".join(lines)
