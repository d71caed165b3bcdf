"""Emergency numbers and crisis lines by country; no journal is needed for them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from kapjournal.paths import resource

LINES_FILE = "support/crisis.toml"
EUROPEAN_UNION = "EU"
ELSEWHERE = "elsewhere"


class How(StrEnum):
    """How a line is reached."""

    CALL = "call"
    TEXT = "text"
    CALL_OR_TEXT = "call_or_text"
    WEB = "web"


class Basis(StrEnum):
    """What a line rests on."""

    SOURCE = "source"
    KNOWLEDGE = "knowledge"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisLine:
    """One line."""

    name: str
    """Its own name; '' where the number is its name."""
    number: str
    how: How
    text: str = ""
    """The word to send by text message."""
    option: str = ""
    """What to choose in its menu."""
    also: tuple[str, ...] = ()
    part: str = ""
    """The language ('nl', 'fr') or place ('CABA', 'several_countries') that it is for; '' for everybody."""
    web: str = ""
    basis: Basis
    known: str
    """When it was so, in words; '' where that is not known."""
    checked: str = ""
    """The day on which a person checked it for a release; '' where nobody has."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country's emergency numbers, the first to call first, and its lines."""

    code: str
    """ISO 3166 code, 'EU' or 'elsewhere'."""
    emergency: tuple[str, ...]
    """Empty elsewhere: the local number."""
    lines: tuple[CrisisLine, ...]


def countries() -> tuple[Country, ...]:
    """Every country there is, in the order of the file; 'elsewhere' is last."""
    return _file()[0]


def country(code: str) -> Country:
    """The country of that code; 'elsewhere' for any other."""
    return next((c for c in countries() if c.code == code), countries()[-1])


def guess_country(territory: str) -> str:
    """The code that fits a territory of the system's locale; its own, the European Union's, or 'elsewhere'."""
    known, union = _file()
    if any(c.code == territory for c in known):
        return territory
    return EUROPEAN_UNION if territory in union else ELSEWHERE


@cache
def _file() -> tuple[tuple[Country, ...], frozenset[str]]:
    raw = tomllib.loads(resource(LINES_FILE).read_text("utf-8"))
    return tuple(_country(c) for c in raw["country"]), frozenset(raw["european_union"])


def _country(raw: dict[str, Any]) -> Country:
    return Country(raw["code"], tuple(raw["emergency"]), tuple(_line(line) for line in raw["line"]))


def _line(raw: dict[str, Any]) -> CrisisLine:
    fixed = {"how": How(raw["how"]), "basis": Basis(raw["basis"]), "also": tuple(raw.get("also", ()))}
    return CrisisLine(**(raw | fixed))
