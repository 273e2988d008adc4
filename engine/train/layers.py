"""The layers of a model: the named lines in which its parameters are first used, side by side.

Of each layer one may ask how large its weights and their gradients are, and how they are spread.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from engine.graph import Graph
from engine.op import Array
from engine.train.layout import Layout

BINS = 21  # an odd number: the one in the middle is around zero


class Layer(NamedTuple):
    """Lines that stand equally far from the examples, and the parameters that come in there."""

    lines: tuple[str, ...]
    parameters: tuple[str, ...]


class Spread(NamedTuple):
    """How the numbers of a layer are spread: bins of one width from −most to most."""

    norm: float
    most: float
    counts: tuple[int, ...]


def layers_of(graph: Graph, parameters: Iterable[str]) -> tuple[Layer, ...]:
    """From the inputs' side to the output's."""
    wanted, first = {*parameters}, _first_lines(graph)
    own: dict[int, list[str]] = defaultdict(list)
    for node in graph.inputs:
        if node.name in wanted:
            own[first[node.id]].append(node.name)
    names = {each.node: each.name for each in reversed(graph.bindings)}
    deep: dict[int, list[int]] = defaultdict(list)
    for line, depth in _depths(graph, own).items():
        deep[depth].append(line)
    return tuple(
        Layer(
            tuple(names.get(line) or graph.names[line] for line in sorted(lines)),
            tuple(name for line in sorted(lines) for name in own[line]),
        )
        for _, lines in sorted(deep.items())
    )


def spread_of(layer: Layer, layout: Layout, vector: Array) -> Spread:
    """Of one layer's part of all weights, or of all gradients; only finite numbers fall in bins."""
    numbers = np.concatenate([vector[layout.parts[name]] for name in layer.parameters])
    finite = numbers[np.isfinite(numbers)]
    most = float(np.abs(finite).max(initial=0.0))
    counts, _ = np.histogram(finite / (most or 1.0), bins=BINS, range=(-1, 1))
    with np.errstate(all="ignore"):
        return Spread(float(np.linalg.norm(numbers)), most, tuple(counts.tolist()))


def _first_lines(graph: Graph) -> Sequence[int]:
    """For each node the first line that uses it; what stands unnamed in a line belongs to it."""
    lines = {each.node for each in graph.bindings} | {graph.output}
    found = list(range(len(graph.nodes)))
    for node in reversed(graph.nodes):
        if node.op is None:
            continue
        here = node.id if node.id in lines else found[node.id]
        for source in node.inputs:
            found[source] = here if found[source] == source else min(found[source], here)
    return found


def _depths(graph: Graph, own: Mapping[int, Sequence[str]]) -> dict[int, int]:
    """How many lines with parameters lie on the longest way to each of them."""
    depth = [0] * len(graph.nodes)
    for node in graph.nodes:
        below = max((depth[source] for source in node.inputs), default=0)
        depth[node.id] = below + (node.id in own)
    return {line: depth[line] for line in own}
