"""The beginning of a text that is too long for the place it stands in; what is left out is said, never cut silently."""

from __future__ import annotations

from kapjournal.words.language import ngettext
from kapjournal.words.numbers import number


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
