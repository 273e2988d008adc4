"""The bends between the layers of a network, in forms that neither overflow nor lose digits."""

from __future__ import annotations

import math
from typing import Any

import sympy as sp

from engine.mathematics import Mathematics, Value
from engine.op import Corner, Op, Spelling
from engine.ops.forms import one_by_one
from engine.words import Words

Partials = tuple[Value, ...]


def sigmoid(m: Mathematics, x: Value) -> Partials:
    # with e = exp(-|x|) nothing overflows, and s(1 - s) = e/(1 + e)² keeps its digits;
    # written as two branches, because these slopes have slopes at 0 too, where |x| has none
    e = m.exp(m.where(x >= 0, -x, x))
    top = 1.0 / (1.0 + e)
    return m.where(x >= 0, top, e * top), e * top * top


def log_sigmoid(m: Mathematics, x: Value) -> Partials:
    e = m.exp(m.where(x >= 0, -x, x))
    top = 1.0 / (1.0 + e)
    return m.where(x >= 0, 0.0, x) - m.log1p(e), m.where(x >= 0, e * top, top)


def softplus(m: Mathematics, x: Value) -> Partials:
    e = m.exp(m.where(x >= 0, -x, x))
    top = 1.0 / (1.0 + e)
    return m.where(x >= 0, x, 0.0) + m.log1p(e), m.where(x >= 0, top, e * top)


def relu(m: Mathematics, x: Value) -> Partials:
    shut = x <= 0  # what is not a number goes through, and its gradient too: as in PyTorch
    return m.where(shut, 0.0, x), m.where(shut, 0.0, 1.0)


def leaky_relu(m: Mathematics, x: Value, slope: Value = 0.01) -> Partials:
    up = x > 0
    return m.where(up, x, slope * x), m.where(up, 1.0, slope), m.where(up, 0.0, x)


def elu(m: Mathematics, x: Value) -> Partials:
    low = m.where(x <= 0, x, 0.0)
    return m.where(x <= 0, m.expm1(low), x), m.exp(low)


def gelu(m: Mathematics, x: Value) -> Partials:
    share = 0.5 * m.erfc(-x / math.sqrt(2.0))  # how much of the bell curve lies below x
    bell = m.exp(-0.5 * x * x) / math.sqrt(2.0 * math.pi)
    return x * share, share + x * bell


def silu(m: Mathematics, x: Value) -> Partials:
    share, slope = sigmoid(m, x)
    return x * share, share + x * slope


def step(m: Mathematics, x: Value) -> Partials:
    return m.where(x > 0, 1.0, 0.0), 0.0


def _activation(name: str, rule: object, symbolic: object, en: str, zh: str, **columns: Any) -> Op:
    return Op(
        **{
            "name": name,
            "family": "activations",
            "glyph": name,
            "signature": "x",
            "rule": rule,
            "symbolic": symbolic,
            "pattern": "scaler",
            "words": Words(en, zh),
            **columns,
        }
    )


def _bend(left: float, right: float) -> tuple[Corner, ...]:
    return (Corner(0, _at_zero, lambda *_: (left, right)),)


def _at_zero(x: Value, *_: Value) -> Any:
    return x == 0


def _logistic(x: Any) -> Any:
    return 1 / (1 + sp.exp(-x))


def _leaky(x: Any, slope: Any = sp.Rational(1, 100)) -> Any:
    return sp.Piecewise((x, x > 0), (slope * x, True))


