"""Everything that happens when a program runs: the graph, its numbers, and every step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal, NamedTuple

import numpy as np

from engine.cost import Cost, costs_of
from engine.elementwise import as_value
from engine.errors import Notice, UnknownName
from engine.folded import Table, group_derivatives
from engine.function import require_scalar, tape_of
from engine.graph import Graph
from engine.local import Local, local_derivatives
from engine.mathematics import Value
from engine.names import cited, listed
from engine.node import Group
from engine.notices import notices_of, vanished
from engine.sweeps import Carried, Computed, Seeded, forward, reverse, tangent
from engine.tape import Record, Tape
from engine.values import Given, resolve

Phase = Literal["forward", "reverse", "tangent"]
Kind = Literal["input", "compute", "seed", "pull", "push"]
Moment = Seeded | Carried
Locals = tuple[float | Local | None, ...]


class Step(NamedTuple):
    """One moment of the animation."""

    number: int  # 1, 2, 3 …; step 0 is the state before anything
    phase: Phase
    kind: Kind
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
    local: Locals  # per edge
    groups: tuple[Table | None, ...]  # per group: each output by each input
    gradients: tuple[Value | None, ...]  # per node; None where there is none, or none was asked
    tangents: tuple[Value | None, ...]  # per node
    cost: Mapping[str, Cost]  # by mode
    notices: tuple[Notice, ...]

    @property
    def graph(self) -> Graph:
        return self.tape.graph

    def _repr_mimebundle_(self, **_wanted: object) -> dict[str, str]:
        """What a notebook shows of it: picture, table and equations, there without a kernel too."""
        from engine.export.rich import bundle

        return bundle(self)


def trace(
    graph: Graph,
    values: Mapping[str, Given],
    modes: Iterable[Phase] = ("forward", "reverse"),
    *,
    wrt: Iterable[str | int] | None = None,
    output: str | int | None = None,
    tangent_of: str | None = None,
) -> Trace:
    """Run a graph and keep every step of the sweeps that `modes` names."""
    known = resolve(graph, values)
    tape = tape_of(graph, known, wrt, output)
    return trace_tape(tape, known, tuple(modes), tangent_of, given=values)


def trace_tape(
    tape: Tape,
    known: Mapping[str, Value],
    modes: tuple[Phase, ...],
    tangent_of: str | None = None,
    *,
    given: Iterable[str] = (),
    groups: Sequence[Group] | None = None,
) -> Trace:
    """The same for a graph that is laid flat already; `groups`, where not the graph's own."""
    record = tape.forward(known)
    local = local_derivatives(tape, record)
    back = _reverse(tape, record) if "reverse" in modes else []
    onward = list(_tangent(tape, record, tangent_of)) if "tangent" in modes else []
    gradients = _totals(tape, back)
    shown = forward(tape, record) if "forward" in modes else ()
    return Trace(
        tape=tape,
        steps=tuple(_steps(tape, shown, back, onward, local)),
        values=tuple(record.values),
        local=local,
        groups=group_derivatives(tape, record, tape.graph.groups if groups is None else groups),
        gradients=gradients,
        tangents=_totals(tape, onward),
        cost=costs_of(tape),
        notices=(
            *notices_of(tape, record, given),
            *vanished(tape, record, dict(enumerate(gradients))),
        ),
    )


def _reverse(tape: Tape, record: Record) -> list[Moment]:
    require_scalar(tape)
    return list(reverse(tape, record))


def _tangent(tape: Tape, record: Record, of: str | None) -> Iterator[Moment]:
    """Forward mode for one input; a tensor moves by 1 in every entry."""
    wanted = [n for n in tape.graph.inputs if n.id in tape.wrt and of in (None, n.name)]
    if not wanted and of is None:
        return iter(())  # no input, so nothing that could move
    if not wanted:
        known = listed(tape.wanted.values())
        raise UnknownName("no_such_input", name=cited(of), known=known)
    start = wanted[0].id
    return tangent(tape, record, {start: as_value(np.ones(tape.shapes[start]))})


def _steps(
    tape: Tape,
    computed: Iterable[Computed],
    back: list[Moment],
    onward: list[Moment],
    local: Locals,
) -> Iterator[Step]:
    """All moments in one line: forward, reverse, tangent."""
    numbers = count(1)
    for node, value in computed:
        kind: Kind = "compute" if tape.graph.nodes[node].op else "input"
        yield Step(next(numbers), "forward", kind, node, value=value)
    for moment in back:
        if isinstance(moment, Carried):
            yield _carried(next(numbers), "reverse", "pull", moment, local)
        else:
            yield Step(next(numbers), "reverse", "seed", moment.node, value=moment.total)
    for moment in onward:
        if isinstance(moment, Carried):  # where forward mode starts is no step of its own
            yield _carried(next(numbers), "tangent", "push", moment, local)


def _carried(number: int, phase: Phase, kind: Kind, moment: Carried, local: Locals) -> Step:
    edge, node, upstream, share, total, complete = moment
    return Step(
        number, phase, kind, node, edge, None, upstream, local[edge], share, total, complete
    )


def _totals(tape: Tape, moments: list[Moment]) -> tuple[Value | None, ...]:
    """The derivative of every node; 0 where none arrived, None where none can exist."""
    found = {moment.node: moment.total for moment in moments}
    if not found:
        return (None,) * len(tape.graph.nodes)

    def total(node: int, moves: bool) -> Value:
        if not moves:
            return None
        return found[node] if node in found else as_value(np.zeros(tape.shapes[node]))

    return tuple(map(total, count(), tape.varies))
