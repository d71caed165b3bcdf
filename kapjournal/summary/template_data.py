"""A summary as the data that the template is fed with: text that prints, and the fixed words around it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

from kapjournal.domain.share import PageSize, Part
from kapjournal.summary.document import Chart, Summary, Writing
from kapjournal.summary.fonts import FALLBACKS, SANS, SERIF
from kapjournal.summary.plain_text import Care, is_right_to_left, printable
from kapjournal.words.dates import day_medium
from kapjournal.words.language import _, pgettext

PAPER = {PageSize.A4: "a4", PageSize.LETTER: "us-letter"}


def template_data(summary: Summary, care: Care = Care.USUAL) -> str:
    """Return the JSON that the template reads."""

    def text(words: str) -> str:
        return printable(words, care)

    data: dict[str, Any] = {
        field.name: _plain(getattr(summary, field.name), text)
        for field in fields(summary)
        if field.name not in ("choice", "first", "last", "made", "page_size")
    }
    data |= {
        "paper": PAPER[summary.page_size],
        "numbers_missing": Part.MEASURES in summary.choice.parts and summary.chart is None,
        "region": _region(summary.region),
        "made": day_medium(summary.made.date()),
        "sans": [SANS, *FALLBACKS],
        "serif": [SERIF, *FALLBACKS],
        "words": {name: text(words) for name, words in fixed_words().items()},
    }
    return json.dumps(data, ensure_ascii=False)


def _plain(value: object, text: Callable[[str], str]) -> Any:
    """Return plain lists, dictionaries and printable texts; each text that runs from the right says so."""
    if isinstance(value, Chart):
        return {
            "svg": value.svg,
            "alt": text(value.alt),
            "title": text(value.title),
            "width": value.width,
            "key": value.key,
        }
    if isinstance(value, str):
        return text(value)
    if isinstance(value, tuple):
        return [_plain(item, text) for item in value]
    if is_dataclass(value):
        plain = {field.name: _plain(getattr(value, field.name), text) for field in fields(value)}
        if isinstance(value, Writing):
            plain["rtl"] = is_right_to_left(_all_words(value))
            plain["keys"] = {"title": f"{value.key}:title", "answers": f"{value.key}:answers"}
        return plain
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
        "method": _("How this was worked out"),
        "own_words": _("The patient’s own words, unchanged. Entries that are not shown here are private."),
        "no_numbers": _("No check-in with mood in these days."),
    }
