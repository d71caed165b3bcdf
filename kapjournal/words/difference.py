"""What changed between two versions of a text, by whole words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+|[^\w\s]")
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*\s*|[.!?…]+\s*")
_MOST_PAIRS = 60_000
"""Pairs of equal pieces that are looked at: enough for a sentence of two thousand words."""
Stretch = tuple[int, int]
"""Where something begins and ends in a text, in characters."""
_Change = tuple[str, int, int, int, int]
_Cut = Callable[[str, Sequence[Stretch]], list[Stretch]]


@dataclass(frozen=True, slots=True)
class Difference:
    """What stands only in one of two texts, in order."""

    only_left: tuple[Stretch, ...]
    only_right: tuple[Stretch, ...]
    rough: bool = False
    """Whether a stretch was too long to be compared word by word and is marked as a whole."""


def difference(left: str, right: str) -> Difference:
    """Compare by lines first, then by sentences where lines differ, then by words: long texts stay quick.

    Where even the words are too many to be compared, the whole stretch is taken to be another one, and that is said.
    """
    found = _Found(left, right, [], [])
    found.compare(_lines(left), _lines(right), (_sentences, _words))
    return Difference(tuple(found.only_left), tuple(found.only_right), rough=found.rough)


@dataclass
class _Found:
    left: str
    right: str
    only_left: list[Stretch]
    only_right: list[Stretch]
    rough: bool = False

    def compare(self, left: list[Stretch], right: list[Stretch], finer: Sequence[_Cut]) -> None:
        """Mark what differs; where both sides have something, look at it in the finer pieces."""
        a_pieces = [self.left[start:end] for start, end in left]
        b_pieces = [self.right[start:end] for start, end in right]
        changes = _changes(a_pieces, b_pieces)
        if changes is None:  # too many pieces for an answer in time
            changes = [("replace", 0, len(left), 0, len(right))]
            self.rough = self.rough or not finer
        for tag, a, b, c, d in changes:
            if finer and tag == "replace":
                cut, *rest = finer
                self.compare(cut(self.left, left[a:b]), cut(self.right, right[c:d]), rest)
                continue
            self.only_left += _run(_words(self.left, left[a:b]), self.left)
            self.only_right += _run(_words(self.right, right[c:d]), self.right)


def _changes(left: Sequence[str], right: Sequence[str]) -> list[_Change] | None:
    """What differs; None where it would take too long to say."""
    shorter = min(len(left), len(right))
    begin = next((n for n in range(shorter) if left[n] != right[n]), shorter)
    shorter -= begin
    same = next((n for n in range(shorter) if left[-1 - n] != right[-1 - n]), shorter)
    left, right = left[begin : len(left) - same], right[begin : len(right) - same]
    there = Counter(right)
    if sum(count * there[piece] for piece, count in Counter(left).items()) > _MOST_PAIRS:
        return None
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return [
        (tag, a + begin, b + begin, c + begin, d + begin)
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]


def _lines(text: str) -> list[Stretch]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _sentences(text: str, lines: Sequence[Stretch]) -> list[Stretch]:
    return [found.span() for start, end in lines for found in _SENTENCE.finditer(text, start, end)]


def _words(text: str, lines: Sequence[Stretch]) -> list[Stretch]:
    return [found.span() for start, end in lines for found in _WORD.finditer(text, start, end)]


def _run(words: Sequence[Stretch], text: str) -> list[Stretch]:
    """One stretch for words that follow each other, one for each line."""
    runs: list[Stretch] = []
    for start, end in words:
        if runs and "\n" not in text[runs[-1][1] : start]:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs
