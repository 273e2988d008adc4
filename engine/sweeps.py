"""The three sweeps, as loops that yield what they did: the animation is the computation.

forward   values flow from the inputs to the output
reverse   gradients flow back from the output
tangent   derivatives with respect to one input flow along with the values (forward mode)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from engine.mathematics import Value
from engine.reach import Marks, came_back, came_forward, heard, moved
from engine.tape import Crossing, Record, Tape


class Computed(NamedTuple):
    """A node has its value."""

    node: int
    value: Value


class Seeded(NamedTuple):
    """A sweep starts: the derivative of the output, or of the moving input, by itself."""

    node: int
    total: Value


class Carried(NamedTuple):
    """A derivative has crossed one edge and was added where it arrived.

    In the reverse sweep it arrives at the edge's source, in forward mode at its target.
    """

    edge: int
    node: int  # where it arrived
    upstream: Value  # the derivative it came from
    contribution: Value
    total: Value  # the sum at `node` so far
    complete: bool  # nothing more will arrive


def forward(tape: Tape, record: Record) -> Iterator[Computed]:
    """One step for each input and each operation, in the order in which the tape computed them."""
    for node, value in zip(tape.graph.nodes, record.values, strict=True):
        if node.kind != "constant":
            yield Computed(node.id, value)


def reverse(tape: Tape, record: Record, seed: Value = 1.0) -> Iterator[Seeded | Carried]:
    """Gradients of the output; without anything that varies there is only the seed."""
    totals: dict[int, Value] = {tape.output: seed}
    due = Counter(crossing.source for crossing in tape.pulls)
    marks: list[Marks] | None = None
    yield Seeded(tape.output, seed)
    for crossing in tape.pulls:
        upstream, node = totals[crossing.target], crossing.source
        contribution = tape.pull(crossing, upstream, record)
        if _lost(contribution):
            marks = marks or heard(tape, record, seed)
            came = came_back(tape, record, crossing, marks, upstream)
            contribution = tape.pull(crossing, upstream, record, came)
        totals[node] = _together(totals[node], contribution) if node in totals else contribution
        due[node] -= 1
        yield Carried(crossing.edge, node, upstream, contribution, totals[node], not due[node])


def tangent(tape: Tape, record: Record, seeds: Mapping[int, Value]) -> Iterator[Seeded | Carried]:
    """Tangents of every node that moves when inputs move as `seeds` says."""
    for node, seed in seeds.items():
        yield Seeded(node, seed)
    totals = dict(seeds)
    pushes = downstream(tape, seeds)
    due = Counter(crossing.target for crossing in pushes)
    marks: list[Marks] | None = None
    for crossing in pushes:
        upstream, node = totals[crossing.source], crossing.target
        contribution = tape.push(crossing, upstream, record)
        if _lost(contribution):
            marks = marks or moved(tape, record, seeds)
            came = came_forward(tape, record, crossing, marks, upstream)
            contribution = tape.push(crossing, upstream, record, came)
        totals[node] = _together(totals[node], contribution) if node in totals else contribution
        due[node] -= 1
        yield Carried(crossing.edge, node, upstream, contribution, totals[node], not due[node])


def _together(one: Value, other: Value) -> Value:
    """Two contributions; numpy would warn of infinity, which the answer tells by itself."""
    if isinstance(one, float):
        return one + other
    with np.errstate(all="ignore"):
        return one + other


def _lost(contribution: Value) -> bool:
    """Is there a NaN? It may be 0 · ∞ where nothing came."""
    if isinstance(contribution, float):
        return contribution != contribution
    return bool(np.isnan(contribution).any())


def downstream(tape: Tape, inputs: Iterable[int]) -> list[Crossing]:
    """The edges that forward mode crosses when these inputs move."""
    reached, crossed = set(inputs), []
    for crossing in tape.crossings:
        if crossing.source in reached:
            reached.add(crossing.target)
            crossed.append(crossing)
    return crossed


def totals_of(steps: Iterable[Seeded | Carried]) -> dict[int, Value]:
    """Run a sweep to its end and keep each node's last total."""
    totals: dict[int, Value] = {}
    for step in steps:
        totals[step.node] = step.total
    return totals
