"""Functions of one or two numbers that a calculus book lists."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import sympy as sp

from engine.mathematics import Mathematics, Value
from engine.op import Corner, Domain, Op, Spelling
from engine.ops.forms import one_by_one
from engine.words import Words

LN2, LN10 = math.log(2.0), math.log(10.0)
Partials = tuple[Value, ...]


def exp(m: Mathematics, x: Value) -> Partials:
    out = m.exp(x)
    return out, out


def expm1(m: Mathematics, x: Value) -> Partials:
    return m.expm1(x), m.exp(x)


def log(m: Mathematics, x: Value) -> Partials:
    return m.log(x), 1.0 / x


def log1p(m: Mathematics, x: Value) -> Partials:
    return m.log1p(x), 1.0 / (1.0 + x)


def log2(m: Mathematics, x: Value) -> Partials:
    return m.log2(x), 1.0 / (x * LN2)


def log10(m: Mathematics, x: Value) -> Partials:
    return m.log10(x), 1.0 / (x * LN10)


def sqrt(m: Mathematics, x: Value) -> Partials:
    root = m.sqrt(x)
    return root, 0.5 / root


def cbrt(m: Mathematics, x: Value) -> Partials:
    root = m.cbrt(x)
    return root, 1.0 / (3.0 * root * root)


def absolute(m: Mathematics, x: Value) -> Partials:
    return m.abs(x), m.where(x > 0, 1.0, m.where(x < 0, -1.0, 0.0))


def sign(m: Mathematics, x: Value) -> Partials:
    return m.sign(x), 0.0


def floor(m: Mathematics, x: Value) -> Partials:
    return m.floor(x), 0.0


def ceil(m: Mathematics, x: Value) -> Partials:
    return m.ceil(x), 0.0


def erf(m: Mathematics, x: Value) -> Partials:
    return m.erf(x), 2.0 / math.sqrt(math.pi) * m.exp(-x * x)


def hypot(m: Mathematics, x: Value, y: Value) -> Partials:
    length = m.hypot(x, y)
    away = m.where(length == 0, 1.0, length)  # at the tip of the cone both slopes are 0
    return length, x / away, y / away


def _same(name: str) -> Spelling:
    return Spelling(f"np.{name}({{0}})", f"torch.{name}({{0}})", f"jnp.{name}({{0}})")


def function_row(name: str, rule: object, symbolic: object, en: str, zh: str, **columns: Any) -> Op:
    """A row for a function of one number."""
    return Op(
        **{
            "name": name,
            "family": "elementary",
            "glyph": name,
            "signature": "x",
            "rule": rule,
            "symbolic": symbolic,
            "spelling": _same(name),
            "pattern": "scaler",
            "words": Words(en, zh),
            **columns,
        }
    )


POSITIVE = Domain(lambda x: x > 0, Words("a number above 0", "大于 0 的数"))
NOT_NEGATIVE = Domain(lambda x: x >= 0, Words("a number that is not negative", "不小于 0 的数"))


def _corner(at: Callable[..., Any], left: float, right: float) -> tuple[Corner, ...]:
    return (Corner(0, at, lambda *_: (left, right)),)


FLAT = "It is flat almost everywhere, so nothing flows back through it."
FLAT_ZH = "它几乎处处是平的，梯度无法通过它回传。"
FLOOR, CEIL = r"\left\lfloor {0} \right\rfloor", r"\left\lceil {0} \right\rceil"
LENGTH = r"\sqrt{{{0}^{{2}} + {1}^{{2}}}}"

ROWS = (
    function_row(
        "exp", exp, sp.exp,
        "The exponential is its own slope: the gradient is multiplied by the value itself.",
        "指数函数的斜率就是它自己：梯度乘以函数值。", latex=r"\mathrm{{e}}^{{{0}}}",
    ),
    function_row(
        "expm1", expm1, lambda x: sp.exp(x) - 1,
        "exp(x) − 1 without losing digits near 0; its slope is exp(x).",
        "exp(x) − 1，在 0 附近不丢精度；斜率是 exp(x)。",
    ),
    function_row(
        "log", log, sp.log,
        "The slope is 1/x: the larger the input, the less a nudge matters.",
        "斜率是 1/x：输入越大，微小变动的影响越小。",
        aliases=("ln",), latex=r"\ln\left({0}\right)", domain=POSITIVE, sample=((0.1, 4.0),),
    ),
    function_row(
        "log1p", log1p, lambda x: sp.log(1 + x),
        "log(1 + x) without losing digits near 0; its slope is 1/(1 + x).",
        "log(1 + x)，在 0 附近不丢精度；斜率是 1/(1 + x)。",
        domain=Domain(lambda x: x > -1, Words("a number above -1", "大于 -1 的数")),
        sample=((-0.9, 2.0),),
    ),
    function_row(
        "log2", log2, lambda x: sp.log(x) / sp.log(2),
        "The logarithm to base 2; its slope is 1/(x ln 2).",
        "以 2 为底的对数；斜率是 1/(x ln 2)。",
        domain=POSITIVE, sample=((0.1, 4.0),), latex=r"\log_{{2}}\left({0}\right)",
    ),
    function_row(
        "log10", log10, lambda x: sp.log(x) / sp.log(10),
        "The logarithm to base 10; its slope is 1/(x ln 10).",
        "以 10 为底的对数；斜率是 1/(x ln 10)。",
        domain=POSITIVE, sample=((0.1, 4.0),), latex=r"\log_{{10}}\left({0}\right)",
    ),
    function_row(
        "sqrt", sqrt, sp.sqrt,
        "The slope is 1/(2√x): steep near 0, gentle far out.",
        "斜率是 1/(2√x)：靠近 0 很陡，远处平缓。",
        glyph="√", domain=NOT_NEGATIVE, sample=((0.1, 4.0),), latex=r"\sqrt{{{0}}}",
    ),
    function_row(
        "cbrt", cbrt, lambda x: sp.sign(x) * sp.cbrt(sp.Abs(x)),
        "The cube root, of negative numbers too; its slope is 1/(3∛x²).",
        "立方根，负数也可以；斜率是 1/(3∛x²)。",
        glyph="∛", latex=r"\sqrt[3]{{{0}}}", sample=((-3.0, 3.0),),
        spelling=Spelling(
            "np.cbrt({0})", "torch.sign({0}) * torch.abs({0}) ** (1 / 3)", "jnp.cbrt({0})"
        ),
    ),
    function_row(
        "abs", absolute, sp.Abs,
        "Keeps the gradient where the input is positive and turns its sign where it is negative.",
        "输入为正时梯度不变，为负时梯度变号。",
        glyph="|·|", corners=_corner(lambda x: x == 0, -1.0, 1.0), latex=r"\left|{0}\right|",
    ),
    function_row("sign", sign, sp.sign, FLAT, FLAT_ZH, glyph="sgn", pattern="blocker"),
    function_row(
        "floor", floor, sp.floor, FLAT, FLAT_ZH, glyph="⌊·⌋", pattern="blocker", latex=FLOOR,
    ),
    function_row(
        "ceil", ceil, sp.ceiling, FLAT, FLAT_ZH, glyph="⌈·⌉", pattern="blocker", latex=CEIL,
    ),
    function_row(
        "erf", erf, sp.erf,
        "The error function; its slope is the bell curve 2/√π · exp(−x²).",
        "误差函数；斜率是钟形曲线 2/√π · exp(−x²)。",
        work=one_by_one,
        spelling=Spelling(
            "np.vectorize(math.erf, otypes=[float])({0})",
            "torch.erf({0})",
            "jax.scipy.special.erf({0})",
        ),
    ),
    function_row(
        "hypot", hypot, lambda x, y: sp.sqrt(x**2 + y**2),
        "The distance √(x² + y²); each input's slope is its share of the distance.",
        "距离 √(x² + y²)；每个输入的斜率是它占距离的比例。",
        signature="x, y", commutes=True, latex=LENGTH,
        spelling=Spelling("np.hypot({0}, {1})", "torch.hypot({0}, {1})", "jnp.hypot({0}, {1})"),
        corners=tuple(
            Corner(port, lambda x, y: (x == 0) & (y == 0), lambda x, y: (-1.0, 1.0))
            for port in (0, 1)
        ),
    ),
)  # fmt: skip
