"""The definitions of scales: those of the program, and files in the same format that a person adds.

The format is published as resources/scales/scale.schema.json; what it cannot say (totals that fit the items, names
that are there) is checked in scale_definition_checks.py.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from kapjournal import bounded_toml
from kapjournal.domain.scale import (
    Band,
    ChangeRule,
    SafetyItem,
    ScaleDefinition,
    ScaleItem,
    ScaleOption,
    Scoring,
    Subscale,
)
from kapjournal.errors import ScaleFileError
from kapjournal.guidance.scale_definition_checks import problem_of
from kapjournal.guidance.scale_definition_lines import line_of, line_of_fault
from kapjournal.paths import resource

FOLDER = "scales"
BUILT_IN = ("phq9", "gad7", "phq2", "gad2", "pcl5", "long_term")
MAX_CHARACTERS = 200_000


@cache
def built_in() -> tuple[ScaleDefinition, ...]:
    """The scales of the program, in the order in which they are shown."""
    folder = resource(FOLDER)
    return tuple(read((folder / f"{name}.toml").read_text("utf-8")) for name in BUILT_IN)


def built_in_one(instrument: str) -> ScaleDefinition:
    """One scale of the program. Raises KeyError."""
    return {d.id: d for d in built_in()}[instrument]


def read(text: str, *, built_in: bool = True) -> ScaleDefinition:
    """Read a definition from the text of its file. Raises ScaleFileError."""
    if len(text) > MAX_CHARACTERS:
        raise ScaleFileError("", "too_long")
    try:
        raw = bounded_toml.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ScaleFileError("", "not_toml", line_of_fault(error, text)) from error
    found = problem_of(raw)
    if found is not None:
        raise ScaleFileError(*found, line_of(text, found[0]))
    return _definition(raw, built_in=built_in)


def check_id_is_free(definition: ScaleDefinition) -> None:
    """Refuse a file that would stand in for a scale of the program. Raises ScaleFileError."""
    if definition.id in BUILT_IN:
        raise ScaleFileError("id", "id_is_taken")


def _definition(raw: Mapping[str, Any], *, built_in: bool) -> ScaleDefinition:
    languages = tuple(raw["languages"])
    options = tuple(_option(o, languages) for o in raw.get("option", ()))
    score, codes = raw["score"], raw.get("loinc", {})
    reference, safety = raw.get("reference"), raw.get("safety")
    return ScaleDefinition(
        id=raw["id"],
        name=raw["name"],
        version=raw["version"],
        licence=raw["licence"],
        credit=raw["credit"],
        languages=languages,
        unofficial=tuple(raw.get("unofficial", ())),
        recall_days=raw["recall_days"],
        min_interval_days=raw["min_interval_days"],
        lower_is_better=raw["direction"] == "lower_is_better",
        on_at_first=raw.get("on_at_first", False),
        stem=_texts(raw.get("stem", {}), languages),
        instructions=_texts(raw.get("instructions", {}), languages),
        options=options,
        items=tuple(_item(i, options, languages) for i in raw["item"]),
        scoring=Scoring(score["method"]),
        low=score.get("min", 0),
        high=score.get("max", 0),
        factor=score.get("factor", 1),
        max_missing=score.get("max_missing", 0),
        bands=tuple(Band(b["low"], b["high"], b["name"]) for b in raw.get("band", ())),
        reference=(reference["low"], reference["high"]) if reference else None,
        change=ChangeRule(**raw["change"]) if "change" in raw else None,
        safety=SafetyItem(safety["item"], safety["trigger_at"]) if safety else None,
        subscales=tuple(Subscale(s["name"], tuple(s["items"])) for s in raw.get("subscale", ())),
        loinc_panel=codes.get("panel", ""),
        loinc_total=codes.get("total", ""),
        loinc_answer_list=codes.get("answer_list", ""),
        accept_on_import=dict(raw.get("accept_on_import", {})),
        built_in=built_in,
    )


def _item(raw: Mapping[str, Any], shared: tuple[ScaleOption, ...], languages: tuple[str, ...]) -> ScaleItem:
    own = tuple(_option(o, languages) for o in raw.get("option", ()))
    return ScaleItem(
        id=raw["id"],
        text=_texts(raw, languages),
        options=own or shared,
        loinc=raw.get("loinc", ""),
        scored=raw.get("scored", True),
        shown_if_any_at_least=raw.get("shown_if_any_at_least"),
    )


def _option(raw: Mapping[str, Any], languages: tuple[str, ...]) -> ScaleOption:
    return ScaleOption(raw["value"], _texts(raw, languages), raw.get("loinc", ""))


def _texts(raw: Mapping[str, Any], languages: tuple[str, ...]) -> Mapping[str, str]:
    return {language: raw[language] for language in languages if language in raw}
