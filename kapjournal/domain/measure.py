"""What is noticed in a check-in: measures with their ends, direction and step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

MOOD = "mood"
DISTRESS = "distress"
ANXIETY = "anxiety"
ENERGY = "energy"
SLEEP_H = "sleep_h"
SLEEP_QUALITY = "sleep_quality"
CONNECTION = "connection"
PAIN = "pain"
WANTING_MORE = "wanting_more"
ALWAYS_THERE = (MOOD, DISTRESS)


class Direction(StrEnum):
    """Which end a person would rather be at; never used to colour or judge."""

    HIGHER_IS_BETTER = "higher_is_better"
    LOWER_IS_BETTER = "lower_is_better"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing to notice. Built-in ones have a known key and words from the catalogue; own ones carry their words."""

    key: str
    low: float = 0.0
    high: float = 10.0
    step: float = 1.0
    direction: Direction = Direction.NEITHER
    unit: str = ""
    """'' or 'h'."""
    name: str = ""
    """The person's own name for it; '' for a built-in measure that was not renamed."""
    low_word: str = ""
    high_word: str = ""
    in_use: bool = False
    """Asked in the check-in; a retired measure keeps its past."""
    position: int = 0

    @property
    def is_own(self) -> bool:
        """Whether the person made it."""
        return self.key not in BUILT_IN


def _built_in() -> tuple[Measure, ...]:
    higher, lower, neither = (Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER, Direction.NEITHER)
    return (
        Measure(key=MOOD, direction=higher, in_use=True, position=0),
        Measure(key=DISTRESS, direction=lower, in_use=True, position=1),
        Measure(key=ANXIETY, direction=lower, position=2),
        Measure(key=ENERGY, direction=neither, position=3),
        Measure(key=SLEEP_H, high=24.0, step=0.5, direction=neither, unit="h", position=4),
        Measure(key=SLEEP_QUALITY, high=4.0, direction=higher, position=5),
        Measure(key=CONNECTION, direction=higher, position=6),
        Measure(key=PAIN, direction=lower, position=7),
        Measure(key=WANTING_MORE, direction=lower, position=8),
    )


BUILT_IN: Mapping[str, Measure] = MappingProxyType({m.key: m for m in _built_in()})
"""SLEEP_H and SLEEP_QUALITY are chosen together as 'sleep'."""


@dataclass(frozen=True, slots=True)
class SourceValue:
    """What an imported value was before it was mapped: the figure, and the ends of its scale."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class MeasureValue:
    """A measure's value in one check-in; absent means not set, which is never zero."""

    measure: str
    value: float
    source: SourceValue | None = field(default=None)
