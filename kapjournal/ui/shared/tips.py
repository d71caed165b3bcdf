"""Words in a tooltip: Qt takes what looks like markup for markup, and would even open the pictures that it names."""

from __future__ import annotations


def tip(words: str) -> str:
    """Return words as a tooltip that shows them as they were written."""
    if "<" not in words and "&" not in words:
        return words
    from html import escape  # not before the first paint

    return f"<qt>{escape(words)}</qt>"
