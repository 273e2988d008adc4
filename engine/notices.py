"""What is worth knowing about an answer: corners, domains, overflow, gradients that vanish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np

from engine.elementwise import as_value
from engine.errors import Notice
from engine.figures import figure
from engine.graph import Graph
from engine.mathematics import Value
from engine.names import cited
from engine.node import Node
from engine.op import Domain, Op
from engine.ops import row_of
from engine.suspects import suspects
from engine.tape import Record, Tape
from engine.text.characters import name_meant

REASONS = {"domain": "domain", "division-by-zero": "div_zero", "singular-matrix": "singular"}
MOST = 50  # a graph of thousands of corners is described by the first of them


class Met(NamedTuple):
    """An operation of a run: what it was given, and what it made of that."""

    tape: Tape
    record: Record
    node: Node
    row: Op
    xs: list[Value]

    @property
    def out(self) -> Value:
        return self.record.values[self.node.id]

    @property
    def settings(self) -> dict[str, Any]:
        return dict(self.node.settings)

    @property
    def partials(self) -> list[Value]:
        """By port; None for an operation on whole tensors."""
        return self.record.partials[slice(*self.tape.first_edge[self.node.id : self.node.id + 2])]

    def notice(self, code: str, reason: str, **fields: object) -> Notice:
        return _notice(self.tape, code, reason, self.node.id, f=self.row.name, **fields)


def notices_of(tape: Tape, record: Record, given: Iterable[str] = ()) -> tuple[Notice, ...]:
    """Everything worth knowing about one forward pass and the derivatives it recorded."""
    found: list[Notice] = [*tape.graph.notices, *unused(tape.graph, given)]
    carrying = {crossing.edge for crossing in tape.crossings}
    with np.errstate(all="ignore"):
        for node in suspects(tape, record):
            if len(found) < MOST:
                xs = [record.values[source] for source in node.inputs]
                found.extend(_about(Met(tape, record, node, row_of(node), xs), carrying))
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


def _about(met: Met, carrying: set[int]) -> Iterator[Notice]:
    if any(np.any(np.isnan(x)) for x in met.xs):
        return  # the trouble began earlier, and was told there
    if np.size(met.out) == 0:
        return  # no entry, so none that could be wrong
    if met.row.domain is not None and not np.all(met.row.domain.holds(*met.xs, **met.settings)):
        yield _out_of_domain(met, met.row.domain)
    elif not np.all(np.isfinite(met.out)) and all(np.all(np.isfinite(x)) for x in met.xs):
        yield met.notice("overflow", "overflow")
    elif np.any(np.isnan(met.out)):
        yield met.notice("domain", "indeterminate", expr=met.tape.graph.names[met.node.id])
    yield from _slopes(met, carrying)


def _out_of_domain(met: Met, domain: Domain) -> Notice:
    culprits = _where(met.xs, domain.holds(*met.xs, **met.settings), wanted=False)
    return met.notice(
        domain.code,
        REASONS[domain.code],
        v=", ".join(map(figure, culprits)),
        cond=domain.needs,
        expr=met.tape.graph.names[met.node.id],
    )


def _slopes(met: Met, carrying: set[int]) -> Iterator[Notice]:
    """Corners, flat operations and infinite slopes, where a derivative wants to pass."""
    edges = enumerate(met.partials, start=met.tape.first_edge[met.node.id])
    slopes = {port: slope for port, (edge, slope) in enumerate(edges) if edge in carrying}
    if met.row.pattern == "blocker" and slopes:
        yield met.notice("not-differentiable", "not_diff")
        return
    kinks = [_kink(met, port, slope) for port, slope in slopes.items()]
    yield from filter(None, kinks[:1] if met.row.pattern == "router" else kinks)
    steep = any(map(_infinite, slopes.values()))
    if steep and not any(kinks) and np.all(np.isfinite(met.out)):
        yield met.notice("not-differentiable", "infinite_slope")


def _kink(met: Met, port: int, slope: Value) -> Notice | None:
    """`slope` is the partial at this port; an operation on whole tensors has none."""
    for corner in met.row.corners:
        at = corner.at(*met.xs, **met.settings) if corner.port == port else False
        if np.any(at):
            left, right = _where([*corner.slopes(*met.xs, **met.settings)], at, wanted=True)
            used = _by_rule(met, port, at) if slope is None else slope
            return met.notice(
                "kink",
                "kink",
                v=", ".join(map(figure, _where(met.xs, at, wanted=True))),
                l=figure(left),
                r=figure(right),
                s=figure(_where([used], at, wanted=True)[0]),
            )
    return None


def _by_rule(met: Met, port: int, at: Value) -> Value:
    """What a rule for whole tensors hands each entry of an operand, of a gradient of 1.

    An operand that is used for many entries is laid out first, so that none is told of their sum.
    """
    assert met.row.whole is not None
    shape = np.broadcast_shapes(np.shape(at), *map(np.shape, met.xs))
    xs = [as_value(np.broadcast_to(x, shape)) for x in met.xs]
    ones = as_value(np.ones(np.shape(met.out)))
    return met.row.whole.pull(port, ones, met.out, *xs, **met.settings)


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
