"""Which entries a reduction runs over, and the shape it leaves behind."""

from __future__ import annotations

import numpy as np

from engine.errors import BadArgument
from engine.figures import shape_text
from engine.mathematics import Value
from engine.op import Shape, elements

Axis = int | tuple[int, ...] | None  # None: all of them


def chosen(shape: Shape, axis: Axis) -> tuple[int, ...]:
    """The axes that are meant, counted from the front; a single number has none to choose."""
    if axis is None:
        return tuple(range(len(shape)))
    wanted = axis if isinstance(axis, tuple) else (axis,)
    if not shape and wanted in ((0,), (-1,)):
        return ()
    return _distinct(shape, tuple(_from_the_front(shape, one) for one in wanted))


def _from_the_front(shape: Shape, axis: int) -> int:
    if not -len(shape) <= axis < len(shape):
        raise BadArgument("no_such_axis", s1=shape_text(shape), axis=axis)
    return axis % len(shape)


def _distinct(shape: Shape, axes: tuple[int, ...]) -> tuple[int, ...]:
    for axis in axes:
        if axes.count(axis) > 1:
            raise BadArgument("axis_twice", s1=shape_text(shape), axis=axis)
    return axes


def single(shape: Shape, axis: Axis) -> tuple[int, ...]:
    """One axis, where only one makes sense; none of a single number."""
    if not isinstance(axis, int):
        raise BadArgument("one_axis", s1=shape_text(shape))
    return chosen(shape, axis)


def reduced(shape: Shape, axis: Axis = None, keepdims: bool = False) -> Shape:
    """The shape that a reduction leaves."""
    gone = chosen(shape, axis)
    if keepdims:
        return tuple(1 if place in gone else length for place, length in enumerate(shape))
    return tuple(length for place, length in enumerate(shape) if place not in gone)


def folded(shape: Shape, axis: Axis = None) -> int:
    """How many entries become one."""
    return elements(tuple(shape[place] for place in chosen(shape, axis)))


def laid_back(reduction: Value, shape: Shape, axis: Axis) -> Value:
    """A reduction's result or gradient with its lost axes again, ready to be broadcast."""
    return np.reshape(reduction, reduced(shape, axis, keepdims=True))


def lines(x: Value, axis: Axis) -> Value:
    """The entries that become one, side by side along a last axis."""
    shape = np.shape(x)
    gone = chosen(shape, axis)
    kept = tuple(place for place in range(len(shape)) if place not in gone)
    return np.reshape(np.transpose(x, kept + gone), (*reduced(shape, axis), folded(shape, axis)))


def unlined(rows: Value, shape: Shape, axis: Axis) -> Value:
    """`lines` undone."""
    gone = chosen(shape, axis)
    order = tuple(place for place in range(len(shape)) if place not in gone) + gone
    apart = np.reshape(rows, tuple(shape[place] for place in order))
    return np.transpose(apart, tuple(order.index(place) for place in range(len(shape))))
