"""A picture as SVG text: for the document, the web page and a saved file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kapjournal.charts.forms import CORNER, outline_points
from kapjournal.charts.picture import Area, Box, Dots, Form, Line, Mark, Paint, Picture, Ramp, Shape, Words
from kapjournal.tokens import tokens

PRINT = "print"
SANS = "Inter"
STEPS = 10
RING_OUTER, RING_INNER = 1.01, 0.59
"""How wide a hollow point is, with its ring and within, as shares of a full one."""


class Ink(NamedTuple):
    """The colours of one look."""

    roles: Mapping[str, str]
    mood: tuple[str, ...]
    series: Mapping[str, str]

    def color(self, role: str) -> str:
        """Return the hex colour of a role; a measure without a colour of its own takes ink2."""
        if role == "mood":
            return self.mood[STEPS // 2]
        if role.startswith("series_"):
            return self.series.get(role.removeprefix("series_"), self.roles["ink2"])
        return self.roles[role]

    def step(self, step: float) -> str:
        """Return the colour of a step of the mood ramp, 0 to 10, mixed between two."""
        low = min(int(max(step, 0.0)), STEPS - 1)
        share = min(max(step - low, 0.0), 1.0)
        pairs = zip(_channels(self.mood[low]), _channels(self.mood[low + 1]), strict=True)
        return "#" + "".join(f"{round(first + (second - first) * share):02x}" for first, second in pairs)


def svg(picture: Picture, look: str = PRINT, ground: str = "", label: bool = True) -> str:
    """Return a picture as one self-contained SVG element.

    `look` is 'print' (white paper), 'light', 'dark' or 'gentle'; `ground` a role to fill the picture with, '' leaves
    it clear. Width and height are in CSS pixels. With `label`, title and sentence are its name and description.
    Words are in the family 'Inter', which whoever shows the picture brings along; text is escaped.
    Raises KeyError for an unknown look or role.
    """
    ink = _ink(look)
    ramps = _ramps(picture.shapes)
    width, height = _n(picture.width), _n(picture.height)
    named = f"{picture.title}. {picture.sentence}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        + (f' role="img" aria-label="{_text(named)}"' if label else "")
        + ">"
    ]
    if label:
        parts += [f"<title>{_text(picture.title)}</title>", f"<desc>{_text(picture.sentence)}</desc>"]
    if ramps:
        parts.append(
            "<defs>" + "".join(_gradient(ramp, name, ink) for ramp, name in ramps.items()) + "</defs>"
        )
    if ground:
        parts.append(f'<rect width="{width}" height="{height}" fill="{ink.color(ground)}"/>')
    parts += [_shape(shape, ink, ramps) for shape in picture.shapes]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _ink(look: str) -> Ink:
    values = tokens()
    name = "light" if look == PRINT else look
    roles = dict(values.colors[name])
    if look == PRINT:
        paper = values.colors[PRINT]
        roles |= dict(paper) | {"surface": paper["page"], "bg": paper["page"]}
    return Ink(roles, values.moods[name], values.series["light" if name == "light" else "dark"])


def _ramps(shapes: Iterable[Shape]) -> dict[Ramp, str]:
    """Return the names of the ramps that occur, by ramp."""
    ramps: dict[Ramp, str] = {}
    for shape in shapes:
        paint = shape.paint if isinstance(shape, Line | Area) else None
        if paint is not None and paint.ramp is not None and paint.ramp not in ramps:
            ramp = paint.ramp
            ramps[ramp] = f"mood-{_n(ramp.low_y)}-{_n(ramp.high_y)}".replace(".", "_")
    return ramps


def _gradient(ramp: Ramp, name: str, ink: Ink) -> str:
    stops = "".join(
        f'<stop offset="{step / STEPS:.1f}" stop-color="{color}"/>' for step, color in enumerate(ink.mood)
    )
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" x2="0" '
        f'y1="{_n(ramp.low_y)}" y2="{_n(ramp.high_y)}">{stops}</linearGradient>'
    )


def _shape(shape: Shape, ink: Ink, ramps: Mapping[Ramp, str]) -> str:
    if isinstance(shape, Line):
        return _line(shape, ink, ramps)
    if isinstance(shape, Area):
        return f'<path d="{_area_path(shape)}" {_filled(shape.paint, ink, ramps)}/>'
    if isinstance(shape, Dots):
        return _dots(shape, ink)
    if isinstance(shape, Mark):
        return _mark(shape, ink)
    if isinstance(shape, Box):
        return _box(shape, ink)
    return _words(shape, ink)


def _line(line: Line, ink: Ink, ramps: Mapping[Ramp, str]) -> str:
    caps = ' stroke-linecap="round" stroke-linejoin="round"' if line.width >= 2 else ""
    return (
        f'<path d="M{_edge(line.xs, line.ys, line.slopes)}" fill="none" {_stroked(line.paint, ink, ramps)} '
        f'stroke-width="{_n(line.width)}"{_dashed(line.dash)}{caps}/>'
    )


def _area_path(area: Area) -> str:
    back = slice(None, None, -1)
    lower = _edge(area.xs[back], area.lowers[back], area.lower_slopes[back])
    return f"M{_edge(area.xs, area.uppers, area.upper_slopes)}L{lower}Z"


def _edge(xs: tuple[float, ...], ys: tuple[float, ...], slopes: tuple[float, ...]) -> str:
    """Return the path data of a line from its first point on, straight or as cubic curves."""
    path = [f"{_n(xs[0])} {_n(ys[0])}"]
    for place in range(1, len(xs)):
        x, y = xs[place], ys[place]
        if slopes:
            third = (x - xs[place - 1]) / 3
            path.append(
                f"C{_n(xs[place - 1] + third)} {_n(ys[place - 1] + slopes[place - 1] * third)} "
                f"{_n(x - third)} {_n(y - slopes[place] * third)} {_n(x)} {_n(y)}"
            )
        else:
            path.append(f"L{_n(x)} {_n(y)}")
    return "".join(path)


def _dots(dots: Dots, ink: Ink) -> str:
    """Return the points of each colour as round ends of lines without a length, each on a ground of its own.

    A circle takes four curves; whoever shows a picture of a year spends most of the time on them.
    """
    known = {step: ink.step(step) for step in set(dots.steps)}
    colors = [known[step] for step in dots.steps] or [ink.color(dots.paint.role)] * len(dots.xs)
    places: dict[str, list[tuple[float, float]]] = {}
    for x, y, color in zip(dots.xs, dots.ys, colors, strict=True):
        places.setdefault(color, []).append((x, y))
    parts = []
    for color, group in places.items():
        strokes = _point_strokes(dots, color, ink.color(dots.rim.role) if dots.rim else "none")
        for apart in _apart(group, 2 * dots.radius + dots.rim_width):
            path = "".join(f"M{_n(x)} {_n(y)}l.01 .01" for x, y in apart)
            parts += [f'<path d="{path}" {stroke}/>' for stroke in strokes]
    for x, y, color, length in zip(dots.xs, dots.ys, colors, dots.lengths, strict=False):
        # Those that a point goes on with: a line of which only round ends are drawn.
        if length >= dots.pitch:
            parts.append(
                f'<path d="M{_n(x + dots.pitch)} {_n(y)}h{_n(length - dots.pitch + 0.01)}" stroke="{color}" '
                f'stroke-width="{_n(2 * dots.radius - dots.rim_width)}" stroke-opacity="{_n(dots.paint.opacity)}" '
                f'stroke-dasharray="0 {dots.pitch}"/>'
            )
    return f'<g fill="none" stroke-linecap="round">{"".join(parts)}</g>'


def _point_strokes(dots: Dots, color: str, rim: str) -> list[str]:
    """Return the strokes of a point, one upon the other."""
    across = 2 * dots.radius
    if dots.hollow:
        return [
            f'stroke="{color}" stroke-width="{_n(across * RING_OUTER)}"',
            f'stroke="{rim}" stroke-width="{_n(across * RING_INNER)}"',
        ]
    point = (
        f'stroke="{color}" stroke-opacity="{_n(dots.paint.opacity)}" '
        f'stroke-width="{_n(across - dots.rim_width)}"'
    )
    if not dots.rim_width:
        return [point]
    return [f'stroke="{rim}" stroke-width="{_n(across + dots.rim_width)}"', point]


def _apart(places: Iterable[tuple[float, float]], reach: float) -> list[list[tuple[float, float]]]:
    """Return points in as few groups as there are side by side, so that none touches another of its group."""
    groups: list[list[tuple[float, float]]] = []
    for place in sorted(places):
        for group in groups:
            if place[0] - group[-1][0] >= reach:
                group.append(place)
                break
        else:
            groups.append([place])
    return groups


def _mark(mark: Mark, ink: Ink) -> str:
    fill = _filled(mark.fill, ink, {}) if mark.fill else 'fill="none"'
    stroke = ""
    if mark.outline:
        stroke = (
            f' {_stroked(mark.outline, ink, {})} stroke-width="{_n(mark.outline_width)}"{_dashed(mark.dash)}'
        )
    text = ""
    if mark.text:
        size = mark.side * 0.72
        text = _words(
            Words(mark.x, mark.y + size * 0.36, mark.text, mark.text_role, size, 600, "middle"), ink
        )
    return f"<{_form_element(mark.form, mark.x, mark.y, mark.side)} {fill}{stroke}/>{text}"


def _box(box: Box, ink: Ink) -> str:
    parts = []
    if box.fill is not None:
        height = box.height * box.level
        radius = min(box.radius, height)
        left, top, bottom = box.x, box.y + box.height - height, box.y + box.height
        if box.level < 1:
            path = (
                f"M{_n(left)} {_n(top)}V{_n(bottom - radius)}q0 {_n(radius)} {_n(radius)} {_n(radius)}"
                f"H{_n(left + box.width - radius)}q{_n(radius)} 0 {_n(radius)} {_n(-radius)}V{_n(top)}Z"
            )
            parts.append(f'<path d="{path}" {_filled(box.fill, ink, {})}/>')
        else:
            parts.append(f"<{_rectangle(box)} {_filled(box.fill, ink, {})}/>")
    if box.outline is not None:
        stroke = f'{_stroked(box.outline, ink, {})} stroke-width="{_n(box.outline_width)}"{_dashed(box.dash)}'
        parts.append(f'<{_rectangle(box)} fill="none" {stroke}/>')
    return "".join(parts)


def _rectangle(box: Box) -> str:
    return (
        f'rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}" '
        f'rx="{_n(box.radius)}"'
    )


def _form_element(form: Form, x: float, y: float, side: float) -> str:
    """Return the SVG element of a form without its colours, around its middle."""
    half = side / 2
    if form == "circle":
        return f'circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(half)}"'
    if form in ("square", "diamond"):
        turn = f' transform="rotate(45 {_n(x)} {_n(y)})"' if form == "diamond" else ""
        return (
            f'rect x="{_n(x - half)}" y="{_n(y - half)}" width="{_n(side)}" height="{_n(side)}" '
            f'rx="{_n(side * CORNER)}"{turn}'
        )
    return f'path d="{_polygon(outline_points(form, x, y, side))}"'


def _words(words: Words, ink: Ink) -> str:
    weight = f' font-weight="{words.weight}"' if words.weight != 400 else ""
    anchor = f' text-anchor="{words.anchor}"' if words.anchor != "start" else ""
    family = "Source Serif 4" if words.serif else SANS
    return (
        f'<text x="{_n(words.x)}" y="{_n(words.y)}" font-family="{family}" font-size="{_n(words.size)}"{weight}'
        f'{anchor} fill="{ink.color(words.role)}">{_text(words.text)}</text>'
    )


def _filled(paint: Paint, ink: Ink, ramps: Mapping[Ramp, str]) -> str:
    opacity = f' fill-opacity="{_n(paint.opacity)}"' if paint.opacity < 1 else ""
    return f'fill="{_color(paint, ink, ramps)}"{opacity}'


def _stroked(paint: Paint, ink: Ink, ramps: Mapping[Ramp, str]) -> str:
    opacity = f' stroke-opacity="{_n(paint.opacity)}"' if paint.opacity < 1 else ""
    return f'stroke="{_color(paint, ink, ramps)}"{opacity}'


def _color(paint: Paint, ink: Ink, ramps: Mapping[Ramp, str]) -> str:
    if paint.ramp is not None and paint.ramp in ramps:
        return f"url(#{ramps[paint.ramp]})"
    if paint.step is not None:
        return ink.step(paint.step)
    return ink.color(paint.role)


def _dashed(dash: tuple[float, ...]) -> str:
    return f' stroke-dasharray="{" ".join(_n(part) for part in dash)}"' if dash else ""


def _polygon(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points) + "Z"


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _text(text: str) -> str:
    """Return a text safe in an element and in quotes; characters that XML cannot hold are dropped."""
    safe = _printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe.replace('"', "&quot;")


def _printable(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())


def _n(value: float) -> str:
    """Return a number as short as it may be at a hundredth of a pixel."""
    text = f"{value:.2f}"
    if text[-3] != ".":
        raise ValueError("not a finite length")
    # Most end in another figure; the longest pictures have twenty thousand of them.
    return text.rstrip("0").rstrip(".") if text[-1] == "0" else text
