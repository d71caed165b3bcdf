"""Words in a tooltip: Qt takes what looks like markup for markup, and would even open the pictures that it names."""

from __future__ import annotations

from html import escape


def tip(words: str) -> str:
    """Return words as a tooltip that shows them as they were written."""
    return f"<qt>{escape(words)}</qt>" if "<" in words or "&" in words else words
