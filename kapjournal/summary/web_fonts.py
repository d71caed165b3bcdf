"""The fonts of the web page, cut down to the letters that stand on it: a page never depends on a system."""

from __future__ import annotations

import base64
import io
import logging
from dataclasses import dataclass
from pathlib import Path

from kapjournal.paths import resource
from kapjournal.summary.fonts import SANS, SERIF


@dataclass(frozen=True, slots=True)
class _Face:
    family: str
    weight: str
    style: str
    path: Path


def _faces() -> tuple[_Face, ...]:
    import fontpkg_inter

    serif = resource("fonts")
    return (
        _Face(SANS, "100 900", "normal", Path(fontpkg_inter.ROOT) / "files" / "Inter[opsz,wght].ttf"),
        _Face(SERIF, "400", "normal", serif / "SourceSerif4_400Regular.ttf"),
        _Face(SERIF, "600", "normal", serif / "SourceSerif4_600SemiBold.ttf"),
        _Face(SERIF, "400", "italic", serif / "SourceSerif4_400Regular_Italic.ttf"),
    )


def font_rules(text: str) -> str:
    """Return the @font-face rules with the fonts inside, holding the letters of a text."""
    letters = "".join(sorted(set(text) | set(map(chr, range(0x20, 0x7F)))))
    return "\n".join(_rule(face, letters) for face in _faces())


def _rule(face: _Face, letters: str) -> str:
    data = base64.b64encode(_cut(face.path, letters)).decode("ascii")
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style}; '
        f'src: url("data:font/woff;base64,{data}") format("woff"); }}'
    )


def _cut(path: Path, letters: str) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    options = subset.Options(flavor="woff", layout_features=["kern", "liga", "mark", "mkmk", "tnum", "ccmp"])
    options.notdef_outline = True
    font = TTFont(path, lazy=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(letter) for letter in letters])
    cutter.subset(font)
    font.flavor = "woff"
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()
