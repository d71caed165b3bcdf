"""The words for a mood from 0 to 10."""

from __future__ import annotations

import math

from kapjournal.words.language import _
from kapjournal.words.numbers import number


def mood_words() -> tuple[str, ...]:
    """The eleven words, from 0 to 10."""
    return (
        _("very low"),
        _("low"),
        _("quite low"),
        _("rather low"),
        _("a little below the middle"),
        _("in between"),
        _("a little above the middle"),
        _("rather good"),
        _("quite good"),
        _("good"),
        _("very good"),
    )


def mood_word(value: float) -> str:
    """The word for a mood; a fraction takes the word of the nearest step, a half the upper one."""
    return mood_words()[min(10, max(0, math.floor(value + 0.5)))]


def mood_value_text(value: float) -> str:
    """'6 of 10, a little above the middle'."""
    return _("{value} of 10, {word}").format(value=number(value, 1), word=mood_word(value))
