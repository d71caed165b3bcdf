"""Takes the signs of a summary out of the bundled icons, as outlines on a square of 256.

For whoever adds a sign to NAMES: python -m tests.summary.write_signs
"""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
NAMES = {
    "asking": "chat-circle-text",
    "image": "image-square",
    "word": "text-aa",
    "feeling": "heart",
    "body": "person-simple",
    "someone": "user",
}
GRID = 256


def main() -> None:
    """Write the list."""
    font = TTFont(RESOURCES / "icons" / "phosphor.ttf")
    lines = (RESOURCES / "icons" / "phosphor.txt").read_text("utf-8").splitlines()
    places = {line.split()[0]: int(line.split()[1], 16) for line in lines if not line.startswith("#")}
    glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
    share = GRID / font["head"].unitsPerEm
    outlines = {}
    for name, icon in NAMES.items():
        pen = SVGPathPen(glyphs, ntos=lambda value: str(round(value)))
        turned = TransformPen(pen, (share, 0, 0, -share, 0, share * font["hhea"].ascender))
        glyphs[cmap[places[icon]]].draw(turned)
        outlines[name] = pen.getCommands()
    made = json.dumps(outlines, indent=1)
    (RESOURCES / "summary" / "signs.json").write_text(made + "\n", "utf-8")


if __name__ == "__main__":
    main()
