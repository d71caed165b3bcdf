"""How a line of what was written is known again: by its words, and by its place where the words were changed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

_SHORT = 12


def line_key(owner: str, place: str, words: str) -> str:
    """Return 'entry:12:0.1:3f…': the owner, the place in it, and a fingerprint of the words."""
    return f"{owner}:{place}:{fingerprint(words)}"


def fingerprint(words: str) -> str:
    """Return a short name of some words; what is said of them here can be told from it by nobody."""
    return hashlib.sha256(" ".join(words.split()).encode("utf-8", "replace")).hexdigest()[:_SHORT]


def struck_lines(keys: Iterable[str], struck: Collection[str]) -> frozenset[str]:
    """Return which lines of one owner are struck.

    A struck line is known by its words wherever they stand now; where no line has them any more, its place is struck:
    words that were changed after they were struck must not come back by themselves.
    """
    keys = tuple(keys)
    by_words = {key.rsplit(":", 1)[1] for key in keys}
    words = {key.rsplit(":", 1)[1] for key in struck if ":" in key}
    places = {
        key.rsplit(":", 1)[0]
        for key in struck
        if key.count(":") >= 3 and key.rsplit(":", 1)[1] not in by_words
    }
    owners = {key.rsplit(":", 2)[0] for key in struck if key.count(":") >= 3}
    return frozenset(
        key
        for key in keys
        if (key.rsplit(":", 2)[0] in owners and key.rsplit(":", 1)[1] in words)
        or key.rsplit(":", 1)[0] in places
    )
