"""A graph laid flat: what to compute in which order, and where a derivative flows.

A forward pass records each node's value and one partial derivative per edge. Traces, gradients,
forward mode and training all read that record, so nothing is differentiated twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from engine.elementwise import NOT_ORDINARY, apply, as_value, product
from engine.flat import Flat
from engine.graph import Graph
from engine.machine.program import Program
from engine.mathematics import Value, array, number
from engine.node import Node
from engine.op import Rule, Shape, unbroadcast
from engine.ops import OPS, all_elementwise, row_of


class Crossing(NamedTuple):
    """An edge that carries a derivative."""

    edge: int
    source: int
    target: int
    port: int


class Record(NamedTuple):
    """What one forward pass leaves behind."""

    values: list[Value]  # per node
    partials: list[Value]  # per edge; None where the target has a rule for whole tensors
    cells: list[Value] | None = None  # both of them, as the fast loops keep them


@dataclass(frozen=True)
class Tape:
    """A graph with its shapes, one output, and the inputs that derivatives are wanted for."""

    graph: Graph
    shapes: tuple[Shape, ...]
    output: int
    wrt: tuple[int, ...]

    def asked(self, output: int, wrt: tuple[int, ...]) -> Tape:
        """The same graph, asked for another derivative; as operations it is laid flat only once."""
        other = Tape(self.graph, self.shapes, output, wrt)
        if self.plain:
            vars(other)["flat"] = self.flat
        return other

    def part(self, output: int, pulls: Iterable[Crossing]) -> Tape:
        """The same graph, swept back from another node and over these edges only."""
        other = Tape(self.graph, self.shapes, output, self.wrt)
        vars(other).update(pulls=tuple(pulls), first_edge=self.first_edge)
        return other

    @cached_property
    def wanted(self) -> dict[int, str]:
        """The inputs in `wrt`, each with its name."""
        return {of: self.graph.nodes[of].name or "" for of in self.wrt}

    @cached_property
    def first_edge(self) -> tuple[int, ...]:
        """Per node, the number of its first edge; its ports follow one by one."""
        return tuple(accumulate((len(node.inputs) for node in self.graph.nodes), initial=0))

    @cached_property
    def varies(self) -> tuple[bool, ...]:
        """Per node: does it move when an input in `wrt` moves?"""
        moves = [False] * len(self.graph.nodes)
        for node in (*self.wrt, *map(attrgetter("target"), self.crossings)):
            moves[node] = True
        return tuple(moves)

    @cached_property
    def crossings(self) -> tuple[Crossing, ...]:
        """The edges that carry a derivative, in the order of forward mode."""
        moving = set(self.wrt)
        crossed: list[Crossing] = []
        for node, edge in zip(self.graph.nodes, self.first_edge, strict=False):
            blind = OPS[node.op].blind if node.op is not None else ()
            for port, source in enumerate(node.inputs):
                if source in moving and port not in blind:
                    moving.add(node.id)
                    crossed.append(Crossing(edge + port, source, node.id, port))
        return tuple(crossed)

    @cached_property
    def pulls(self) -> tuple[Crossing, ...]:
        """The edges of the reverse sweep in its order: targets last to first, ports in order."""
        reached = {self.output}
        crossed: list[Crossing] = []
        for crossing in reversed(self.crossings):
            if crossing.target in reached:
                reached.add(crossing.source)
                crossed.append(crossing)
        crossed.reverse()  # sorting keeps the ports of one target as they come
        return tuple(sorted(crossed, key=attrgetter("target"), reverse=True))

    @cached_property
    def plain(self) -> bool:
        """Single numbers and elementwise rules only: then there are faster loops."""
        return not any(self.shapes) and all_elementwise(self.graph.nodes)

    @cached_property
    def flat(self) -> Flat:
        """The operations of a plain tape, ready for the fast loops."""
        return Flat(self.graph)

    @cached_property
    def program(self) -> Program:
        """The same as machine code sees it; only where `engine.machine` can be loaded."""
        return Program(self.graph, self.output)

    @cached_property
    def blank(self) -> tuple[Value, ...]:
        """Every node's slot; only the constants are filled in."""
        return tuple(
            as_value(node.value) if node.kind == "constant" else None for node in self.graph.nodes
        )

    def start(self, values: Mapping[str, Value]) -> list[Value]:
        """Every node's slot; inputs and constants are filled in."""
        slots = list(self.blank)
        for node in self.graph.inputs:
            slots[node.id] = values[node.name or ""]
        return slots

    def forward(self, values: Mapping[str, Value]) -> Record:
        """The values of all nodes, the partials of all edges."""
        if self.plain:
            point = [values[node.name or ""] for node in self.graph.inputs]
            return self.record(self.flat.forward(number, point))
        record = Record(self.start(values), [None] * self.first_edge[-1])
        for node in self.graph.nodes:
            if node.op is not None:
                self.compute(node, record)
        return record

    def record(self, cells: list[Value]) -> Record:
        """What a plain tape has computed, by nodes and by edges."""
        values, partials = (
            [cells[cell] for cell in places] for places in (self.flat.cells, self.flat.edges)
        )
        return Record(values, partials, cells)

    def compute(self, node: Node, record: Record) -> None:
        """Fill in one node's value, and the partials of its edges."""
        row = row_of(node)
        xs = [record.values[source] for source in node.inputs]
        if row.rule is None:
            assert row.whole is not None
            with np.errstate(all="ignore"):
                record.values[node.id] = as_value(row.whole.forward(*xs, **dict(node.settings)))
            return
        single = not any(self.shapes[source] for source in node.inputs)
        try:
            answer = apply(row.rule, number if single else array, xs)
        except NOT_ORDINARY:
            answer = apply(row.rule, array, xs)
        record.values[node.id] = answer[0]
        edges = range(self.first_edge[node.id], self.first_edge[node.id + 1])
        for edge, partial in zip(edges, answer[1:], strict=False):
            record.partials[edge] = partial

    def pull(
        self, crossing: Crossing, upstream: Value, record: Record, came: Value = None
    ) -> Value:
        """What a gradient at an edge's target contributes to its source.

        `came` marks where there is one: the other entries add nothing, whatever the slope.
        """
        row = row_of(self.graph.nodes[crossing.target])
        if row.whole is not None:
            return _only(came, self._whole(row.whole.pull, crossing, upstream, record))
        share = _only(came, product(upstream, record.partials[crossing.edge], stops=row.stops))
        if not self.shapes[crossing.target]:
            return share
        return as_value(unbroadcast(share, self.shapes[crossing.source]))

    def push(
        self, crossing: Crossing, upstream: Value, record: Record, came: Value = None
    ) -> Value:
        """What a tangent at an edge's source contributes to its target.

        A shut gate makes 0 of it, but not of ∞: reverse mode meets the same product the other way.
        """
        row, shape = row_of(self.graph.nodes[crossing.target]), self.shapes[crossing.target]
        if row.whole is not None:
            return _only(came, self._whole(row.whole.push, crossing, upstream, record))
        share = _only(came, product(upstream, record.partials[crossing.edge], stops=False))
        return np.broadcast_to(share, shape) if shape else share

    def _whole(self, rule: Rule, crossing: Crossing, upstream: Value, record: Record) -> Value:
        node = self.graph.nodes[crossing.target]
        xs = map(record.values.__getitem__, node.inputs)
        out = record.values[node.id]
        with np.errstate(all="ignore"):
            return as_value(rule(crossing.port, upstream, out, *xs, **dict(node.settings)))


def _only(came: Value, share: Value) -> Value:
    """What came; everything without marks."""
    return share if came is None else as_value(np.where(came, share, 0.0))
