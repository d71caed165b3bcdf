"""How a text that was written or pasted fits into a place: a long one by its beginning, an endless word in pieces."""

from __future__ import annotations

import re

from kapjournal.words.language import ngettext
from kapjournal.words.numbers import number

_PIECE = 20
# Longer words than this are addresses and other things that were pasted: no column is sure to be as wide.
_ENDLESS = re.compile(r"[!-~À-ɏ]{41,}")
_BREAK = "\u200b"


def beginning(text: str, most: int) -> str:
    """The text, or its first whole words and how many letters of it are not shown here."""
    if len(text) <= most:
        return text
    end = max(text.rfind(" ", most // 2, most), text.rfind("\n", most // 2, most))
    end = end if end > 0 else most
    left = len(text) - end
    more = ngettext(
        "… and {count} more letter, kept but not shown here",
        "… and {count} more letters, kept but not shown here",
        left,
    )
    return f"{text[:end].rstrip()} {more.format(count=number(left))}"


def breakable(text: str) -> str:
    """The text with places in it where the line may break within a Latin word that no line is sure to hold."""
    return _ENDLESS.sub(
        lambda word: _BREAK.join(word[0][at : at + _PIECE] for at in range(0, len(word[0]), _PIECE)), text
    )
