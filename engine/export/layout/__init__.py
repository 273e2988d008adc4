"""Where everything stands: a graph in layers from left to right, as on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.export.layout.layers import layers_of
from engine.export.layout.levels import levels_of
from engine.export.layout.order import Slot, ordered
from engine.graph import Graph

Point = tuple[float, float]
SMALL = 12  # nodes; small graphs have air around them, large ones keep close
AIRY, CLOSE = (118.0, 88.0), (100.0, 44.0)  # between layers, and between cards of a layer
EDGE = 24.0  # between an edge that passes by and what stands there


@dataclass(frozen=True)
class Box:
    """A card's place: its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Layout:
    """The boxes of the nodes, the corner points of the edges, and the size of it all."""

    boxes: tuple[Box, ...]
    routes: tuple[tuple[Point, ...], ...]
    width: float
    height: float


def layout(graph: Graph, sizes: Sequence[tuple[float, float]]) -> Layout:
    """Sugiyama's way: layers, few crossings inside each, then straight lines."""
    between, beside = AIRY if len(graph.nodes) <= SMALL else CLOSE
    order = ordered(graph, layers_of(graph))
    gap = {slot: _gap(slot, beside) for layer in order.layers for slot in layer}
    levels = levels_of(order, {n: size[1] for n, size in enumerate(sizes)}, gap)
    widths = [max((sizes[s.node][0] for s in layer if not s.passing), default=0.0)
              for layer in order.layers]  # fmt: skip
    starts = [sum(widths[:at]) + between * at for at in range(len(widths))]
    boxes = [Box(0.0, 0.0, *size) for size in sizes]
    for layer, start, width in zip(order.layers, starts, widths, strict=True):
        for slot in layer:
            if not slot.passing:
                wide, high = sizes[slot.node]
                left = start + (width - wide) * _side(graph, slot.node)
                boxes[slot.node] = Box(left, levels[slot] - high / 2, wide, high)
    routes = tuple(_route(graph, edge, order.passing, boxes, levels, starts, widths)
                   for edge in range(len(graph.edges)))  # fmt: skip
    return Layout(tuple(boxes), routes, *_size(boxes))


def _gap(slot: Slot, beside: float) -> float:
    return EDGE if slot.passing else beside


def _side(graph: Graph, node: int) -> float:
    """Constants stand close to what uses them; cards begin where their layer begins."""
    return 1.0 if graph.nodes[node].kind == "constant" else 0.0


def _route(
    graph: Graph,
    number: int,
    passing: dict[int, list[Slot]],
    boxes: list[Box],
    levels: dict[Slot, float],
    starts: list[float],
    widths: list[float],
) -> tuple[Point, ...]:
    """From the right side of one card, past the layers between, to its port at the other."""
    edge = graph.edges[number]
    source, target = boxes[edge.source], boxes[edge.target]
    port = (edge.port + 1) / (len(graph.nodes[edge.target].inputs) + 1)
    points = [(source.x + source.width, source.y + source.height / 2)]
    for slot in passing.get(number, []):
        left = starts[slot.layer]
        points += [(left, levels[slot]), (left + widths[slot.layer], levels[slot])]
    return (*points, (target.x, target.y + target.height * port))


def _size(boxes: Sequence[Box]) -> tuple[float, float]:
    return (
        max((box.x + box.width for box in boxes), default=0.0),
        max((box.y + box.height for box in boxes), default=0.0),
    )
