"""What a library of prompts must be: the checks that its reader makes.

The same is published for authors as a JSON Schema, resources/prompts/prompts.schema.json.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kapjournal.guidance.dose_words import has_dose_words

SCHEMA_VERSION = 1
WINDOWS = ("prep", "day_of", "h0_24", "h24_72", "d3_14", "maintenance", "steady")
STAGES = ("preparation", "dosing", "integration", "maintenance", "any")
DOMAINS = ("mind", "body", "spirit", "relationships", "lifestyle", "nature")
MODALITIES = ("ACT", "CBT", "DBT", "somatic", "relational", "creative")
DEPTHS = ("light", "medium", "deep")
SKIP_CODES = ("distress", "acute", "trauma", "unsafe_home", "activation")
ID = re.compile(r"[a-z]+-[a-z]+-[0-9]{2}")
LONGEST_TEXT = 240
LONGEST_FOLLOWUP = 120
LONGEST_CAUTION = 160
MOST_FOLLOWUPS = 3
MINUTES = range(1, 31)
RULES = (
    "first_hours", "no_deep_before_h", "no_repeat_days", "maintenance_every_days", "distress_at", "item9_days",
    "activation_energy_at", "domain_balance_days", "offer_alternatives",
)  # fmt: skip


def problems(raw: Mapping[str, Any]) -> list[str]:
    """Everything that is wrong with a library, one sentence for the author each; empty where it is sound."""
    found = []
    if raw.get("schema_version") != SCHEMA_VERSION:
        found.append(f"schema_version is not {SCHEMA_VERSION}")
    windows, prompts = raw.get("window"), raw.get("prompt")
    if not isinstance(windows, list) or not isinstance(prompts, list):
        return [*found, "there is no list of windows and prompts"]
    found.extend(_window_problems(windows))
    for raw_prompt in prompts:
        found.extend(f"{raw_prompt.get('id')}: {problem}" for problem in _prompt_problems(raw_prompt))
    ids = [p.get("id") for p in prompts]
    found.extend(f"{name}: the id is there twice" for name in sorted({i for i in ids if ids.count(i) > 1}))
    found.extend(
        f"rules: {name} is missing" for name in RULES if not _is_number(raw.get("rules", {}).get(name))
    )
    return found


def _window_problems(windows: list[dict[str, Any]]) -> Iterator[str]:
    ids = tuple(w.get("id") for w in windows)
    if sorted(map(str, ids)) != sorted(WINDOWS):
        yield f"the windows are not {', '.join(WINDOWS)}"
    if len({w.get("priority") for w in windows}) != len(windows):
        yield "two windows have the same priority"
    for window in windows:
        name = window.get("id")
        if not (_is_number(window.get("from_h")) and _is_number(window.get("to_h"))):
            yield f"{name}: from_h and to_h are not hours"
        elif window["from_h"] >= window["to_h"]:
            yield f"{name}: it ends before it begins"
        if window.get("anchor") not in ("start", "end"):
            yield f"{name}: the anchor is neither start nor end"
        if window.get("max_depth") not in DEPTHS:
            yield f"{name}: max_depth is unknown"
        if not isinstance(window.get("per_day"), int) or window["per_day"] < 1:
            yield f"{name}: per_day is not a number from 1"


def _prompt_problems(prompt: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(prompt.get("id"), str) or not ID.fullmatch(prompt["id"]):
        yield "the id is not of the form window-domain-01"
    known = {"window": WINDOWS, "stage": STAGES, "domain": DOMAINS, "modality": MODALITIES, "depth": DEPTHS}
    for key, values in known.items():
        if prompt.get(key) not in values:
            yield f"{key} is unknown"
    if prompt.get("minutes") not in MINUTES:
        yield "minutes is not from 1 to 30"
    yield from _text_problems(prompt)
    codes = prompt.get("skip_when")
    if not isinstance(codes, list) or not set(codes) <= set(SKIP_CODES) or len(set(codes)) != len(codes):
        yield "skip_when holds an unknown code, or one twice"


def _text_problems(prompt: Mapping[str, Any]) -> Iterator[str]:
    if not _is_text(prompt.get("text"), LONGEST_TEXT) or not prompt["text"].strip():
        yield f"the text is missing or longer than {LONGEST_TEXT} characters"
    if not _is_text(prompt.get("contraindication"), LONGEST_CAUTION):
        yield f"contraindication is missing or longer than {LONGEST_CAUTION} characters"
    followups = prompt.get("followups")
    if not isinstance(followups, list) or len(followups) > MOST_FOLLOWUPS:
        yield f"followups is not a list of at most {MOST_FOLLOWUPS}"
    elif not all(_is_text(f, LONGEST_FOLLOWUP) for f in followups):
        yield f"a follow-up is longer than {LONGEST_FOLLOWUP} characters"
    if any(has_dose_words(text) for text in _texts(prompt)):
        yield "it speaks of an amount of medicine or of changing one"


def _texts(prompt: Mapping[str, Any]) -> list[str]:
    """Everything of a prompt that a person reads."""
    followups = prompt.get("followups")
    parts = [
        prompt.get("text"),
        prompt.get("contraindication"),
        *(followups if isinstance(followups, list) else ()),
    ]
    return [part for part in parts if isinstance(part, str)]


def _is_text(value: object, longest: int) -> bool:
    return isinstance(value, str) and len(value) <= longest


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
