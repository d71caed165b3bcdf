"""The words of the hours and days after a session: questions for fragments, names of later looks."""

from __future__ import annotations

from kapjournal.domain.reflection import FragmentKind, Layer
from kapjournal.words.language import _


def fragment_question(kind: FragmentKind) -> str:
    """The one question that is asked for a kind of fragment."""
    return {
        FragmentKind.IMAGE: _("An image?"),
        FragmentKind.WORD: _("A word?"),
        FragmentKind.FEELING: _("A feeling?"),
        FragmentKind.BODY: _("Something in the body?"),
        FragmentKind.SOMEONE: _("Someone who appeared?"),
    }[kind]


def layer_name(layer: Layer) -> str:
    """'After a week'."""
    return {
        Layer.DAY: _("After a day"),
        Layer.THREE_DAYS: _("After three days"),
        Layer.WEEK: _("After a week"),
        Layer.MONTH: _("After a month"),
    }[layer]


def laying_out_questions(count: int) -> tuple[str, ...]:
    """What may be asked about so many fragments that were chosen, a night later."""
    if count <= 1:
        return (
            _("What is this about, now that a night has passed?"),
            _("What was happening around it?"),
            _("What would it say, if you listened a little longer?"),
            _("What of it would you like to carry with you?"),
        )
    if count == 2:
        return (
            _("What are these two about, now that a night has passed?"),
            _("What do these two have to do with each other?"),
            _("What stands between these two?"),
            _("What of these two would you like to carry with you?"),
        )
    return (
        _("What are these about together, now that a night has passed?"),
        _("What runs through all of these?"),
        _("Which of these speaks first, and what does it say?"),
        _("What of these would you like to carry with you?"),
    )
