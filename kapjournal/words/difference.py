"""What changed between two versions of a text, by whole words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+|[^\w\s]")
Stretch = tuple[int, int]
"""Where something begins and ends in a text, in characters."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What stands only in one of two texts, in order."""

    only_left: tuple[Stretch, ...]
    only_right: tuple[Stretch, ...]


def difference(left: str, right: str) -> Difference:
    """Compare by lines first, then by words where lines differ: long texts stay quick."""
    left_lines, right_lines = _lines(left), _lines(right)
    only_left: list[Stretch] = []
    only_right: list[Stretch] = []
    for tag, a, b, c, d in _changes([left[s:e] for s, e in left_lines], [right[s:e] for s, e in right_lines]):
        left_words = _words(left, left_lines[a:b])
        right_words = _words(right, right_lines[c:d])
        if tag != "replace":
            only_left += _run(left_words, left)
            only_right += _run(right_words, right)
            continue
        inner = _changes([left[s:e] for s, e in left_words], [right[s:e] for s, e in right_words])
        for _tag, e, f, g, h in inner:
            only_left += _run(left_words[e:f], left)
            only_right += _run(right_words[g:h], right)
    return Difference(tuple(only_left), tuple(only_right))


def _changes(left: Sequence[str], right: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return [change for change in matcher.get_opcodes() if change[0] != "equal"]


def _lines(text: str) -> list[Stretch]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


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
