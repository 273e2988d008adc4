"""Many networks beside each other: what depth, activation, weights and remedies do to gradients."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from engine.errors import BadArgument
from engine.function import tape_of
from engine.health import Health, examine
from engine.health.closer import Closer
from engine.health.diagnoses import Diagnosis
from engine.health.setups import Network, Setup, network
from engine.health.summary import against_the_last, norm
from engine.parse import parse
from engine.values import resolve

START = "h_0"
LAYERED = {"normalization", "residual"}  # between layers; a cell has its own way
MEMORY: dict[str, object] = {"cell": "lstm"}  # made to keep a gradient over many steps


class Row(NamedTuple):
    """One network: the size of values and gradients from its input to its last layer."""

    setup: Setup
    values: tuple[float, ...]
    gradients: tuple[float, ...]
    update: float  # the norm of the gradient of all weights together
    clipped: float  # what is left of it
    diagnoses: tuple[Diagnosis, ...]
    steps: tuple[int | None, ...]  # where in the walk through it each of them shows
    closer: Closer | None = None
    network: Network | None = None

    @property
    def relative(self) -> tuple[float, ...]:
        """The gradients against the one at the last layer."""
        return against_the_last(self.gradients)

    def tries(self, found: Diagnosis) -> tuple[dict[str, object], ...]:
        """What is worth trying here: not what is there, nor what a cell has no place for."""
        recurrent = self.setup.cell != "dense"
        known = [*found.tries, *([MEMORY] if recurrent and found.code == "vanishing" else [])]
        return tuple(
            change
            for change in known
            if not (recurrent and change.keys() & LAYERED)
            and any(getattr(self.setup, field) != value for field, value in change.items())
        )


def setups(choices: Mapping[str, Sequence[Any]]) -> Iterator[Setup]:
    """Every combination of what was chosen, the last field changing fastest."""
    for combination in product(*choices.values()):
        yield Setup(**dict(zip(choices, combination, strict=True)))


class Wish(NamedTuple):
    """A network to look at, and what its row should tell besides: a layer closely, its program."""

    setup: Setup
    layer: int | None = None  # 0 is the input
    program: bool = False


def wished(wish: Wish) -> Row:
    """Draw one network and look at it."""
    setup, made = wish.setup, network(wish.setup)
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
        tuple(map(health.step, health.diagnoses)),
        None if wish.layer is None else _closer(health, start, wish.layer),
        made if wish.program else None,
    )


def _closer(health: Health, start: int, place: int) -> Closer:
    """The input stands before the first layer."""
    if place == 0:
        return health.look(0, (start,))
    if not 0 < place <= len(health.layers):
        raise BadArgument("no_such_layer", n=place, max=len(health.layers))
    return health.look(place, health.layers[place - 1].layer.outputs)


def _norm_of(health: Health, names: tuple[str, ...]) -> float:
    """The size of an update: the gradient of all weights as one long vector."""
    nodes = (health.tape.graph.find(name) for name in names)
    return norm(health.totals[node] for node in nodes if node in health.totals)


def _examined(made: Network) -> Health:
    graph = parse(made.source)
    known = resolve(graph, made.values)
    return examine(tape_of(graph, known, [START, *made.weights]), known)
