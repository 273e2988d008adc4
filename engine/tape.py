"""A graph laid flat: what to compute in which order, and where a derivative flows.

A forward pass records each node's value and one partial derivative per edge. Traces, gradients,
forward mode and training all read that record, so nothing is differentiated twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from engine.graph import Graph
from engine.mathematics import Mathematics, Value, array, number
from engine.node import Node
from engine.op import Op, Rule, Shape, unbroadcast
from engine.ops import OPS

# what plain Python raises where IEEE arithmetic answers inf or nan
NOT_ORDINARY = (ZeroDivisionError, OverflowError, ValueError)


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


class Instruction(NamedTuple):
    """One step of the fast loop; `second` is -1 for one operand, -2 for an uncommon form."""

    rule: Rule
    node: int
    edge: int
    first: int
    second: int


@dataclass(frozen=True)
class Tape:
    """A graph with its shapes, one output, and the inputs that derivatives are wanted for."""

    graph: Graph
    shapes: tuple[Shape, ...]
    output: int
    wrt: tuple[int, ...]

    @cached_property
    def first_edge(self) -> tuple[int, ...]:
        """Per node, the number of its first edge; its ports follow one by one."""
        count, starts = 0, []
        for node in self.graph.nodes:
            starts.append(count)
            count += len(node.inputs)
        return (*starts, count)

    @cached_property
    def varies(self) -> tuple[bool, ...]:
        """Per node: does it move when an input in `wrt` moves?"""
        moves = [False] * len(self.graph.nodes)
        for wanted in self.wrt:
            moves[wanted] = True
        for node in self.graph.nodes:
            if any(moves[node.inputs[port]] for port in _open_ports(node)):
                moves[node.id] = True
        return tuple(moves)

    @cached_property
    def crossings(self) -> tuple[Crossing, ...]:
        """The edges that carry a derivative, in the order of forward mode."""
        varies, first = self.varies, self.first_edge
        return tuple(
            Crossing(first[node.id] + port, node.inputs[port], node.id, port)
            for node in self.graph.nodes
            if varies[node.id]
            for port in _open_ports(node)
            if varies[node.inputs[port]]
        )

    @cached_property
    def pulls(self) -> tuple[Crossing, ...]:
        """The edges of the reverse sweep in its order: targets last to first, ports in order."""
        reached = {self.output} if self.varies[self.output] else set()
        crossed: list[Crossing] = []
        for crossing in reversed(self.crossings):
            if crossing.target in reached:
                reached.add(crossing.source)
                crossed.append(crossing)
        return tuple(sorted(crossed, key=lambda crossing: (-crossing.target, crossing.port)))

    @cached_property
    def plain_pulls(self) -> tuple[tuple[int, int, int, bool], ...]:
        """The same for the fast loop: edge, source, target, and whether a gate may stop it."""
        stops = [node.op is not None and _row(node).stops for node in self.graph.nodes]
        return tuple((pull.edge, pull.source, pull.target, stops[pull.target]) for pull in self.pulls)

    @cached_property
    def plain(self) -> bool:
        """Single numbers and elementwise rules only: the fast loops apply."""
        rules = (OPS[node.op].rule is not None for node in self.graph.nodes if node.op)
        return not any(self.shapes) and all(rules)

    @cached_property
    def instructions(self) -> tuple[Instruction, ...]:
        """The operations of a plain tape, ready for `replay`."""
        ops = (node for node in self.graph.nodes if node.op is not None)
        return tuple(_instruction(node, self.first_edge[node.id]) for node in ops)

    def start(self, values: Mapping[str, Value]) -> Record:
        """A record in which only inputs and constants are filled in."""
        slots: list[Value] = [None] * len(self.graph.nodes)
        for node in self.graph.nodes:
            if node.kind == "constant":
                slots[node.id] = as_value(node.value)
            elif node.kind == "input":
                slots[node.id] = values[node.name or ""]
        return Record(slots, [None] * self.first_edge[-1])

    def forward(self, values: Mapping[str, Value]) -> Record:
        """The values of all nodes, the partials of all edges."""
        record = self.start(values)
        if self.plain:
            self.replay(number, record)
            return record
        for node in self.graph.nodes:
            if node.op is not None:
                self.compute(node, record)
        return record

    def replay(self, m: Mathematics, record: Record) -> None:
        """The fast loop of a plain tape; with `array`, over many points at once."""
        values, partials = record
        for rule, node, edge, first, second in self.instructions:
            try:
                if second >= 0:
                    values[node], partials[edge], partials[edge + 1] = rule(
                        m, values[first], values[second]
                    )
                elif second == -1:
                    values[node], partials[edge] = rule(m, values[first])
                else:
                    self._apply(m, self.graph.nodes[node], record)
            except NOT_ORDINARY:
                self._apply(array, self.graph.nodes[node], record)

    def compute(self, node: Node, record: Record) -> None:
        """Fill in one node's value, and the partials of its edges."""
        row = _row(node)
        if row.whole is not None:
            xs = (record.values[source] for source in node.inputs)
            with np.errstate(all="ignore"):
                out = row.whole.forward(*xs, **dict(node.settings))
            record.values[node.id] = as_value(out)
            return
        single = not any(self.shapes[source] for source in node.inputs)
        try:
            self._apply(number if single else array, node, record)
        except NOT_ORDINARY:
            self._apply(array, node, record)

    def _apply(self, m: Mathematics, node: Node, record: Record) -> None:
        """An elementwise rule; numpy's numbers give the IEEE answer where Python's raise."""
        values, partials = record
        xs = [values[source] for source in node.inputs]
        rule = _rule(node)
        if m is array:
            with np.errstate(all="ignore"):
                answer = tuple(map(as_value, rule(m, *map(np.asarray, xs))))
        else:
            answer = rule(m, *xs)
        values[node.id] = answer[0]
        for edge, partial in zip(self._edges(node), answer[1:], strict=False):
            partials[edge] = partial

    def _edges(self, node: Node) -> range:
        return range(self.first_edge[node.id], self.first_edge[node.id + 1])

    def pull(self, crossing: Crossing, upstream: Value, record: Record) -> Value:
        """What a gradient at an edge's target contributes to its source."""
        row = _row(self.graph.nodes[crossing.target])
        if row.whole is not None:
            return self._whole(row.whole.pull, crossing, upstream, record)
        share = product(upstream, record.partials[crossing.edge], stops=row.stops)
        if not self.shapes[crossing.target]:
            return share
        return as_value(unbroadcast(share, self.shapes[crossing.source]))

    def push(self, crossing: Crossing, upstream: Value, record: Record) -> Value:
        """What a tangent at an edge's source contributes to its target."""
        row, shape = _row(self.graph.nodes[crossing.target]), self.shapes[crossing.target]
        if row.whole is not None:
            return self._whole(row.whole.push, crossing, upstream, record)
        share = product(upstream, record.partials[crossing.edge], stops=row.stops)
        return np.broadcast_to(share, shape) if shape else share

    def _whole(self, rule: Rule, crossing: Crossing, upstream: Value, record: Record) -> Value:
        node = self.graph.nodes[crossing.target]
        xs = (record.values[source] for source in node.inputs)
        out = record.values[node.id]
        with np.errstate(all="ignore"):
            return as_value(rule(crossing.port, upstream, out, *xs, **dict(node.settings)))


