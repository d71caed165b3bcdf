"""What must hold for the file of a scale; each problem is a place in the file and a code of words/scales.py."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence, Set
from typing import Any

Problem = tuple[str, str]

TEXTS = ("id", "name", "version", "licence", "credit")
NUMBERS = ("recall_days", "min_interval_days")
CHANGE = ("min_important", "reliable")
CHANGE_MAY = ("response_min_baseline", "response_fraction", "remission_below", "below_clinical_at")
DIRECTIONS = ("lower_is_better", "higher_is_better")
METHODS = ("sum", "none")
MOST_ITEMS, MOST_OPTIONS, LONGEST, LONGEST_NAME = 100, 10, 2000, 120
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def problem_of(raw: Mapping[str, Any]) -> Problem | None:
    """The first thing that does not fit, or None."""
    checks: tuple[Callable[[Mapping[str, Any]], Problem | None], ...] = (
        _head, _languages, _items, _score, _bands, _change, _names,
    )  # fmt: skip
    for check in checks:
        found = check(raw)
        if found is not None:
            return found
    return None


def _head(raw: Mapping[str, Any]) -> Problem | None:  # noqa: C901, PLR0911 - one line for each rule
    if raw.get("schema_version") != 1:
        return "schema_version", "version_unknown"
    for key in TEXTS:
        if not _is_text(raw.get(key)) or not raw[key].strip():
            return key, "text_missing"
        if len(raw[key]) > (LONGEST_NAME if key in ("id", "name") else LONGEST):
            return key, "too_long"
    if not _ID.fullmatch(raw["id"]):
        return "id", "id_form"
    for key in NUMBERS:
        if not _is_whole(raw.get(key)) or not 0 <= raw[key] <= 3660:
            return key, "number_missing"
    if raw.get("direction") not in DIRECTIONS:
        return "direction", "not_one_of"
    if not isinstance(raw.get("on_at_first", False), bool):
        return "on_at_first", "not_one_of"
    for key in ("loinc", "accept_on_import", "stem", "instructions"):
        if not isinstance(raw.get(key, {}), Mapping):
            return key, "text_missing"
    if not all(_is_text(value) for value in raw.get("loinc", {}).values()):
        return "loinc", "text_missing"
    return None


def _languages(raw: Mapping[str, Any]) -> Problem | None:
    languages = raw.get("languages")
    if not isinstance(languages, list) or not languages:
        return "languages", "text_missing"
    unofficial = raw.get("unofficial", [])
    if not isinstance(unofficial, list):
        return "unofficial", "not_one_of"
    if not all(_is_text(x) and _LANGUAGE.fullmatch(x) for x in (*languages, *unofficial)):
        return "languages", "not_one_of"
    for key in ("stem", "instructions"):
        if raw.get(key) and not _has_texts(raw[key], languages):
            return key, "text_missing"
    return None


def _items(raw: Mapping[str, Any]) -> Problem | None:  # noqa: C901, PLR0911 - one line for each rule
    languages, shared, items = raw["languages"], raw.get("option", []), raw.get("item")
    if shared and (found := _options(shared, languages, "option")) is not None:
        return found
    if not isinstance(items, list) or not 0 < len(items) <= MOST_ITEMS:
        return "item", "number_missing"
    seen: set[str] = set()
    for index, item in enumerate(items, 1):
        where = f"item {index}"
        if not isinstance(item, Mapping) or not _has_texts(item, languages):
            return where, "text_missing"
        if not _is_text(item.get("id")) or not _ID.fullmatch(item["id"]):
            return where, "id_form"
        if item["id"] in seen:
            return where, "id_is_taken"
        seen.add(item["id"])
        if not item.get("option", shared):
            return where, "options_missing"
        if "option" in item and (found := _options(item["option"], languages, where)) is not None:
            return found
        if not isinstance(item.get("scored", True), bool) or not _is_text(item.get("loinc", "")):
            return where, "not_one_of"
        if "shown_if_any_at_least" in item and not _is_whole(item["shown_if_any_at_least"]):
            return where, "number_missing"
        if "shown_if_any_at_least" in item and item.get("scored", True):
            return where, "not_one_of"  # an item that may not be asked cannot count
    return None


def _options(options: Any, languages: Sequence[str], where: str) -> Problem | None:
    if not isinstance(options, list) or not 2 <= len(options) <= MOST_OPTIONS:
        return where, "options_missing"
    for option in options:
        if not isinstance(option, Mapping) or not _has_texts(option, languages):
            return where, "text_missing"
        if not _is_whole(option.get("value")) or not 0 <= option["value"] <= 9:
            return where, "number_missing"
        if not _is_text(option.get("loinc", "")):
            return where, "text_missing"
    values = [option["value"] for option in options]
    return (where, "values_repeat") if len(set(values)) < len(values) else None


def _score(raw: Mapping[str, Any]) -> Problem | None:  # noqa: PLR0911 - one line for each rule
    score = raw.get("score")
    if not isinstance(score, Mapping) or score.get("method") not in METHODS:
        return "score", "not_one_of"
    if score["method"] == "none":
        return None
    for key, default in (("min", None), ("max", None), ("max_missing", 0), ("factor", 1)):
        if not _is_whole(score.get(key, default)) or score.get(key, default) < 0:
            return f"score.{key}", "number_missing"
    scored = [item for item in raw["item"] if item.get("scored", True)]
    if not scored or score.get("max_missing", 0) >= len(scored):
        return "score.max_missing", "does_not_add_up"
    options = [item.get("option", raw.get("option", [])) for item in scored]
    factor = score.get("factor", 1)
    if score["max"] != factor * sum(max(o["value"] for o in choice) for choice in options):
        return "score.max", "does_not_add_up"
    if score["min"] != factor * sum(min(o["value"] for o in choice) for choice in options):
        return "score.min", "does_not_add_up"
    return None


def _bands(raw: Mapping[str, Any]) -> Problem | None:
    bands = raw.get("band", [])
    if not isinstance(bands, list):
        return "band", "not_one_of"
    if not bands:
        return None
    expected = raw["score"].get("min", 0)
    for band in bands:
        if not isinstance(band, Mapping) or not _is_name(band.get("name")):
            return "band", "text_missing"
        if not _is_whole(band.get("low")) or not _is_whole(band.get("high")):
            return "band", "number_missing"
        if band["low"] != expected or band["high"] < band["low"]:
            return "band", "does_not_add_up"
        expected = band["high"] + 1
    return ("band", "does_not_add_up") if expected != raw["score"].get("max", 0) + 1 else None


def _change(raw: Mapping[str, Any]) -> Problem | None:
    change = raw.get("change")
    if change is None:
        return None
    if not isinstance(change, Mapping) or set(change) - {*CHANGE, *CHANGE_MAY}:
        return "change", "not_one_of"
    if not all(_is_whole(change.get(key)) and change[key] > 0 for key in CHANGE):
        return "change", "number_missing"
    if not all(_is_number(change[key]) for key in CHANGE_MAY if key in change):
        return "change", "number_missing"
    return ("change", "does_not_add_up") if change["reliable"] < change["min_important"] else None


def _names(raw: Mapping[str, Any]) -> Problem | None:
    """What points at an item points at one that is there."""
    ids = {item["id"] for item in raw["item"]}
    safety = raw.get("safety")
    if safety is not None:
        if not isinstance(safety, Mapping) or not _is_one_of(safety.get("item"), ids):
            return "safety", "no_such_item"
        if not _is_whole(safety.get("trigger_at")):
            return "safety", "number_missing"
    subscales = raw.get("subscale", [])
    for subscale in subscales if isinstance(subscales, list) else [None]:
        if not isinstance(subscale, Mapping) or not _is_name(subscale.get("name")):
            return "subscale", "text_missing"
        items = subscale.get("items")
        if not isinstance(items, list) or not items or not all(_is_one_of(item, ids) for item in items):
            return "subscale", "no_such_item"
    reference = raw.get("reference")
    if reference is not None and not (
        isinstance(reference, Mapping)
        and _is_whole(reference.get("low"))
        and _is_whole(reference.get("high"))
    ):
        return "reference", "number_missing"
    return None


def _has_texts(raw: Any, languages: Sequence[str]) -> bool:
    return isinstance(raw, Mapping) and all(
        _is_text(raw.get(language)) and 0 < len(raw[language].strip()) <= LONGEST for language in languages
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_NAME


def _is_one_of(value: object, ids: Set[str]) -> bool:
    return isinstance(value, str) and value in ids


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
