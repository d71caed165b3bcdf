"""Writes the fonts of the web page: Latin letters and signs, as WOFF. Run once when a font changes.

python -m tests.summary.write_web_fonts
"""

from __future__ import annotations

import io
from pathlib import Path

import fontpkg_inter
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from kapjournal.paths import resource
from kapjournal.summary.web_fonts import FACES

RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x203A), (0x2190, 0x2193), (0x20AC, 0x20AC))
SINGLE = (0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25CB, 0x25CF, 0x2122)
SOURCES = {
    "Inter": Path(fontpkg_inter.ROOT) / "files" / "Inter[opsz,wght].ttf",
    "SourceSerif4-400": resource("fonts") / "SourceSerif4_400Regular.ttf",
    "SourceSerif4-600": resource("fonts") / "SourceSerif4_600SemiBold.ttf",
    "SourceSerif4-400-italic": resource("fonts") / "SourceSerif4_400Regular_Italic.ttf",
}


def cut(path: Path) -> bytes:
    font = TTFont(path)
    options = subset.Options(flavor="woff", layout_features=["kern", "liga", "mark", "mkmk", "tnum", "ccmp"])
    cutter = subset.Subsetter(options)
    codes = [code for first, last in RANGES for code in range(first, last + 1)]
    cutter.populate(unicodes=[*codes, *SINGLE])
    cutter.subset(font)
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, {"opsz": 14, "wght": (400, 600)})
    font.flavor = "woff"
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


if __name__ == "__main__":
    for face in FACES:
        data = cut(SOURCES[face.name])
        (resource("fonts/web") / f"{face.name}.woff").write_bytes(data)
        print(face.name, len(data))
