"""Several names in one sentence, as a person writes them in their locale."""

from __future__ import annotations

from collections.abc import Sequence

from kapjournal.words.language import current


def listed(names: Sequence[str]) -> str:
    """'PHQ-9 and GAD-7'."""
    from babel.lists import format_list

    return format_list(names, locale=current()) if names else ""
