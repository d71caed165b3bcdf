"""Reads off the document's fonts which characters they hold, and writes resources/fonts/coverage.json.

For whoever changes a font: python tests/summary/write_coverage.py
"""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont

from kapjournal.summary.fonts import FALLBACKS, SANS, SERIF, fonts

TARGET = Path(__file__).parents[2] / "resources" / "fonts" / "coverage.json"


def runs_of(codes: set[int]) -> list[list[int]]:
    """The code points as runs with both ends included."""
    runs: list[list[int]] = []
    for code in sorted(codes):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return runs


def read_coverage() -> dict[str, list[list[int]]]:
    """What each family holds; of the text fonts what upright and italic both hold."""
    held: dict[str, set[int]] = {}
    for font in fonts().fonts():
        with TTFont(font.path, lazy=True) as opened:
            codes = set(opened.getBestCmap())
        held[font.family] = held[font.family] & codes if font.family in held else codes
    return {family: runs_of(held[family]) for family in (SANS, SERIF, *FALLBACKS)}


if __name__ == "__main__":
    TARGET.write_text(json.dumps(read_coverage(), separators=(",", ":")) + "\n", "utf-8")
