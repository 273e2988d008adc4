"""What can be counted of a drawing: crossings, edges over cards, length, area."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
STATIONS = np.linspace(0, 1, 9)[1:, None]  # along each cubic curve
TOUCHING = 6.0  # nearer than this to a card that both have, two edges meet and do not cross
INSET = 2.0  # an edge may graze a card


class Drawing(NamedTuple):
    """Cards as x, y, width, height; for each edge its two cards, and points along its curve."""

    boxes: Points
    ends: list[tuple[int, int]]
    curves: list[Points]


class Count(NamedTuple):
    crossings: int
    over: int
    length: float
    area: float


def counted(drawing: Drawing) -> Count:
    corners = np.concatenate([drawing.boxes[:, :2], drawing.boxes[:, :2] + drawing.boxes[:, 2:]])
    every = np.concatenate([corners, *drawing.curves])
    width, height = every.max(0) - every.min(0)
    length = sum(float(np.hypot(*np.diff(curve, axis=0).T).sum()) for curve in drawing.curves)
    return Count(_crossings(drawing), _over(drawing), length, float(width * height))


def flattened(cubics: Sequence[Sequence[Sequence[float]]]) -> Points:
    """Points along cubic curves that follow one another."""
    points = [np.array(cubics[0][:1], dtype=float)]
    for a, b, c, d in np.asarray(cubics, dtype=float):
        s, t = 1 - STATIONS, STATIONS
        points.append(s**3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t**3 * d)
    return np.concatenate(points)


def _crossings(drawing: Drawing) -> int:
    """Pairs of edges that cross anywhere."""
    spans = [(curve.min(0), curve.max(0)) for curve in drawing.curves]
    found = 0
    for i, j in combinations(range(len(spans)), 2):
        (low, high), (least, most) = spans[i], spans[j]
        if (low <= most).all() and (least <= high).all():
            found += _cross(drawing, i, j)
    return found


def _cross(drawing: Drawing, i: int, j: int) -> bool:
    points = _meetings(drawing.curves[i], drawing.curves[j])
    for card in set(drawing.ends[i]) & set(drawing.ends[j]):
        points = points[_distance(points, drawing.boxes[card]) > TOUCHING]
    return len(points) > 0


def _meetings(one: Points, other: Points) -> Points:
    """Where the pieces of one line cut those of the other."""
    start, way = one[:-1, None], np.diff(one, axis=0)[:, None]
    begin, path = other[None, :-1], np.diff(other, axis=0)[None]
    between = begin - start
    turn = _cross_product(way, path)
    with np.errstate(divide="ignore", invalid="ignore"):
        along = _cross_product(between, path) / turn
        across = _cross_product(between, way) / turn
    cut = (turn != 0) & (along >= 0) & (along < 1) & (across >= 0) & (across < 1)
    return np.asarray((start + np.where(cut, along, 0)[..., None] * way)[cut])


def _cross_product(one: Points, other: Points) -> Points:
    return one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0]


def _distance(points: Points, box: Points) -> Points:
    beyond = np.maximum(box[:2] - points, points - box[:2] - box[2:])
    return np.asarray(np.maximum(beyond, 0).max(axis=1))


def _over(drawing: Drawing) -> int:
    """Pairs of an edge and a card that is not its own under it."""
    low = drawing.boxes[:, :2] + INSET
    high = drawing.boxes[:, :2] + drawing.boxes[:, 2:] - INSET
    found = 0
    for ends, curve in zip(drawing.ends, drawing.curves, strict=True):
        inside = ((curve[:, None] > low) & (curve[:, None] < high)).all(axis=2).any(axis=0)
        found += len(set(np.flatnonzero(inside).tolist()) - set(ends))
    return found
