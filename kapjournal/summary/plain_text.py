"""Any text that a person can type, as text that prints: what no font holds stands there by its name or code.

PDF/UA refuses a document with one missing glyph, so nothing may reach the page that no bundled font can draw.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import IntEnum
from functools import lru_cache

from kapjournal.summary.fonts import families_with, is_base

ZWNJ, ZWJ = "\u200c", "\u200d"
ZERO_WIDTH_SPACE = "\u200b"
KEPT_INVISIBLE = frozenset((ZWNJ, ZWJ))
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
HALF_A_PAIR = "[?]"
"""For half of a surrogate pair, which is no character."""
LONGEST_WORD = 36
"""A longer run without a space may be broken anywhere: an address must not run off the page."""
_LONG_WORD = re.compile(rf"[^\s\u200b]{{{LONGEST_WORD},}}")
_BROKEN_AT = 12


class Care(IntEnum):
    """How much is taken for granted of what fonts can draw."""

    USUAL = 0
    """A letter with its marks is drawn where one font holds both."""
    NO_MARKS = 1
    """Marks stand by their codes: a few strange heaps of them cannot be drawn although the font holds each."""
    PLAINEST = 2
    """Everything but the plainest Latin stands by its code: this always prints."""


def printable(text: str, care: Care = Care.USUAL) -> str:
    """Return the text as it can be drawn; lines are kept, what draws nothing is dropped."""
    text = LINE_ENDS.sub("\n", text)
    if is_base(text.replace("\n", "")):
        return _breakable(text)
    text = unicodedata.normalize("NFC", "".join(_kept(character) for character in text))
    ways: dict[Care, Callable[[str], str]] = {
        Care.USUAL: _drawn,
        Care.NO_MARKS: _without_marks,
        Care.PLAINEST: _as_code,
    }
    draw = ways[care]
    return _breakable("".join(draw(cluster) for cluster in _clusters(text)))


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of a text is of a script that runs from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def _kept(character: str) -> str:
    """Return what is left of a character: nothing of control and formatting characters, a sign for half a pair."""
    if character == "\n":
        return character
    if character in ("\t", "\u00a0", "\u202f"):
        return " "
    category = unicodedata.category(character)
    if category == "Cs":
        return HALF_A_PAIR
    if category in ("Zs", "Zl", "Zp"):
        return " "
    if category in ("Cc", "Cf") and character not in KEPT_INVISIBLE:
        return ""
    return "" if _is_selector(character) else character


def _is_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _clusters(text: str) -> list[str]:
    """Return the text cut before each character that does not hang on the one before."""
    clusters: list[str] = []
    for character in text:
        hangs = unicodedata.category(character).startswith("M") or character in KEPT_INVISIBLE
        if clusters and clusters[-1] != "\n" and (hangs or clusters[-1].endswith(ZWJ)):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


@lru_cache(maxsize=8192)
def _drawn(cluster: str) -> str:
    """Return a cluster as it is where one font holds all of it, else its parts, named where they must be."""
    if cluster == "\n" or is_base(cluster):
        return cluster
    visible = cluster.replace(ZWJ, "").replace(ZWNJ, "")
    if not visible:
        return ""
    if _one_font_holds(visible):
        return (
            cluster if len(visible) > 1 else visible + ("" if len(cluster) == 1 else ZWNJ * (ZWNJ in cluster))
        )
    return _without_marks(cluster)


def _without_marks(cluster: str) -> str:
    """Return the characters of a cluster one by one."""
    kept = (character for character in cluster if character not in KEPT_INVISIBLE)
    return "".join(character if character == "\n" else _alone(character) for character in kept)


def _one_font_holds(visible: str) -> bool:
    if unicodedata.category(visible[0]).startswith("M"):
        return False
    return bool(frozenset.intersection(*(_families(character) for character in visible)))


def _families(character: str) -> frozenset[str]:
    return frozenset() if _is_unprintable(character) else families_with(character)


def _alone(character: str) -> str:
    """Return a character by itself; a mark without a letter that it fits on is named."""
    if is_base(character):
        return character
    if unicodedata.category(character).startswith("M") or not _families(character):
        return _name(character)
    return character


def _is_unprintable(character: str) -> bool:
    """Whether no font may draw it: private use, unassigned."""
    return unicodedata.category(character) in ("Co", "Cn")


def _as_code(cluster: str) -> str:
    return "".join(
        character if is_base(character) or character == "\n" else f"[U+{ord(character):04X}]"
        for character in cluster
        if character not in KEPT_INVISIBLE
    )


def _name(character: str) -> str:
    """Return '[nazar amulet]' for a sign, '[U+0B95]' for a letter."""
    name = unicodedata.name(character, "")
    if name and unicodedata.category(character) in ("So", "Sk", "Sm", "Sc"):
        return f"[{name.lower()}]"
    return f"[U+{ord(character):04X}]"


def _breakable(text: str) -> str:
    if len(text) < LONGEST_WORD:
        return text
    return _LONG_WORD.sub(lambda found: _with_breaks(found[0]), text)


def _with_breaks(word: str) -> str:
    if any(unicodedata.east_asian_width(character) in "WF" for character in word[:4]):
        return word
    pieces, piece = [], ""
    for character in word:
        joins = unicodedata.category(character).startswith("M") or character in KEPT_INVISIBLE
        if len(piece) >= _BROKEN_AT and not joins and not piece.endswith(ZWJ):
            pieces.append(piece)
            piece = ""
        piece += character
    return ZERO_WIDTH_SPACE.join([*pieces, piece])
