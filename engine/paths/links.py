"""What paths run along: the edges between two nodes, each with its local derivative.

The edges between two nodes are exactly those that a reverse sweep from the second one crosses on
its way to the first, so a tape with that one input and that one output holds them all. A folded
call or round is passed in one stride, which carries the derivative of the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from engine.graph import Graph
from engine.local import Local, local_derivative
from engine.node import Group
from engine.tape import Record, Tape


class Link(NamedTuple):
    """One stride of a path: an edge, or a whole group from one of its edges to an output of it."""

    edge: int  # the edge it begins with
    source: int
    target: int
    factor: float | None  # None where it is no single number, as between tensors
    within: tuple[Link, ...] = ()  # what a stride through a group passes, by falling target


class Network(NamedTuple):
    """Everything between two nodes; the links by falling target, as a reverse sweep takes them."""

    graph: Graph
    source: int
    target: int
    links: tuple[Link, ...]


def network(tape: Tape, record: Record, folded: Iterable[int] = ()) -> Network:
    """The links of a tape with one input; `folded` names groups to be passed in one stride."""
    (source,) = tape.wrt
    links = [
        Link(pull.edge, pull.source, pull.target, _factor(local_derivative(tape, record, pull)))
        for pull in tape.pulls
    ]
    for group in _outermost(tape.graph, folded, source):
        links = _fold(links, group, tape.output)
    return Network(tape.graph, source, tape.output, tuple(links))


def _factor(local: float | Local) -> float | None:
    return None if isinstance(local, Local) else local


def _outermost(graph: Graph, folded: Iterable[int], source: int) -> list[Group]:
    """The wanted groups that stand in no other wanted one; never one that paths begin inside."""
    groups = {group.id: group for group in graph.groups}
    wanted = {number for number in folded if number in groups}
    wanted -= {number for number in wanted if source in groups[number].nodes}
    return [groups[number] for number in sorted(wanted) if not _around(groups, number) & wanted]


def _around(groups: dict[int, Group], number: int) -> set[int]:
    found: set[int] = set()
    parent = groups[number].parent
    while parent is not None:
        found.add(parent)
        parent = groups[parent].parent
    return found


def _fold(links: Sequence[Link], group: Group, target: int) -> list[Link]:
    """The links with every way through a group replaced by one link that carries their sum."""
    inside = set(group.nodes)
    within = [link for link in links if {link.source, link.target} <= inside]
    left = {link.source for link in links if link.source in inside and link.target not in inside}
    outputs = left | ({target} & inside)
    kept = [link for link in links if link.source not in inside and link.target not in inside]
    for link in links:
        if link.source not in inside and link.target in inside:
            kept.extend(_through(link, within, outputs))
        elif link.source in inside and link.target not in inside:
            kept.append(link)
    return sorted(kept, key=lambda link: (-link.target, link.edge))


def _through(entering: Link, within: Sequence[Link], outputs: set[int]) -> list[Link]:
    """From one edge into a group to each of its outputs: forward mode along the links within."""
    totals: dict[int, float | None] = {entering.target: entering.factor}
    passed: list[Link] = []
    for link in reversed(within):  # sources before what uses them
        if link.source in totals:
            share = _times(totals[link.source], link.factor)
            before = totals.get(link.target, 0.0)
            totals[link.target] = None if before is None or share is None else before + share
            passed.append(link)
    back = passed[::-1]
    return [
        Link(entering.edge, entering.source, end, totals[end], (*_leading_to(end, back), entering))
        for end in sorted(outputs & totals.keys())
    ]


def _leading_to(end: int, back: Iterable[Link]) -> Iterator[Link]:
    """Those links, by falling target, that a path to `end` can take."""
    reached = {end}
    for link in back:
        if link.target in reached:
            reached.add(link.source)
            yield link


def _times(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a * b
