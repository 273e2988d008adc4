"""How healthy a program's gradients are: their sizes layer by layer, and what these say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from engine.errors import BadArgument, Notice
from engine.function import require_scalar, tape_of
from engine.graph import Graph
from engine.health.broken import first_broken
from engine.health.closer import Closer, spread
from engine.health.diagnoses import Diagnosis, Examined, diagnoses
from engine.health.readings import Reading, Weight, readings, twins, weights
from engine.health.showing import step_at
from engine.health.summary import against_the_last, norm
from engine.mathematics import Value
from engine.notices import notices_of
from engine.sweeps import reverse, totals_of
from engine.tape import Record, Tape
from engine.values import Given, resolve


@dataclass(frozen=True)
class Health:
    """One forward pass and one reverse sweep, and what can be read off them."""

    tape: Tape
    record: Record
    totals: Mapping[int, Value]
    notices: tuple[Notice, ...]

    @property
    def value(self) -> Value:
        return self.record.values[self.tape.output]

    @cached_property
    def layers(self) -> tuple[Reading, ...]:
        """From the inputs' side to the output's."""
        return readings(self.tape, self.record, self.totals)

    @property
    def relative(self) -> tuple[float, ...]:
        """Each layer's gradient against the one at the last layer."""
        return against_the_last([layer.gradient.norm for layer in self.layers])

    @property
    def update(self) -> float:
        """The gradient of all inputs as one long vector."""
        return norm(self.totals[node] for node in self.tape.wrt if node in self.totals)

    @cached_property
    def inputs(self) -> tuple[Weight, ...]:
        """Every input that a derivative is wanted for, and the gradient that would update it."""
        return weights(self.tape, self.record, self.totals)

    @cached_property
    def diagnoses(self) -> tuple[Diagnosis, ...]:
        """Everything that is the matter, or that nothing is."""
        broken = first_broken(self.tape, self.record, self.totals, self.notices)
        equal = tuple(twins(self.tape, self.record, self.totals))
        return diagnoses(Examined(self.layers, equal, broken))

    def step(self, found: Diagnosis) -> int | None:
        """Where in the walk through the program a finding shows."""
        return None if found.node is None else step_at(self.tape, found.node, found.phase)

    def closer(self, place: int) -> Closer:
        """One layer, by its place among them."""
        if not 0 <= place < len(self.layers):
            reason = "no_such_layer" if self.layers else "no_layers"
            raise BadArgument(reason, n=place, max=len(self.layers) - 1)
        return self.look(place, self.layers[place].layer.outputs)

    def look(self, place: int, nodes: tuple[int, ...]) -> Closer:
        """How the values and the gradients of some nodes are spread."""
        values = spread(self.record.values[node] for node in nodes)
        gradients = spread(self.totals[node] for node in nodes)
        return Closer(place, self.tape.graph.names[nodes[-1]], nodes[-1], values, gradients)


def gradient_health(
    graph: Graph, values: Mapping[str, Given], output: str | int | None = None
) -> Health:
    """Look at every layer of a program at one point."""
    known = resolve(graph, values)
    return examine(tape_of(graph, known, output=output), known)


def examine(tape: Tape, known: Mapping[str, Value]) -> Health:
    """The same on a tape that is ready."""
    require_scalar(tape)
    record = tape.forward(known)
    totals = totals_of(reverse(tape, record))
    return Health(tape, record, totals, notices_of(tape, record, known))
