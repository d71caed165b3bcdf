"""A chart as plain data: what stands where, in which role of the palette, and what is told of it.

Lengths are page units: logical pixels on the screen, CSS pixels on paper and on the web page. Y grows
downwards. Roles are names of the palette ('ink2', 'session', 'series_sleep'); painters look the colours up.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, overload

Form = Literal["circle", "square", "diamond", "triangle_up", "triangle_down", "cross"]
Anchor = Literal["start", "middle", "end"]


class Ramp(NamedTuple):
    """The mood ramp laid over a value axis: its step 0 at `low_y`, its step 10 at `high_y`."""

    low_y: float
    high_y: float


class Paint(NamedTuple):
    """A role of the palette at some opacity; with a ramp, the colours of mood by height instead."""

    role: str
    opacity: float = 1.0
    ramp: Ramp | None = None
    step: float | None = None
    """With the role 'mood': the colour of that step of the ramp, 0 to 10."""


class Line(NamedTuple):
    """A line through points from left to right; `slopes` (dy/dx at each point) make it a smooth curve."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    paint: Paint
    width: float = 1.0
    dash: tuple[float, ...] = ()
    """Lengths of dash and space in page units; () is solid."""
    slopes: tuple[float, ...] = ()


class Area(NamedTuple):
    """The ground between an upper and a lower edge over the same xs; slopes as in `Line`."""

    xs: tuple[float, ...]
    uppers: tuple[float, ...]
    lowers: tuple[float, ...]
    paint: Paint
    upper_slopes: tuple[float, ...] = ()
    lower_slopes: tuple[float, ...] = ()


class Dots(NamedTuple):
    """Many round points of one kind. With `steps` each takes that step of the mood ramp (0 to 10)."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    radius: float
    paint: Paint
    steps: tuple[float, ...] = ()
    rim: Paint | None = None
    rim_width: float = 0.0
    hollow: bool = False
    """Only an outline in the paint, on the rim's colour: added later, or an estimate."""
    lengths: tuple[float, ...] = ()
    """How far each goes on to the right, as a row of points `pitch` apart; () where each stands for itself."""

    @property
    def pitch(self) -> int:
        """How far apart the points of a row are: they touch."""
        return max(2, round(2 * self.radius))


class Mark(NamedTuple):
    """One sign of a form: a session, an event. `side` is a circle's diameter, a diamond's unturned side."""

    x: float
    y: float
    form: Form
    side: float
    fill: Paint | None = None
    outline: Paint | None = None
    outline_width: float = 1.5
    dash: tuple[float, ...] = ()
    text: str = ""
    text_role: str = "ink"


class Box(NamedTuple):
    """A rectangle with round corners; `level` is how far it is filled from below, 1 whole."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: Paint | None = None
    outline: Paint | None = None
    outline_width: float = 1.0
    dash: tuple[float, ...] = ()
    level: float = 1.0


class Words(NamedTuple):
    """A short text on one line; `y` is its baseline, `size` its height of type."""

    x: float
    y: float
    text: str
    role: str = "ink2"
    size: float = 12.5
    weight: int = 400
    anchor: Anchor = "start"
    serif: bool = False


Shape = Line | Area | Dots | Mark | Box | Words


class Spoken(NamedTuple):
    """What is told about one place in the picture."""

    x: float
    y: float
    heading: str
    """When or what: 'Wednesday 21 October, 12:57'."""
    text: str
    """The values: 'mood 7'."""


@dataclass(frozen=True, eq=False)
class SpokenPoints(Sequence[Spoken]):
    """The places that can be pointed at, from left to right; what is told of one is made when asked for."""

    xs: Sequence[float] = ()
    ys: Sequence[float] = ()
    tell: Callable[[int], tuple[str, str]] = field(default=lambda _row: ("", ""))
    """Row to heading and text."""
    days: Sequence[int] = ()
    """The ordinal of the day of each; () where the picture has no days."""
    entries: Sequence[int] = ()
    """The id of the entry of each, 0 where it is none; () where the picture has no entries."""
    across: int = 0
    """Where the places stand in columns: how many a column has, so that Up and Down go within it; 0 for one line."""

    @classmethod
    def of(cls, points: Sequence[Spoken], days: Sequence[int] = (), across: int = 0) -> SpokenPoints:
        """Return the places from a finished list, which is sorted by x; `days` are those of the list."""
        order = sorted(range(len(points)), key=lambda row: points[row].x)
        told = tuple(points[row] for row in order)
        return cls(
            tuple(p.x for p in told),
            tuple(p.y for p in told),
            lambda row: (told[row].heading, told[row].text),
            tuple(days[row] for row in order) if days else (),
            across=across,
        )

    def __len__(self) -> int:
        return len(self.xs)

    @overload
    def __getitem__(self, row: int) -> Spoken: ...

    @overload
    def __getitem__(self, row: slice) -> Sequence[Spoken]: ...

    def __getitem__(self, row: int | slice) -> Spoken | Sequence[Spoken]:
        if isinstance(row, slice):
            return [self[place] for place in range(*row.indices(len(self)))]
        place = row + len(self) if row < 0 else row
        if not 0 <= place < len(self):
            raise IndexError(row)
        return Spoken(float(self.xs[place]), float(self.ys[place]), *self.tell(place))

    def __iter__(self) -> Iterator[Spoken]:
        return (self[row] for row in range(len(self)))

    def week_before(self, row: int) -> int:
        """Return the first place of this week, or of the last week before it that has one; 0 without days."""
        start = self._first_of_week(row)
        return start if start < row or start == 0 else self._first_of_week(start - 1)

    def week_after(self, row: int) -> int:
        """Return the first place of the next week that has one; the last place where there is none."""
        last = len(self) - 1
        return min(last, bisect_left(self.days, _monday(self.days[row]) + 7)) if self.days else last

    def _first_of_week(self, row: int) -> int:
        return bisect_left(self.days, _monday(self.days[row])) if self.days else 0

    def nearest(self, x: float, y: float, reach: float) -> int | None:
        """Return the row of the place nearest to a pointer, or None where none is within reach."""
        best, best_distance = None, reach * reach
        for row in range(bisect_left(self.xs, x - reach), len(self.xs)):
            across = self.xs[row] - x
            if across > reach:
                break
            distance = across**2 + (self.ys[row] - y) ** 2
            if distance <= best_distance:
                best, best_distance = row, distance
        return best


def _monday(day: int) -> int:
    """Return the Monday of a day's week, both as ordinals (day 1 was a Monday)."""
    return day - (day - 1) % 7


class TimeSpan(NamedTuple):
    """Which times the edges of a field stand for: ordinals of days plus a part of a day."""

    left: float
    right: float
    start: float
    end: float


@dataclass(frozen=True, eq=False, slots=True)
class Picture:
    """A finished chart; shapes are painted in their order."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    title: str
    """Its name: 'Mood'."""
    sentence: str
    """What it shows, in computed words; a reader gets this instead of the picture."""
    points: SpokenPoints = field(default_factory=SpokenPoints)
    span: TimeSpan | None = None
    """Where days stand in it; None where it is not drawn over days."""
