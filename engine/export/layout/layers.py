"""Which layer each node stands in: after all its inputs, and close to its first user."""

from __future__ import annotations

from engine.graph import Graph


def layers_of(graph: Graph) -> list[int]:
    """Per node, counted from the left."""
    layer = [0] * len(graph.nodes)
    for node in graph.nodes:
        layer[node.id] = 1 + max((layer[source] for source in node.inputs), default=-1)
    return _pulled_right(graph, layer)


def _pulled_right(graph: Graph, layer: list[int]) -> list[int]:
    """Nodes without inputs stand just before their first user; this makes no edge longer."""
    first = [len(graph.nodes)] * len(graph.nodes)
    for edge in graph.edges:
        first[edge.source] = min(first[edge.source], layer[edge.target])
    return [
        at if node.inputs or first[node.id] > len(graph.nodes) - 1 else first[node.id] - 1
        for node, at in zip(graph.nodes, layer, strict=True)
    ]
