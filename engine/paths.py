"""A derivative as a sum over paths: how many there are, which weigh most, what they add up to.

The edges between two nodes are exactly those that a reverse sweep from the second one crosses on
its way to the first, so a tape with that one input and that one output holds them all.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import count, islice
from typing import NamedTuple

from engine.local import Local, local_derivative
from engine.mathematics import Value
from engine.sweeps import reverse, totals_of
from engine.tape import Crossing, Record, Tape

# the logarithm that stands for a factor of 0: such a path comes last, and still has a place
OF_ZERO = -1e6

Factors = Mapping[int, float | None]  # per edge


class Path(NamedTuple):
    """One way from the source to the target, with the local derivative on each edge."""

    nodes: tuple[int, ...]
    edges: tuple[int, ...]
    factors: tuple[float | None, ...]  # None where the edge belongs to tensors
    product: float | None


class Way(NamedTuple):
    """The beginning of a path, the last edge first."""

    before: Way | None
    crossing: Crossing


class Extent(NamedTuple):
    """How many paths there are, and how many edges they have all together; exact at any size."""

    paths: int
    edges: int


def between(tape: Tape, source: int, target: int) -> Tape:
    """The same graph, asked for the derivative of `target` with respect to `source`."""
    return Tape(tape.graph, tape.shapes, target, (source,))


def extent(tape: Tape) -> Extent:
    """Counted node by node from the target back, never path by path."""
    (source,) = tape.wrt
    onward: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    onward[tape.output] = (1, 0)
    for pull in tape.pulls:
        paths, edges = onward[pull.target]
        known_paths, known_edges = onward[pull.source]
        onward[pull.source] = (known_paths + paths, known_edges + edges + paths)
    return Extent(*onward[source])


def total(tape: Tape, record: Record) -> Value:
    """The sum over all paths, which is the gradient: one reverse sweep finds it."""
    (source,) = tape.wrt
    return totals_of(reverse(tape, record)).get(source, 0.0)


def factors_of(tape: Tape, record: Record) -> dict[int, float | None]:
    """The number on each edge that lies on a path; None where it is no single number."""
    found = {pull.edge: local_derivative(tape, record, pull) for pull in tape.pulls}
    return {edge: None if isinstance(local, Local) else local for edge, local in found.items()}


def largest(tape: Tape, record: Record, limit: int, skip: int = 0) -> list[Path]:
    """The paths with the largest products in absolute value, the rest never listed."""
    factors = factors_of(tape, record)
    ways = islice(_by_weight(tape, factors), skip, skip + limit)
    return [_path(tape, way, factors) for way in ways]


def _by_weight(tape: Tape, factors: Factors) -> Iterator[list[Crossing]]:
    """Best first: a detour from a node's best way on costs what it loses against it.

    Following the best edge costs exactly nothing, so a search that prefers the cheapest and then
    the longest beginning runs straight to the target, whatever ties there are.
    """
    (source,) = tape.wrt
    detours = _detours(tape, factors)
    ticket = count()
    queue: list[tuple[float, int, int, int, Way | None]] = [(0.0, 0, next(ticket), source, None)]
    while queue:
        lost, depth, _, node, way = heapq.heappop(queue)
        if node == tape.output:
            yield _unroll(way)
            continue
        for cost, crossing in detours[node]:
            step = (lost + cost, depth - 1, next(ticket), crossing.target, Way(way, crossing))
            heapq.heappush(queue, step)


def _detours(tape: Tape, factors: Factors) -> dict[int, list[tuple[float, Crossing]]]:
    """For each node its edges towards the target, with what each loses against the best one."""
    best: dict[int, float] = {tape.output: 0.0}
    choices: dict[int, list[tuple[float, Crossing]]] = defaultdict(list)
    for pull in tape.pulls:
        weight = _weight(factors[pull.edge]) + best[pull.target]
        choices[pull.source].append((weight, pull))
        best[pull.source] = max(weight, best.get(pull.source, -math.inf))
    lost = {
        node: [(best[node] - weight, pull) for weight, pull in choices[node]] for node in choices
    }
    return defaultdict(list, lost)


def _weight(factor: float | None) -> float:
    """The logarithm of a factor's size; without a size, all weigh the same."""
    if factor is None:
        return 0.0
    size = abs(factor)
    if not math.isfinite(size):
        return -OF_ZERO
    return math.log(size) if size else OF_ZERO


def _unroll(way: Way | None) -> list[Crossing]:
    crossings = []
    while way is not None:
        crossings.append(way.crossing)
        way = way.before
    return crossings[::-1]


def _path(tape: Tape, way: list[Crossing], factors: Factors) -> Path:
    (source,) = tape.wrt
    along = tuple(factors[crossing.edge] for crossing in way)
    numbers = [factor for factor in along if factor is not None]
    product = math.prod(numbers) if len(numbers) == len(along) else None
    nodes = (source, *(crossing.target for crossing in way))
    return Path(nodes, tuple(crossing.edge for crossing in way), along, product)
