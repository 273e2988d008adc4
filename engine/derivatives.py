"""The derivatives of one output with respect to each wanted input, without showing the steps.

On a plain tape (single numbers) a sweep becomes a short loop; with a vector in every slot the
same loop answers many points at once. Everything else runs the sweeps themselves to the end.
An output with several entries gets its Jacobian: the output's axes first, then the input's.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Set

import numpy as np

from engine.elementwise import as_value
from engine.mathematics import Value
from engine.op import Shape, elements
from engine.reach import Marks, moved
from engine.sweeps import downstream, reverse, tangent, totals_of
from engine.tape import Record, Tape

DIRECTIONS_AT_ONCE = 64  # forward mode carries this many inputs' tangents side by side


def by_reverse(tape: Tape, record: Record) -> dict[int, Value]:
    """One sweep back from each number of the output answers all inputs."""
    if record.cells is not None:
        totals = tape.flat.reverse(tape.output, record.cells)
        return dict(zip(tape.wrt, tape.flat.arrived(totals, tape.wrt), strict=True))
    sweeps = (totals_of(reverse(tape, record, seed)) for seed in _basis(tape.shapes[tape.output]))
    rows = [[found.get(of) for of in tape.wrt] for found in sweeps]
    return {of: _stacked(tape, [row[k] for row in rows], of) for k, of in enumerate(tape.wrt)}


def _stacked(tape: Tape, rows: list[Value | None], of: int) -> Value:
    """One gradient for each entry of the output, as one tensor; None is a gradient of zeros."""
    shape = tape.shapes[of]
    filled = [np.zeros(shape) if row is None else row for row in rows]
    if not tape.shapes[tape.output]:
        return as_value(filled[0])
    return as_value(np.reshape(filled, tape.shapes[tape.output] + shape))


def by_forward(tape: Tape, record: Record) -> dict[int, Value]:
    """One sweep forward for each number among the inputs."""
    if not tape.plain:
        return {of: _push_entries(tape, record, of) for of in tape.wrt}
    tangents: dict[int, Value] = {}
    infinite = {each.edge for each in tape.crossings if not _is_finite(record.partials[each.edge])}
    for start in range(0, len(tape.wrt), DIRECTIONS_AT_ONCE):
        wanted = tape.wrt[start : start + DIRECTIONS_AT_ONCE]
        tangents |= _push_numbers(tape, record, wanted, infinite)
    return tangents


def _is_finite(partial: Value) -> bool:
    return (
        math.isfinite(partial) if isinstance(partial, float) else bool(np.isfinite(partial).all())
    )


def _push_numbers(
    tape: Tape, record: Record, wanted: tuple[int, ...], infinite: Set[int]
) -> dict[int, Value]:
    """Forward mode in several directions at once: a tangent has one row for each."""
    points = (1,) * np.ndim(record.values[tape.output])
    directions = np.eye(len(wanted)).reshape(len(wanted), -1, *points)
    seeds = dict(zip(wanted, directions, strict=True))
    totals: list[Value] = [seeds.get(node.id, 0.0) for node in tape.graph.nodes]
    marks: list[Marks] | None = None
    with np.errstate(all="ignore"):
        for edge, source, target, _ in tape.crossings:
            upstream = totals[source]
            share = upstream * record.partials[edge]
            if edge in infinite:
                marks = marks or moved(tape, record, seeds)
                share = np.where(marks[source] | ~np.isfinite(upstream), share, 0.0)
            totals[target] = totals[target] + share
    answer = totals[tape.output]
    return {of: as_value(answer[k]) if np.ndim(answer) else 0.0 for k, of in enumerate(wanted)}


def _push_entries(tape: Tape, record: Record, of: int) -> Value:
    """Forward mode through tensors: one sweep for every entry of the input."""
    source, target = tape.shapes[of], tape.shapes[tape.output]
    reaches = any(crossing.target == tape.output for crossing in downstream(tape, [of]))
    if not reaches and of != tape.output:
        return as_value(np.zeros(target + source))
    columns = [totals_of(tangent(tape, record, {of: seed}))[tape.output] for seed in _basis(source)]
    stacked = np.reshape(columns, (elements(source), *target))
    return as_value(np.moveaxis(stacked, 0, -1).reshape(target + source))


def _basis(shape: Shape) -> Iterator[Value]:
    """For each entry of a tensor, the tensor that is 1 there and 0 elsewhere; one at a time,
    because all together would be as many as the square of its entries."""
    if not shape:
        yield 1.0
        return
    for place in np.ndindex(shape):
        seed = np.zeros(shape)
        seed[place] = 1.0
        yield seed