def product(upstream: Value, partial: Value, *, stops: bool) -> Value:
    """Gradient times local derivative; a shut gate passes nothing, not even 0 · ∞."""
    if not stops:
        return upstream * partial
    if isinstance(partial, float) and isinstance(upstream, float):
        return upstream * partial if partial else 0.0
    with np.errstate(all="ignore"):
        return np.where(np.equal(partial, 0.0), 0.0, upstream * np.asarray(partial))


def as_value(given: object) -> Value:
    """A plain float for a single number, a float64 array for anything larger."""
    value = np.asarray(given, dtype=float)
    return value if value.ndim else float(value)


def _row(node: Node) -> Op:
    return OPS[node.op or ""]


def _rule(node: Node) -> Rule:
    rule = _row(node).rule
    if rule is None:
        raise ValueError(f"{node.op} has no elementwise rule")
    return rule


def _open_ports(node: Node) -> tuple[int, ...]:
    """The ports of a node that can carry a derivative at all."""
    if node.op is None:
        return ()
    blind = OPS[node.op].blind
    return tuple(port for port in range(len(node.inputs)) if port not in blind)


def _instruction(node: Node, edge: int) -> Instruction:
    row, rule = _row(node), _rule(node)
    common = len(node.inputs) == len(row.parameters) <= 2 and not row.blind
    first, second = (*node.inputs, -1)[:2]
    return Instruction(rule, node.id, edge, first, second if common else -2)
