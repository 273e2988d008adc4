"""How far entries lie apart, or from 0: variance, standard deviation and length."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from engine.mathematics import Value
from engine.op import Corner, Spelling
from engine.ops.axes import Axis, chosen, folded, reduced
from engine.ops.entries import reduction
from engine.ops.forms import folding
from engine.ops.reductions import OF_SOME, mean, reduction_row, share_of_mean
from engine.words import Words


def centred(x: Value, axis: Axis) -> Value:
    """The entries minus their mean; taken twice, so that equal entries give exactly 0."""
    rough = x - mean(x, axis, keepdims=True)
    return rough - mean(rough, axis, keepdims=True)


def variance(x: Value, axis: Axis = None, keepdims: bool = False) -> Value:
    return mean(np.square(centred(x, axis)), axis, keepdims)


def slope_of_variance(x: Value, out: Value, axis: Axis) -> Value:
    return 2.0 * centred(x, axis) * share_of_mean(x, out, axis)


def deviation(x: Value, axis: Axis = None, keepdims: bool = False) -> Value:
    scale = magnitude(x, axis)
    out = np.sqrt(variance(x / scale, axis, keepdims=True)) * scale
    return np.reshape(out, reduced(np.shape(x), axis, keepdims))


def slope_of_deviation(x: Value, out: Value, axis: Axis) -> Value:
    scale = magnitude(x, axis)
    return unless_zero(centred(x / scale, axis) * share_of_mean(x, out, axis), out / scale)


def length(x: Value, axis: Axis = None, keepdims: bool = False) -> Value:
    """Root of the sum of squares."""
    scale = magnitude(x, axis)
    axes = chosen(np.shape(x), axis)
    out = np.sqrt(np.sum(np.square(x / scale), axis=axes, keepdims=True)) * scale
    return np.reshape(out, reduced(np.shape(x), axis, keepdims))


def magnitude(x: Value, axis: Axis) -> Value:
    """A power of two about as large as the largest entry: what is divided by it keeps all its
    digits, and no square of it overflows or vanishes."""
    top = np.max(np.abs(x), axis=chosen(np.shape(x), axis), keepdims=True, initial=0.0)
    ordinary = (top > 0) & (top < np.inf)
    return np.where(ordinary, np.ldexp(1.0, np.frexp(top)[1] - 1), 1.0)


def direction(x: Value, out: Value, _axis: Axis) -> Value:
    return unless_zero(x, out)


def unless_zero(top: Value, bottom: Value) -> Value:
    """A quotient, but 0 where the bottom is 0: PyTorch's choice at the tip of a cone."""
    return np.where(np.equal(bottom, 0.0), 0.0, np.divide(top, bottom))


def _variance_of(*xs: Any) -> Any:
    middle = sp.Add(*xs) / len(xs)
    return sp.Add(*((x - middle) ** 2 for x in xs)) / len(xs)


def _all_equal(x: Value, axis: Axis = None, keepdims: bool = False) -> Any:
    several = folded(np.shape(x), axis) > 1
    return np.equal(deviation(x, axis, keepdims=True), 0.0) & np.isfinite(x) & several


def _all_zero(x: Value, axis: Axis = None, keepdims: bool = False) -> Any:
    return np.equal(length(x, axis, keepdims=True), 0.0) & np.equal(x, 0.0)


def _either_side(x: Value, axis: Axis = None, keepdims: bool = False) -> tuple[float, float]:
    """One of n equal entries moves: the deviation grows by √(n - 1)/n on either side."""
    n = folded(np.shape(x), axis)
    slope = float(np.sqrt(max(n - 1, 0)) / max(n, 1))
    return -slope, slope


def _with_axis(name: str) -> str:
    return f"{name}({{0}}, axis={{axis}}, keepdims={{keepdims}})"


def _divided_by_n(name: str) -> Spelling:
    torch = f"torch.{name}({{0}}, dim={{axis}}, correction=0, keepdim={{keepdims}})"
    return Spelling(_with_axis(f"np.{name}"), torch, _with_axis(f"jnp.{name}"))


ROWS = (
    reduction_row(
        "var", "var", folding(variance, slope_of_variance),
        symbolic=reduction(_variance_of),
        words=Words(
            "The mean squared distance from the mean (divided by n): "
            "the gradient pushes each entry away from the mean.",
            "与平均值之差的平方的平均（除以 n）：梯度把每个元素推离平均值。",
        ),
        pulls=(r"\tfrac{{2}}{{n}}\,{g}\,({0}-\operatorname{{mean}}\,{0})",), domain=OF_SOME,
        spelling=_divided_by_n("var"),
    ),
    reduction_row(
        "std", "std", folding(deviation, slope_of_deviation),
        symbolic=reduction(lambda *xs: sp.sqrt(_variance_of(*xs))),
        words=Words(
            "The root of the variance (divided by n); where all entries are equal it is 0, "
            "and its slope is taken as 0.",
            "方差（除以 n）的平方根；所有元素相等时为 0，斜率取 0。",
        ),
        pulls=(r"{g}\,\frac{{{0}-\operatorname{{mean}}\,{0}}}{{n\,{out}}}",), domain=OF_SOME,
        corners=(Corner(0, _all_equal, _either_side),), spelling=_divided_by_n("std"),
    ),
    reduction_row(
        "norm", "‖·‖", folding(length, direction),
        symbolic=reduction(lambda *xs: sp.sqrt(sp.Add(*(x**2 for x in xs)))),
        words=Words(
            "The length, the root of the sum of squares; "
            "each entry gets its share of the direction. At 0 the slope is taken as 0.",
            "长度，即平方和的平方根；每个元素得到它在方向中的份额。在 0 处斜率取 0。",
        ),
        latex=r"\left\lVert {0} \right\rVert", pulls=(r"{g}\,\frac{{{0}}}{{{out}}}",),
        corners=(Corner(0, _all_zero, lambda *_, **_settings: (-1.0, 1.0)),),
        spelling=Spelling(
            "np.sqrt(np.sum(np.square({0}), axis={axis}, keepdims={keepdims}))",
            "torch.linalg.vector_norm({0}, dim={axis}, keepdim={keepdims})",
            "jnp.sqrt(jnp.sum(jnp.square({0}), axis={axis}, keepdims={keepdims}))",
        ),
    ),
)  # fmt: skip
