"""Reads off Inter how wide its characters are, and writes resources/fonts/inter_advances.json.

For whoever changes the font: python tests/charts/write_inter_advances.py
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import fontpkg_inter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parents[2] / "resources" / "fonts" / "inter_advances.json"
FONT = fontpkg_inter.ROOT / "files" / "Inter[opsz,wght].ttf"
WEIGHTS = (400, 500, 600)


def read_advances() -> dict[str, Any]:
    """The widths of all characters at the weights of the design, as runs of neighbouring code points."""
    with TTFont(FONT, lazy=True) as font:
        names = font.getBestCmap()
        weights = {str(w): of_weight(font.getGlyphSet(location={"wght": w}), names) for w in WEIGHTS}
        return {"units": font["head"].unitsPerEm, "weights": weights}


def of_weight(glyphs: Any, names: dict[int, str]) -> dict[str, Any]:
    """The widths at one weight."""
    runs: list[tuple[int, list[int]]] = []
    for code in sorted(names):
        width = round(glyphs[names[code]].width)
        if runs and runs[-1][0] + len(runs[-1][1]) == code:
            runs[-1][1].append(width)
        else:
            runs.append((code, [width]))
    return {"missing": round(glyphs[".notdef"].width), "runs": [list(run) for run in runs]}


if __name__ == "__main__":
    TARGET.write_text(json.dumps(read_advances(), separators=(",", ":")) + "\n", "utf-8")
