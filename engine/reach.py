"""Which entries a derivative really comes to: what rests adds nothing, not even 0 · ∞.

A sweep multiplies whole tensors, and most entries of the tensor it begins with are 0. Where such a
0 meets an infinite slope, floating point says NaN, though nothing ever moved there. These marks
tell an entry that no path leads to from one whose derivative happens to be 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from engine.elementwise import as_value
from engine.mathematics import Value
from engine.op import Op, Shape, unbroadcast
from engine.ops import row_of
from engine.tape import Crossing, Record, Tape

Marks = Any  # per node: true where a derivative may come to, entry by entry


def moved(tape: Tape, record: Record, seeds: Mapping[int, Value]) -> list[Marks]:
    """Forward mode, from the inputs that move; a shut gate lets no movement through."""
    marks: list[Marks] = [np.False_] * len(tape.graph.nodes)
    for node, seed in seeds.items():
        marks[node] = np.not_equal(seed, 0.0)
    reached = set(seeds)
    for crossing in tape.crossings:
        if crossing.source in reached:  # to ask along all edges for each input would take too long
            reached.add(crossing.target)
            marks[crossing.target] = marks[crossing.target] | _pushed(
                tape, record, crossing, marks[crossing.source]
            )
    return marks


def heard(tape: Tape, record: Record, seed: Value) -> list[Marks]:
    """Reverse mode, from the entries of the output that are asked about."""
    marks: list[Marks] = [np.False_] * len(tape.graph.nodes)
    marks[tape.output] = np.not_equal(seed, 0.0)
    for crossing in tape.pulls:
        marks[crossing.source] = marks[crossing.source] | _pulled(
            tape, record, crossing, marks[crossing.target]
        )
    return marks


def came_forward(
    tape: Tape, record: Record, crossing: Crossing, marks: list[Marks], upstream: Value
) -> Marks:
    """Where a tangent comes to on this edge; one that is not finite comes from somewhere."""
    row = _row(tape, crossing)
    here = marks[crossing.source] | ~np.isfinite(upstream)
    if row.whole is not None and row.stops:
        return np.True_  # who loses passes 0 on, but not of ∞
    return here if row.whole is None else _pushed(tape, record, crossing, here)


def came_back(
    tape: Tape, record: Record, crossing: Crossing, marks: list[Marks], upstream: Value
) -> Marks:
    """The same for a gradient."""
    here = marks[crossing.target] | ~np.isfinite(upstream)
    return here if _row(tape, crossing).whole is None else _pulled(tape, record, crossing, here)


def _row(tape: Tape, crossing: Crossing) -> Op:
    return row_of(tape.graph.nodes[crossing.target])


def _pushed(tape: Tape, record: Record, crossing: Crossing, mark: Marks) -> Marks:
    row = _row(tape, crossing)
    shape = tape.shapes[crossing.target]
    if row.whole is not None:
        source = tape.shapes[crossing.source]
        return _through(row.whole.push, tape, record, crossing, np.broadcast_to(mark, source))
    if row.stops:
        mark = mark & np.not_equal(record.partials[crossing.edge], 0.0)
    return np.broadcast_to(mark, shape) if shape else mark


def _pulled(tape: Tape, record: Record, crossing: Crossing, mark: Marks) -> Marks:
    row = _row(tape, crossing)
    source = tape.shapes[crossing.source]
    stretched = np.broadcast_to(mark, tape.shapes[crossing.target])
    if row.whole is None:
        return np.not_equal(unbroadcast(np.where(stretched, 1.0, 0.0), source), 0.0)
    if row.stops:  # what lost is asked all the same, and answers 0
        return np.full(source, np.any(mark))
    return _through(row.whole.pull, tape, record, crossing, stretched)


def _through(
    rule: Callable[..., Value], tape: Tape, record: Record, crossing: Crossing, mark: Marks
) -> Marks:
    """A rule for whole tensors shows its ways when it is run on ordinary numbers."""
    node = tape.graph.nodes[crossing.target]
    row, settings = row_of(node), dict(node.settings)
    drawn = np.random.default_rng(0)
    if row.stops or row.pattern == "mover":  # the numbers that are there say who wins; and
        xs = [record.values[source] for source in node.inputs]  # where entries go, none does
        out = record.values[node.id]
    else:
        xs = [_ordinary(drawn, tape.shapes[source]) for source in node.inputs]
        out = _value(row, xs, settings)
    given = np.where(mark, _ordinary(drawn, np.shape(mark)), 0.0)
    with np.errstate(all="ignore"):
        return np.not_equal(rule(crossing.port, as_value(given), out, *xs, **settings), 0.0)


def _value(row: Op, xs: list[Value], settings: dict[str, Any]) -> Value:
    assert row.whole is not None
    with np.errstate(all="ignore"):
        return as_value(row.whole.forward(*xs, **settings))


def _ordinary(drawn: np.random.Generator, shape: Shape) -> Value:
    """Numbers without zeros, ties or infinities."""
    return as_value(drawn.uniform(1.0, 2.0, shape))
