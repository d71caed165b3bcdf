"""A summary as the data that the template is fed with: text that prints, and the fixed words around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from typing import Any

from kapjournal.domain.share import PageSize, Part
from kapjournal.summary.document import Chart, Summary, Writing
from kapjournal.summary.fonts import FALLBACKS, SANS, SERIF
from kapjournal.summary.plain_text import Care, is_right_to_left, printable
from kapjournal.words.dates import day_medium
from kapjournal.words.language import _, pgettext

PAPER = {PageSize.A4: "a4", PageSize.LETTER: "us-letter"}


class Run(StrEnum):
    """A part of the document that begins a page of its own."""

    FRONT = "front"
    WRITINGS = "writings"
    FURTHER = "further"


_NOWHERE = frozenset(("choice", "first", "last", "made", "page_size"))
_IN_RUN = {
    "writings": Run.WRITINGS,
    "writings_count": Run.WRITINGS,
    "practices": Run.WRITINGS,
    "further": Run.FURTHER,
}
"""Where a field of a summary stands, if not on the first page."""
_ON_EACH = frozenset(("language", "region", "opening", "title", "standing"))


def runs_of(summary: Summary) -> tuple[Run, ...]:
    """Return the runs that a summary has; a first page that says nothing gives its place to what was written."""
    written = bool(summary.writings or summary.practices)
    has = {
        Run.FRONT: not written or _says_something(summary),
        Run.WRITINGS: written,
        Run.FURTHER: summary.further is not None,
    }
    return tuple(run for run in Run if has[run])


def run_parts(summary: Summary, run: Run) -> tuple[object, ...]:
    """Return everything of a summary that a run shows: where it is the same, the run is."""
    shown = (getattr(summary, field.name) for field in fields(summary) if _stands_in(field.name, (run,)))
    words = tuple(fixed_words().values())
    day, closing = summary.made.date(), closing_note(summary)
    return (*shown, summary.page_size, day, _numbers_missing(summary), closing, words)


def closing_note(summary: Summary) -> tuple[str, ...]:
    """Return the note as it stands after what was written, where no page comes before that; else it stands there."""
    return summary.note if Run.FRONT not in runs_of(summary) else ()


def template_data(summary: Summary, runs: tuple[Run, ...], care: Care = Care.USUAL) -> dict[str, Any]:
    """Return what the template reads of some runs, ready for JSON; other runs have no influence on it."""

    def text(words: str) -> str:
        return printable(words, care)

    def value(field: Field[Any]) -> object:
        if _stands_in(field.name, runs):
            return getattr(summary, field.name)
        return () if field.default is MISSING else field.default

    data: dict[str, Any] = {
        field.name: _plain(value(field), text) for field in fields(summary) if field.name not in _NOWHERE
    }
    data |= {
        "runs": list(runs),
        "density": 0,
        "pages_before": 0,
        "pages": None,
        "paper": PAPER[summary.page_size],
        "numbers_missing": _numbers_missing(summary),
        "closing_note": _plain(closing_note(summary), text) if Run.WRITINGS in runs else [],
        "region": _region(summary.region),
        "made": day_medium(summary.made.date()),
        "sans": [SANS, *FALLBACKS],
        "serif": [SERIF, *FALLBACKS],
        "words": {name: text(words) for name, words in fixed_words().items()},
    }
    return data


def _stands_in(name: str, runs: tuple[Run, ...]) -> bool:
    """Whether a field of a summary stands in one of some runs."""
    return name not in _NOWHERE and (name in _ON_EACH or _IN_RUN.get(name, Run.FRONT) in runs)


def _says_something(summary: Summary) -> bool:
    """Whether anything but title and note stands on the first page."""
    stands = (
        summary.standing, summary.worth_asking, summary.glances, summary.charts, summary.scales, summary.sessions,
        summary.around, summary.medicines, summary.talking_points,
    )  # fmt: skip
    return any(stands) or summary.chart is not None or _numbers_missing(summary)


def _numbers_missing(summary: Summary) -> bool:
    return Part.MEASURES in summary.choice.parts and summary.chart is None


def _plain(value: object, text: Callable[[str], str]) -> Any:
    """Return plain lists, dictionaries and printable texts; each text that runs from the right says so."""
    if isinstance(value, Chart):
        return {
            "svg": value.svg,
            "alt": text(value.alt),
            "title": text(value.title),
            "sentence": text(value.sentence),
            "share": value.share,
            "width": value.width,
            "key": value.key,
        }
    if isinstance(value, str):
        return text(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        plain = {name: _plain(getattr(value, name), text) for name in value._fields}
        if isinstance(value, Writing):
            plain["rtl"] = is_right_to_left(_all_words(value))
            plain["keys"] = {
                "title": f"{value.key}:title",
                "answers": f"{value.key}:answers",
                "tags": f"{value.key}:tags",
            }
        return plain
    if isinstance(value, tuple):
        return [_plain(item, text) for item in value]
    return value


def _all_words(writing: Writing) -> str:
    runs = (run.text for block in writing.blocks for line in block.lines for run in line)
    return "".join([*(slip.text for slip in writing.slips), *runs])


def _region(territory: str) -> str | None:
    """Return the country as the template takes it; a territory that is no country ('150', Europe) is left out."""
    return territory if len(territory) == 2 and territory.isalpha() else None


def fixed_words() -> dict[str, str]:
    """Return the words that stand on every summary, by name."""
    return {
        "foot": _("Self-reported; not a clinical measurement."),
        "app": "Kap Journal",
        "page": _("page {page} of {pages}"),
        "worth_asking": _("Worth asking about."),
        "before": pgettext("legend of a summary", "before"),
        "now": pgettext("legend of a summary", "now"),
        "also": _("Also:"),
        "sessions": _("Dosing sessions"),
        "session": _("session"),
        "date": _("date"),
        "told": _("as I was told"),
        "depth": _("depth"),
        "difficulty": _("difficulty"),
        "side_effects": _("side effects, strength, until gone"),
        "around": _("Mood around sessions"),
        "week_before": _("7 days before"),
        "days_after": _("days 1 to 3 after"),
        "talk": _("What I would like to talk about"),
        "writings": _("What I chose to share"),
        "score": pgettext("column of a table of scales", "score"),
        "in_words": _("in words"),
        "change": _("change"),
        "medicines": _("Current medicines, as I was told"),
        "practices": _("Practices I chose to share"),
        "dots": _("Filled: kept; ring: not kept; numbers: sessions."),
        "further": _("Further charts and method"),
        "effects": _("Side effects by session"),
        "before_and_after": _("Before and after the first dose"),
        "after": pgettext("column of a table", "after"),
        "measure": _("measure"),
        "method": _("How this was worked out"),
        "own_words": _("The patient’s own words, unchanged. Entries that are not shown here are private."),
        "no_numbers": _("No check-in with mood in these days."),
    }
