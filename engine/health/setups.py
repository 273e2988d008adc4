"""Networks to look at: a few words become an ordinary program with its values.

Weights are drawn as in training; the gradient that arrives at the last layer is drawn too, so that
what happens to it on the way back is the network's doing and not the loss's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from engine.errors import BadArgument
from engine.names import cited
from engine.op import Array
from engine.ops import OPS
from engine.train.initializers import INITIALIZERS, initial

EXAMPLES = 16  # rows that go through the network side by side
LINEAR = "linear"  # no activation at all


class Setup(NamedTuple):
    """One network, before its weights are drawn."""

    depth: int = 20  # layers, or time steps of a cell
    width: int = 64
    activation: str = "tanh"
    initializer: str = "xavier"
    normalization: str = "none"
    residual: bool = False
    cell: str = "dense"
    radius: float | None = None  # the largest |eigenvalue| of a cell's recurrent weights
    clip: float | None = None  # the largest norm that an update may have
    seed: int = 0


class Network(NamedTuple):
    """A program, the values of its inputs, and which of them are its weights."""

    source: str
    values: dict[str, Array]
    weights: tuple[str, ...]


NORMALIZATIONS = {
    "none": "{z}",
    "layer": "layernorm({z}, 1, 0)",
    "batch": "normal({z})",
}
OVER = "(z, axis=0, keepdims=True)"  # over the examples
NORMAL = f"normal(z) = (z - mean{OVER}) / sqrt(var{OVER} + 0.00001)"


class Cell(NamedTuple):
    """One time step: its lines, and the letters of the gates that have weights W_ and U_."""

    lines: tuple[str, ...]
    gates: tuple[str, ...] = ()
    start: tuple[str, ...] = ("h = h_0",)


CELLS = {
    "rnn": Cell(("h = {act}(h @ W + X[t] @ U)",)),
    "gru": Cell(
        (
            "z = sigmoid(h @ W_z + X[t] @ U_z)",
            "r = sigmoid(h @ W_r + X[t] @ U_r)",
            "h = (1 - z) * h + z * {act}((r * h) @ W + X[t] @ U)",
        ),
        ("_z", "_r"),
    ),
    "lstm": Cell(
        (
            "f = sigmoid(h @ W_f + X[t] @ U_f + open)",
            "i = sigmoid(h @ W_i + X[t] @ U_i)",
            "o = sigmoid(h @ W_o + X[t] @ U_o)",
            "c = f * c + i * {act}(h @ W + X[t] @ U)",
            "h = o * {act}(c)",
        ),
        ("_f", "_i", "_o"),
        ("h = h_0", "c = c_0"),
    ),
}
CHOICES: dict[str, Iterable[str]] = {
    "initializer": INITIALIZERS,
    "normalization": NORMALIZATIONS,
    "cell": ("dense", *CELLS),
}


def network(setup: Setup) -> Network:
    """The program of a setup, and numbers for it; the same setup always gives the same."""
    _require_known(setup)
    draws = np.random.default_rng(setup.seed)
    shape = (EXAMPLES, setup.width)
    values: dict[str, Array] = {"h_0": draws.normal(size=shape), "v": draws.normal(size=shape)}
    if setup.cell == "dense":
        return _layers(setup, values, draws)
    return _steps(setup, values, draws)


def choices() -> dict[str, tuple[str, ...]]:
    """What a setup is usually chosen from; any other function of one number will do as well."""
    usual = (row.name for row in OPS.values() if row.family == "activations")
    known = {field: tuple(names) for field, names in CHOICES.items()}
    return {"activation": ("tanh", *dict.fromkeys(usual), LINEAR)} | known


def activations() -> tuple[str, ...]:
    """What may stand between layers: every function of one number, and nothing at all."""
    rows = (row for row in OPS.values() if row.rule is not None and row.callable)
    return (LINEAR, *sorted({row.name for row in rows if _takes_one(row.parameters)}))


def _takes_one(parameters: tuple[Any, ...]) -> bool:
    return sum(each.default is None for each in parameters) == 1


def _require_known(setup: Setup) -> None:
    for field, known in (CHOICES | {"activation": activations()}).items():
        if (given := getattr(setup, field)) not in known:
            raise BadArgument("unknown_choice", x=field, v=cited(given), known=", ".join(known))


def _layers(setup: Setup, values: dict[str, Array], draws: np.random.Generator) -> Network:
    """h_1 = layer(h_0, W_1), h_2 = layer(h_1, W_2) …"""
    body = _activated(setup, NORMALIZATIONS[setup.normalization].format(z="h @ W"))
    lines = [NORMAL] if setup.normalization == "batch" else []
    lines.append(f"layer(h, W) = {'h + ' if setup.residual else ''}{body}")
    numbers = range(1, setup.depth + 1)
    lines += [f"h_{k} = layer(h_{k - 1}, W_{k})" for k in numbers]
    names = tuple(f"W_{k}" for k in numbers)
    for name in names:
        values[name] = initial(setup.initializer, (setup.width, setup.width), draws)
    return Network("\n".join([*lines, f"L = sum(h_{setup.depth} * v)"]), values, names)


def _steps(setup: Setup, values: dict[str, Array], draws: np.random.Generator) -> Network:
    """A cell, unrolled over time; something new comes in at every step."""
    cell, act = CELLS[setup.cell], "" if setup.activation == LINEAR else setup.activation
    body = (f"  {line.format(act=act)}" for line in cell.lines)
    lines = [*cell.start, f"repeat {setup.depth} as t:", *body, "L = sum(h * v)"]
    values["X"] = draws.normal(size=(setup.depth, EXAMPLES, setup.width))
    if setup.cell == "lstm":
        values["c_0"] = np.zeros_like(values["h_0"])
        values["open"] = np.array(np.log(max(setup.depth, 1)))  # so that it remembers so long
    names = tuple(letter + gate for gate in ("", *cell.gates) for letter in "WU")
    for name in names:
        drawn = initial(setup.initializer, (setup.width, setup.width), draws)
        values[name] = _scaled(drawn, setup.radius) if name[0] == "W" else drawn
    return Network("\n".join(lines), values, names)


def _activated(setup: Setup, inside: str) -> str:
    return inside if setup.activation == LINEAR else f"{setup.activation}({inside})"


def _scaled(matrix: Array, radius: float | None) -> Array:
    """The same directions, with the largest |eigenvalue| that was asked for."""
    if radius is None:
        return matrix
    largest = float(np.max(np.abs(np.linalg.eigvals(matrix))))
    return matrix * (radius / largest) if largest else matrix
