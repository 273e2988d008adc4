"""A single number that carries its own slope: a dual in plain floats, for long graphs of them.

numpy takes microseconds to add two numbers, most of them to ask what they are. Here the same rules
of the same table run on plain floats, and give the second derivatives of graphs of single numbers.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

import numpy as np

from engine.dual import RULES, Dual, second
from engine.elementwise import NOT_ORDINARY, apply
from engine.mathematics import Mathematics, array, number
from engine.op import Rule
from engine.ops import OPS

Function = Callable[..., Any]


def _chained(rule: Rule) -> Function:
    """The chain rule, with the partials of a row."""

    def chained(*xs: Any) -> Moving:
        values = [x.value if type(x) is Moving else x for x in xs]
        try:
            value, *partials = rule(number, *values)
        except NOT_ORDINARY:
            value, *partials = apply(rule, array, values)
        tangent = 0.0
        for x, partial in zip(xs, partials, strict=False):
            if partial and type(x) is Moving:  # a shut gate passes nothing, not even 0 · ∞
                tangent += x.tangent * partial
        return Moving(value, tangent)

    return chained


def _signs(sign: Function) -> tuple[Function, Function]:
    """A sign between two numbers, and the same where the moving one stands right of it."""
    chained = _chained(RULES[sign])
    return chained, lambda right, left: chained(left, right)


def _by_value(sign: Function) -> Function:
    """What jumps, as a comparison does, has no slope to carry."""
    return lambda one, other: sign(one.value, _value(other))


def _value(x: Any) -> Any:
    return x.value if type(x) is Moving else x


class Moving:
    """A value, and how fast it moves."""

    __slots__ = ("tangent", "value")

    def __init__(self, value: float, tangent: float) -> None:
        self.value = value
        self.tangent = tangent

    def __neg__(self) -> Moving:
        return Moving(-self.value, -self.tangent)

    def __rfloordiv__(self, left: float) -> Any:
        return np.floor_divide(left, self.value)

    __add__, __radd__ = _signs(np.add)
    __sub__, __rsub__ = _signs(np.subtract)
    __mul__, __rmul__ = _signs(np.multiply)
    __truediv__, __rtruediv__ = _signs(np.divide)
    __floordiv__ = _by_value(np.floor_divide)
    __lt__, __le__ = _by_value(operator.lt), _by_value(operator.le)
    __gt__, __ge__ = _by_value(operator.gt), _by_value(operator.ge)
    __eq__, __ne__ = _by_value(operator.eq), _by_value(operator.ne)
    __hash__ = object.__hash__


def _lifted(name: str) -> Function:
    """A function of mathematics that takes moving numbers; resting ones go the plain way."""
    plain, chained = getattr(number, name), _chained(RULES[getattr(array, name)])

    def lifted(*xs: Any) -> Any:
        return chained(*xs) if Moving in map(type, xs) else plain(*xs)

    return lifted


def _choose(condition: Any, then: Any, otherwise: Any) -> Any:
    return then if _value(condition) else otherwise


NAMES = [field.name for field in fields(Mathematics) if field.name != "where"]
# the mathematics of rules that are run on moving numbers
moving = Mathematics(where=_choose, **{name: _lifted(name) for name in NAMES})


def partials_of(op: str, xs: Sequence[Any]) -> list[Any]:
    """The partials of an operation, moving where its operands do."""
    rule = OPS[op].rule
    assert rule is not None
    try:
        return [*rule(moving, *xs)[1:]]
    except NOT_ORDINARY:
        found = rule(second, *map(_as_arrays, xs))
        return [*map(_as_numbers, found[1:])]


def _as_arrays(x: Any) -> Any:
    return Dual(x.value, x.tangent) if type(x) is Moving else np.asarray(x)


def _as_numbers(x: Any) -> Any:
    return Moving(float(x.value), float(x.tangent)) if isinstance(x, Dual) else float(x)
