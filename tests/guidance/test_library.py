"""The library of prompts, and what its reader refuses."""

from __future__ import annotations

import copy
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from kapjournal.guidance import library_checks as checks
from kapjournal.guidance.library import OF_THE_LIBRARY, PROMPTS_FILE, library, read_library
from kapjournal.paths import resource


@pytest.fixture(scope="module")
def raw() -> dict[str, Any]:
    return tomllib.loads(resource(PROMPTS_FILE).read_text("utf-8"))


def test_the_library_is_whole(raw: dict[str, Any]) -> None:
    assert checks.problems(raw) == []
    assert len(library().prompts) == 123
    counts = {domain.value: len(library().of_domain(domain)) for domain in OF_THE_LIBRARY}
    assert counts == {
        "mind": 32,
        "body": 23,
        "relationships": 20,
        "lifestyle": 16,
        "spirit": 19,
        "nature": 13,
    }


@pytest.fixture(scope="module")
def by_schema() -> Callable[[Any], Any]:
    """The published schema, as any author's tool would use it."""
    schema = json.loads(resource("prompts/prompts.schema.json").read_text("utf-8"))
    validate: Callable[[Any], Any] = fastjsonschema.compile(schema)
    return validate


def test_every_prompt_holds_to_the_published_schema(
    raw: dict[str, Any], by_schema: Callable[[Any], Any]
) -> None:
    by_schema(raw)
    for prompt in raw["prompt"]:
        by_schema(raw | {"prompt": [prompt]})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "Mind 1"),
        ("window", "h72"),
        ("domain", "work"),
        ("depth", "abyssal"),
        ("minutes", 0),
        ("text", ""),
        ("text", "a" * 241),
        ("text", "Would 60 mg be enough?"),
        ("contraindication", "Not above 1.5ML."),
        ("followups", ["Or 0.5 mg/kg?"]),
        ("followups", ["a"] * 4),
        ("skip_when", ["rain"]),
        ("skip_when", ["trauma", "trauma"]),
    ],
)
def test_the_published_schema_refuses_what_the_reader_refuses(
    raw: dict[str, Any], by_schema: Callable[[Any], Any], key: str, value: object
) -> None:
    broken = copy.deepcopy(raw)
    broken["prompt"][0][key] = value
    with pytest.raises(fastjsonschema.JsonSchemaException):
        by_schema(broken)
    assert checks.problems(broken)


def test_the_windows_are_those_of_the_clinical_reference() -> None:
    spans = {w.id: (w.from_h, w.to_h, w.anchor, w.priority, w.per_day) for w in library().windows}
    assert spans == {
        "prep": (-48, -12, "start", 3, 1),
        "day_of": (-12, 0, "start", 6, 2),
        "h0_24": (0, 24, "end", 5, 2),
        "h24_72": (24, 72, "end", 4, 2),
        "d3_14": (72, 336, "end", 2, 1),
        "maintenance": (336, 100000, "end", 1, 1),
        "steady": (-100000, 100000, "start", 0, 3),
    }


def test_steady_prompts_fit_every_hard_day() -> None:
    steady = [p for p in library().prompts if p.window == "steady"]
    assert len(steady) == 10
    assert all(not p.skip_when and p.depth == 1 for p in steady)


def test_no_prompt_is_deeper_than_its_window() -> None:
    assert all(p.depth <= library().window(p.window).max_depth for p in library().prompts)


def test_an_unknown_prompt_is_none_and_an_unknown_window_an_error() -> None:
    assert library().prompt("gone-mind-99") is None
    with pytest.raises(KeyError):
        library().window("next_year")


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("id", "Mind 1", "the id"),
        ("id", "prep-mind-02", "twice"),
        ("window", "h72", "window"),
        ("stage", "later", "stage"),
        ("domain", "work", "domain"),
        ("modality", "tarot", "modality"),
        ("depth", "abyssal", "depth"),
        ("minutes", 0, "minutes"),
        ("minutes", 90, "minutes"),
        ("text", "", "text"),
        ("text", "a" * 241, "text"),
        ("contraindication", None, "contraindication"),
        ("followups", ["a"] * 4, "followups"),
        ("followups", ["a" * 121], "follow-up"),
        ("skip_when", ["rain"], "skip_when"),
        ("skip_when", ["trauma", "trauma"], "skip_when"),
        ("text", "Would a higher dose help?", "medicine"),
        ("followups", ["Would 60 mg be enough?"], "medicine"),
    ],
)
def test_a_prompt_that_is_not_sound_is_named(
    raw: dict[str, Any], key: str, value: object, problem: str
) -> None:
    broken = copy.deepcopy(raw)
    broken["prompt"][0][key] = value
    found = checks.problems(broken)
    assert len(found) == 1
    assert problem in found[0]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "later"),
        ("priority", 6),
        ("from_h", 20),
        ("from_h", True),
        ("to_h", "soon"),
        ("to_h", False),
        ("anchor", "middle"),
        ("max_depth", "abyssal"),
        ("per_day", 0),
    ],
)
def test_a_window_that_is_not_sound_is_named(raw: dict[str, Any], key: str, value: object) -> None:
    broken = copy.deepcopy(raw)
    broken["window"][0][key] = value
    assert len(checks.problems(broken)) == 1


def test_a_missing_rule_is_named(raw: dict[str, Any]) -> None:
    broken = copy.deepcopy(raw)
    del broken["rules"]["no_repeat_days"]
    assert checks.problems(broken) == ["rules: no_repeat_days is missing"]


def test_another_version_and_a_file_of_something_else_are_refused(
    raw: dict[str, Any], tmp_path: Path
) -> None:
    assert checks.problems(raw | {"schema_version": 2})
    other = tmp_path / "other.toml"
    other.write_text('title = "a shopping list"', "utf-8")
    with pytest.raises(ValueError, match="no list of windows and prompts"):
        read_library(other)


def test_the_published_schema_says_the_same_as_the_checks() -> None:
    schema = json.loads(resource("prompts/prompts.schema.json").read_text("utf-8"))
    prompt = schema["properties"]["prompt"]["items"]["properties"]
    window = schema["properties"]["window"]["items"]["properties"]
    assert tuple(prompt["window"]["enum"]) == tuple(window["id"]["enum"]) == checks.WINDOWS
    assert tuple(prompt["stage"]["enum"]) == checks.STAGES
    assert tuple(prompt["domain"]["enum"]) == checks.DOMAINS
    assert tuple(prompt["modality"]["enum"]) == checks.MODALITIES
    assert tuple(prompt["depth"]["enum"]) == tuple(window["max_depth"]["enum"]) == checks.DEPTHS
    assert tuple(prompt["skip_when"]["items"]["enum"]) == checks.SKIP_CODES
    assert prompt["id"]["pattern"] == f"^{checks.ID.pattern}$"
    assert prompt["text"]["maxLength"] == checks.LONGEST_TEXT
    assert prompt["followups"]["items"]["maxLength"] == checks.LONGEST_FOLLOWUP
    assert prompt["followups"]["maxItems"] == checks.MOST_FOLLOWUPS
    assert prompt["contraindication"]["maxLength"] == checks.LONGEST_CAUTION
    assert (prompt["minutes"]["minimum"], prompt["minutes"]["maximum"]) == (
        checks.MINUTES[0],
        checks.MINUTES[-1],
    )
    assert tuple(schema["properties"]["rules"]["required"]) == checks.RULES
