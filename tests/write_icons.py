"""Cuts the icons out of Phosphor's font: those of the design's tokens and those that are there already.

For whoever adds an icon to resources/design/tokens.toml: python tests/write_icons.py (needs the package qtawesome)
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import qtawesome
from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
ICONS = ROOT / "resources" / "icons"
FONTS = Path(qtawesome.__file__).parent / "fonts"


def wanted() -> set[str]:
    """The names of the tokens, without 'ph.', and those of the subset as it is."""
    tokens = tomllib.loads((ROOT / "resources" / "design" / "tokens.toml").read_text(encoding="utf-8"))
    named = {name.removeprefix("ph.") for name in tokens["icons"].values()}
    lines = (ICONS / "phosphor.txt").read_text(encoding="utf-8").splitlines()
    return named | {line.split()[0] for line in lines if line and not line.startswith("#")}


def main() -> None:
    """Write font and list."""
    places = json.loads(next(FONTS.glob("phosphor*charmap*.json")).read_text(encoding="utf-8"))
    names = sorted(wanted())
    found = {name: int(places[name], 16) for name in names}
    font = TTFont(next(FONTS.glob("phosphor*.ttf")))
    cut = subset.Subsetter(subset.Options(name_IDs=["*"], notdef_outline=True))
    cut.populate(unicodes=found.values())
    cut.subset(font)
    font.save(ICONS / "phosphor.ttf")
    head = "# Phosphor Icons 1.3 (MIT): name and place of each glyph in phosphor.ttf, a subset of the regular weight."
    rows = [f"{name} {place:x}" for name, place in found.items()]
    (ICONS / "phosphor.txt").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
