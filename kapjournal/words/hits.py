"""Where the words of a search stand in a text: each as the beginning of a word, accents and case folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

Hits = tuple[tuple[int, int], ...]
"""Places as (start, end) in characters of a text, in order and apart from each other."""

_MARKS = "\u0300-\u0331"
"""Accents that follow their letter belong to its word, as the search of the journal has it."""
_LETTER = re.compile(r"[^\W_]")
_BETWEEN = re.compile(r"[\W_]+")
_WORD_ON = re.compile(rf"(?:[^\W_]|[{_MARKS}])*")
_MARKS_ON = re.compile(rf"[{_MARKS}]*")
_BLOCKS = ((0x00, 0x530), (0x1E00, 0x2000))
"""Where letters with accents stand: Latin, Greek and Cyrillic."""


class Sought:
    """The words of a search; what was typed in one go, such as “don't”, stands in one go."""

    def __init__(self, search: str) -> None:
        words = (_folded(word) for word in search.split())
        self._phrases = tuple({word for word in words if word})

    def first(self, text: str) -> int | None:
        """Return where the first hit begins."""
        found = (next(_places(text, phrase, 0, len(text)), None) for phrase in self._phrases)
        return min((place[0] for place in found if place is not None), default=None)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Hits:
        """Return what was typed of each word that is found, within a stretch of a text."""
        end = len(text) if end is None else end
        found = sorted(
            (place for phrase in self._phrases for place in _places(text, phrase, start, end)),
            key=lambda place: (place[0], -place[1]),
        )
        apart: list[tuple[int, int]] = []
        for place in found:
            if not apart or place[0] >= apart[-1][1]:
                apart.append(place)
        return tuple(apart)


def find_hits(text: str, search: str) -> Hits:
    """Return what was typed of each word of a search that is found in a text."""
    return Sought(search).find(text)


def whole_words(text: str, hits: Hits) -> Hits:
    """Return each hit up to the end of its word."""
    return tuple((start, _end_of(_WORD_ON, text, end)) for start, end in hits)


def _places(text: str, phrase: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for begun in _beginning(phrase[:2].rstrip()).finditer(text, start, end):
        stop = _stop(text, phrase, begun.start(), end)
        if stop is not None:
            yield begun.start(), stop


def _stop(text: str, phrase: str, place: int, end: int) -> int | None:
    """Return where a phrase that begins at a place ends; None where something else stands there."""
    letters = _letters()
    known = 0
    while known < len(phrase):
        if phrase[known] == " ":
            between = _end_of(_BETWEEN, text, place)
            if between == place:
                return None
            place, known = between, known + 1
            continue
        if place >= end:
            return None
        letter = letters.get(text[place]) or text[place].lower()
        left = phrase[known : known + len(letter)]
        if not letter.startswith(left):
            return None
        place, known = _end_of(_MARKS_ON, text, place + 1), known + len(left)
    return place


def _end_of(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found is not None else place


def _folded(word: str) -> str:
    """Return a word without accents and case, with one blank where signs stand between its letters."""
    letters = _letters()
    plain = re.sub(f"[{_MARKS}]", "", word)
    folded = (letters.get(letter) or letter.lower() for letter in plain)
    return " ".join(_BETWEEN.sub(" ", "".join(folded)).split())


@lru_cache(maxsize=256)
def _beginning(letters: str) -> re.Pattern[str]:
    """Find words that begin with one or two letters.

    Only these are made a pattern of: the words that a person searches for stay in no cache.
    """
    first, *second = (f"[{''.join(map(re.escape, _written(letter)))}]" for letter in letters)
    inside_a_word = rf"(?<![^\W_][\s\S])(?<![{_MARKS}][\s\S])"
    return re.compile(first + inside_a_word + "".join(f"[{_MARKS}]*{one}" for one in second))


def _written(letter: str) -> set[str]:
    """Return every way to write a letter."""
    return {one for one, folded in _letters().items() if folded.startswith(letter)} | {
        letter,
        *(case for case in (letter.upper(), letter.lower()) if len(case) == 1),
    }


@lru_cache(maxsize=1)
def _letters() -> Mapping[str, str]:
    """Return for each letter that may have an accent how it is written without it, in small letters."""
    found = {}
    for letter in (chr(code) for block in _BLOCKS for code in range(*block)):
        parts = unicodedata.normalize("NFD", letter)
        if _LETTER.match(letter) and all(unicodedata.combining(mark) for mark in parts[1:]):
            found[letter] = parts[0].casefold()
    return found
