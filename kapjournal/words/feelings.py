"""The palette of feelings: six families of five words, kept by their English ids."""

from __future__ import annotations

from typing import NamedTuple

from kapjournal.words.language import pgettext


class Feeling(NamedTuple):
    """One word: `id` is stored, `word` is shown."""

    id: str
    word: str


class FeelingFamily(NamedTuple):
    """A row of the palette."""

    id: str
    name: str
    feelings: tuple[Feeling, ...]


def feeling_families() -> tuple[FeelingFamily, ...]:
    """The palette in the order of the check-in."""
    return (
        FeelingFamily("calm", pgettext("feeling family", "Calm"), _calm()),
        FeelingFamily("glad", pgettext("feeling family", "Glad"), _glad()),
        FeelingFamily("open", pgettext("feeling family", "Open"), _open()),
        FeelingFamily("sad", pgettext("feeling family", "Sad"), _sad()),
        FeelingFamily("afraid", pgettext("feeling family", "Afraid"), _afraid()),
        FeelingFamily("angry", pgettext("feeling family", "Angry"), _angry()),
    )


def feeling_word(feeling_id: str) -> str:
    """The word for a feeling; a word that is not of the palette stands for itself."""
    for family in feeling_families():
        for feeling in family.feelings:
            if feeling.id == feeling_id:
                return feeling.word
    return feeling_id


def _calm() -> tuple[Feeling, ...]:
    return (
        Feeling("at_ease", pgettext("feeling", "at ease")),
        Feeling("safe", pgettext("feeling", "safe")),
        Feeling("quiet", pgettext("feeling", "quiet")),
        Feeling("rested", pgettext("feeling", "rested")),
        Feeling("steady", pgettext("feeling", "steady")),
    )


def _glad() -> tuple[Feeling, ...]:
    return (
        Feeling("hopeful", pgettext("feeling", "hopeful")),
        Feeling("grateful", pgettext("feeling", "grateful")),
        Feeling("playful", pgettext("feeling", "playful")),
        Feeling("light", pgettext("feeling", "light")),
        Feeling("proud", pgettext("feeling", "proud")),
    )


def _open() -> tuple[Feeling, ...]:
    return (
        Feeling("tender", pgettext("feeling", "tender")),
        Feeling("curious", pgettext("feeling", "curious")),
        Feeling("moved", pgettext("feeling", "moved")),
        Feeling("connected", pgettext("feeling", "connected")),
        Feeling("in_awe", pgettext("feeling", "in awe")),
    )


def _sad() -> tuple[Feeling, ...]:
    return (
        Feeling("heavy", pgettext("feeling", "heavy")),
        Feeling("lonely", pgettext("feeling", "lonely")),
        Feeling("empty", pgettext("feeling", "empty")),
        Feeling("longing", pgettext("feeling", "longing")),
        Feeling("numb", pgettext("feeling", "numb")),
    )


def _afraid() -> tuple[Feeling, ...]:
    return (
        Feeling("anxious", pgettext("feeling", "anxious")),
        Feeling("tense", pgettext("feeling", "tense")),
        Feeling("on_guard", pgettext("feeling", "on guard")),
        Feeling("overwhelmed", pgettext("feeling", "overwhelmed")),
        Feeling("unsure", pgettext("feeling", "unsure")),
    )


def _angry() -> tuple[Feeling, ...]:
    return (
        Feeling("irritable", pgettext("feeling", "irritable")),
        Feeling("restless", pgettext("feeling", "restless")),
        Feeling("ashamed", pgettext("feeling", "ashamed")),
        Feeling("hurt", pgettext("feeling", "hurt")),
        Feeling("bitter", pgettext("feeling", "bitter")),
    )
