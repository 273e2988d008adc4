"""Choosing between values: the larger, the smaller, by a condition, within bounds."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from engine.mathematics import Mathematics, Value
from engine.op import Corner, Op, Spelling
from engine.words import Words

Partials = tuple[Value, ...]


def maximum(m: Mathematics, a: Value, b: Value) -> Partials:
    # a != a: what is not a number wins; as in PyTorch nobody has lost then, and both are told
    out, tie = m.where((a >= b) | (a != a), a, b), m.where(a == b, 0.5, 1.0)
    return out, m.where(a < b, 0.0, tie), m.where(b < a, 0.0, tie)


def minimum(m: Mathematics, a: Value, b: Value) -> Partials:
    out, tie = m.where((a <= b) | (a != a), a, b), m.where(a == b, 0.5, 1.0)
    return out, m.where(a > b, 0.0, tie), m.where(b > a, 0.0, tie)


def where(m: Mathematics, condition: Value, a: Value, b: Value) -> Partials:
    chosen = m.where(condition, 1.0, 0.0)
    return m.where(condition, a, b), 0.0, chosen, 1.0 - chosen


def clip(m: Mathematics, x: Value, low: Value, high: Value) -> Partials:
    # as in PyTorch, a lower bound that meets the upper one gets nothing
    above = m.where((x > high) | (low > high), 1.0, 0.0)
    below = m.where((x < low) & (low < high), 1.0, 0.0)
    within = m.where((x >= low) & (x <= high), 1.0, 0.0)
    out = m.where((x >= low) | (x != x), x, low)  # what is not a number stays, also as a bound
    return m.where((out <= high) | (out != out), out, high), within, below, above


def _choice(name: str, **columns: Any) -> Op:
    return Op(
        **{
            "name": name,
            "family": "two or more values",
            "glyph": name,
            "pattern": "router",
            **columns,
        }
    )


def _at_low(x: Value, low: Value, high: Value) -> Any:
    return (x == low) & (low <= high)


def _at_high(x: Value, low: Value, high: Value) -> Any:
    return (x == high) & (low <= high)


def _rising(_x: Value, low: Value, high: Value) -> tuple[Any, Any]:
    """Flat up to the lower bound, straight from it on; flat where there is no room above it."""
    return 0.0, np.where(low < high, 1.0, 0.0)


def _ending(_x: Value, low: Value, high: Value) -> tuple[Any, Any]:
    return np.where(low < high, 1.0, 0.0), 0.0


def _low_holds(x: Value, low: Value, high: Value) -> Any:
    return _at_low(x, low, high) | _meet_above(x, low, high)


def _high_holds(x: Value, low: Value, high: Value) -> Any:
    return _at_high(x, low, high) | _meet_above(x, low, high)


def _meet_above(x: Value, low: Value, high: Value) -> Any:
    """Both bounds hold: the lower one no longer once it moves past the upper one."""
    return (x < low) & (low == high)


def _of_low(x: Value, low: Value, high: Value) -> tuple[Any, Any]:
    return np.where(x < low, 1.0, 0.0), np.where(low < high, 1.0, 0.0)


def _larger_or_smaller(name: str, glyph: str, sides: tuple[float, float], **columns: Any) -> Op:
    """At a tie the slope jumps: 0 to 1 where an input begins to win, 1 to 0 where it ends."""
    inside = f"{name}({{0}}, {{1}})"
    tie = (lambda a, b: a == b, lambda a, b: sides)
    return _choice(
        name,
        glyph=glyph,
        signature="a, b",
        commutes=True,
        spelling=Spelling(f"np.{inside}", f"torch.{inside}", f"jnp.{inside}"),
        corners=(Corner(0, *tie), Corner(1, *tie)),
        **columns,
    )


TIES = Words("Equal inputs share the gradient equally.", "相等时平分梯度。")

ROWS = (
    _larger_or_smaller(
        "maximum", "max", (0.0, 1.0), rule=maximum, symbolic=sp.Max,
        words=Words(
            f"The larger input gets the whole gradient, the other nothing. {TIES.en}",
            f"较大的输入得到全部梯度，另一个得不到。{TIES.zh}",
        ),
    ),
    _larger_or_smaller(
        "minimum", "min", (1.0, 0.0), rule=minimum, symbolic=sp.Min,
        words=Words(
            f"The smaller input gets the whole gradient, the other nothing. {TIES.en}",
            f"较小的输入得到全部梯度，另一个得不到。{TIES.zh}",
        ),
    ),
    _choice(
        "where", rule=where, signature="condition, a, b", blind=(0,),
        symbolic=lambda condition, a, b: sp.Piecewise((a, condition), (b, True)),
        latex=r"\begin{{cases}}{1} & {0}\\{2} & \text{{otherwise}}\end{{cases}}",
        spelling=Spelling(
            "np.where({0}, {1}, {2})", "torch.where({0}, {1}, {2})", "jnp.where({0}, {1}, {2})"
        ),
        words=Words(
            "The chosen branch gets the whole gradient, the other nothing.",
            "被选中的分支得到全部梯度，另一个得不到。",
        ),
    ),
    _choice(
        "clip", rule=clip, signature="x, low, high", pattern="gate",
        symbolic=lambda x, low, high: sp.Min(sp.Max(x, low), high),
        spelling=Spelling(
            "np.clip({0}, {1}, {2})", "torch.clamp({0}, {1}, {2})", "jnp.clip({0}, {1}, {2})"
        ),
        corners=(
            Corner(0, _at_low, _rising),
            Corner(0, _at_high, _ending),
            Corner(1, _low_holds, _of_low),
            Corner(2, _high_holds, lambda *_: (1.0, 0.0)),
        ),
        sample=((-2.0, 2.0), (-1.5, -0.5), (0.5, 1.5)),
        words=Words(
            "Between its bounds, and at them, it lets the gradient through; "
            "outside, the bound that holds gets it.",
            "在界内（含边界）梯度通过；超出界限时梯度传给起作用的那个界。",
        ),
    ),
)  # fmt: skip
