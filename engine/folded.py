"""What a folded group shows: how each value that leaves it moves with each value that enters it.

A call or a round is a small graph of its own. The reverse sweep, kept to the nodes inside, starts
at one of its outputs and ends at its inputs: the sum over all paths through the group.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from engine.elementwise import product
from engine.local import LARGEST_JACOBIAN, Local
from engine.mathematics import Value
from engine.node import Group
from engine.ops import ROWS
from engine.sweeps import reverse, totals_of
from engine.tape import Crossing, Record, Tape

Table = tuple[tuple[float | Local | None, ...], ...]  # a row for each output, an entry per input
GATES = {row.name for row in ROWS if row.stops}
MOST_PULLS = 200_000  # of all groups of one graph together: some tenths of a second


def group_derivatives(
    tape: Tape, record: Record, groups: Sequence[Group]
) -> tuple[Table | None, ...]:
    """Per group, ∂output/∂input at these values; None where it would take too long.

    An entry is a number, a rule's place between tensors, or None where no derivative exists.
    """
    left = MOST_PULLS
    found: dict[int, Table | None] = {}
    for group in _outer_first(groups):
        inside = _inside(tape, group)
        cost = len(group.outputs) * (len(inside) + len(group.inputs))
        fits = cost <= left and len(group.outputs) * len(group.inputs) <= LARGEST_JACOBIAN
        left -= cost if fits else 0
        found[group.id] = _table(tape, record, group, inside) if fits else None
    return tuple(found[group.id] for group in groups)


def _outer_first(groups: Sequence[Group]) -> list[Group]:
    """What is seen first is worked out first."""
    depth: dict[int | None, int] = {None: 0}
    for group in groups:
        depth[group.id] = depth[group.parent] + 1
    return sorted(groups, key=lambda group: depth[group.id])


def _inside(tape: Tape, group: Group) -> list[Crossing]:
    """The group's edges that carry a derivative, in the order of the reverse sweep."""
    if not group.inputs:
        return []
    target = attrgetter("target")
    first = bisect_left(tape.crossings, group.nodes[0], key=target)
    end = bisect_right(tape.crossings, group.nodes[-1], key=target)
    return sorted(tape.crossings[first:end], key=target, reverse=True)


def _table(tape: Tape, record: Record, group: Group, inside: list[Crossing]) -> Table:
    def row(output: int) -> tuple[float | Local | None, ...]:
        totals = {} if tape.shapes[output] else _swept(tape, record, output, inside)
        return _row(tape, group, output, totals)

    return tuple(map(row, group.outputs))


def _swept(tape: Tape, record: Record, output: int, inside: list[Crossing]) -> dict[int, Value]:
    """The derivative of one output by every node of the group, and by what the group reads."""
    if tape.plain:
        return _summed(tape, record, output, inside)
    reached, pulls = {output}, []
    for crossing in inside:
        if crossing.target in reached:
            reached.add(crossing.source)
            pulls.append(crossing)
    return totals_of(reverse(tape.part(output, pulls), record))


def _summed(tape: Tape, record: Record, output: int, inside: list[Crossing]) -> dict[int, Value]:
    """The same between single numbers, where nobody asks for the steps of the sweep."""
    totals: dict[int, Value] = {output: 1.0}
    nodes, partials = tape.graph.nodes, record.partials
    for edge, source, target, _ in inside:
        if target in totals:
            upstream, partial = totals[target], partials[edge]
            gate = nodes[target].op in GATES
            share = product(upstream, partial, stops=True) if gate else upstream * partial
            totals[source] = totals[source] + share if source in totals else share
    return totals


def _row(
    tape: Tape, group: Group, output: int, totals: dict[int, Value]
) -> tuple[float | Local | None, ...]:
    """As on an edge: a number between numbers, a rule between tensors, None from what is fixed."""

    def entry(source: int) -> float | Local | None:
        if not (tape.varies[output] and tape.varies[source]):
            return None
        shape = tape.shapes[output] + tape.shapes[source]
        return Local("rule", shape) if shape else float(totals.get(source, 0.0))

    return tuple(map(entry, group.inputs))
