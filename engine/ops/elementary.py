"""Functions of one or two numbers that a calculus book lists, and choosing between values."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import sympy as sp

from engine.mathematics import Mathematics, Value
from engine.op import Corner, Domain, Op, Spelling
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
    return m.abs(x), m.sign(x)


def sign(m: Mathematics, x: Value) -> Partials:
    return m.sign(x), 0.0


def floor(m: Mathematics, x: Value) -> Partials:
    return m.floor(x), 0.0


def ceil(m: Mathematics, x: Value) -> Partials:
    return m.ceil(x), 0.0


def sin(m: Mathematics, x: Value) -> Partials:
    return m.sin(x), m.cos(x)


def cos(m: Mathematics, x: Value) -> Partials:
    return m.cos(x), -m.sin(x)


def tan(m: Mathematics, x: Value) -> Partials:
    out = m.tan(x)
    return out, 1.0 + out * out


def asin(m: Mathematics, x: Value) -> Partials:
    return m.asin(x), 1.0 / m.sqrt((1.0 - x) * (1.0 + x))


def acos(m: Mathematics, x: Value) -> Partials:
    return m.acos(x), -1.0 / m.sqrt((1.0 - x) * (1.0 + x))


def atan(m: Mathematics, x: Value) -> Partials:
    return m.atan(x), 1.0 / (1.0 + x * x)


def atan2(m: Mathematics, y: Value, x: Value) -> Partials:
    # divided twice by the length, because its square may overflow
    length = m.hypot(x, y)
    return m.atan2(y, x), x / length / length, -y / length / length


def sinh(m: Mathematics, x: Value) -> Partials:
    return m.sinh(x), m.cosh(x)


def cosh(m: Mathematics, x: Value) -> Partials:
    return m.cosh(x), m.sinh(x)


def tanh(m: Mathematics, x: Value) -> Partials:
    # 1 - tanh² loses its digits where tanh is near 1; this form of 1/cosh² does not
    e = m.exp(-2.0 * m.abs(x))
    return m.tanh(x), 4.0 * e / ((1.0 + e) * (1.0 + e))


def asinh(m: Mathematics, x: Value) -> Partials:
    return m.asinh(x), 1.0 / m.hypot(1.0, x)


def acosh(m: Mathematics, x: Value) -> Partials:
    return m.acosh(x), 1.0 / (m.sqrt(x - 1.0) * m.sqrt(x + 1.0))


def atanh(m: Mathematics, x: Value) -> Partials:
    return m.atanh(x), 1.0 / ((1.0 - x) * (1.0 + x))


def erf(m: Mathematics, x: Value) -> Partials:
    return m.erf(x), 2.0 / math.sqrt(math.pi) * m.exp(-x * x)


def hypot(m: Mathematics, x: Value, y: Value) -> Partials:
    length = m.hypot(x, y)
    return length, x / length, y / length


def maximum(m: Mathematics, a: Value, b: Value) -> Partials:
    out = m.where((a >= b) | (a != a), a, b)  # a != a: not-a-number wins, as in PyTorch
    first = m.where(a > b, 1.0, m.where(a == b, 0.5, 0.0))
    return out, first, 1.0 - first


def minimum(m: Mathematics, a: Value, b: Value) -> Partials:
    out = m.where((a <= b) | (a != a), a, b)
    first = m.where(a < b, 1.0, m.where(a == b, 0.5, 0.0))
    return out, first, 1.0 - first


def where(m: Mathematics, condition: Value, a: Value, b: Value) -> Partials:
    chosen = m.where(condition, 1.0, 0.0)
    return m.where(condition, a, b), 0.0, chosen, 1.0 - chosen


def clip(m: Mathematics, x: Value, low: Value, high: Value) -> Partials:
    above = m.where((x > high) | (low > high), 1.0, 0.0)
    below = m.where(x < low, 1.0 - above, 0.0)
    out = m.where(x < low, low, x)
    return m.where(out > high, high, out), 1.0 - above - below, below, above


def _same(name: str) -> Spelling:
    return Spelling(f"np.{name}({{0}})", f"torch.{name}({{0}})", f"jnp.{name}({{0}})")


def _named(numpy: str, torch: str) -> Spelling:
    return Spelling(f"np.{numpy}({{0}})", f"torch.{torch}({{0}})", f"jnp.{numpy}({{0}})")


def _pair(name: str) -> Spelling:
    inside = f"{name}({{0}}, {{1}})"
    return Spelling(f"np.{inside}", f"torch.{inside}", f"jnp.{inside}")


def _function(name: str, rule: object, symbolic: object, en: str, zh: str, **columns: Any) -> Op:
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
UP_TO_ONE = Domain(
    lambda x: (x >= -1) & (x <= 1), Words("a number from -1 to 1", "从 -1 到 1 的数")
)


def _corner(at: Callable[..., Any], left: float, right: float) -> tuple[Corner, ...]:
    return (Corner(0, at, lambda *_: (left, right)),)


def _tie(port: int) -> Corner:
    return Corner(port, lambda a, b: a == b, lambda a, b: (0.0, 1.0))


FLAT = "It is flat almost everywhere, so nothing flows back through it."
FLAT_ZH = "它几乎处处是平的，梯度无法通过它回传。"
FLOOR, CEIL = r"\left\lfloor {0} \right\rfloor", r"\left\lceil {0} \right\rceil"
LENGTH = r"\sqrt{{{0}^{{2}} + {1}^{{2}}}}"
TIES = "Equal inputs share the gradient equally."
TIES_ZH = "相等时平分梯度。"

ROWS = (
    _function(
        "exp", exp, sp.exp,
        "The exponential is its own slope: the gradient is multiplied by the value itself.",
        "指数函数的斜率就是它自己：梯度乘以函数值。", latex=r"\mathrm{{e}}^{{{0}}}",
    ),
    _function(
        "expm1", expm1, lambda x: sp.exp(x) - 1,
        "exp(x) − 1 without losing digits near 0; its slope is exp(x).",
        "exp(x) − 1，在 0 附近不丢精度；斜率是 exp(x)。",
    ),
    _function(
        "log", log, sp.log,
        "The slope is 1/x: the larger the input, the less a nudge matters.",
        "斜率是 1/x：输入越大，微小变动的影响越小。",
        aliases=("ln",), latex=r"\ln\left({0}\right)", domain=POSITIVE, sample=((0.1, 4.0),),
    ),
    _function(
        "log1p", log1p, lambda x: sp.log(1 + x),
        "log(1 + x) without losing digits near 0; its slope is 1/(1 + x).",
        "log(1 + x)，在 0 附近不丢精度；斜率是 1/(1 + x)。",
        domain=Domain(lambda x: x > -1, Words("a number above -1", "大于 -1 的数")),
        sample=((-0.9, 2.0),),
    ),
    _function(
        "log2", log2, lambda x: sp.log(x) / sp.log(2),
        "The logarithm to base 2; its slope is 1/(x ln 2).",
        "以 2 为底的对数；斜率是 1/(x ln 2)。",
        domain=POSITIVE, sample=((0.1, 4.0),), latex=r"\log_{{2}}\left({0}\right)",
    ),
    _function(
        "log10", log10, lambda x: sp.log(x) / sp.log(10),
        "The logarithm to base 10; its slope is 1/(x ln 10).",
        "以 10 为底的对数；斜率是 1/(x ln 10)。",
        domain=POSITIVE, sample=((0.1, 4.0),), latex=r"\log_{{10}}\left({0}\right)",
    ),
    _function(
        "sqrt", sqrt, sp.sqrt,
        "The slope is 1/(2√x): steep near 0, gentle far out.",
        "斜率是 1/(2√x)：靠近 0 很陡，远处平缓。",
        glyph="√", domain=NOT_NEGATIVE, sample=((0.1, 4.0),), latex=r"\sqrt{{{0}}}",
    ),
    _function(
        "cbrt", cbrt, lambda x: sp.sign(x) * sp.cbrt(sp.Abs(x)),
        "The cube root, of negative numbers too; its slope is 1/(3∛x²).",
        "立方根，负数也可以；斜率是 1/(3∛x²)。",
        glyph="∛", latex=r"\sqrt[3]{{{0}}}", sample=((0.1, 3.0),),
        spelling=Spelling(
            "np.cbrt({0})", "torch.sign({0}) * torch.abs({0}) ** (1 / 3)", "jnp.cbrt({0})"
        ),
    ),
    _function(
        "abs", absolute, sp.Abs,
        "Keeps the gradient where the input is positive and turns its sign where it is negative.",
        "输入为正时梯度不变，为负时梯度变号。",
        glyph="|·|", corners=_corner(lambda x: x == 0, -1.0, 1.0), latex=r"\left|{0}\right|",
    ),
    _function("sign", sign, sp.sign, FLAT, FLAT_ZH, glyph="sgn", pattern="blocker"),
    _function("floor", floor, sp.floor, FLAT, FLAT_ZH, glyph="⌊·⌋", pattern="blocker", latex=FLOOR),
    _function("ceil", ceil, sp.ceiling, FLAT, FLAT_ZH, glyph="⌈·⌉", pattern="blocker", latex=CEIL),
    _function("sin", sin, sp.sin, "The slope of the sine is the cosine.", "正弦的斜率是余弦。"),
    _function(
        "cos", cos, sp.cos,
        "The slope of the cosine is minus the sine.", "余弦的斜率是负的正弦。",
    ),
    _function(
        "tan", tan, sp.tan,
        "The slope is 1 + tan²: it explodes near the poles.",
        "斜率是 1 + tan²：靠近极点时急剧增大。",
        sample=((-1.2, 1.2),),
    ),
    _function(
        "asin", asin, sp.asin,
        "The angle whose sine this is; its slope is 1/√(1 − x²).",
        "反正弦；斜率是 1/√(1 − x²)。",
        domain=UP_TO_ONE, sample=((-0.9, 0.9),), spelling=_named("arcsin", "asin"),
    ),
    _function(
        "acos", acos, sp.acos,
        "The angle whose cosine this is; its slope is −1/√(1 − x²).",
        "反余弦；斜率是 −1/√(1 − x²)。",
        domain=UP_TO_ONE, sample=((-0.9, 0.9),), spelling=_named("arccos", "acos"),
    ),
    _function(
        "atan", atan, sp.atan,
        "The angle whose tangent this is; its slope is 1/(1 + x²).",
        "反正切；斜率是 1/(1 + x²)。",
        spelling=_named("arctan", "atan"),
    ),
    _function(
        "atan2", atan2, sp.atan2,
        "The angle of the point (x, y); each input turns it by the other over the squared distance.",
        "点 (x, y) 的方位角；每个输入的斜率是另一个输入除以距离的平方（x 的带负号）。",
        signature="y, x", sample=((0.3, 2.0),), spelling=_pair("atan2")._replace(
            numpy="np.arctan2({0}, {1})", jax="jnp.arctan2({0}, {1})"
        ),
    ),
    _function(
        "sinh", sinh, sp.sinh,
        "The slope of the hyperbolic sine is the hyperbolic cosine.", "双曲正弦的斜率是双曲余弦。",
    ),
    _function(
        "cosh", cosh, sp.cosh,
        "The slope of the hyperbolic cosine is the hyperbolic sine.", "双曲余弦的斜率是双曲正弦。",
    ),
    _function(
        "tanh", tanh, sp.tanh,
        "The slope is 1 − tanh²: at most 1, and near 0 where the value saturates.",
        "斜率是 1 − tanh²：最大为 1，饱和时接近 0。",
    ),
    _function(
        "asinh", asinh, sp.asinh,
        "The inverse of sinh; its slope is 1/√(x² + 1).", "双曲正弦的反函数；斜率是 1/√(x² + 1)。",
        spelling=_named("arcsinh", "asinh"),
    ),
    _function(
        "acosh", acosh, sp.acosh,
        "The inverse of cosh; its slope is 1/√(x² − 1).", "双曲余弦的反函数；斜率是 1/√(x² − 1)。",
        domain=Domain(lambda x: x >= 1, Words("a number of at least 1", "不小于 1 的数")),
        sample=((1.2, 4.0),), spelling=_named("arccosh", "acosh"),
    ),
    _function(
        "atanh", atanh, sp.atanh,
        "The inverse of tanh; its slope is 1/(1 − x²).", "双曲正切的反函数；斜率是 1/(1 − x²)。",
        domain=Domain(
            lambda x: (x > -1) & (x < 1), Words("a number between -1 and 1", "-1 与 1 之间的数")
        ),
        sample=((-0.9, 0.9),), spelling=_named("arctanh", "atanh"),
    ),
    _function(
        "erf", erf, sp.erf,
        "The error function; its slope is the bell curve 2/√π · exp(−x²).",
        "误差函数；斜率是钟形曲线 2/√π · exp(−x²)。",
        spelling=Spelling(
            "np.vectorize(math.erf, otypes=[float])({0})",
            "torch.erf({0})",
            "jax.scipy.special.erf({0})",
        ),
    ),
    _function(
        "hypot", hypot, lambda x, y: sp.sqrt(x**2 + y**2),
        "The distance √(x² + y²); each input's slope is its share of the distance.",
        "距离 √(x² + y²)；每个输入的斜率是它占距离的比例。",
        signature="x, y", sample=((0.3, 2.0),), spelling=_pair("hypot"), latex=LENGTH,
        corners=tuple(
            Corner(port, lambda x, y: (x == 0) & (y == 0), lambda x, y: (-1.0, 1.0))
            for port in (0, 1)
        ),
    ),
    _function(
        "maximum", maximum, sp.Max,
        "The larger input gets the whole gradient, the other nothing. " + TIES,
        "较大的输入得到全部梯度，另一个得不到。" + TIES_ZH,
        family="two or more values", glyph="max", signature="a, b", pattern="router",
        spelling=_pair("maximum"), corners=(_tie(0), _tie(1)),
    ),
    _function(
        "minimum", minimum, sp.Min,
        "The smaller input gets the whole gradient, the other nothing. " + TIES,
        "较小的输入得到全部梯度，另一个得不到。" + TIES_ZH,
        family="two or more values", glyph="min", signature="a, b", pattern="router",
        spelling=_pair("minimum"), corners=(_tie(0), _tie(1)),
    ),
    _function(
        "where", where, lambda condition, a, b: sp.Piecewise((a, condition), (b, True)),
        "The chosen branch gets the whole gradient, the other nothing.",
        "被选中的分支得到全部梯度，另一个得不到。",
        family="two or more values", signature="condition, a, b", pattern="router", blind=(0,),
        latex=r"\begin{{cases}}{1} & {0}\\{2} & \text{{otherwise}}\end{{cases}}",
        spelling=Spelling(
            "np.where({0}, {1}, {2})", "torch.where({0}, {1}, {2})", "jnp.where({0}, {1}, {2})"
        ),
    ),
    _function(
        "clip", clip, lambda x, low, high: sp.Min(sp.Max(x, low), high),
        "Between its bounds it lets the gradient through; outside, the bound that holds gets it.",
        "在界内梯度通过；超出界限时梯度传给起作用的那个界。",
        family="two or more values", signature="x, low, high", pattern="gate",
        spelling=Spelling(
            "np.clip({0}, {1}, {2})", "torch.clamp({0}, {1}, {2})", "jnp.clip({0}, {1}, {2})"
        ),
        corners=(
            Corner(0, lambda x, low, high: x == low, lambda *_: (0.0, 1.0)),
            Corner(0, lambda x, low, high: x == high, lambda *_: (1.0, 0.0)),
        ),
        sample=((-2.0, 2.0), (-1.5, -0.5), (0.5, 1.5)),
    ),
)  # fmt: skip
