"""How wrong a prediction is, as one number: the mean over all entries.

`p` is the prediction, `y` the truth, `z` a score before the sigmoid. Each loss of pairs of entries
is an elementwise rule, like those of the table's other half, and is then averaged.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from engine.mathematics import Mathematics, Value
from engine.op import Case, Corner, Domain, Op, Shape, Spelling, Whole, broadcast, elements
from engine.ops.activations import sigmoid, softplus
from engine.ops.entries import average
from engine.ops.forms import averaged, gated
from engine.ops.reductions import OF_SOME
from engine.words import Words

Partials = tuple[Value, ...]


def squared(_m: Mathematics, p: Value, y: Value) -> Partials:
    apart = p - y
    return apart * apart, 2.0 * apart, -2.0 * apart


def crossed(m: Mathematics, p: Value, y: Value) -> Partials:
    q, yes, no = 1.0 - p, m.log(p), m.log(1.0 - p)
    rest = 1.0 - y
    slope = _weighed(m, rest, 1.0 / q) - _weighed(m, y, 1.0 / p)
    return 0.0 - _weighed(m, y, yes) - _weighed(m, rest, no), slope, no - yes


def _weighed(m: Mathematics, weight: Value, x: Value) -> Value:
    """What has no weight counts for nothing, be it infinite; what is finite would, once it has."""
    return weight * m.where((weight == 0) & (x - x != 0), 0.0, x)


def crossed_scores(m: Mathematics, z: Value, y: Value) -> Partials:
    # -y ln σ(z) - (1 - y) ln(1 - σ(z)), written so that nothing overflows
    return softplus(m, z)[0] - z * y, sigmoid(m, z)[0] - y, -z


def huberised(m: Mathematics, p: Value, y: Value) -> Partials:
    apart = p - y
    far = m.abs(apart) > 1.0
    slope = m.where(far, m.sign(apart), apart)
    return m.where(far, m.abs(apart) - 0.5, 0.5 * apart * apart), slope, -slope


def hinged(m: Mathematics, p: Value, y: Value) -> Partials:
    short = 1.0 - p * y
    shut = short <= 0
    return m.where(shut, 0.0, short), m.where(shut, 0.0, -y), m.where(shut, 0.0, -p)


def _huber_symbols(p: Any, y: Any) -> Any:
    apart = sp.Abs(p - y)
    return sp.Piecewise((apart - sp.Rational(1, 2), apart > 1), (apart**2 / 2, True))


def shape_of_loss(p: Shape, y: Shape) -> Shape:
    broadcast(p, y)
    return ()


def _a_probability(p: Value, y: Value) -> Any:
    """Above 0 where the truth has any weight, below 1 where its opposite has."""
    holds = (np.greater(p, 0) | np.equal(y, 0)) & (np.less(p, 1) | np.equal(y, 1))
    return holds if np.size(holds) else False


def _some(p: Value, y: Value) -> bool:
    """A mean of nothing has no value."""
    return elements(broadcast(np.shape(p), np.shape(y))) > 0


def _at_the_margin(p: Value, y: Value) -> Any:
    return np.equal(np.multiply(p, y), 1.0)


def _beside_the_margin(other: int) -> Any:
    """Short of the margin the slope is a share of minus the other operand, beyond it 0."""

    def slopes(p: Value, y: Value) -> tuple[Any, Any]:
        count = elements(broadcast(np.shape(p), np.shape(y)))
        slope = np.divide((p, y)[other], -count)
        return np.minimum(slope, 0.0), np.maximum(slope, 0.0)

    return slopes


PAIRS = tuple(
    map(Case, (
        ((), ()), ((4,), (4,)), ((2, 3), (2, 3)), ((2, 3), (3,)), ((3,), ()), ((2, 1), (3,)),
        ((0,), (0,)),
    ))
)  # fmt: skip
EACH = "The mean over all entries."
EACH_ZH = "对所有元素取平均。"


def _loss(name: str, glyph: str, whole: Whole, symbolic: object, **columns: Any) -> Op:
    return Op(
        **{
            "name": name,
            "family": "losses",
            "glyph": glyph,
            "signature": "p, y",
            "whole": whole,
            "shape": shape_of_loss,
            "domain": Domain(_some, OF_SOME.needs),
            "work": lambda _out, p, y: elements(broadcast(p, y)),
            "symbolic": symbolic,
            "pattern": "spreader",
            "cases": PAIRS,
            **columns,
        }
    )


ROWS = (
    _loss(
        "mse", "mse", averaged(squared), average(lambda p, y: (p - y) ** 2), commutes=True,
        pulls=(r"\tfrac{{2}}{{n}}\,{g}\,({0}-{1})", r"\tfrac{{2}}{{n}}\,{g}\,({1}-{0})"),
        spelling=Spelling(
            "np.mean(({0} - {1}) ** 2)",
            "torch.mean(({0} - {1}) ** 2)",
            "jnp.mean(({0} - {1}) ** 2)",
        ),
        words=Words(
            f"The squared error. {EACH} Each prediction is pulled towards its truth, "
            "twice as hard when twice as far.",
            f"误差的平方。{EACH_ZH}每个预测被拉向真值，距离加倍，力度也加倍。",
        ),
    ),
    _loss(
        "bce", "bce", averaged(crossed),
        average(lambda p, y: -y * sp.log(p) - (1 - y) * sp.log(1 - p)),
        domain=Domain(
            _a_probability,
            Words("probabilities between 0 and 1", "介于 0 与 1 之间的概率"),
        ),
        sample=((0.1, 0.9), (0.1, 0.9)),
        pulls=(
            r"\tfrac{{1}}{{n}}\,{g}\left(\frac{{1-{1}}}{{1-{0}}}-\frac{{{1}}}{{{0}}}\right)",
            r"\tfrac{{1}}{{n}}\,{g}\,\ln\frac{{1-{0}}}{{{0}}}",
        ),
        spelling=Spelling(
            "np.mean(-{1} * np.log({0}) - (1 - {1}) * np.log(1 - {0}))",
            "torch.mean(-{1} * torch.log({0}) - (1 - {1}) * torch.log(1 - {0}))",
            "jnp.mean(-{1} * jnp.log({0}) - (1 - {1}) * jnp.log(1 - {0}))",
        ),
        words=Words(
            f"Binary cross-entropy of probabilities. {EACH} A sure but wrong probability of 0 or 1 "
            "costs infinity; it is not cut off at 100 as PyTorch does. Use bce_logits on scores.",
            f"概率的二元交叉熵。{EACH_ZH}确信却错误的概率 0 或 1 代价为无穷大，"
            "不像 PyTorch 那样截断在 100。对打分请用 bce_logits。",
        ),
    ),
    _loss(
        "bce_logits", "bce", averaged(crossed_scores),
        average(lambda z, y: sp.log(1 + sp.exp(z)) - z * y),
        signature="z, y", sample=((-2.0, 2.0), (0.0, 1.0)),
        pulls=(r"\tfrac{{1}}{{n}}\,{g}\,(\sigma({0})-{1})", r"-\tfrac{{1}}{{n}}\,{g}\,{0}"),
        spelling=Spelling(
            "np.mean(np.logaddexp(0, {0}) - {0} * {1})",
            "torch.mean(torch.logaddexp({0}, torch.zeros_like({0})) - {0} * {1})",
            "jnp.mean(jnp.logaddexp(0, {0}) - {0} * {1})",
        ),
        words=Words(
            f"Binary cross-entropy of scores, before the sigmoid. {EACH} "
            "Nothing overflows, and the gradient is simply probability minus truth.",
            f"对 sigmoid 之前的打分计算二元交叉熵。{EACH_ZH}不会溢出，梯度就是概率减去真值。",
        ),
    ),
    _loss(
        "huber", "huber", averaged(huberised),
        average(_huber_symbols),
        commutes=True,
        pulls=(
            r"\tfrac{{1}}{{n}}\,{g}\,\operatorname{{clip}}({0}-{1},-1,1)",
            r"\tfrac{{1}}{{n}}\,{g}\,\operatorname{{clip}}({1}-{0},-1,1)",
        ),
        spelling=Spelling(
            "np.mean(np.where(np.abs({0} - {1}) > 1, np.abs({0} - {1}) - 0.5, "
            "0.5 * ({0} - {1}) ** 2))",
            "torch.mean(torch.where(torch.abs({0} - {1}) > 1, torch.abs({0} - {1}) - 0.5, "
            "0.5 * ({0} - {1}) ** 2))",
            "jnp.mean(jnp.where(jnp.abs({0} - {1}) > 1, jnp.abs({0} - {1}) - 0.5, "
            "0.5 * ({0} - {1}) ** 2))",
        ),
        words=Words(
            f"Half the squared error up to a distance of 1, straight beyond. {EACH} "
            "Far outliers pull no harder than near ones.",
            f"距离 1 以内是误差平方的一半，之外是直线。{EACH_ZH}离群点的拉力不会更大。",
        ),
    ),
    _loss(
        "hinge", "hinge", averaged(hinged, gated), average(lambda p, y: sp.Max(0, 1 - p * y)),
        pattern="gate",
        commutes=True,
        corners=tuple(
            Corner(port, _at_the_margin, _beside_the_margin(1 - port)) for port in (0, 1)
        ),
        pulls=(
            r"-\tfrac{{1}}{{n}}\,{g}\,{1}\,[{0}{1}<1]", r"-\tfrac{{1}}{{n}}\,{g}\,{0}\,[{0}{1}<1]",
        ),
        spelling=Spelling(
            "np.mean(np.maximum(0, 1 - {0} * {1}))",
            "torch.mean(torch.relu(1 - {0} * {1}))",
            "jnp.mean(jax.nn.relu(1 - {0} * {1}))",
        ),
        words=Words(
            f"max(0, 1 − p·y) for truths of 1 and −1. {EACH} "
            "A prediction beyond the margin is let alone; at the margin the slope is taken as 0.",
            f"真值为 1 和 −1 时的 max(0, 1 − p·y)。{EACH_ZH}"
            "越过边界的预测不再受力；恰在边界上时斜率取 0。",
        ),
    ),
)  # fmt: skip
