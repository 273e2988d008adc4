"""Angles and their hyperbolic kin: sines, tangents and the way back from them."""

from __future__ import annotations

import sympy as sp

from engine.mathematics import Mathematics, Value
from engine.op import Domain, Spelling
from engine.ops.elementary import Partials, function_row
from engine.words import Words


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
    away = m.where(length == 0, 1.0, length)  # the origin has no angle; PyTorch's slopes there: 0
    return m.atan2(y, x), x / away / away, -y / away / away


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
    size = m.abs(x)  # below -1 there is no value, but PyTorch still has this slope, as for log
    return m.acosh(x), 1.0 / (m.sqrt(size - 1.0) * m.sqrt(size + 1.0))


def atanh(m: Mathematics, x: Value) -> Partials:
    return m.atanh(x), 1.0 / ((1.0 - x) * (1.0 + x))


def _named(numpy: str, torch: str) -> Spelling:
    return Spelling(f"np.{numpy}({{0}})", f"torch.{torch}({{0}})", f"jnp.{numpy}({{0}})")


UP_TO_ONE = Domain(
    lambda x: (x >= -1) & (x <= 1), Words("a number from -1 to 1", "从 -1 到 1 的数")
)

ROWS = (
    function_row(
        "sin", sin, sp.sin,
        "The slope of the sine is the cosine.", "正弦的斜率是余弦。",
    ),
    function_row(
        "cos", cos, sp.cos,
        "The slope of the cosine is minus the sine.", "余弦的斜率是负的正弦。",
    ),
    function_row(
        "tan", tan, sp.tan,
        "The slope is 1 + tan²: it explodes near the poles.",
        "斜率是 1 + tan²：靠近极点时急剧增大。",
        sample=((-1.2, 1.2),),
    ),
    function_row(
        "asin", asin, sp.asin,
        "The angle whose sine this is; its slope is 1/√(1 − x²).",
        "反正弦；斜率是 1/√(1 − x²)。",
        domain=UP_TO_ONE, sample=((-0.9, 0.9),), spelling=_named("arcsin", "asin"),
    ),
    function_row(
        "acos", acos, sp.acos,
        "The angle whose cosine this is; its slope is −1/√(1 − x²).",
        "反余弦；斜率是 −1/√(1 − x²)。",
        domain=UP_TO_ONE, sample=((-0.9, 0.9),), spelling=_named("arccos", "acos"),
    ),
    function_row(
        "atan", atan, sp.atan,
        "The angle whose tangent this is; its slope is 1/(1 + x²).",
        "反正切；斜率是 1/(1 + x²)。",
        spelling=_named("arctan", "atan"),
    ),
    function_row(
        "atan2", atan2, sp.atan2,
        "The angle of the point (x, y); "
        "each input turns it by the other over the squared distance.",
        "点 (x, y) 的方位角；每个输入的斜率是另一个输入除以距离的平方（x 的带负号）。",
        signature="y, x", spelling=Spelling(
            "np.arctan2({0}, {1})", "torch.atan2({0}, {1})", "jnp.arctan2({0}, {1})"
        ),
    ),
    function_row(
        "sinh", sinh, sp.sinh,
        "The slope of the hyperbolic sine is the hyperbolic cosine.", "双曲正弦的斜率是双曲余弦。",
    ),
    function_row(
        "cosh", cosh, sp.cosh,
        "The slope of the hyperbolic cosine is the hyperbolic sine.", "双曲余弦的斜率是双曲正弦。",
    ),
    function_row(
        "tanh", tanh, sp.tanh,
        "The slope is 1 − tanh²: at most 1, and near 0 where the value saturates.",
        "斜率是 1 − tanh²：最大为 1，饱和时接近 0。",
        circuits=("(exp(x) - exp(-x)) / (exp(x) + exp(-x))", "2*sigmoid(2*x) - 1"),
    ),
    function_row(
        "asinh", asinh, sp.asinh,
        "The inverse of sinh; its slope is 1/√(x² + 1).", "双曲正弦的反函数；斜率是 1/√(x² + 1)。",
        spelling=_named("arcsinh", "asinh"),
    ),
    function_row(
        "acosh", acosh, sp.acosh,
        "The inverse of cosh; its slope is 1/√(x² − 1).", "双曲余弦的反函数；斜率是 1/√(x² − 1)。",
        domain=Domain(lambda x: x >= 1, Words("a number of at least 1", "不小于 1 的数")),
        sample=((1.2, 4.0),), spelling=_named("arccosh", "acosh"),
    ),
    function_row(
        "atanh", atanh, sp.atanh,
        "The inverse of tanh; its slope is 1/(1 − x²).", "双曲正切的反函数；斜率是 1/(1 − x²)。",
        domain=Domain(
            lambda x: (x > -1) & (x < 1), Words("a number between -1 and 1", "-1 与 1 之间的数")
        ),
        sample=((-0.9, 0.9),), spelling=_named("arctanh", "atanh"),
    ),
)  # fmt: skip
