"""How surprised the shares that softmax makes of scores are by the truth."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from engine.mathematics import Value
from engine.op import Case, Domain, Op, Shape, Spelling, Whole, elements
from engine.ops.axes import folded, single
from engine.ops.entries import along, by_arrays
from engine.ops.forms import moving
from engine.ops.needs import differ
from engine.ops.reductions import OF_SOME, total
from engine.ops.softmax import log_shares, log_softmax, softmax
from engine.words import Words


def cross_entropy(logits: Value, y: Value, axis: int = -1) -> Value:
    right = total(np.where(np.equal(y, 0.0), 0.0, y * log_softmax(logits, axis)))
    return np.divide(0.0 - right, _rows(np.shape(logits), axis))


def pull_cross_entropy(
    port: int, g: Value, _out: Value, logits: Value, y: Value, axis: int = -1
) -> Value:
    share = g / max(_rows(np.shape(logits), axis), 1)
    if port == 1:
        return -share * log_softmax(logits, axis)
    return share * (softmax(logits, axis) * total(y, axis, keepdims=True) - y)


def push_cross_entropy(
    port: int, t: Value, _out: Value, logits: Value, y: Value, axis: int = -1
) -> Value:
    if port == 1:
        moved = moving(t, log_softmax(logits, axis))
    else:
        moved = y * (t - total(moving(t, softmax(logits, axis)), axis, keepdims=True))
    return -total(moved) / max(_rows(np.shape(logits), axis), 1)


def _rows(shape: Shape, axis: int) -> int:
    """How many predictions there are: the entries of all other axes."""
    classes = folded(shape, axis)
    return elements(shape) // classes if classes else 0


def _some(logits: Value, _y: Value, axis: int = -1) -> bool:
    return _rows(np.shape(logits), axis) > 0


def symbols_of_cross_entropy(logits: Any, y: Any, axis: int = -1) -> Any:
    wrong = np.ravel(by_arrays(np.multiply)(along(log_shares)(logits, axis), y))
    return -sp.Add(*wrong) / _rows(np.shape(logits), axis)


def shape_of_cross_entropy(logits: Shape, y: Shape, axis: int = -1) -> Shape:
    """No broadcasting: class numbers where one-hot rows belong would fit by accident."""
    single(logits, axis)
    if logits != y:
        raise differ("same_shape_of_both", logits, y, f="cross_entropy")
    return ()


CLASSES = tuple(
    Case((shape, shape), settings)
    for shape, settings in (
        ((3,), {}), ((2, 3), {}), ((2, 3), {"axis": 0}), ((2, 2, 2), {"axis": 1}), ((), {}),
        ((0, 3), {}),
    )
)  # fmt: skip
ROWS = (
    Op(
        name="cross_entropy",
        family="losses",
        glyph="ce",
        signature="logits, y, *, axis=-1",
        whole=Whole(cross_entropy, pull_cross_entropy, push_cross_entropy),
        shape=shape_of_cross_entropy,
        work=lambda _out, logits, _y, axis=-1: 3 * elements(logits),
        symbolic=symbols_of_cross_entropy,
        domain=Domain(_some, OF_SOME.needs),
        pattern="spreader",
        cases=CLASSES,
        sample=((-2.0, 2.0), (0.0, 1.0)),
        pulls=(
            r"\tfrac{{1}}{{n}}\,{g}\,(\operatorname{{softmax}}({0})-{1})",
            r"-\tfrac{{1}}{{n}}\,{g}\,\ln\operatorname{{softmax}}({0})",
        ),
        spelling=Spelling(
            "np.mean(np.sum(-{1} * ({0} - np.logaddexp.reduce({0}, axis={axis}, keepdims=True)), "
            "axis={axis}))",
            "torch.mean(torch.sum(-{1} * torch.log_softmax({0}, dim={axis}), dim={axis}))",
            "jnp.mean(jnp.sum(-{1} * jax.nn.log_softmax({0}, axis={axis}), axis={axis}))",
        ),
        words=Words(
            "How surprised the shares (softmax of the scores) are by the truth y, one-hot or "
            "probabilities: summed over the classes, the mean over all else. "
            "The gradient is simply share minus truth.",
            "打分的 softmax 份额与真值 y（one-hot 或概率）的交叉熵：对类别求和，对其余取平均。"
            "梯度就是份额减去真值。",
        ),
    ),
)  # fmt: skip
