"""Where the words of a search stand in a text: each as the beginning of a word, accents and case folded."""

from __future__ import annotations

import unicodedata

_APART = str.maketrans({"’": "'", "ʼ": "'"})


def find_hits(text: str, search: str) -> tuple[tuple[int, int], ...]:
    """The places as (start, end) in characters of the text, in order and apart from each other."""
    wanted = [word for word in _words(_folded(search)[0]) if word]
    if not wanted:
        return ()
    folded, origin = _folded(text)
    found: list[tuple[int, int]] = []
    for start, end in _word_places(folded):
        word = folded[start:end]
        longest = max((len(piece) for piece in wanted if word.startswith(piece)), default=0)
        if longest:
            found.append((origin[start], origin[start + longest - 1] + 1))
    return tuple((start, _with_marks(text, end)) for start, end in found)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without accents and case, and for each of its characters the place it came from."""
    letters: list[str] = []
    origin: list[int] = []
    for place, letter in enumerate(text.translate(_APART)):
        for part in unicodedata.normalize("NFKD", letter):
            if not unicodedata.combining(part):
                folded = part.casefold()
                letters.append(folded)
                origin.extend([place] * len(folded))
    return "".join(letters), origin


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in _word_places(text)]


def _word_places(text: str) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    start = -1
    for place, letter in enumerate(text):
        if letter.isalnum():
            start = place if start < 0 else start
        elif start >= 0:
            places.append((start, place))
            start = -1
    if start >= 0:
        places.append((start, len(text)))
    return places


def _with_marks(text: str, end: int) -> int:
    """The end of a hit moved past the accents that belong to its last letter."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
