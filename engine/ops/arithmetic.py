"""The signs: plus, minus, times, divided by, power, and the comparisons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from engine.mathematics import Mathematics, Value
from engine.op import Domain, Op, Rule, Spelling
from engine.words import Words


def add(m: Mathematics, a: Value, b: Value) -> tuple[Value, ...]:
    return a + b, 1.0, 1.0


def sub(m: Mathematics, a: Value, b: Value) -> tuple[Value, ...]:
    return a - b, 1.0, -1.0


def mul(m: Mathematics, a: Value, b: Value) -> tuple[Value, ...]:
    return a * b, b, a


def div(m: Mathematics, a: Value, b: Value) -> tuple[Value, ...]:
    quotient = a / b
    return quotient, 1.0 / b, -quotient / b


def mod(m: Mathematics, a: Value, b: Value) -> tuple[Value, ...]:
    # `//` counts without rounding the quotient: 0.1 is a little more than a tenth of 1
    return m.mod(a, b), 1.0, -(a // b)


def power(m: Mathematics, a: Value, b: Value) -> tuple[Value, ...]:
    # x^0 is flat even where x^-1 is infinite, and 0^b stays 0 however b moves: as in PyTorch
    out, lower = m.power(a, b), m.power(a, b - 1.0)
    infinite = lower - lower != 0  # or not a number
    base = b * m.where((b == 0) & infinite, 0.0, lower) + 0.0  # never -0
    exponent = m.where((a == 0) & (b >= 0), 0.0, out * m.log(a))
    return out, base, exponent


def neg(m: Mathematics, a: Value) -> tuple[Value, ...]:
    return -a, -1.0


def lt(m: Mathematics, a: Value, b: Value) -> tuple[Value, ...]:
    return (m.where(a < b, 1.0, 0.0),)


def le(m: Mathematics, a: Value, b: Value) -> tuple[Value, ...]:
    return (m.where(a <= b, 1.0, 0.0),)


def gt(m: Mathematics, a: Value, b: Value) -> tuple[Value, ...]:
    return (m.where(a > b, 1.0, 0.0),)


def ge(m: Mathematics, a: Value, b: Value) -> tuple[Value, ...]:
    return (m.where(a >= b, 1.0, 0.0),)


def eq(m: Mathematics, a: Value, b: Value) -> tuple[Value, ...]:
    return (m.where(a == b, 1.0, 0.0),)


def ne(m: Mathematics, a: Value, b: Value) -> tuple[Value, ...]:
    return (m.where(a != b, 1.0, 0.0),)


COMPARES = Words(
    "A comparison answers yes or no; a small nudge does not change the answer, "
    "so nothing flows back.",
    "比较只回答是或否；微小的变动不会改变答案，所以没有梯度传回。",
)

DIVIDES = Domain(
    lambda a, b: b != 0, Words("a divisor that is not 0", "除数不为 0"), "division-by-zero"
)


def _sign(text: str) -> Spelling:
    return Spelling(text, text, text)


def _comparison(
    name: str,
    glyph: str,
    rule: Rule,
    symbolic: Callable[..., Any],
    *signs: str,
    commutes: bool = False,
) -> Op:
    return Op(
        name=name,
        family="operators",
        glyph=glyph,
        signature="a, b",
        signs=signs,
        callable=False,
        rule=rule,
        commutes=commutes,
        blind=(0, 1),
        symbolic=symbolic,
        spelling=_sign(f"({{0}} {signs[0]} {{1}})"),
        pattern="blocker",
        words=COMPARES,
    )


ROWS = (
    Op(
        name="add",
        family="operators",
        glyph="+",
        signature="a, b",
        signs=("+",),
        callable=False,
        rule=add,
        commutes=True,
        symbolic=lambda a, b: a + b,
        spelling=_sign("({0} + {1})"),
        pattern="distributor",
        words=Words(
            "Add hands its gradient on unchanged to both inputs.",
            "加法把梯度原样传给两个输入。",
        ),
    ),
    Op(
        name="sub",
        family="operators",
        glyph="−",
        signature="a, b",
        signs=("-",),
        callable=False,
        rule=sub,
        symbolic=lambda a, b: a - b,
        spelling=_sign("({0} - {1})"),
        pattern="distributor",
        words=Words(
            "Subtract hands its gradient on unchanged to the first input, "
            "and with the opposite sign to the second.",
            "减法把梯度原样传给第一个输入，变号后传给第二个输入。",
        ),
    ),
    Op(
        name="mul",
        family="operators",
        glyph="×",
        signature="a, b",
        signs=("*",),
        callable=False,
        rule=mul,
        commutes=True,
        symbolic=lambda a, b: a * b,
        spelling=_sign("({0} * {1})"),
        pattern="swapper",
        words=Words(
            "A product hands each input the gradient times the other input.",
            "乘法把梯度乘以另一个输入，再传给每个输入。",
        ),
    ),
    Op(
        name="div",
        family="operators",
        glyph="÷",
        signature="a, b",
        signs=("/",),
        callable=False,
        rule=div,
        symbolic=lambda a, b: a / b,
        spelling=_sign("({0} / {1})"),
        pattern="scaler",
        domain=DIVIDES,
        sample=((-2.0, 2.0), (0.5, 2.0)),
        words=Words(
            "Divide hands the top the gradient over the bottom; "
            "a larger bottom makes the quotient smaller, so its share has the opposite sign.",
            "除法把梯度除以分母后传给分子；分母变大则商变小，所以传给分母的部分变号。",
        ),
    ),
    Op(
        name="mod",
        family="operators",
        glyph="mod",
        signature="a, b",
        signs=("%",),
        callable=False,
        rule=mod,
        symbolic=lambda a, b: sp.nan if b == 0 else sp.Mod(a, b),  # sympy raises there
        spelling=Spelling("np.mod({0}, {1})", "torch.remainder({0}, {1})", "jnp.mod({0}, {1})"),
        pattern="distributor",
        domain=DIVIDES,
        sample=((-4.0, 4.0), (0.5, 2.0)),
        words=Words(
            "The remainder moves with the first input one to one; "
            "in the divisor its slope is minus the number of times it fits.",
            "余数随被除数同步变化；对除数的斜率是商的整数部分取负。",
        ),
    ),
    Op(
        name="pow",
        family="operators",
        glyph="^",
        signature="a, b",
        signs=("**", "^"),
        callable=False,
        rule=power,
        symbolic=lambda a, b: a**b,
        spelling=_sign("({0} ** {1})"),
        pattern="scaler",
        domain=Domain(
            lambda a, b: (a > 0) | ((a == 0) & (b >= 0)) | ((a < 0) & (b % 1 == 0)),
            Words(
                "a base above 0, or a whole exponent that does not divide by 0",
                "底数大于 0，或指数为整数且不除以 0",
            ),
        ),
        sample=((0.2, 2.0), (-2.0, 2.0)),
        words=Words(
            "A power hands its base the gradient times the exponent times the next lower power.",
            "幂运算把梯度乘以指数，再乘以低一次的幂，传给底数。",
        ),
    ),
    Op(
        name="neg",
        family="operators",
        glyph="−",
        signature="a",
        signs=("-",),
        callable=False,
        rule=neg,
        symbolic=lambda a: -a,
        spelling=_sign("(-{0})"),
        pattern="scaler",
        words=Words("The minus sign turns the gradient's sign.", "负号使梯度变号。"),
    ),
    _comparison("lt", "<", lt, sp.Lt, "<"),
    _comparison("le", "≤", le, sp.Le, "<=", "≤"),
    _comparison("gt", ">", gt, sp.Gt, ">"),
    _comparison("ge", "≥", ge, sp.Ge, ">=", "≥"),
    _comparison("eq", "=", eq, sp.Eq, "==", commutes=True),
    _comparison("ne", "≠", ne, sp.Ne, "!=", "≠", commutes=True),
)
