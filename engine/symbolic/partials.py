"""The local derivative of each row, as a formula: what stands on an edge, before any numbers.

Found by sympy from the row's own meaning, and tidied: no spikes at corners (there the rule's
convention holds), roots and the sigmoid by their names.
"""

from __future__ import annotations

from functools import cache

import sympy as sp

from engine.op import Op
from engine.ops import OPS
from engine.ops.entries import Expression

SIGMOID, STEP = sp.Function("sigmoid"), sp.Function("step")


def operands(row: Op) -> tuple[Expression, ...]:
    """A symbol for each operand of a row, named as in its signature."""
    return tuple(sp.Symbol(each.name, real=True) for each in row.parameters)


def partial(row: Op, port: int) -> Expression:
    """∂row/∂operand as an expression in `operands(row)`; none where sympy cannot say."""
    return _partial(row.name, port)


@cache
def _partial(name: str, port: int) -> Expression:
    row = OPS[name]
    symbols = operands(row)
    if row.rule is None or row.symbolic is None:
        return None
    if row.pattern == "blocker" or port in row.blind:
        return sp.S.Zero
    slope = plain_slope(row.symbolic(*symbols), symbols[port])
    if row.pattern == "gate":
        slope = slope.replace(sp.Heaviside, lambda x, *_: STEP(x))
    return sp.powsimp(_with_sigmoid(slope))


def plain_slope(formula: Expression, symbol: Expression) -> Expression:
    """sympy's slope without spikes: what is flat almost everywhere has slope 0."""
    slope = sp.diff(formula.replace(sp.Mod, lambda a, b: a - b * sp.floor(a / b)), symbol)
    for spike in (sp.DiracDelta, sp.Derivative, sp.Subs):
        slope = slope.replace(spike, lambda *_: sp.S.Zero)
    return slope.replace(_is_squared_sign, lambda _: sp.S.One)


def _is_squared_sign(part: Expression) -> bool:
    return bool(part.is_Pow and isinstance(part.base, sp.sign) and part.exp == 2)


def _with_sigmoid(slope: Expression) -> Expression:
    """1/(1 + exp(-x)) by its name s, and what is left of exp in terms of it: s(1 - s)."""
    share, rest = sp.symbols("s r", cls=sp.Dummy)
    for x in slope.free_symbols:
        for exponential, same in ((sp.exp(-x), 1 / share - 1), (sp.exp(x), share / (1 - share))):
            if slope.has(1 + exponential):
                terms = sp.Add.make_args(slope.xreplace({exponential: same}))
                found = sp.Add(*(sp.factor(sp.cancel(term)) for term in terms))
                named = found.xreplace({share - 1: -rest})
                return named.xreplace({rest: 1 - SIGMOID(x), share: SIGMOID(x)})
    return slope
