"""The design's values (colours, type, lengths), as resources/design/tokens.toml has them; no Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from kapjournal.token_values import VALUES

BODY_PX = 14


class TypeStyle(NamedTuple):
    """One style of type: sizes in logical px at 100 % text."""

    px: float
    leading: float
    weight: int
    family: str
    spacing: float


class Tokens(NamedTuple):
    """All values of the design, by name."""

    colors: Mapping[str, Mapping[str, str]]
    moods: Mapping[str, tuple[str, ...]]
    on_moods: Mapping[str, tuple[str, ...]]
    series: Mapping[str, Mapping[str, str]]
    series_marks: Mapping[str, tuple[str, tuple[float, ...]]]
    type: Mapping[str, TypeStyle]
    space: Mapping[str, float]
    size: Mapping[str, float]
    motion: Mapping[str, float]
    opacity: Mapping[str, float]
    breakpoint: Mapping[str, float]
    chart: Mapping[str, Any]
    icons: Mapping[str, str]
    shortcuts: Mapping[str, str]


@cache
def tokens() -> Tokens:
    """Return the design's values."""
    names = [
        name for name, table in VALUES["color"].items() if "mood" in table and isinstance(table["mood"], list)
    ]
    plain = {
        name: {role: value for role, value in VALUES["color"][name].items() if isinstance(value, str)}
        for name in (*names, "print")
    }
    return Tokens(
        colors=plain,
        moods={name: tuple(VALUES["color"][name]["mood"]) for name in names},
        on_moods={name: tuple(VALUES["color"][name]["on_mood"]) for name in names},
        series={"light": VALUES["color"]["series_light"], "dark": VALUES["color"]["series_dark"]},
        series_marks={
            name: (mark["marker"], tuple(float(px) for px in mark["dash"]))
            for name, mark in VALUES["series"].items()
        },
        type={
            name: TypeStyle(style["px"], style["leading"], style["weight"], style["family"], style["spacing"])
            for name, style in VALUES["type"].items()
            if "px" in style
        },
        space=VALUES["space"],
        size=VALUES["size"],
        motion={name: value for name, value in VALUES["motion"].items() if not isinstance(value, str)},
        opacity=VALUES["opacity"],
        breakpoint=VALUES["breakpoint"],
        chart=VALUES["chart"],
        icons=VALUES["icons"],
        shortcuts=VALUES["shortcuts"],
    )
