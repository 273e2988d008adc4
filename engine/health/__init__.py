"""How healthy a program's gradients are: their sizes layer by layer, and what these say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.errors import Notice
from engine.function import Function, require_scalar
from engine.graph import Graph
from engine.health.diagnoses import Diagnosis, Examined, diagnoses
from engine.health.readings import Reading, Weight, readings, twins, weights
from engine.health.summary import against_the_last, norm
from engine.mathematics import Value
from engine.notices import notices_of
from engine.sweeps import reverse, totals_of
from engine.tape import Record, Tape
from engine.values import Given, resolve, shapes_of

BREAKS = ("domain", "division-by-zero", "overflow", "singular-matrix", "not-differentiable")


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
        broken = _first_broken(self.tape, self.record, self.totals, self.notices)
        equal = tuple(twins(self.tape, self.record, self.totals))
        return diagnoses(Examined(self.layers, equal, broken))


def gradient_health(
    graph: Graph, values: Mapping[str, Given], output: str | int | None = None
) -> Health:
    """Look at every layer of a program at one point."""
    known = resolve(graph, values)
    return examine(Function(graph, None, output, "reverse").tape(shapes_of(known)), known)


def examine(tape: Tape, known: Mapping[str, Value]) -> Health:
    """The same on a tape that is ready."""
    require_scalar(tape)
    record = tape.forward(known)
    totals = totals_of(reverse(tape, record))
    return Health(tape, record, totals, notices_of(tape, record, known))


def _first_broken(
    tape: Tape, record: Record, totals: Mapping[int, Value], notices: tuple[Notice, ...]
) -> Notice | None:
    """The first value that is not finite, or else the first gradient, and what made it so."""
    for node in tape.graph.nodes:
        if not np.all(np.isfinite(record.values[node.id])):
            told = (each for each in notices if each.node == node.id and each.code in BREAKS)
            return next(told, None) or _plainly(tape, "not_finite_given", node.id)
    for reached, total in totals.items():  # in the order of the sweep
        if not np.all(np.isfinite(total)):
            steep = (each for each in notices if each.reason == "infinite_slope")
            return next(steep, None) or _plainly(tape, "not_finite_gradient", reached)
    return None


def _plainly(tape: Tape, reason: str, node: int) -> Notice:
    name = tape.graph.names[node]
    return Notice("overflow", reason, node, tape.graph.span(node), {"node": name})
