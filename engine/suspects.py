"""Which nodes of a run are worth a closer look: found with numpy, one operation at a time.

A graph of thousands of ordinary numbers has nothing to tell; asking each of its nodes would take
longer than computing them did.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from math import isfinite
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from engine.node import Node
from engine.op import Array, Op
from engine.ops import ELEMENTWISE, OPS
from engine.tape import Record, Tape

INPUTS = attrgetter("inputs")
Marks = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


class Watched(NamedTuple):
    """Nodes of one row, with the nodes that each port of theirs reads."""

    row: Op
    nodes: Numbers
    operands: Numbers


def suspects(tape: Tape, record: Record) -> Iterable[Node]:
    """The operations where a domain, a corner, an infinity or a NaN may be met, in order."""
    watched = _watched(tape)
    calm = _calm(tape, record)
    if calm and not watched:
        return ()
    numbers = (x if isinstance(x, float) else 0.0 for x in record.values)
    values = np.fromiter(numbers, float, len(record.values))
    marks = np.zeros(len(values), dtype=bool) if calm else _troubled(tape, record, values)
    for row, nodes, operands in watched:
        marks[nodes] |= _met(row, [values[slots] for slots in operands])
    return (tape.graph.nodes[node] for node in np.flatnonzero(marks) if tape.graph.nodes[node].op)


def _calm(tape: Tape, record: Record) -> bool:
    """Whether there are single numbers only, and each is finite."""
    return (
        tape.plain
        and all(map(isfinite, record.values))
        and all(slope is None or isfinite(slope) for slope in record.partials)
    )


def _troubled(tape: Tape, record: Record, values: Array) -> Marks:
    """Where an infinity or a NaN is met, or a tensor has to be looked at."""
    single = [_of_numbers(tape, node) for node in tape.graph.nodes]
    quiet = [number or _quiet(tape, record, of) for of, number in enumerate(single)]
    marks = ~np.array(quiet)
    marks[_with_steep_edges(tape, record)] = True
    marks &= np.isfinite(values) | ~np.array(single)  # the slopes of what is no number say nothing
    marks |= _begins(tape, ~np.isfinite(values)) & np.isinf(values)
    marks |= _begins(tape, np.isnan(values))
    return marks


def _quiet(tape: Tape, record: Record, of: int) -> bool:
    """Whether an operation on tensors has nothing to tell: it is smooth, and all is finite."""
    edges = slice(*tape.first_edge[of : of + 2])
    return tape.graph.nodes[of].op not in WATCHED and all(
        found is None or np.isfinite(found).all()
        for found in (record.values[of], *record.partials[edges])
    )


def _begins(tape: Tape, trouble: Marks) -> Marks:
    """The nodes where a trouble begins: they have it, and none of their operands has."""
    sources = np.fromiter(chain.from_iterable(map(INPUTS, tape.graph.nodes)), np.intp)
    inherited = np.zeros(len(trouble), dtype=bool)
    inherited[np.repeat(np.arange(len(trouble)), np.diff(tape.first_edge))[trouble[sources]]] = True
    return trouble & ~inherited


def _of_numbers(tape: Tape, node: Node) -> bool:
    """Whether it is a rule that turns single numbers into one; others are looked at one by one."""
    if tape.plain or node.op is None:
        return True
    return node.op in ELEMENTWISE and not any(tape.shapes[source] for source in node.inputs)


def _with_steep_edges(tape: Tape, record: Record) -> Numbers:
    """The targets of the edges whose slope is infinite or NaN."""
    slopes = (x if isinstance(x, float) else 0.0 for x in record.partials)
    edges = np.flatnonzero(~np.isfinite(np.fromiter(slopes, float, len(record.partials))))
    return np.searchsorted(tape.first_edge, edges, side="right") - 1


def _watched(tape: Tape) -> list[Watched]:
    """The nodes of each row that has something to meet, and of each number of operands; looked for
    once for each tape."""
    kept = vars(tape)
    if "watched" not in kept:
        found: dict[tuple[str, int], list[Node]] = defaultdict(list)
        for node in tape.graph.nodes:
            if node.op in WATCHED and _of_numbers(tape, node):
                found[node.op or "", len(node.inputs)].append(node)
        kept["watched"] = [_together(OPS[name], alike) for (name, _), alike in found.items()]
    watched: list[Watched] = kept["watched"]
    return watched


def _together(row: Op, nodes: list[Node]) -> Watched:
    operands = np.array([node.inputs for node in nodes]).T
    return Watched(row, np.array([node.id for node in nodes]), operands)


def _met(row: Op, xs: list[Array]) -> Marks:
    """Per node: is it outside the domain, at a corner, or flat?"""
    met = np.full(len(xs[0]), row.pattern == "blocker")
    if row.domain is not None:
        met |= ~np.asarray(row.domain.holds(*xs))
    for corner in row.corners:
        met |= np.asarray(corner.at(*xs))
    return met


WATCHED = {
    row.name for row in OPS.values() if row.domain or row.corners or row.pattern == "blocker"
}
