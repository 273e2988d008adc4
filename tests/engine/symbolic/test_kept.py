"""Formulas in which a loss or a sum stands around activations have the slopes of the program."""

from __future__ import annotations

from itertools import cycle

import pytest

from engine import check, compile, parse, symbolic
from engine.graph import Graph
from engine.ops import ROWS
from engine.symbolic.algebra import KEPT

VALUES = {"x": 0.31, "y": 0.74, "z": 1.12, "w": -0.58}
WITHIN = [
    *(f"{row.name}(w*x + z)" for row in ROWS if row.family == "activations"),
    *("max(w*x, y, z)", "minimum(x*y, x*z)", "clip(w*x, y - 2, z)"),
    *("where(x < y, x*z, y)", "leaky_relu(-x, y)", "sigmoid(w*relu(x*z) + relu(x*z))"),
    *("sigmoid(x)%y", "(3x)%y", "(x*z)%(-sigmoid(y))", "floor(3z)*x"),
]
AROUND = ["hinge({}, w)", "mse({}, z)", "bce(0.4 + 0.01({}), y)", "huber(w, {})"]
AROUND += [
    "bce_logits({}, y)",
    "max([{}, w])",
    "sum([{}, w])*x",
    "norm([{}, z])",
    "logsumexp([x, {}])",
]


def at(program: Graph) -> dict[str, float]:
    return {node.name or "": VALUES[node.name or ""] for node in program.inputs}


@pytest.mark.parametrize(("inside", "outside"), [*zip(WITHIN, cycle(AROUND), strict=False)])
def test_what_kept_its_name_keeps_its_slope(inside: str, outside: str) -> None:
    program = parse(outside.format(inside))
    _, gradients = compile(program)(at(program))
    for name, form in symbolic(program, "as_typed").derivatives.items():
        assert form
        slope = parse(form.text)
        value = compile(slope).forward(at(slope))
        assert value == pytest.approx(gradients[name], rel=1e-9, abs=1e-12), name


@pytest.mark.parametrize("loss", ["mse", "huber", "hinge", "bce_logits"])
def test_the_closed_form_of_a_loss_over_a_neuron_agrees(loss: str) -> None:
    found = check(parse(f"{loss}(sigmoid(w*x), tanh(y))"), VALUES | {"z": 0})
    assert found.agree
    assert all(entry.symbolic is not None for entry in found.inputs.values())


def test_nothing_was_left_out_of_the_table() -> None:
    named = [row.name for row in ROWS if row.family in KEPT and row.rule is not None]
    assert all(any(f"{name}(" in text for text in WITHIN) for name in named if name != "maximum")
