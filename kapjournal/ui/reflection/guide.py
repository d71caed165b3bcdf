"""The five parts of the guide, where they stand in a text, and which of them the caret is in."""

from __future__ import annotations

from dataclasses import dataclass

from kapjournal.words.language import _
from kapjournal.words.markdown import LineKind, plain, read_line

_OPENING_LENGTH = 66


@dataclass(frozen=True, slots=True)
class GuidePart:
    """One part: its heading on the page, and what may help to begin it."""

    heading: str
    hint: str


@dataclass(frozen=True, slots=True)
class PartState:
    """A part as it stands in a text now."""

    part: GuidePart
    place: int | None
    """Where its words begin, in characters; None where the text has no such part."""
    opening: str
    """How its words begin; '' where nothing is written in it."""
    is_here: bool
    """Whether the caret is in it."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What stands under a heading, up to the next."""

    heading: str
    begins: int
    ends: int
    words: str


def guide_parts() -> tuple[GuidePart, ...]:
    """The parts in their order."""
    return (
        GuidePart(_("What stood out"), _("An image, a moment, a sentence. Whatever comes first.")),
        GuidePart(_("What I felt"), _("One feeling or several, also those that do not fit together.")),
        GuidePart(_("Where in the body"), _("Chest, belly, hands, throat. Warm or cold, wide or tight.")),
        GuidePart(_("What it may mean"), _("A guess is enough. It may mean nothing yet.")),
        GuidePart(_("What I will carry into my days"), _("Something small, that fits into an ordinary day.")),
    )


def guide_states(text: str, caret: int) -> tuple[PartState, ...]:
    """Each part as it stands in the text; words before the first heading count as what stood out."""
    stretches = _stretches(text)
    parts = guide_parts()
    names = [part.heading.casefold() for part in parts]
    under = {stretch.heading.casefold(): stretch for stretch in reversed(stretches) if stretch.heading}
    if names[0] not in under and stretches and stretches[0].words.strip():
        under[names[0]] = stretches[0]
    states = []
    for name, part in zip(names, parts, strict=True):
        stretch = under.get(name)
        states.append(
            PartState(
                part,
                None if stretch is None else stretch.begins,
                "" if stretch is None else _opening(stretch.words),
                stretch is not None and stretch.begins <= caret <= stretch.ends,
            )
        )
    return tuple(states)


def heading_line(part: GuidePart) -> str:
    """The line that a part begins with."""
    return f"## {part.heading}"


def _stretches(text: str) -> list[_Stretch]:
    found: list[_Stretch] = []
    heading, begins, words = "", 0, ""
    place = 0
    for raw in text.split("\n"):
        line = read_line(raw)
        if line.kind is LineKind.HEADING and not raw.startswith("###"):
            found.append(_Stretch(heading, begins, max(begins, place - 1), words))
            heading, begins, words = line.words.strip(), place, ""
        else:
            words += raw + "\n"
        place += len(raw) + 1
    found.append(_Stretch(heading, begins, len(text), words))
    return found


def _opening(words: str) -> str:
    whole = " ".join(plain(words).split())
    if len(whole) <= _OPENING_LENGTH:
        return whole
    return whole[:_OPENING_LENGTH].rsplit(" ", 1)[0].rstrip(",.;: ") + "…"
