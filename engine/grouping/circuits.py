"""Operations written out by hand: 1/(1 + exp(-z)) is sigmoid, as six nodes. Each is a group, which
folds to one card and opens into its circuit again. What they look like stands in the table.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from engine.graph import Graph
from engine.node import Group, Node
from engine.ops import ROWS
from engine.parse import parse


class Circuit(NamedTuple):
    """How an operation is written out, as a graph of its own."""

    name: str
    graph: Graph


@cache
def circuits() -> Mapping[str | None, Sequence[Circuit]]:
    """All that the table knows, by the operation they end in."""
    found = defaultdict(list)
    for row in ROWS:
        for text in row.circuits:
            graph = parse(text)
            found[graph.nodes[graph.output].op].append(Circuit(row.name, graph))
    return found


def with_circuits(graph: Graph) -> Graph:
    """The graph with a group around everything that is an operation written out."""
    groups = tuple(_groups(graph))
    if not groups:
        return graph
    home = {node: group.id for group in groups for node in group.nodes}
    nodes = tuple(
        node._replace(group=home[node.id]) if node.id in home else node for node in graph.nodes
    )
    return replace(graph, nodes=nodes, groups=graph.groups + groups)


def _groups(graph: Graph) -> Iterator[Group]:
    """From the output back, so that the largest is found first."""
    ends = circuits()
    if not any(node.op in ends for node in graph.nodes):
        return
    uses = Counter(source for node in graph.nodes for source in node.inputs)
    uses[graph.output] += 1
    taken: set[int] = set()
    number = len(graph.groups)
    for node in reversed(graph.nodes):
        for name, circuit in ends.get(node.op, ()):
            stands = _matched(graph, node.id, circuit, uses)
            if stands is None or not taken.isdisjoint(_own(circuit, stands)):
                continue
            inside = _own(circuit, stands)
            taken.update(inside)
            reads = tuple(sorted({stands[each.id] for each in circuit.inputs}))
            yield Group(number, "pattern", name, node.group, inside, reads, (node.id,))
            number += 1
            break


def _own(circuit: Graph, stands: Mapping[int, int]) -> tuple[int, ...]:
    """The nodes of a match, without what it reads."""
    return tuple(sorted(stands[each.id] for each in circuit.nodes if each.kind != "input"))


def _matched(
    graph: Graph, end: int, circuit: Graph, uses: Mapping[int, int]
) -> dict[int, int] | None:
    """Which node stands for which of the circuit, where all do and nobody else reads the inside."""
    stands = {circuit.output: end}
    for own in reversed(circuit.nodes):
        node = graph.nodes[stands[own.id]]
        if own.kind == "input":
            continue
        hidden = own.id == circuit.output or uses[node.id] == 1
        if not (hidden and _alike(own, node) and node.group == graph.nodes[end].group):
            return None
        for wanted, given in zip(own.inputs, node.inputs, strict=True):
            if stands.setdefault(wanted, given) != given:
                return None
    return stands


def _alike(own: Node, node: Node) -> bool:
    """The same operation or the same constant, whatever it reads."""
    if (own.kind, own.op, own.settings) != (node.kind, node.op, node.settings):
        return False
    return own.value == node.value and len(own.inputs) == len(node.inputs)
