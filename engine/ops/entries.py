"""What operations on whole tensors mean to sympy: expressions, entry by entry.

An operand is one expression, or an array of them; so is the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import sympy as sp

from engine.op import Shape
from engine.ops.axes import Axis, lines, reduced, unlined

Expression = Any  # sympy ships no types
Entries = Any  # an expression, or a numpy array of expressions


def entries(x: Entries) -> Any:
    """An array, also of a single expression."""
    return np.asarray(x, dtype=object)


def shaped(expressions: Iterable[Expression], shape: Shape) -> Entries:
    """Expressions in a row, laid out in a shape; a single one stands for itself."""
    row = list(expressions)
    if not shape:
        return row[0]
    laid_out = np.empty(len(row), dtype=object)
    laid_out[:] = row
    return laid_out.reshape(shape)


def by_arrays(function: Callable[..., Any]) -> Callable[..., Entries]:
    """`function` only adds, multiplies and moves: NumPy does that with expressions too."""

    def symbolic(*xs: Entries, **settings: Any) -> Entries:
        answer = entries(function(*map(entries, xs), **settings))
        return shaped(np.ravel(answer), answer.shape)

    return symbolic


def _rows(x: Any, axes: int = 1) -> list[Any]:
    """What lies along the last axes, one after the other."""
    return [x[place] for place in np.ndindex(x.shape[:-axes])]


def reduction(fold: Callable[..., Expression]) -> Callable[..., Entries]:
    """`fold` makes one expression of many."""

    def symbolic(x: Entries, axis: Axis = None, keepdims: bool = False) -> Entries:
        rows = _rows(lines(entries(x), axis))
        return shaped((fold(*row) for row in rows), reduced(np.shape(x), axis, keepdims))

    return symbolic


def along(transform: Callable[..., Iterable[Expression]]) -> Callable[..., Entries]:
    """`transform` makes as many expressions as it is given, along one axis."""

    def symbolic(x: Entries, axis: int = -1) -> Entries:
        side_by_side = lines(entries(x), axis)
        changed = (entry for row in _rows(side_by_side) for entry in transform(*row))
        back = unlined(shaped(changed, side_by_side.shape), np.shape(x), axis)
        return shaped(np.ravel(back), np.shape(x))

    return symbolic


def average(rule: Callable[..., Expression]) -> Callable[..., Entries]:
    """The mean of `rule` over all entries."""

    def symbolic(*xs: Entries) -> Expression:
        broadcast = np.broadcast_arrays(*map(entries, xs))
        losses = [rule(*each) for each in zip(*(x.ravel() for x in broadcast), strict=True)]
        return sp.Add(*losses) / len(losses)

    return symbolic


def of_matrices(function: Callable[[Any], Any]) -> Callable[..., Entries]:
    """`function` takes a sympy matrix and answers an expression or a matrix; stacks work too."""

    def symbolic(x: Entries) -> Entries:
        stack = entries(x)
        found = [entries(function(sp.Matrix(each))) for each in _rows(stack, axes=2)]
        flat = [entry for answer in found for entry in np.ravel(answer)]
        return shaped(flat, stack.shape[:-2] + found[0].shape)

    return symbolic
