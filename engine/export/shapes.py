"""What a picture is made of: a few shapes whose colours are named by what they mean.

Painters turn them into SVG, TikZ and whatever else; none of them knows what a graph is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

Point = tuple[float, float]
Cubic = tuple[Point, Point, Point, Point]
Corner = Literal["all", "left", "right"]  # which corners are round; left and right: at the bottom
Head = Literal["none", "start", "end"]


@dataclass(frozen=True, kw_only=True)
class Rectangle:
    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    corners: Corner = "all"
    fill: str | None = None
    stroke: str | None = None
    thickness: float = 1.25


@dataclass(frozen=True, kw_only=True)
class Line:
    """A straight stroke."""

    start: Point
    end: Point
    stroke: str
    thickness: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Curve:
    """A smooth stroke, perhaps with an arrow's head."""

    cubics: tuple[Cubic, ...]
    stroke: str
    thickness: float
    head: Head = "none"
    dashed: bool = False


@dataclass(frozen=True, kw_only=True)
class Text:
    x: float
    y: float  # of the line that letters stand on
    text: str
    fill: str
    size: float
    weight: int = 400
    anchor: Literal["start", "middle", "end"] = "start"
    mathematics: bool = False  # a name, in italics


@dataclass(frozen=True, kw_only=True)
class Group:
    """Shapes that belong together, and what a screen reader says of them."""

    label: str
    shapes: tuple[Shape, ...]


Shape = Rectangle | Line | Curve | Text | Group


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A whole picture."""

    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Shape, ...]


def flat(shapes: tuple[Shape, ...]) -> Iterator[Rectangle | Line | Curve | Text]:
    """The shapes without their groups, in the order they are painted."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield from flat(shape.shapes)
        else:
            yield shape


HEAD = 9.0  # how long an arrow's head is, and how wide


def head_of(curve: Curve) -> tuple[Point, Point, Point] | None:
    """The three corners of an arrow's head; curves leave and arrive level."""
    if curve.head == "none":
        return None
    (x, y), back = (curve.cubics[0][0], 1) if curve.head == "start" else (curve.cubics[-1][3], -1)
    return (x, y), (x + back * HEAD, y - HEAD / 2), (x + back * HEAD, y + HEAD / 2)


def smooth(points: tuple[Point, ...]) -> tuple[Cubic, ...]:
    """Curves through corner points that leave and arrive level."""
    found = []
    for start, end in pairwise(points):
        middle = (start[0] + end[0]) / 2
        found.append((start, (middle, start[1]), (middle, end[1]), end))
    return tuple(found)


def point_on(cubics: tuple[Cubic, ...], part: float) -> Point:
    """A part of the way along, by the length of the stretches."""
    lengths = [((d[0] - a[0]) ** 2 + (d[1] - a[1]) ** 2) ** 0.5 for a, _, _, d in cubics]
    left = part * sum(lengths)
    for cubic, length in zip(cubics, lengths, strict=True):
        if left <= length:
            return _along(cubic, left / length if length else 0.0)
        left -= length
    return cubics[-1][3]


def _along(cubic: Cubic, t: float) -> Point:
    s = 1 - t
    weights = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
    pairs = [*zip(weights, cubic, strict=True)]
    return sum(w * x for w, (x, _) in pairs), sum(w * y for w, (_, y) in pairs)


def moved(shape: Shape, x: float, y: float) -> Shape:
    """The same shape elsewhere."""
    match shape:
        case Group():
            return replace(shape, shapes=tuple(moved(each, x, y) for each in shape.shapes))
        case Line():
            return replace(shape, start=_by(shape.start, x, y), end=_by(shape.end, x, y))
        case Curve():
            return replace(shape, cubics=tuple(_curve_by(each, x, y) for each in shape.cubics))
        case _:
            return replace(shape, x=shape.x + x, y=shape.y + y)


def _curve_by(cubic: Cubic, x: float, y: float) -> Cubic:
    a, b, c, d = cubic
    return _by(a, x, y), _by(b, x, y), _by(c, x, y), _by(d, x, y)


def _by(point: Point, x: float, y: float) -> Point:
    return point[0] + x, point[1] + y
