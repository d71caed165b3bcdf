"""How a text that was written or pasted fits into a place: a long one by its beginning, an endless word in pieces."""

from __future__ import annotations

import re

from kapjournal.words.language import ngettext
from kapjournal.words.numbers import number

# Longer words than the first are addresses and other things that were pasted: no column is sure to be as wide. In one
# of several columns beside each other the longest words of a language are long too.
_ENDLESS, _PIECE = re.compile(r"[!-~À-ɏ]{41,}"), 20
_LONG, _SMALL_PIECE = re.compile(r"[!-~À-ɏ]{19,}"), 6
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


def breakable(text: str, *, narrow: bool = False) -> str:
    """The text with places in it where the line may break within a Latin word that no line is sure to hold."""
    long, piece = (_LONG, _SMALL_PIECE) if narrow else (_ENDLESS, _PIECE)
    return long.sub(
        lambda word: _BREAK.join(word[0][at : at + piece] for at in range(0, len(word[0]), piece)), text
    )
