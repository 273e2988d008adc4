"""Many networks beside each other: what depth, activation, weights and remedies do to gradients."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from engine.function import Function
from engine.health import Health, examine
from engine.health.diagnoses import Diagnosis
from engine.health.setups import Network, Setup, network
from engine.health.summary import against_the_last, norm
from engine.parse import parse
from engine.values import resolve, shapes_of

START = "h_0"


class Row(NamedTuple):
    """One network: the size of values and gradients from its input to its last layer."""

    setup: Setup
    values: tuple[float, ...]
    gradients: tuple[float, ...]
    update: float  # the norm of the gradient of all weights together
    clipped: float  # what is left of it
    diagnoses: tuple[Diagnosis, ...]

    @property
    def relative(self) -> tuple[float, ...]:
        """The gradients against the one at the last layer."""
        return against_the_last(self.gradients)


def setups(choices: Mapping[str, Sequence[Any]]) -> Iterator[Setup]:
    """Every combination of what was chosen, the last field changing fastest."""
    for combination in product(*choices.values()):
        yield Setup(**dict(zip(choices, combination, strict=True)))


def row(setup: Setup) -> Row:
    """Draw one network and look at it."""
    made = network(setup)
    health = _examined(made)
    start = health.tape.graph.find(START)
    update = _norm_of(health, made.weights)
    return Row(
        setup,
        (norm([health.record.values[start]]), *(each.value.norm for each in health.layers)),
        (norm([health.totals[start]]), *(each.gradient.norm for each in health.layers)),
        update,
        update if setup.clip is None else min(update, setup.clip),
        health.diagnoses,
    )


def _norm_of(health: Health, names: tuple[str, ...]) -> float:
    """The size of an update: the gradient of all weights as one long vector."""
    nodes = (health.tape.graph.find(name) for name in names)
    return norm(health.totals[node] for node in nodes if node in health.totals)


def _examined(made: Network) -> Health:
    graph = parse(made.source)
    known = resolve(graph, made.values)
    function = Function(graph, [START, *made.weights], None, "reverse")
    return examine(function.tape(shapes_of(known)), known)
