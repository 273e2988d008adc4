"""The derivative that stands on an edge: a number, or what takes its place for tensors."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np

from engine.mathematics import Value
from engine.op import Array, Shape, elements
from engine.ops import row_of
from engine.symbolic.rules import EdgeFormulas
from engine.tape import Crossing, Record, Tape

LARGEST_JACOBIAN = 4096  # entries that are still worth sending and looking at


Kind = Literal["dense", "diagonal", "permutation", "rule"]


class Local(NamedTuple):
    """A local derivative that is no single number.

    diagonal     entry by entry: `data` holds the diagonal, in the shape of the value
    permutation  entries move to other places and are not changed
    dense        the whole Jacobian, the value's axes first
    rule         too large or too structured to list: the formula says it
    """

    kind: Kind
    shape: Shape  # the value's shape followed by the input's
    latex: str | None = None
    data: Array | None = None


def local_derivatives(tape: Tape, record: Record) -> tuple[float | Local | None, ...]:
    """Per edge; None where no derivative passes, as from a constant."""
    found: list[float | Local | None] = [None] * tape.first_edge[-1]
    formulas = EdgeFormulas(tape.graph)
    for crossing in tape.crossings:
        local = local_derivative(tape, record, crossing)
        if isinstance(local, Local):
            diagonal = local.kind == "diagonal"
            latex = formulas.local(crossing.target, crossing.port, diagonal=diagonal)
            local = local._replace(latex=latex)
        found[crossing.edge] = local
    return tuple(found)


def local_derivative(tape: Tape, record: Record, crossing: Crossing) -> float | Local:
    source, target = tape.shapes[crossing.source], tape.shapes[crossing.target]
    if not source and not target:
        return _single(tape, record, crossing)
    row = row_of(tape.graph.nodes[crossing.target])
    if row.rule is not None and source == target:
        return _diagonal(record, crossing, target)
    moves = row.pattern == "mover" and elements(source) == elements(target)
    return Local("permutation" if moves else "rule", target + source)


def jacobian(tape: Tape, record: Record, crossing: Crossing) -> Local | None:
    """Every entry's derivative by every entry, while there are few enough to look at."""
    source, target = tape.shapes[crossing.source], tape.shapes[crossing.target]
    if elements(target) * elements(source) > LARGEST_JACOBIAN:
        return None
    basis = np.eye(elements(target)).reshape(-1, *target)
    rows = [tape.pull(crossing, seed if target else float(seed), record) for seed in basis]
    return Local("dense", target + source, data=np.reshape(rows, target + source))


def _single(tape: Tape, record: Record, crossing: Crossing) -> float:
    partial = record.partials[crossing.edge]
    return float(tape.pull(crossing, 1.0, record) if partial is None else partial)


def _diagonal(record: Record, crossing: Crossing, shape: Shape) -> Local:
    partial: Value = record.partials[crossing.edge]
    data = np.broadcast_to(partial, shape) if elements(shape) <= LARGEST_JACOBIAN else None
    return Local("diagonal", shape + shape, data=data)
