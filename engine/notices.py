"""What is worth knowing about an answer: corners, domains, overflow, gradients that vanish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from engine.elementwise import as_value
from engine.errors import Notice
from engine.figures import figure
from engine.graph import Graph
from engine.mathematics import Value
from engine.names import cited
from engine.node import Node
from engine.op import Op
from engine.ops import row_of
from engine.suspects import suspects
from engine.tape import Record, Tape
from engine.text.characters import name_meant

REASONS = {"domain": "domain", "division-by-zero": "div_zero", "singular-matrix": "singular"}
MOST = 50  # a graph of thousands of corners is described by the first of them


def notices_of(tape: Tape, record: Record, given: Iterable[str] = ()) -> tuple[Notice, ...]:
    """Everything worth knowing about one forward pass and the derivatives it recorded."""
    found: list[Notice] = [*tape.graph.notices, *unused(tape.graph, given)]
    carrying = {crossing.edge for crossing in tape.crossings}
    with np.errstate(all="ignore"):
        for node in suspects(tape, record):
            if len(found) < MOST:
                found.extend(_about(tape, record, node, carrying))
    return tuple(found)


def unused(graph: Graph, given: Iterable[str]) -> Iterator[Notice]:
    """Values for names that the program does not read."""
    known = {node.name for node in graph.inputs}
    for name in given:
        if name_meant(name) not in known:
            yield Notice("unused-value", "unused_value", fields={"x": cited(name)})


def vanished(tape: Tape, record: Record, totals: Mapping[int, Value]) -> Iterator[Notice]:
    """The first gradient that was too small for a float64 and became 0."""
    for pull in tape.pulls:
        upstream, partial = totals.get(pull.target), record.partials[pull.edge]
        numbers = isinstance(upstream, float) and isinstance(partial, float)
        if numbers and upstream and partial and upstream * partial == 0:
            yield _notice(tape, "underflow", "underflow", pull.source)
            return


def _about(tape: Tape, record: Record, node: Node, carrying: set[int]) -> Iterator[Notice]:
    row = row_of(node)
    xs = [record.values[source] for source in node.inputs]
    out = record.values[node.id]
    if any(np.any(np.isnan(x)) for x in xs):
        return  # the trouble began earlier, and was told there
    if np.size(out) == 0:
        return  # no entry, so none that could be wrong
    settings = dict(node.settings)
    trouble = row.domain is not None and not np.all(row.domain.holds(*xs, **settings))
    if trouble:
        yield _out_of_domain(tape, node, row, xs)
    elif not np.all(np.isfinite(out)) and all(np.all(np.isfinite(x)) for x in xs):
        yield _notice(tape, "overflow", "overflow", node.id)
    elif np.any(np.isnan(out)):
        yield _notice(tape, "domain", "indeterminate", node.id, expr=tape.graph.names[node.id])
    yield from _slopes(tape, record, node, row, xs, carrying)


def _out_of_domain(tape: Tape, node: Node, row: Op, xs: list[Value]) -> Notice:
    assert row.domain is not None
    code, settings = row.domain.code, dict(node.settings)
    culprits = _where(xs, row.domain.holds(*xs, **settings), wanted=False)
    return _notice(
        tape,
        code,
        REASONS[code],
        node.id,
        f=row.name,
        v=", ".join(map(figure, culprits)),
        cond=row.domain.needs,
        expr=tape.graph.names[node.id],
    )


def _slopes(
    tape: Tape, record: Record, node: Node, row: Op, xs: list[Value], carrying: set[int]
) -> Iterator[Notice]:
    """Corners, flat operations and infinite slopes, where a derivative wants to pass."""
    edges = range(tape.first_edge[node.id], tape.first_edge[node.id + 1])
    open_ports = {port for port, edge in enumerate(edges) if edge in carrying}
    if row.pattern == "blocker" and open_ports:
        yield _notice(tape, "not-differentiable", "not_diff", node.id, f=row.name)
        return
    kinks = [_kink(tape, record, node, row, xs, port) for port in sorted(open_ports)]
    yield from filter(None, kinks[:1] if row.pattern == "router" else kinks)
    steep = any(_infinite(record.partials[edges[port]]) for port in open_ports)
    if steep and not any(kinks) and np.all(np.isfinite(record.values[node.id])):
        yield _notice(tape, "not-differentiable", "infinite_slope", node.id, f=row.name)


def _kink(
    tape: Tape, record: Record, node: Node, row: Op, xs: list[Value], port: int
) -> Notice | None:
    settings = dict(node.settings)
    for corner in row.corners:
        at = corner.at(*xs, **settings) if corner.port == port else False
        if np.any(at):
            culprits = _where(xs, at, wanted=True)
            left, right = _where([*corner.slopes(*xs, **settings)], at, wanted=True)
            partial = record.partials[tape.first_edge[node.id] + port]
            slope = _by_rule(record, node, row, xs, port, at) if partial is None else partial
            return _notice(
                tape,
                "kink",
                "kink",
                node.id,
                f=row.name,
                v=", ".join(map(figure, culprits)),
                l=figure(left),
                r=figure(right),
                s=figure(_where([slope], at, wanted=True)[0]),
            )
    return None


def _by_rule(record: Record, node: Node, row: Op, xs: list[Value], port: int, at: Value) -> Value:
    """What a rule for whole tensors hands each entry of an operand, of a gradient of 1.

    An operand that is used for many entries is laid out first, so that none is told of their sum.
    """
    assert row.whole is not None
    out = record.values[node.id]
    shape = np.broadcast_shapes(np.shape(at), *map(np.shape, xs))
    xs = [as_value(np.broadcast_to(x, shape)) for x in xs]
    ones = as_value(np.ones(np.shape(out)))
    return row.whole.pull(port, ones, out, *xs, **dict(node.settings))


def _where(xs: list[Value], mask: Value, *, wanted: bool) -> list[Value]:
    """The operands at the first entry where the mask is as wanted."""
    mask = np.asarray(mask)
    if mask.ndim == 0:
        return [*map(as_value, xs)]
    # a mask may hang on one operand alone, and then has that operand's shape
    shape = np.broadcast_shapes(mask.shape, *map(np.shape, xs))
    index = np.unravel_index(int(np.argmax(np.broadcast_to(mask, shape) == wanted)), shape)
    return [float(np.broadcast_to(x, shape)[index]) for x in xs]


def _infinite(partial: Value) -> bool:
    return partial is not None and not np.all(np.isfinite(partial))


def _notice(tape: Tape, code: str, reason: str, node: int, **fields: object) -> Notice:
    known = {"node": tape.graph.names[node], **fields}
    return Notice(code, reason, node, tape.graph.span(node), known)
