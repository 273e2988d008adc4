"""Scores become shares: softmax and its logarithm, without overflow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import sympy as sp

from engine.mathematics import Value
from engine.op import Case, Op, Shape, Spelling, Whole, elements
from engine.ops.axes import chosen, single
from engine.ops.entries import along
from engine.ops.forms import moving
from engine.ops.reductions import logsumexp, total
from engine.words import Words


def softmax(x: Value, axis: int = -1) -> Value:
    # exp of what is at most 0, and divided once: shares that add up to 1 as closely as can be
    top = np.max(x, axis=chosen(np.shape(x), axis), keepdims=True, initial=-np.inf)
    raised = np.exp(x - top)
    return raised / total(raised, axis, keepdims=True)


def pull_softmax(_port: int, g: Value, out: Value, _x: Value, axis: int = -1) -> Value:
    return out * (g - total(g * out, axis, keepdims=True))


def push_softmax(_port: int, t: Value, out: Value, _x: Value, axis: int = -1) -> Value:
    moved = moving(t, out)
    return moved - out * total(moved, axis, keepdims=True)


def log_softmax(x: Value, axis: int = -1) -> Value:
    """Counted from the largest entry, or the digits of small differences would be lost."""
    top = np.max(x, axis=chosen(np.shape(x), axis), keepdims=True, initial=-np.inf)
    below = x - np.where(np.isfinite(top), top, 0.0)
    return below - logsumexp(below, axis, keepdims=True)


def pull_log_softmax(_port: int, g: Value, out: Value, _x: Value, axis: int = -1) -> Value:
    return g - np.exp(out) * total(g, axis, keepdims=True)


def push_log_softmax(_port: int, t: Value, out: Value, _x: Value, axis: int = -1) -> Value:
    return t - total(moving(t, np.exp(out)), axis, keepdims=True)


def along_one(shape: Shape, axis: int = -1) -> Shape:
    """Shares along one axis keep the shape."""
    single(shape, axis)
    return shape


def _shares(*xs: Any) -> list[Any]:
    raised = [sp.exp(x) for x in xs]
    return [each / sp.Add(*raised) for each in raised]


def log_shares(*xs: Any) -> list[Any]:
    together = sp.log(sp.Add(*map(sp.exp, xs)))
    return [x - together for x in xs]


CASES = tuple(
    Case((shape,), settings)
    for shape, settings in (
        ((), {}), ((4,), {}), ((2, 3), {}), ((2, 3), {"axis": 0}), ((2, 1, 2), {"axis": 2}),
        ((1,), {}), ((0,), {}), ((3, 0), {"axis": 0}),
    )
)  # fmt: skip


def _row(name: str, glyph: str, whole: Whole, symbolic: Callable[..., Any], **columns: Any) -> Op:
    inside = f"{name}({{0}}, axis={{axis}})"
    return Op(
        **{
            "name": name,
            "family": "softmax",
            "glyph": glyph,
            "signature": "x, *, axis=-1",
            "whole": whole,
            "shape": along_one,
            "work": lambda out, *_, axis=-1: 2 * elements(out),
            "symbolic": along(symbolic),
            "latex": rf"\operatorname{{{{{name}}}}}\left({{0}}\right)".replace("_", r"\_"),
            "spelling": Spelling(
                "np.exp({0} - np.logaddexp.reduce({0}, axis={axis}, keepdims=True))",
                f"torch.{name}({{0}}, dim={{axis}})",
                f"jax.nn.{inside}",
            ),
            "pattern": "mixer",
            "cases": CASES,
            **columns,
        }
    )


ROWS = (
    _row(
        "softmax", "softmax", Whole(softmax, pull_softmax, push_softmax), _shares,
        pulls=(r"{out}\odot\left({g}-\langle {g},{out}\rangle\right)",),
        words=Words(
            "Scores become shares that add up to 1: raising one entry lowers all the others.",
            "把分数变成总和为 1 的份额：一个元素升高，其余都降低。",
        ),
    ),
    _row(
        "log_softmax", "ln softmax", Whole(log_softmax, pull_log_softmax, push_log_softmax),
        log_shares,
        pulls=(r"{g}-\operatorname{{softmax}}({0})\sum {g}",),
        spelling=Spelling(
            "{0} - np.logaddexp.reduce({0}, axis={axis}, keepdims=True)",
            "torch.log_softmax({0}, dim={axis})",
            "jax.nn.log_softmax({0}, axis={axis})",
        ),
        words=Words(
            "The logarithm of softmax without overflow; "
            "each entry gets its gradient minus its share of all gradients.",
            "softmax 的对数，不会溢出；每个元素得到自己的梯度，减去它的份额乘以梯度之和。",
        ),
    ),
)  # fmt: skip
