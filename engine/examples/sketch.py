"""A graph as a few dots and lines: small enough for a card in the gallery."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from engine.examples.example import Example
from engine.graph import Graph
from engine.parse import parse

MOST = 90  # of a longer program only the first and the last nodes are drawn


class Dot(NamedTuple):
    """Where a node stands, both from 0 to 1, and what it is."""

    x: float
    y: float
    kind: str


class Sketch(NamedTuple):
    dots: tuple[Dot, ...]
    lines: tuple[tuple[int, int], ...]


@cache
def sketched(source: str) -> Sketch:
    """Columns by the longest way from an input; rows near those they come from."""
    graph = parse(source)
    shown = _shown(graph)
    column = _columns(graph)
    rows = _rows(graph, shown, column)
    last = max(column[node] for node in shown) or 1
    dots = tuple(
        Dot(round(column[node] / last, 3), round(rows[node], 3), graph.nodes[node].kind)
        for node in shown
    )
    at = {node: number for number, node in enumerate(shown)}
    ends = ((edge.source, edge.target) for edge in graph.edges)
    lines = tuple((at[a], at[b]) for a, b in ends if a in at and b in at)
    return Sketch(dots, lines)


def sketch(example: Example) -> Sketch:
    return sketched(example.source)


def _shown(graph: Graph) -> list[int]:
    """Written numbers are left out; so is the middle of a very long program."""
    nodes = [node.id for node in graph.nodes if node.kind != "constant"]
    return nodes if len(nodes) <= MOST else nodes[: MOST // 2] + nodes[-MOST // 2 :]


def _columns(graph: Graph) -> list[int]:
    column: list[int] = []
    for node in graph.nodes:
        column.append(1 + max((column[source] for source in node.inputs), default=-1))
    return column


def _rows(graph: Graph, shown: list[int], column: list[int]) -> dict[int, float]:
    """Within a column, in the order of what each node comes from."""
    members: dict[int, list[int]] = defaultdict(list)
    for node in shown:
        members[column[node]].append(node)
    rows: dict[int, float] = {}
    for number in sorted(members):
        ordered = sorted(members[number], key=lambda node: _pull(graph, node, rows))
        for place, node in enumerate(ordered):
            rows[node] = (place + 0.5) / len(ordered)
    return rows


def _pull(graph: Graph, node: int, rows: dict[int, float]) -> float:
    """The average row of a node's inputs, or its own order where there are none."""
    known = [rows[source] for source in graph.nodes[node].inputs if source in rows]
    return sum(known) / len(known) if known else node / len(graph.nodes)
