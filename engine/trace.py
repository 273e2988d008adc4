"""Everything that happens when a program runs: the graph, its numbers, and every step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from engine.cost import Cost, forward_cost, reverse_cost
from engine.elementwise import as_value
from engine.errors import Notice, UnknownName
from engine.function import Function, require_scalar
from engine.graph import Graph
from engine.local import Local, local_derivatives
from engine.mathematics import Value
from engine.notices import notices_of, vanished
from engine.sweeps import Carried, Computed, Seeded, forward, reverse, tangent
from engine.tape import Record, Tape
from engine.values import Given, resolve, shapes_of

Phase = Literal["forward", "reverse", "tangent"]


class Step(NamedTuple):
    """One moment of the animation."""

    index: int  # 1, 2, 3 …; step 0 is the state before anything
    phase: Phase
    kind: Literal["input", "compute", "seed", "pull", "push"]
    node: int  # the node that now has a value, or that a derivative arrived at
    edge: int | None = None
    value: Value | None = None  # forward: the node's value; seed: the gradient it starts with
    upstream: Value | None = None
    local: float | Local | None = None
    contribution: Value | None = None
    total: Value | None = None
    complete: bool | None = None


@dataclass(frozen=True)
class Trace:
    """A run of one program: numbers per node and per edge, and the steps that made them."""

    tape: Tape
    steps: tuple[Step, ...]
    values: tuple[Value, ...]  # per node
    local: tuple[float | Local | None, ...]  # per edge
    gradients: tuple[Value | None, ...]  # per node; None where there is none, or none was asked
    tangents: tuple[Value | None, ...]  # per node
    cost: Mapping[Literal["reverse", "forward"], Cost]
    notices: tuple[Notice, ...]

    @property
    def graph(self) -> Graph:
        return self.tape.graph


def trace(
    graph: Graph,
    values: Mapping[str, Given],
    modes: Iterable[Phase] = ("forward", "reverse"),
    *,
    wrt: Iterable[str] | None = None,
    output: str | int | None = None,
    tangent_of: str | None = None,
) -> Trace:
    """Run a graph and keep every step of the sweeps that `modes` names."""
    known = resolve(graph, values)
    tape = Function(graph, wrt, output, "reverse").tape(shapes_of(known))
    return trace_tape(tape, known, tuple(modes), tangent_of, given=values)


def trace_tape(
    tape: Tape,
    known: Mapping[str, Value],
    modes: tuple[Phase, ...],
    tangent_of: str | None = None,
    *,
    given: Iterable[str] = (),
) -> Trace:
    record = Record([None] * len(tape.graph.nodes), [None] * tape.first_edge[-1])
    computed = list(forward(tape, known, record))
    local = local_derivatives(tape, record)
    back: list[Seeded | Carried] = []
    if "reverse" in modes:
        require_scalar(tape)
        back = list(reverse(tape, record))
    onward: list[Seeded | Carried] = []
    if "tangent" in modes:
        onward = list(_tangent(tape, record, tangent_of))
    moments = [
        *(_forward_steps(tape, computed) if "forward" in modes else ()),
        *_carried_steps("reverse", back, local),
        *_carried_steps("tangent", onward, local),
    ]
    gradients = _totals(tape, back)
    return Trace(
        tape=tape,
        steps=tuple(step._replace(index=index) for index, step in enumerate(moments, start=1)),
        values=tuple(record.values),
        local=local,
        gradients=gradients,
        tangents=_totals(tape, onward),
        cost={"reverse": reverse_cost(tape), "forward": forward_cost(tape)},
        notices=(
            *notices_of(tape, record, given),
            *vanished(tape, record, dict(enumerate(gradients))),
        ),
    )


def _tangent(tape: Tape, record: Record, of: str | None) -> Iterator[Seeded | Carried]:
    """Forward mode for one input; a tensor moves by 1 in every entry."""
    wanted = [n for n in tape.graph.inputs if n.id in tape.wrt and of in (None, n.name)]
    if not wanted:
        known = ", ".join(tape.graph.nodes[i].name or "" for i in tape.wrt[:12])
        raise UnknownName("no_such_input", name=str(of)[:60], known=known)
    start = wanted[0].id
    return tangent(tape, record, {start: as_value(np.ones(tape.shapes[start]))})


def _forward_steps(tape: Tape, computed: Iterable[Computed]) -> Iterator[Step]:
    for node, value in computed:
        kind: Literal["input", "compute"] = "compute" if tape.graph.nodes[node].op else "input"
        yield Step(0, "forward", kind, node, value=value)


def _carried_steps(
    phase: Phase, moments: Iterable[Seeded | Carried], local: tuple[float | Local | None, ...]
) -> Iterator[Step]:
    for moment in moments:
        if isinstance(moment, Carried):
            kind: Literal["pull", "push"] = "pull" if phase == "reverse" else "push"
            edge, node, upstream, contribution, total, complete = moment
            yield Step(
                0,
                phase,
                kind,
                node,
                edge,
                None,
                upstream,
                local[edge],
                contribution,
                total,
                complete,
            )
        elif phase == "reverse":
            yield Step(0, phase, "seed", moment.node, value=moment.total)


def _totals(tape: Tape, moments: list[Seeded | Carried]) -> tuple[Value | None, ...]:
    """The derivative of every node; 0 where none arrived, None where none can exist."""
    found = {moment.node: moment.total for moment in moments}
    if not found:
        return (None,) * len(tape.graph.nodes)
    return tuple(
        found.get(node, as_value(np.zeros(tape.shapes[node]))) if moves else None
        for node, moves in enumerate(tape.varies)
    )
