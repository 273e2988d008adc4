"""The step at which a finding shows is that of the trace."""

from __future__ import annotations

import pytest

from engine import parse, trace
from engine.health import Health, gradient_health
from engine.health.setups import Setup
from engine.health.sweep import Wish, wished

CHAIN = "repeat 30 as t:\n  h = 0.5*h\nL = h + 0"


def only_step(health: Health) -> int:
    (found,) = health.diagnoses
    step = health.step(found)
    assert step is not None
    return step


def test_a_vanished_gradient_shows_when_the_gradient_of_its_node_is_complete() -> None:
    health = gradient_health(parse(CHAIN), {"h": 1.0})
    run = trace(parse(CHAIN), {"h": 1.0})
    step = run.steps[only_step(health) - 1]
    assert step.node == health.diagnoses[0].node
    assert (step.kind, step.complete) == ("pull", True)


@pytest.mark.parametrize(
    "source", ["y = log(x)\nz = 2 * y", "z = sqrt(x) * 3", "a = x + 1\nz = 1 / x"]
)
def test_a_broken_value_shows_when_it_is_computed(source: str) -> None:
    x = -1.0 if "1 / x" not in source else 0.0
    health = gradient_health(parse(source), {"x": x})
    step = trace(parse(source), {"x": x}).steps[only_step(health) - 1]
    assert (step.phase, step.kind, step.node) == ("forward", "compute", health.diagnoses[0].node)


def test_a_network_shows_its_finding_at_the_same_step_as_its_program() -> None:
    row = wished(Wish(Setup(depth=12, width=4, activation="sigmoid"), program=True))
    assert row.network is not None
    (at,) = row.steps
    assert at is not None
    wanted = ["h_0", *row.network.weights]
    run = trace(parse(row.network.source), row.network.values, wrt=wanted)
    step = run.steps[at - 1]
    assert (step.node, step.complete) == (row.diagnoses[0].node, True)
