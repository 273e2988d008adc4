"""What a question looks at: a program that has run forward and back, once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from engine.function import require_scalar, tape_of
from engine.mathematics import Value
from engine.parse import parse
from engine.sweeps import Carried, reverse, totals_of
from engine.tape import Crossing, Record, Tape
from engine.values import Given, resolve
from engine.writing.phrases import Phrases


@dataclass(frozen=True)
class Scene:
    """A tape at one point, with everything that flowed on it."""

    tape: Tape
    known: Mapping[str, Value]

    @cached_property
    def record(self) -> Record:
        return self.tape.forward(self.known)

    @cached_property
    def arrivals(self) -> tuple[Carried, ...]:
        """The contributions in the order they come; none where gradients make no sense."""
        require_scalar(self.tape)
        sweep = reverse(self.tape, self.record)
        return tuple(moment for moment in sweep if isinstance(moment, Carried))

    @cached_property
    def by_node(self) -> dict[int, list[Carried]]:
        """What each node receives."""
        found: dict[int, list[Carried]] = defaultdict(list)
        for arrival in self.arrivals:
            found[arrival.node].append(arrival)
        return dict(found)

    @cached_property
    def gradients(self) -> dict[int, Value]:
        """Per node that a gradient reaches."""
        found = {self.tape.output: 1.0}
        return found | {arrival.node: arrival.total for arrival in self.arrivals}

    @cached_property
    def crossings(self) -> dict[int, Crossing]:
        """The edges of the reverse sweep, by number."""
        return {pull.edge: pull for pull in self.tape.pulls}

    @cached_property
    def phrases(self) -> Phrases:
        return Phrases(self.tape.graph)

    @cached_property
    def edge_names(self) -> dict[int, str]:
        """`b->c:1` for every edge, as the page names it."""
        names = self.tape.graph.names
        return {
            edge: f"{names[source]}->{names[target]}:{port}"
            for edge, source, target, port in self.tape.graph.edges
        }

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The nodes that a gradient reaches and that are single numbers all the way on."""
        single = {
            node
            for node in self.gradients
            if not self.tape.shapes[node]
            and all(not self.tape.shapes[self.target(each)] for each in self.by_node.get(node, ()))
        }
        return tuple(sorted(single))

    def value(self, node: int) -> float:
        return float(self.record.values[node])

    def gradient(self, node: int) -> float:
        return float(self.gradients[node]) + 0.0  # nobody wants to read -0

    def target(self, arrival: Carried) -> int:
        """The node that a contribution came from."""
        return self.crossings[arrival.edge].target

    def local(self, edge: int) -> float:
        """The slope on an edge between two numbers."""
        return float(self.tape.pull(self.crossings[edge], 1.0, self.record))

    def name(self, node: int) -> str:
        return self.phrases.name(node)

    def slope(self, of: int, by: int) -> str:
        """`∂e/∂b`."""
        return self.phrases.derivative(of, by)

    def with_slopes(self, wrong: Mapping[int, float]) -> dict[int, Value]:
        """Every gradient, had these edges these slopes: what a wrong rule leads to."""
        partials = list(self.record.partials)
        for edge, slope in wrong.items():
            partials[edge] = slope
        record = Record(self.record.values, partials)
        return totals_of(reverse(self.tape, record))


def scene_of(source: str, values: Mapping[str, Given]) -> Scene:
    """A program as it is typed, ready to be asked about."""
    graph = parse(source)
    known = resolve(graph, values)
    return Scene(tape_of(graph, known), known)
