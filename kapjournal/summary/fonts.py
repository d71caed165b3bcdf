"""The fonts of the document: only those that come with the program, so that paper never depends on a system."""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from kapjournal.paths import resource

SANS = "Inter"
SERIF = "Source Serif 4"
FALLBACKS = (
    "Noto Sans Hebrew",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Noto Sans SC",
    "Noto Sans KR",
    "Noto Sans Symbols",
    "Noto Sans Symbols 2",
    "Noto Emoji",
    "Noto Sans Math",
)
"""Tried in this order for what neither Inter nor Source Serif holds."""
BASE_RANGES = (
    (0x20, 0x7E),
    (0xA1, 0xAC),
    (0xAE, 0x12B),
    (0x12E, 0x131),
    (0x134, 0x148),
    (0x14A, 0x165),
    (0x168, 0x17E),
    (0x2013, 0x2014),
    (0x2018, 0x201A),
    (0x201C, 0x201E),
)
"""Characters that both text fonts hold, for certain (a test reads it off them): most texts need no other look."""


def font_folders() -> tuple[Path, ...]:
    """Return the folders of the fonts."""
    import fontpkg_inter
    import fontpkg_source_serif_4

    return (
        Path(fontpkg_inter.ROOT) / "files",
        Path(fontpkg_source_serif_4.ROOT) / "files",
        resource("fonts/fallback"),
    )


@cache
def fonts() -> Any:
    """Return the fonts as Typst takes them; read once."""
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in font_folders()],
    )


BASE = frozenset(chr(code) for first, last in BASE_RANGES for code in range(first, last + 1))


def is_base(text: str) -> bool:
    """Whether each character of a text is in both text fonts without looking."""
    return BASE.issuperset(text)


@lru_cache(maxsize=16384)
def families_with(character: str) -> frozenset[str]:
    """Return the families that hold a character; an empty set where none does."""
    code = ord(character)
    return frozenset(family for family, held in coverage().items() if held.holds(code))


class Held(NamedTuple):
    """The code points of one family as runs: where each begins and ends, both included."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def holds(self, code: int) -> bool:
        """Whether a code point is in one of the runs."""
        place = bisect_right(self.firsts, code) - 1
        return place >= 0 and code <= self.lasts[place]


@cache
def coverage() -> dict[str, Held]:
    """Return what each family holds, upright, in the order in which families are tried.

    It was read off the fonts once (tests/summary/write_coverage.py): opening twelve fonts takes longer than the
    whole document. A test compares it with the fonts.
    """
    stored: dict[str, list[list[int]]] = json.loads(resource("fonts/coverage.json").read_text("utf-8"))
    return {
        family: Held(
            tuple(first for first, _last in stored[family]), tuple(last for _first, last in stored[family])
        )
        for family in (SANS, SERIF, *FALLBACKS)
    }
