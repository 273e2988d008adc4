"""One edge: a curve, an arrow's head the way information flows, its local derivative on a pill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.export.cards import BLANK, small
from engine.export.frame import EdgeView
from engine.export.layout import Box, Layout
from engine.export.shapes import (
    Cubic,
    Curve,
    Head,
    Point,
    Rectangle,
    Shape,
    Text,
    point_on,
    smooth,
)
from engine.local import Local

PLACES = (0.5, 0.4, 0.6, 0.32, 0.68, 0.24, 0.76)  # along an edge, the best first
HEIGHT, LETTER, PADDING = 24.0, 8.2, 20.0
MARKS = {"diagonal": "⊙"}  # entry by entry; anything else is a whole matrix


def wires(edges: Sequence[EdgeView], layout: Layout) -> Iterator[Shape]:
    """All curves, then all pills, so that no curve runs over a number."""
    curves = [smooth(route) for route in layout.routes]
    for edge, cubics in zip(edges, curves, strict=True):
        yield _curve(edge, cubics)
    taken = list(layout.boxes)
    for edge, cubics in zip(edges, curves, strict=True):
        text = _text(edge)
        if text:
            place = _free(cubics, _width(text), taken)
            taken.append(_around(place, _width(text)))
            yield from _pill(edge, place, text)


def _curve(edge: EdgeView, cubics: tuple[Cubic, ...]) -> Curve:
    back = edge.flow == "reverse"
    head: Head = "none" if edge.flow == "none" else "start" if back else "end"
    stroke = "reverse" if back else "forward" if edge.hot else "line"
    return Curve(
        cubics=cubics,
        stroke=stroke,
        thickness=3.5 if edge.hot else 2.25 if back else 1.75,
        head=head,
        dashed=edge.flow == "none",
    )


def _text(edge: EdgeView) -> str:
    """The local derivative; while a gradient crosses it, the whole product."""
    if edge.local is None:
        return BLANK if edge.blank else ""
    if isinstance(edge.local, Local):
        return MARKS.get(edge.local.kind, "J")
    if edge.carried is None:
        return small(edge.local)
    return f"{small(edge.carried.upstream)} · {_bracketed(small(edge.local))}"


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith("−") else text


def _width(text: str) -> float:
    return len(text) * LETTER + PADDING


def _pill(edge: EdgeView, place: Point, text: str) -> Iterator[Shape]:
    hot, box = edge.carried is not None, _around(place, _width(text))
    yield Rectangle(
        x=box.x, y=box.y, width=box.width, height=box.height, radius=HEIGHT / 2,
        fill="reverse" if hot else "canvas",
    )  # fmt: skip
    yield Text(
        x=place[0], y=place[1] + 5, text=text, fill="panel" if hot else "ink", size=14,
        weight=600 if hot else 500, anchor="middle",
    )  # fmt: skip


def _free(cubics: tuple[Cubic, ...], width: float, taken: Sequence[Box]) -> Point:
    choices = [point_on(cubics, part) for part in PLACES]
    free = (c for c in choices if not any(_overlap(_around(c, width), box) for box in taken))
    return next(free, choices[0])


def _around(place: Point, width: float) -> Box:
    return Box(place[0] - width / 2, place[1] - HEIGHT / 2, width, HEIGHT)


def _overlap(a: Box, b: Box) -> bool:
    return (
        a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    )
