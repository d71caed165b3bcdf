"""Icons by the names of tokens.toml, drawn from the bundled Phosphor glyphs in any colour and size."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap, QRawFont

from kapjournal.paths import resource
from kapjournal.tokens import tokens
from kapjournal.ui.shared.first_paint import brush_of
from kapjournal.ui.shared.mirroring import from_right
from kapjournal.ui.shared.theme import Theme, theme

_GRID = 256.0  # the glyphs are drawn on a square of this many units
_POINTING = frozenset({"back", "forward", "previous", "next", "list", "restore"})
"""These point, or stand, where lines begin or end."""


def icon(name: str, role: str = "ink2", size: float = 20) -> QIcon:
    """Return an icon in a role of the current theme; size in logical px at 100 % text.

    Icons keep the colours of the theme they were made for: make them again in `restyle`. Within a theme each is drawn
    once: Qt would keep for a while how it painted every copy, some megabytes of the same few pictures.
    """
    look = theme()
    key = (name, role, size)
    if key not in look.icons:
        look.icons[key] = _drawn(look, name, role, size)
    return QIcon(look.icons[key])


def _drawn(look: Theme, name: str, role: str, size: float) -> QIcon:
    made = QIcon()
    side = look.px(size)
    for ratio in (1, 2) if look.finest > 1 else (1,):
        made.addPixmap(icon_pixmap(name, look.color(role), side, ratio))
        made.addPixmap(icon_pixmap(name, look.color("ink3"), side, ratio), QIcon.Mode.Disabled)
    return made


def icon_pixmap(name: str, color: QColor, side: int, ratio: float = 1.0) -> QPixmap:
    """Return one icon as a pixmap; side in device-independent px. Within a theme each is drawn once, as of icons."""
    look = theme()
    key = (name, color.name(QColor.NameFormat.HexArgb), side, ratio, from_right())
    if key not in look.pixmaps:
        look.pixmaps[key] = _painted(name, color, side, ratio)
    return look.pixmaps[key]


def _painted(name: str, color: QColor, side: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    paint_icon(painter, QRectF(0, 0, side, side), name, color)
    painter.end()
    return pixmap


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
    """Paint an icon into a square."""
    path = _outline(_glyph_name(name))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / _GRID, rect.height() / _GRID)
    if name in _POINTING and from_right():
        painter.translate(_GRID, 0)
        painter.scale(-1, 1)
    painter.fillPath(path, brush_of(color))
    painter.restore()


def icon_names() -> tuple[str, ...]:
    """Return the names that tokens.toml gives to icons."""
    return tuple(tokens().icons)


def _glyph_name(name: str) -> str:
    known = tokens().icons.get(name, name)
    return known.removeprefix("ph.")


@cache
def _glyphs() -> str:
    """The lines of names and places: read as they are, since a start needs three of two hundred."""
    return "\n" + resource("icons/phosphor.txt").read_text("utf-8")


def _place(glyph: str) -> int:
    _before, found, rest = _glyphs().partition(f"\n{glyph} ")
    if not found:
        raise KeyError(glyph)
    return int(rest[: rest.find("\n")], 16)


@cache
def _font() -> QRawFont:
    return QRawFont(str(resource("icons/phosphor.ttf")), _GRID, QRawFont().hintingPreference())


@cache
def _outline(glyph: str) -> QPainterPath:
    font = _font()
    index = font.glyphIndexesForString(chr(_place(glyph)))[0]
    path = font.pathForGlyph(index)
    bounds = path.boundingRect()
    # Glyphs stand on a baseline; the square they were drawn in is found from the font's own measures.
    path.translate(QPointF(0, font.ascent()))
    if bounds.isEmpty():
        raise KeyError(glyph)
    return path
