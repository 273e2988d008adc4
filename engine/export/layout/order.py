"""The order inside each layer: so that few edges cross.

Edges that pass a layer hold a slot in it. Layers are swept to and fro, each put in the order of
where its neighbours stand on average, and the order with the fewest crossings is kept.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

from engine.graph import Graph

SWEEPS = 12


class Slot(NamedTuple):
    """A place in a layer: a node, or an edge on its way past."""

    layer: int
    node: int  # for an edge that passes, its source
    edge: int = -1

    @property
    def passing(self) -> bool:
        return self.edge >= 0


class Link(NamedTuple):
    """A piece of an edge between two neighbouring layers, and at which port it arrives."""

    left: Slot
    right: Slot
    port: float  # from 0 to 1, or one half where it arrives at a slot that passes


class Order(NamedTuple):
    """The layers in order, the pieces between them, and per edge the slots that it passes."""

    layers: list[list[Slot]]
    links: list[Link]
    passing: dict[int, list[Slot]]


def ordered(graph: Graph, layer: list[int]) -> Order:
    layers: list[list[Slot]] = [[] for _ in range(max(layer, default=-1) + 1)]
    slots = [Slot(layer[node.id], node.id) for node in graph.nodes]
    for slot in slots:
        layers[slot.layer].append(slot)
    links: list[Link] = []
    passing: dict[int, list[Slot]] = {}
    for edge in graph.edges:
        way = [Slot(at, edge.source, edge.id)
               for at in range(layer[edge.source] + 1, layer[edge.target])]  # fmt: skip
        passing[edge.id] = way
        for slot in way:
            layers[slot.layer].append(slot)
        stops = [slots[edge.source], *way, slots[edge.target]]
        count = len(graph.nodes[edge.target].inputs)
        ports = [0.5] * len(way) + [(edge.port + 1) / (count + 1)]
        links += map(Link, stops, stops[1:], ports)
    return Order(_fewest_crossings(layers, links), links, passing)


def _fewest_crossings(layers: list[list[Slot]], links: list[Link]) -> list[list[Slot]]:
    left: dict[Slot, list[Link]] = defaultdict(list)
    right: dict[Slot, list[Link]] = defaultdict(list)
    for link in links:
        left[link.right].append(link)
        right[link.left].append(link)
    best, least = layers, crossings(layers, links)
    now = [list(layer) for layer in layers]
    for sweep in range(SWEEPS):
        if not least:
            break
        for at in range(1, len(now)) if sweep % 2 == 0 else range(len(now) - 2, -1, -1):
            beside, towards = (at - 1, left) if sweep % 2 == 0 else (at + 1, right)
            _by_neighbours(now[at], now[beside], towards, sweep % 2 == 0)
        count = crossings(now, links)
        if count < least:
            best, least = [list(layer) for layer in now], count
    return best


def _by_neighbours(
    layer: list[Slot], beside: list[Slot], towards: dict[Slot, list[Link]], onward: bool
) -> None:
    """Sort a layer by the average place of each one's neighbours; who has none stays."""
    place = {slot: float(number) for number, slot in enumerate(beside)}
    end: Callable[[Link], float] = (
        (lambda link: place[link.left]) if onward else (lambda link: place[link.right] + link.port)
    )
    wanted = {}
    for number, slot in enumerate(layer):
        ends = [end(link) for link in towards[slot]]
        wanted[slot] = sum(ends) / len(ends) if ends else float(number)
    layer.sort(key=wanted.__getitem__)


def crossings(layers: list[list[Slot]], links: list[Link]) -> int:
    """How many pairs of pieces cross: pieces sorted by one end, inversions counted at the other."""
    place = {slot: number for layer in layers for number, slot in enumerate(layer)}
    between: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for left, right, port in links:
        between[left.layer].append((place[left], place[right] + port))
    count = 0
    for pairs in between.values():
        seen: list[float] = []
        for _, end in sorted(pairs):
            count += len(seen) - bisect_left(seen, end + 1e-9)
            insort(seen, end)
    return count
