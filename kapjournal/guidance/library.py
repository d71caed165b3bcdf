"""The library of prompts: what a prompt is, in which window it belongs, and the rules of offering."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Literal

from kapjournal.guidance.library_checks import problems
from kapjournal.paths import resource

PROMPTS_FILE = "prompts/prompts.toml"
STEADY = "steady"
PREP = "prep"
DAY_OF = "day_of"
FIRST_DAY = "h0_24"
MAINTENANCE = "maintenance"
ANY = "any"
"""The window of questions that belong to every one."""


class PromptDomain(StrEnum):
    """The six domains, in the order of the page; 'spirit' is shown as Meaning, 'lifestyle' as Daily life.

    Questions that are not the library's make two more: the person's own, and those of a therapist.
    """

    MIND = "mind"
    BODY = "body"
    RELATIONSHIPS = "relationships"
    LIFESTYLE = "lifestyle"
    SPIRIT = "spirit"
    NATURE = "nature"
    OWN = "own"
    THERAPIST = "therapist"


OF_THE_LIBRARY = tuple(d for d in PromptDomain if d not in (PromptDomain.OWN, PromptDomain.THERAPIST))


class Depth(IntEnum):
    """How far a prompt goes."""

    LIGHT = 1
    MEDIUM = 2
    DEEP = 3


class Skip(StrEnum):
    """What makes a prompt unfit for now."""

    DISTRESS = "distress"
    ACUTE = "acute"
    TRAUMA = "trauma"
    UNSAFE_HOME = "unsafe_home"
    ACTIVATION = "activation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One question to write about."""

    id: str
    stage: str
    window: str
    domain: PromptDomain
    modality: str
    depth: Depth
    minutes: int
    text: str
    followups: tuple[str, ...] = ()
    caution: str = ""
    skip_when: frozenset[Skip] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptWindow:
    """A stretch of hours before the start or after the end of a dosing session."""

    id: str
    from_h: float
    to_h: float
    anchor: Literal["start", "end"]
    priority: int
    max_depth: Depth
    per_day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptRules:
    """The numbers of the picking rule."""

    first_hours: float
    no_deep_before_h: float
    no_repeat_days: int
    maintenance_every_days: int
    distress_at: float
    item9_days: int
    activation_energy_at: float
    domain_balance_days: int
    offer_alternatives: int


@dataclass(frozen=True, slots=True)
class PromptLibrary:
    """Everything in the library's file, in its order."""

    prompts: tuple[Prompt, ...]
    windows: tuple[PromptWindow, ...]
    rules: PromptRules

    def prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt of that id; None where the library no longer has it."""
        return next((p for p in self.prompts if p.id == prompt_id), None)

    def window(self, window_id: str) -> PromptWindow:
        """The window of that id; KeyError where there is none."""
        for window in self.windows:
            if window.id == window_id:
                return window
        raise KeyError(window_id)

    def of_domain(self, domain: PromptDomain) -> tuple[Prompt, ...]:
        """The prompts of a domain, in the library's order."""
        return tuple(p for p in self.prompts if p.domain is domain)


@cache
def library() -> PromptLibrary:
    """The library that comes with the program, read once."""
    return read_library(resource(PROMPTS_FILE))


def read_library(path: Path) -> PromptLibrary:
    """Read and check a library; ValueError names everything that is wrong with it."""
    raw = tomllib.loads(path.read_text("utf-8"))
    if found := problems(raw):
        raise ValueError("; ".join(found))
    return PromptLibrary(
        prompts=tuple(_prompt(p) for p in raw["prompt"]),
        windows=tuple(_window(w) for w in raw["window"]),
        rules=PromptRules(**{name: raw["rules"][name] for name in PromptRules.__slots__}),
    )


def _prompt(raw: dict[str, Any]) -> Prompt:
    return Prompt(
        id=raw["id"],
        stage=raw["stage"],
        window=raw["window"],
        domain=PromptDomain(raw["domain"]),
        modality=raw["modality"],
        depth=Depth[raw["depth"].upper()],
        minutes=raw["minutes"],
        text=raw["text"],
        followups=tuple(raw["followups"]),
        caution=raw["contraindication"],
        skip_when=frozenset(Skip(code) for code in raw["skip_when"]),
    )


def _window(raw: dict[str, Any]) -> PromptWindow:
    return PromptWindow(
        id=raw["id"],
        from_h=raw["from_h"],
        to_h=raw["to_h"],
        anchor=raw["anchor"],
        priority=raw["priority"],
        max_depth=Depth[raw["max_depth"].upper()],
        per_day=raw["per_day"],
    )
