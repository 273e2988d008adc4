"""How a step is taken from a gradient: one row for each optimiser.

All parameters stand in one long vector; a rule answers by how much that vector changes, and what
the optimiser keeps in mind for the next step. The rules are those of the published papers, in the
form that PyTorch gives them, so that runs can be compared number for number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from engine.op import Array
from engine.words import Words

Settings = Mapping[str, float]
Memory = dict[str, Array]  # vectors as long as that of the parameters


class Slope(NamedTuple):
    """Where the parameters stand, and which way is up there."""

    point: Array
    gradient: Array
    step: int  # how many steps were taken before: 0 at first


Rule = Callable[[Slope, Memory, Settings], tuple[Array, Memory]]  # the change, and the new memory


class Optimizer(NamedTuple):
    """One way of walking downhill."""

    name: str
    words: Words
    latex: str
    rule: Rule
    defaults: Settings  # what may be set, with its usual value
    memory: tuple[str, ...] = ()


def _sgd(at: Slope, _memory: Memory, its: Settings) -> tuple[Array, Memory]:
    return -its["learning_rate"] * at.gradient, {}


def _momentum(at: Slope, memory: Memory, its: Settings) -> tuple[Array, Memory]:
    velocity = its["momentum"] * memory["velocity"] + at.gradient
    return -its["learning_rate"] * velocity, {"velocity": velocity}


def _nesterov(at: Slope, memory: Memory, its: Settings) -> tuple[Array, Memory]:
    velocity = its["momentum"] * memory["velocity"] + at.gradient
    ahead = at.gradient + its["momentum"] * velocity
    return -its["learning_rate"] * ahead, {"velocity": velocity}


def _rmsprop(at: Slope, memory: Memory, its: Settings) -> tuple[Array, Memory]:
    square = _moved(memory["square"], at.gradient**2, its["smoothing"])
    change = -its["learning_rate"] * at.gradient / (np.sqrt(square) + its["epsilon"])
    return change, {"square": square}


def _adam(at: Slope, memory: Memory, its: Settings) -> tuple[Array, Memory]:
    mean = _moved(memory["mean"], at.gradient, its["beta1"])
    square = _moved(memory["square"], at.gradient**2, its["beta2"])
    steps = at.step + 1
    # both averages began at zero, and would stay too small for the first steps
    fair_mean = mean / (1 - its["beta1"] ** steps)
    fair_square = square / (1 - its["beta2"] ** steps)
    change = -its["learning_rate"] * fair_mean / (np.sqrt(fair_square) + its["epsilon"])
    return change, {"mean": mean, "square": square}


def _adamw(at: Slope, memory: Memory, its: Settings) -> tuple[Array, Memory]:
    """The weights shrink by themselves; the averages never hear of it."""
    shrunk = -its["learning_rate"] * its["weight_decay"] * at.point
    shrunken = at._replace(point=at.point + shrunk)
    change, kept = _adam(shrunken, memory, its)
    return shrunk + change, kept


def _moved(average: Array, new: Array, keep: float) -> Array:
    """A running average: it keeps a share of what it was."""
    return keep * average + (1 - keep) * new


def _settings(**defaults: float) -> Settings:
    return MappingProxyType(defaults)


_ADAM = {"learning_rate": 0.001, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}

ROWS = (
    Optimizer(
        "sgd",
        Words("Gradient descent: straight downhill.", "梯度下降：沿最陡的方向下坡。"),
        r"\theta \leftarrow \theta - \eta\, g",
        _sgd,
        _settings(learning_rate=0.1),
    ),
    Optimizer(
        "momentum",
        Words(
            "Momentum: a ball that keeps most of its speed.",
            "动量：像小球一样保留大部分速度。",
        ),
        r"v \leftarrow \mu v + g,\quad \theta \leftarrow \theta - \eta\, v",
        _momentum,
        _settings(learning_rate=0.1, momentum=0.9),
        ("velocity",),
    ),
    Optimizer(
        "nesterov",
        Words(
            "Nesterov's momentum: looks one step of its own speed ahead.",
            "Nesterov 动量：先按自身速度向前看一步。",
        ),
        r"v \leftarrow \mu v + g,\quad \theta \leftarrow \theta - \eta\,(g + \mu v)",
        _nesterov,
        _settings(learning_rate=0.1, momentum=0.9),
        ("velocity",),
    ),
    Optimizer(
        "rmsprop",
        Words(
            "RMSProp: each parameter's step is divided by how large its gradients usually are.",
            "RMSProp：每个参数的步长除以其梯度的常见大小。",
        ),
        r"s \leftarrow \rho s + (1-\rho) g^2,\quad "
        r"\theta \leftarrow \theta - \eta\, \frac{g}{\sqrt{s} + \varepsilon}",
        _rmsprop,
        _settings(learning_rate=0.01, smoothing=0.99, epsilon=1e-8),
        ("square",),
    ),
    Optimizer(
        "adam",
        Words(
            "Adam: momentum and RMSProp together, both set right for the first steps.",
            "Adam：动量与 RMSProp 的结合，并修正最初几步的偏差。",
        ),
        r"m \leftarrow \beta_1 m + (1-\beta_1) g,\quad s \leftarrow \beta_2 s + (1-\beta_2) g^2,"
        r"\quad \theta \leftarrow \theta - \eta\, \frac{\hat m}{\sqrt{\hat s} + \varepsilon}",
        _adam,
        _settings(**_ADAM),
        ("mean", "square"),
    ),
    Optimizer(
        "adamw",
        Words(
            "AdamW: Adam, while every weight shrinks a little at each step.",
            "AdamW：在 Adam 的基础上，每一步让权重略微缩小。",
        ),
        r"\theta \leftarrow (1 - \eta\lambda)\,\theta,\quad "
        r"\theta \leftarrow \theta - \eta\, \frac{\hat m}{\sqrt{\hat s} + \varepsilon}",
        _adamw,
        _settings(**_ADAM, weight_decay=0.01),
        ("mean", "square"),
    ),
)
OPTIMIZERS = {row.name: row for row in ROWS}
