"""How wide words are in the bundled Inter, for charts on paper and on the web page."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

FONT_FILE = "Inter[opsz,wght].ttf"
MISSING = ".notdef"


@lru_cache(maxsize=4096)
def inter_width(text: str, size: float, weight: int = 400) -> float:
    """Return how wide a text is in Inter at a size, in the size's unit; kerning is left out (under 1 %)."""
    advances, names, units = _advances(weight)
    return sum(_advance(advances, names.get(ord(letter), MISSING)) for letter in text) * size / units


def _advance(advances: Any, name: str) -> float:
    return float(advances[name].width)


@cache
def _advances(weight: int) -> tuple[Any, dict[int, str], int]:
    """Return the glyphs at a weight, the names of glyphs by character, and the units of the em square."""
    import fontpkg_inter
    from fontTools.ttLib import TTFont

    font = TTFont(fontpkg_inter.ROOT / "files" / FONT_FILE, lazy=True)
    return font.getGlyphSet(location={"wght": weight}), font.getBestCmap(), font["head"].unitsPerEm
