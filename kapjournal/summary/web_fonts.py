"""The fonts of the web page, inside it: a page never depends on a system for Latin letters."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import cache

from kapjournal.paths import resource
from kapjournal.summary.fonts import SANS, SERIF


@dataclass(frozen=True, slots=True)
class Face:
    """One file of a family."""

    name: str
    family: str
    weight: str
    style: str = "normal"


FACES = (
    Face("Inter", SANS, "400 600"),
    Face("SourceSerif4-400", SERIF, "400"),
    Face("SourceSerif4-600", SERIF, "600"),
    Face("SourceSerif4-400-italic", SERIF, "400", "italic"),
)
"""tests/summary/write_web_fonts.py cut them down to Latin letters and signs."""


@cache
def font_rules() -> str:
    """Return the @font-face rules with the fonts inside."""
    return "\n".join(_rule(face) for face in FACES)


def _rule(face: Face) -> str:
    data = base64.b64encode(resource(f"fonts/web/{face.name}.woff").read_bytes()).decode("ascii")
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style}; '
        f'src: url("data:font/woff;base64,{data}") format("woff"); }}'
    )
