"""The few forms that a rule for whole tensors can take, so that each row states only its maths.

A rule has three parts: the value, how a gradient `g` is pulled back to one input (port), and how
a tangent `t` of one input is pushed on. `out` is the value, `settings` are axis, shape and such.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from engine.elementwise import as_value
from engine.mathematics import Value, array
from engine.op import Rule, Shape, Whole, elements, unbroadcast
from engine.ops.axes import Axis, chosen, laid_back

Settings = Any


def linear(forward: Callable[..., Value], transpose: Callable[..., Value]) -> Whole:
    """One input, and a derivative that is the same everywhere: a tangent goes where values go.

    `transpose(g, shape of the input, **settings)` brings a gradient back the same ways.
    """

    def pull(_port: int, g: Value, _out: Value, x: Value, **settings: Settings) -> Value:
        return transpose(g, np.shape(x), **settings)

    def push(_port: int, t: Value, _out: Value, _x: Value, **settings: Settings) -> Value:
        return forward(t, **settings)

    return Whole(forward, pull, push)


def bilinear(
    forward: Callable[..., Value], first: Callable[..., Value], second: Callable[..., Value]
) -> Whole:
    """Two inputs, linear in each while the other rests: a product of some kind.

    `first(g, a, b)` and `second(g, a, b)` are the gradients of a and of b.
    """

    def pull(port: int, g: Value, _out: Value, a: Value, b: Value) -> Value:
        if port == 0:
            return _exactly(lambda moving, resting: first(moving, a, resting), g, b)
        return _exactly(lambda moving, resting: second(moving, resting, b), g, a)

    def push(port: int, t: Value, _out: Value, a: Value, b: Value) -> Value:
        if port == 0:
            return _exactly(forward, t, b)
        return _exactly(lambda moving, resting: forward(resting, moving), t, a)

    return Whole(forward, pull, push)


def _exactly(times: Callable[[Value, Value], Value], t: Value, other: Value) -> Value:
    """A product in which an entry of t that is 0 adds nothing, even where it meets infinity."""
    found = times(t, other)
    if np.all(np.isfinite(other)) or not np.all(np.isfinite(t)):
        return found
    meets = partial(_meets, times)
    rises = meets(t > 0, np.equal(other, np.inf)) | meets(t < 0, np.equal(other, -np.inf))
    falls = meets(t > 0, np.equal(other, -np.inf)) | meets(t < 0, np.equal(other, np.inf))
    blurs = meets(np.not_equal(t, 0.0), np.isnan(other))
    rest = times(t, as_value(np.where(np.isfinite(other), other, 0.0)))
    found = rest + np.where(rises, np.inf, 0.0) - np.where(falls, np.inf, 0.0)
    return np.where(blurs, np.nan, found)


def _meets(times: Callable[[Value, Value], Value], some: Value, others: Value) -> Value:
    """Where entries of both sorts are multiplied with one another."""
    counted = times(as_value(np.where(some, 1.0, 0.0)), as_value(np.where(others, 1.0, 0.0)))
    return np.not_equal(counted, 0.0)


def gated(derivative: Value, slope: Value) -> Value:
    """Times a slope that may be a shut gate: what does not pass is 0, even of infinity."""
    lost = np.equal(slope, 0.0) & np.logical_not(np.isfinite(derivative))
    return np.where(lost, 0.0, derivative * slope) + 0.0  # never -0


def moving(tangent: Value, slope: Value) -> Value:
    """Times a slope that may be infinite: an entry that does not move adds nothing."""
    return np.where(np.equal(tangent, 0.0), 0.0, tangent * slope)


def folding(
    forward: Callable[..., Value],
    slope: Callable[..., Value],
    times: Callable[[Value, Value], Value] = np.multiply,
) -> Whole:
    """A reduction: along some axes, many entries become one.

    `slope(x, out, axis)` says how much each entry counts; `out` keeps the lost axes.
    """

    def pull(
        _port: int, g: Value, out: Value, x: Value, axis: Axis = None, keepdims: bool = False
    ) -> Value:
        shape = np.shape(x)
        weight = slope(x, laid_back(out, shape, axis), axis)
        return np.broadcast_to(times(laid_back(g, shape, axis), weight), shape)

    def push(
        _port: int, t: Value, out: Value, x: Value, axis: Axis = None, keepdims: bool = False
    ) -> Value:
        weight = slope(x, laid_back(out, np.shape(x), axis), axis)
        return np.sum(moving(t, weight), axis=chosen(np.shape(x), axis), keepdims=keepdims)

    return Whole(forward, pull, push)


def averaged(rule: Rule, times: Callable[[Value, Value], Value] = np.multiply) -> Whole:
    """The mean, over all entries, of an elementwise rule."""

    def forward(*xs: Value) -> Value:
        losses = _entries(rule, xs)[0]
        return np.divide(np.sum(losses), np.size(losses))

    def pull(port: int, g: Value, _out: Value, *xs: Value) -> Value:
        losses, *partials = _entries(rule, xs)
        share = times(g / max(np.size(losses), 1), partials[port])
        return unbroadcast(np.broadcast_to(share, np.shape(losses)), np.shape(xs[port]))

    def push(port: int, t: Value, _out: Value, *xs: Value) -> Value:
        losses, *partials = _entries(rule, xs)
        moved = np.broadcast_to(moving(t, partials[port]), np.shape(losses))
        return np.sum(moved) / max(np.size(losses), 1)

    return Whole(forward, pull, push)


def _entries(rule: Rule, xs: tuple[Value, ...]) -> tuple[Value, ...]:
    # a Python float would raise where numpy's number answers inf or nan
    return rule(array, *(np.float64(x) if isinstance(x, float) else x for x in xs))


def source(forward: Callable[..., Value]) -> Whole:
    """No input at all, so nothing to pull or to push."""

    def no_port(port: int, *_: Value, **_settings: Settings) -> Value:
        raise IndexError(port)

    return Whole(forward, no_port, no_port)


def one_by_one(out: Shape, *_shapes: Shape, **_settings: Settings) -> int:
    """numpy lacks the function, and Python's own is called for each entry."""
    return 1_000 * elements(out)


def joining(_out: Shape, *parts: Shape, **_settings: Settings) -> int:
    """Each part's derivative is found among all parts."""
    return 400 * len(parts) ** 2


def no_work(_out: Shape, *_shapes: Shape, **_settings: Settings) -> int:
    """Moving entries about multiplies nothing."""
    return 0


def reads_all(_out: Shape, *shapes: Shape, **_settings: Settings) -> int:
    """One multiplication for each entry that is read."""
    return sum(map(elements, shapes))