ROWS = (
    _activation(
        "sigmoid", sigmoid, _logistic,
        "The slope is s(1 − s): at most 0.25, and near 0 where the neuron is sure.",
        "斜率是 s(1 − s)：最大 0.25，饱和时接近 0。",
        glyph="σ", aliases=("σ",), latex=r"\sigma\left({0}\right)",
        circuits=("1 / (1 + exp(-x))", "1 / (exp(-x) + 1)", "exp(x) / (1 + exp(x))"),
        spelling=Spelling("1 / (1 + np.exp(-{0}))", "torch.sigmoid({0})", "jax.nn.sigmoid({0})"),
    ),
    _activation(
        "log_sigmoid", log_sigmoid, lambda x: -sp.log(1 + sp.exp(-x)),
        "The logarithm of the sigmoid, without overflow; its slope is 1 − σ(x).",
        "sigmoid 的对数，不会溢出；斜率是 1 − σ(x)。",
        glyph="ln σ", latex=r"\ln\sigma\left({0}\right)",
        spelling=Spelling(
            "-np.logaddexp(0, -{0})",
            "torch.nn.functional.logsigmoid({0})",
            "jax.nn.log_sigmoid({0})",
        ),
    ),
    _activation(
        "relu", relu, lambda x: sp.Max(0, x),
        "A gate: open for positive inputs, shut for all others.",
        "一道门：输入为正时打开，否则关闭。",
        pattern="gate", corners=_bend(0.0, 1.0),
        latex=r"\operatorname{{relu}}\left({0}\right)",
        spelling=Spelling("np.maximum({0}, 0)", "torch.relu({0})", "jax.nn.relu({0})"),
    ),
    _activation(
        "leaky_relu", leaky_relu, _leaky,
        "A gate that is never quite shut: negative inputs keep a small slope.",
        "不会完全关上的门：输入为负时保留一个小斜率。",
        signature="x, slope=0.01", glyph="leaky",
        corners=(Corner(0, _at_zero, lambda x, slope=0.01: (slope, 1.0)),),
        sample=((-2.0, 2.0), (0.01, 0.5)),
        spelling=Spelling(
            "np.where({0} > 0, {0}, {1} * {0})",
            "torch.where({0} > 0, {0}, {1} * {0})",
            "jnp.where({0} > 0, {0}, {1} * {0})",
        ),
    ),
    _activation(
        "elu", elu, lambda x: sp.Piecewise((x, x > 0), (sp.exp(x) - 1, True)),
        "Straight for positive inputs; below, its slope fades as exp(x).",
        "输入为正时是直线；为负时斜率按 exp(x) 减弱。",
        spelling=Spelling(
            "np.where({0} > 0, {0}, np.expm1(np.minimum({0}, 0)))",
            "torch.nn.functional.elu({0})",
            "jax.nn.elu({0})",
        ),
    ),
    _activation(
        "gelu", gelu, lambda x: x * (1 + sp.erf(x / sp.sqrt(2))) / 2,
        "A soft gate: the input times the share of the bell curve below it.",
        "一道软门：输入乘以钟形曲线在它之下的比例。",
        work=one_by_one,
        spelling=Spelling(
            "0.5 * {0} * np.vectorize(math.erfc, otypes=[float])(-{0} / math.sqrt(2))",
            "torch.nn.functional.gelu({0})",
            "jax.nn.gelu({0}, approximate=False)",
        ),
    ),
    _activation(
        "silu", silu, lambda x: x * _logistic(x),
        "A soft gate: the input times its own sigmoid.",
        "一道软门：输入乘以自己的 sigmoid。",
        spelling=Spelling(
            "{0} / (1 + np.exp(-{0}))", "torch.nn.functional.silu({0})", "jax.nn.silu({0})"
        ),
        circuits=("x / (1 + exp(-x))", "x / (exp(-x) + 1)", "x * sigmoid(x)"),
    ),
    _activation(
        "softplus", softplus, lambda x: sp.log(1 + sp.exp(x)),
        "A rounded relu; its slope is the sigmoid.",
        "圆滑的 relu；斜率就是 sigmoid。",
        spelling=Spelling(
            "np.logaddexp(0, {0})",
            "torch.logaddexp({0}, torch.zeros_like({0}))",
            "jax.nn.softplus({0})",
        ),
        circuits=("log(1 + exp(x))", "log(exp(x) + 1)"),
    ),
    _activation(
        "step", step, lambda x: sp.Piecewise((1, x > 0), (0, True)),
        "1 for positive inputs and 0 for all others; it is flat, so nothing flows back.",
        "输入为正时是 1，否则是 0；它是平的，梯度无法通过它回传。",
        pattern="blocker",
        spelling=Spelling(
            "np.where({0} > 0, 1.0, 0.0)",
            "torch.where({0} > 0, 1.0, 0.0)",
            "jnp.where({0} > 0, 1.0, 0.0)",
        ),
    ),
)  # fmt: skip
