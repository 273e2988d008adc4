"""Each optimiser takes the steps that its paper writes down, and those that PyTorch takes."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import parse
from engine.train import Choice, Plan, train
from engine.train.optimizers import OPTIMIZERS, ROWS, Slope

TORCH: dict[str, Any] = json.loads((Path(__file__).parent / "pytorch.json").read_text("utf-8"))
PROGRAM = "H = tanh(X @ W1 + b1)\nloss = mse(H @ W2 + b2, Y)"
NAMES = tuple(TORCH["values"])
SCHEDULES = {
    "step": {"every": 30, "factor": 0.3},
    "exponential": {"factor": 0.97},
    "cosine": {"over": TORCH["steps"]},
    "warmup": {"over": 50},
}


def plan_of(name: str, **more: Any) -> Plan:
    """`adam with weight decay` is Adam with the decay that the witness gave it."""
    optimizer, _, decayed = name.partition(" with ")
    return Plan(
        steps=TORCH["steps"],
        optimizer=Choice(optimizer),
        l2=0.05 if decayed else 0.0,
        seed=TORCH["seed"],
        **more,
    )


def require_same(plan: Plan, expected: dict[str, Any]) -> None:
    found = train(parse(PROGRAM), TORCH["values"], parameters=NAMES, plan=plan, data=TORCH["data"])
    assert found.loss == pytest.approx(expected["loss"], rel=1e-10, abs=0)
    for name, update in found.updates.items():
        np.testing.assert_allclose(update.after, expected["parameters"][name], rtol=1e-10)


@pytest.mark.parametrize("name", TORCH["whole"])
def test_a_hundred_steps_with_all_examples_are_pytorchs(name: str) -> None:
    require_same(plan_of(name), TORCH["whole"][name])


@pytest.mark.parametrize("name", TORCH["batches"])
def test_a_hundred_steps_with_batches_are_pytorchs(name: str) -> None:
    require_same(plan_of(name, batch_size=TORCH["batch_size"]), TORCH["batches"][name])


@pytest.mark.parametrize("name", TORCH["schedules"])
def test_a_schedule_changes_the_rate_as_pytorchs_does(name: str) -> None:
    schedule = Choice(name, SCHEDULES[name])
    require_same(plan_of("sgd", schedule=schedule), TORCH["schedules"][name])


def test_every_optimiser_is_compared_with_pytorch() -> None:
    assert OPTIMIZERS.keys() <= TORCH["whole"].keys()


GRADIENTS = (0.5, -0.25, 1.5, 1.5, 0.0, -2.0)


def by_the_paper(name: str) -> float:
    """Where one parameter gets to from 1 with those gradients, in plain numbers."""
    w, v, m, s = 1.0, 0.0, 0.0, 0.0
    for t, g in enumerate(GRADIENTS, 1):
        if name == "sgd":
            w -= 0.1 * g
        elif name == "momentum":  # Polyak 1964, as Sutskever et al. 2013 write it
            v = 0.9 * v - 0.1 * g
            w += v
        elif name == "nesterov":  # Sutskever et al. 2013, seen from the point looked ahead to
            before, v = v, 0.9 * v - 0.1 * g
            w += -0.9 * before + 1.9 * v
        elif name == "rmsprop":  # Hinton's lecture 6e
            s += (g * g - s) * (1 - 0.99)
            w -= 0.01 * g / (math.sqrt(s) + 1e-8)
        else:  # Kingma and Ba 2015, algorithm 1; Loshchilov and Hutter 2019, algorithm 2
            m += (g - m) * (1 - 0.9)
            s += (g * g - s) * (1 - 0.999)
            fair = (m / (1 - 0.9**t)) / (math.sqrt(s / (1 - 0.999**t)) + 1e-8)
            w -= 0.001 * (fair + (0.01 * w if name == "adamw" else 0.0))
    return w


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_an_optimiser_takes_the_steps_of_its_paper(row: Any) -> None:
    point, memory = np.array([1.0]), {name: np.zeros(1) for name in row.memory}
    for step, gradient in enumerate(GRADIENTS):
        change, memory = row.rule(Slope(point, np.array([gradient]), step), memory, row.defaults)
        point = point + change
    assert point[0] == pytest.approx(by_the_paper(row.name), rel=1e-12)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_an_optimiser_reaches_the_bottom_of_a_bowl(row: Any) -> None:
    plan = Plan(steps=3_000, optimizer=Choice(row.name, {"learning_rate": 0.01}))
    found = train(
        parse("f = (x - 1)^2 + 4*(y + 2)^2"), {"x": 3.0, "y": 0.0}, parameters=("x", "y"), plan=plan
    )
    assert found.loss < 1e-3
    assert found.end == "steps"
