"""The derivatives of one output with respect to each wanted input, without showing the steps.

On a plain tape (single numbers) a sweep becomes a short loop; with a vector in every slot the
same loop answers many points at once. Everything else runs the sweeps themselves to the end.
An output with several entries gets its Jacobian: the output's axes first, then the input's.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.elementwise import as_value, product
from engine.mathematics import Value
from engine.op import Array, Shape, elements
from engine.ops import OPS
from engine.sweeps import downstream, reverse, tangent, totals_of
from engine.tape import Record, Tape

DIRECTIONS_AT_ONCE = 64  # forward mode carries this many inputs' tangents side by side


def by_reverse(tape: Tape, record: Record) -> dict[int, Value]:
    """One sweep back from each number of the output answers all inputs."""
    if record.cells is not None:
        totals, cells = tape.flat.reverse(tape.output, record.cells), tape.flat.cells
        return {of: 0.0 if (total := totals[cells[of]]) is None else total for of in tape.wrt}
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
    for start in range(0, len(tape.wrt), DIRECTIONS_AT_ONCE):
        tangents |= _push_numbers(tape, record, tape.wrt[start : start + DIRECTIONS_AT_ONCE])
    return tangents


def _push_numbers(tape: Tape, record: Record, wanted: tuple[int, ...]) -> dict[int, Value]:
    """Forward mode in several directions at once: a tangent has one row for each."""
    totals: list[Value] = [0.0] * len(tape.graph.nodes)
    arrived = [0] * len(tape.graph.nodes)  # which directions reach a node, as the bits of a number
    points = (1,) * np.ndim(record.values[tape.output])
    for number, (of, direction) in enumerate(zip(wanted, np.eye(len(wanted)), strict=True)):
        totals[of], arrived[of] = direction.reshape(-1, *points), 1 << number
    with np.errstate(all="ignore"):
        for crossing in tape.crossings:
            row = OPS[tape.graph.nodes[crossing.target].op or ""]
            partial, moved = record.partials[crossing.edge], arrived[crossing.source]
            share = product(totals[crossing.source], partial, stops=row.stops)
            if not np.isfinite(partial).all():
                share = np.where(_rows(moved, len(wanted), points), share, 0.0)
            totals[crossing.target] = totals[crossing.target] + share
            arrived[crossing.target] |= moved
    answer = totals[tape.output]
    return {of: as_value(answer[k]) if np.ndim(answer) else 0.0 for k, of in enumerate(wanted)}


def _rows(moved: int, count: int, points: tuple[int, ...]) -> Array:
    """Where a direction has arrived: its 0 may meet ∞, the others are nothing at all."""
    rows = np.array([moved >> number & 1 for number in range(count)], dtype=bool)
    return rows.reshape(-1, *points)


def _push_entries(tape: Tape, record: Record, of: int) -> Value:
    """Forward mode through tensors: one sweep for every entry of the input."""
    source, target = tape.shapes[of], tape.shapes[tape.output]
    reaches = any(crossing.target == tape.output for crossing in downstream(tape, [of]))
    if not reaches and of != tape.output:
        return as_value(np.zeros(target + source))
    columns = [totals_of(tangent(tape, record, {of: seed}))[tape.output] for seed in _basis(source)]
    stacked: Array = np.reshape(columns, (elements(source), *target))
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
