"""What every viewer is told of a graph: its nodes, what each of them reads, where it stands."""

from __future__ import annotations

from typing import TypedDict

from engine import Graph
from engine.grouping import gathered


class Told(TypedDict):
    """A node; `groups` are the names of those around it, the outer ones first."""

    id: int
    op: str
    reads: list[int]
    groups: list[str]


def told(graph: Graph, *, grouped: bool) -> list[Told]:
    """All nodes; in the groups that our page would fold them into, where those are wanted."""
    groups = _groups(graph) if grouped else [[] for _ in graph.nodes]
    return [
        Told(id=node.id, op=node.op or node.kind, reads=list(node.inputs), groups=around)
        for node, around in zip(graph.nodes, groups, strict=True)
    ]


def _groups(graph: Graph) -> list[list[str]]:
    found = gathered(graph)
    around: dict[int | None, list[str]] = {None: []}
    for group in found.groups:  # the outer ones come first
        name = f"{group.label.replace('/', '÷')} ({group.id})"
        around[group.id] = [*around[group.parent], name]
    return [around[home] for home in found.home]
