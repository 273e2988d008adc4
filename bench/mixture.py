"""A mixture of Gaussians, the objective of ADBench: checked against its published test, then timed.

Parameters as there: the mixture's weights before softmax, the means, and for each component the
logarithms of a diagonal followed by what stands below it, column by column.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import lgamma, log, pi

import numpy as np

from bench.clock import compare
from bench.peers import peer
from bench.rows import Row, within
from bench.ways import NUMPY
from engine import Function, compile, parse
from engine.mathematics import Value
from engine.op import Array

POINTS, AXES, COMPONENTS = 1_000, 2, 5
GAMMA, EXTRA = 1.0, 0  # the prior's parameters

# ADBench (Microsoft, MIT licence): the parameters as data/gmm prints them, to six digits, its first
# point, and the answers that its own tests expect
TEST: dict[str, Array] = {
    "alphas": np.array([-0.649014, 1.181166, -0.758453]),
    "means": np.array([[0.092339, 0.186260], [0.345561, 0.396767], [0.538817, 0.419195]]),
    "icf": np.array(
        [
            [0.586443, -0.851887, 0.800321],
            [-1.509405, 0.875874, -0.242790],
            [0.166813, -1.965419, -1.270071],
        ]
    ),
    "x": np.array([[1.175171, 2.029160]]),
}
VALUE = 8.07380408004975791
GRADIENTS: dict[str, list[float]] = {
    "alphas": [0.108662855508652456, -0.741270039523898472, 0.632607184015246071],
    "means": [
        1.11692576532787013, 0.163333013551455269, -0.0219989824071193142,
        0.227778292254236098, 1.20963025612832187, -0.0606375920733956339,
    ],
    "icf": [
        2.58529994051162237, 0.112632694524213789, 0.385744309849611777,
        0.0735180573182305508, 5.41836362715595232, -0.321494409677446469,
        1.71892309775004937, 0.860091090790866875, -0.994640930466322848,
    ],
}  # fmt: skip
WRT = tuple(GRADIENTS)


def program(points: int, axes: int, components: int) -> str:
    """The objective in our own language: a row for each point, a column for each component."""
    diagonal, below = f"icf[:, 0:{axes}]", f"icf[:, {axes}:{axes * (axes + 1) // 2}]"
    squares = " + ".join(f"y{i}*y{i}" for i in range(axes))
    return "\n".join(
        [
            *(f"c{i} = x[:, {i}:{i + 1}] - means[:, {i}]" for i in range(axes)),
            *(f"y{i} = {_measured(i, axes)}" for i in range(axes)),
            f"inner = alphas + sum({diagonal}, axis=1) - 0.5*({squares})",
            f"seen = sum(logsumexp(inner, axis=1)) - {points}*logsumexp(alphas)",
            f"prior = 0.5*{GAMMA}^2*(sum(exp({diagonal})^2) + sum({below}^2))",
            f"seen + prior - {EXTRA}*sum({diagonal}) + {_constant(points, axes, components)!r}",
        ]
    )


def _measured(row: int, axes: int) -> str:
    """A row of a triangular matrix times how far a point is from a mean."""
    first = [axes + sum(axes - 1 - column for column in range(j)) - j - 1 for j in range(row)]
    below = [f"icf[:, {start + row}]*c{j}" for j, start in enumerate(first)]
    return " + ".join([f"exp(icf[:, {row}])*c{row}", *below])


def _constant(points: int, axes: int, components: int) -> float:
    """What no parameter changes: the Gaussians' own factor, and the prior's."""
    degrees = axes + EXTRA + 1
    gammas = sum(lgamma(0.5 * degrees + 0.5 * (1 - j)) for j in range(1, axes + 1))
    spread = 0.25 * axes * (axes - 1) * log(pi) + gammas
    prior = degrees * axes * (log(GAMMA) - 0.5 * log(2)) - spread
    return -points * axes * 0.5 * log(2 * pi) - components * prior


def function(points: int, axes: int, components: int) -> Function:
    return compile(parse(program(points, axes, components)), wrt=WRT)


def published() -> tuple[float, float]:
    """The largest distance from the published value, and from the published gradient."""
    value, gradients = function(1, 2, 3)(TEST)
    apart = [np.ravel(gradients[name]) - GRADIENTS[name] for name in WRT]
    return abs(value - VALUE), float(np.abs(np.concatenate(apart)).max())


def values() -> dict[str, Value]:
    random = np.random.default_rng(1)
    return {
        "alphas": random.normal(size=COMPONENTS),
        "means": random.uniform(size=(COMPONENTS, AXES)),
        "icf": random.normal(size=(COMPONENTS, AXES * (AXES + 1) // 2)),
        "x": random.normal(size=(POINTS, AXES)),
    }


def rows() -> Iterator[Row]:
    for what, apart in zip(("value", "gradient"), published(), strict=True):
        title = f"mixture of Gaussians, test: {what}"
        yield Row(title, "ADBench", NUMPY, "≤ 1e-8 apart", f"{apart:.1e} apart", apart <= 1e-8)
    if peer("pytorch") is None:
        return
    from bench.peers.pytorch_mixture import objective

    given, ours = values(), function(POINTS, AXES, COMPONENTS)
    theirs = objective(given, WRT, _constant(POINTS, AXES, COMPONENTS))
    for got, wanted in zip(_flat(*ours(given)), _flat(*theirs()), strict=True):
        np.testing.assert_allclose(got, wanted, rtol=1e-9, atol=1e-9)
    timing = compare(partial(ours, given), {"pytorch": theirs})["pytorch"]
    title = f"mixture of Gaussians, {POINTS:,} points, {AXES} axes, {COMPONENTS} components"
    yield within(title, "pytorch", NUMPY, None, 1 / timing.ratio)


def _flat(value: float, gradients: dict[str, Value]) -> list[float]:
    return [value, *np.concatenate([np.ravel(gradients[name]) for name in WRT])]
