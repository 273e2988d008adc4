"""One or two inputs move, the others rest: heights and slopes in many places, and the way down.

What is drawn from it: curves with their tangent, surfaces, contours, arrows, and descents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from engine.function import Function
from engine.mathematics import Value
from engine.op import Array

NUMBERS_AT_ONCE = 1_000_000  # every point needs a number for each input, moving or not


class Place(NamedTuple):
    """Where the moving inputs stand, and what the output is and how it slopes there."""

    at: tuple[float, ...]
    value: float
    slopes: tuple[float, ...]


class Field(NamedTuple):
    """The same at many places at once."""

    values: Array  # one for each place
    slopes: Array  # a row for each place, a column for each moving input


def spread(start: float, stop: float, count: int) -> Array:
    """Evenly spread numbers, both ends among them; halved where their distance is no float."""
    scale = 1.0 if np.isfinite(stop - start) else 0.5
    return np.linspace(start * scale, stop * scale, count) / scale


def grid(*axes: Array) -> Array:
    """Every combination, one a row: the first axis runs fastest."""
    return np.stack([axis.ravel() for axis in np.meshgrid(*axes)], axis=1)


def field(
    function: Function, known: Mapping[str, Value], moving: Sequence[str], places: Array
) -> Field:
    """Value and slopes at each place; `known` has a value for every input."""
    values, slopes = np.empty(len(places)), np.empty(places.shape)
    if any(np.ndim(known[name]) for name in function.inputs if name not in moving):
        for row, at in enumerate(places.tolist()):
            _, values[row], slopes[row] = place_of(function, known, moving, at)
        return Field(values, slopes)
    columns = [function.inputs.index(name) for name in moving]
    for part in _blocks(len(places), len(function.inputs)):
        points = np.array([[known[name] for name in function.inputs]])
        points = np.repeat(points, len(places[part]), axis=0)
        points[:, columns] = places[part]
        values[part], gradients = function.batch(points)
        slopes[part] = gradients[:, columns]
    return Field(values, slopes)


def place_of(
    function: Function, known: Mapping[str, Value], moving: Sequence[str], at: Sequence[float]
) -> Place:
    """One place."""
    value, gradients = function({**known, **dict(zip(moving, at, strict=True))})
    return Place(tuple(at), value, tuple(gradients[name] for name in moving))


def tangent(place: Place, line: Array) -> Array:
    """The straight line that touches a curve at a place; `line` says where to draw it."""
    with np.errstate(all="ignore"):
        return place.value + place.slopes[0] * (line - place.at[0])


def descent(
    function: Function,
    known: Mapping[str, Value],
    moving: Sequence[str],
    rate: float,
    steps: int,
) -> Iterator[Place]:
    """From where the inputs stand, each step against the slope, while there are numbers."""
    at = tuple(float(known[name]) for name in moving)
    for _ in range(steps + 1):
        place = place_of(function, known, moving, at)
        if not np.isfinite((place.value, *place.at)).all():
            return
        yield place
        at = tuple(x - rate * slope for x, slope in zip(place.at, place.slopes, strict=True))


def _blocks(count: int, width: int) -> Iterator[slice]:
    size = max(1, NUMBERS_AT_ONCE // width)
    return (slice(start, start + size) for start in range(0, count, size))
