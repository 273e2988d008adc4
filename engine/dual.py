"""Numbers that carry their own slope, so that a derivative can itself be differentiated.

A rule that is run on duals answers its partials as duals, and their tangents are the second
derivatives. The functions that rules call are lifted by the rows of the same table, numpy's by how
each treats its arguments; so no second derivative is written down anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from engine.elementwise import product
from engine.mathematics import Mathematics, Value, array
from engine.op import Rule
from engine.ops import OPS

Function = Callable[..., Any]


class Dual(NDArrayOperatorsMixin):
    """A value, and how fast it moves."""

    def __init__(self, value: Value, tangent: Value) -> None:
        self.value = np.asarray(value, dtype=float)
        self.tangent = np.array(np.broadcast_to(tangent, self.value.shape), dtype=float)

    def __getitem__(self, index: Any) -> Dual:
        return Dual(self.value[index], self.tangent[index])

    def __setitem__(self, index: Any, entries: Any) -> None:
        self.value[index] = value_of(entries)
        self.tangent[index] = slope(entries)

    def __array_ufunc__(self, ufunc: Function, method: str, *xs: Any, **options: Any) -> Any:
        if method != "__call__" or options:
            return NotImplemented
        if ufunc in PRODUCTS:
            return _lift_product(ufunc, xs)
        rule = RULES.get(ufunc)
        return _lift_rule(rule, xs) if rule else ufunc(*map(value_of, xs))

    def __array_function__(
        self, function: Function, _types: Any, args: Sequence[Any], options: Mapping[str, Any]
    ) -> Any:
        if function in LINEAR:
            return Dual(
                function(*_each(args, value_of), **_named(options, value_of)),
                function(*_each(args, tangent_of), **_named(options, tangent_of)),
            )
        if function in PRODUCTS:
            return _lift_product(function, args, **options)
        if function in SPECIAL:
            return SPECIAL[function](*args, **options)
        return function(*_each(args, value_of), **_named(options, value_of))


def value_of(x: Any) -> Any:
    return x.value if isinstance(x, Dual) else x


def tangent_of(x: Any) -> Any:
    """What rests has no slope; whole numbers and shapes among the arguments stay as they are."""
    if isinstance(x, Dual):
        return x.tangent
    return np.zeros_like(x) if isinstance(x, np.ndarray) else x


def _each(args: Sequence[Any], part: Function) -> list[Any]:
    """The same part of every argument, and of every entry of a list of arrays."""
    return [
        type(x)(map(part, x)) if isinstance(x, list | tuple) and _holds_dual(x) else part(x)
        for x in args
    ]


def _named(options: Mapping[str, Any], part: Function) -> dict[str, Any]:
    return {name: part(x) for name, x in options.items()}


def _holds_dual(x: Sequence[Any]) -> bool:
    return any(isinstance(entry, Dual) for entry in x)


def _lift_rule(rule: Rule, xs: Sequence[Any]) -> Dual:
    """The chain rule, with the partials of a row."""
    value, *partials = rule(array, *(np.asarray(value_of(x)) for x in xs))
    moves = (
        product(x.tangent, partial, stops=True)
        for x, partial in zip(xs, partials, strict=False)
        if isinstance(x, Dual)
    )
    return Dual(value, sum(moves, start=0.0))


def _lift_product(function: Function, xs: Sequence[Any], **options: Any) -> Dual:
    """The product rule: one factor moves while the other rests."""
    a, b, *rest = xs
    left, right = value_of(a), value_of(b)
    tangent: Any = 0.0
    if isinstance(a, Dual):
        tangent = tangent + function(a.tangent, right, *rest, **options)
    if isinstance(b, Dual):
        tangent = tangent + function(left, b.tangent, *rest, **options)
    return Dual(function(left, right, *rest, **options), tangent)


def _blank(x: Dual, **options: Any) -> Dual:
    zeros = np.zeros_like(x.value, **options)
    return Dual(zeros, zeros)


def _where(condition: Any, a: Any, b: Any) -> Dual:
    chosen = value_of(condition)
    value = np.where(chosen, value_of(a), value_of(b))
    return Dual(value, np.where(chosen, slope(a), slope(b)))


def slope(x: Any) -> Any:
    """What rests has the slope 0."""
    return x.tangent if isinstance(x, Dual) else 0.0


def _largest(x: Dual, axis: Any = None, keepdims: bool = False, **options: Any) -> Dual:
    return _extreme(np.max, x, axis, keepdims, options)


def _smallest(x: Dual, axis: Any = None, keepdims: bool = False, **options: Any) -> Dual:
    return _extreme(np.min, x, axis, keepdims, options)


def _extreme(pick: Function, x: Dual, axis: Any, keepdims: bool, options: Any) -> Dual:
    """Entries that share the extreme share its slope."""
    top = pick(x.value, axis=axis, keepdims=True, **options)
    chosen = np.equal(x.value, top)
    share = np.where(chosen, x.tangent, 0.0) / np.sum(chosen, axis=axis, keepdims=True)
    tangent = np.sum(share, axis=axis, keepdims=keepdims)
    return Dual(np.reshape(top, np.shape(tangent)), tangent)


def _inverse(a: Dual) -> Dual:
    inverse = np.linalg.inv(a.value)
    return Dual(inverse, -(inverse @ a.tangent @ inverse))


def _solution(a: Any, b: Any) -> Dual:
    if isinstance(a, Dual):
        return _lift_product(np.matmul, (_inverse(a), b))
    return Dual(np.linalg.solve(a, b.value), np.linalg.solve(a, b.tangent))


def _determinant(a: Dual) -> Dual:
    row = OPS["det"].whole  # it knows singular matrices too
    assert row is not None
    value = np.linalg.det(a.value)
    return Dual(value, row.push(0, a.tangent, value, a.value))


def _running_product(x: Dual, axis: int = -1) -> Dual:
    """Each factor in turn moves while the others rest."""
    value = np.cumprod(x.value, axis=axis)
    tangent = np.zeros_like(value)
    for place in range(x.value.shape[axis]):
        moving = np.array(x.value)
        at = [slice(None)] * moving.ndim
        at[axis] = slice(place, place + 1)
        moving[tuple(at)] = x.tangent[tuple(at)]
        at[axis] = slice(place, None)
        tangent[tuple(at)] += np.cumprod(moving, axis=axis)[tuple(at)]
    return Dual(value, tangent)


# rows under another name than the function of mathematics that computes them
ROW_OF = {"mod": "mod", "power": "pow"}
SIGNS: dict[Function, str] = {
    np.add: "add",
    np.subtract: "sub",
    np.multiply: "mul",
    np.divide: "div",
    np.negative: "neg",
    np.maximum: "maximum",
    np.minimum: "minimum",
}


def _rule(name: str) -> Rule:
    rule = OPS[name].rule
    assert rule is not None
    return rule


def _complement(_m: Mathematics, x: Value) -> tuple[Value, ...]:
    """erfc = 1 − erf: the opposite slope."""
    _, slope = _rule("erf")(array, x)
    return array.erfc(x), -slope


def _square(_m: Mathematics, x: Value) -> tuple[Value, ...]:
    return x * x, 2.0 * x


FUNCTIONS = {
    getattr(array, field.name): _rule(ROW_OF.get(field.name, field.name))
    for field in fields(Mathematics)
    if ROW_OF.get(field.name, field.name) in OPS and field.name != "where"
}
RULES: dict[Function, Rule] = {
    **FUNCTIONS,
    **{sign: _rule(name) for sign, name in SIGNS.items()},
    array.erfc: _complement,
    np.square: _square,
}
PRODUCTS = {np.matmul, np.dot, np.outer, np.tensordot}
LINEAR = {
    np.broadcast_to, np.concatenate, np.cumsum, np.diag, np.diagonal, np.expand_dims, np.flip,
    np.mean, np.moveaxis, np.pad, np.ravel, np.reshape, np.squeeze, np.stack, np.sum, np.swapaxes,
    np.take, np.trace, np.transpose, np.lib.stride_tricks.sliding_window_view,
}  # fmt: skip
SPECIAL: dict[Function, Function] = {
    np.where: _where,
    np.zeros_like: _blank,
    np.max: _largest,
    np.min: _smallest,
    np.cumprod: _running_product,
    np.linalg.inv: _inverse,
    np.linalg.solve: _solution,
    np.linalg.det: _determinant,
}


def _lifted(function: Function) -> Function:
    """numpy's vectorised functions know nothing of duals; a rule does."""

    def lifted(*xs: Any) -> Any:
        if not any(isinstance(x, Dual) for x in xs):
            return function(*xs)
        return _lift_rule(RULES[function], xs)

    return lifted


# the mathematics of rules that are run on duals
second = replace(array, erf=_lifted(array.erf), erfc=_lifted(array.erfc))
