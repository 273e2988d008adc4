"""What a trained program says about examples, and about every place of a plane."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from engine.function import compile
from engine.graph import Graph
from engine.mathematics import Value
from engine.op import Array

MARGIN = 0.15  # of the examples' range, seen beyond them


class Map(NamedTuple):
    """What the program answers over a grid: of its largest class, how sure it is."""

    x: Array
    y: Array  # empty for a curve: then the rows are one
    value: Array  # rows by y
    kind: Array  # the class; 0 everywhere where there are none


def made_of(graph: Graph, node: str | int) -> Graph:
    """Only what one node is made of: a prediction needs no targets."""
    needed = {graph.find(node)}
    for each in reversed(graph.nodes):
        needed |= set(each.inputs) if each.id in needed else set()
    places = {old: new for new, old in enumerate(sorted(needed))}
    nodes = tuple(
        each._replace(
            id=places[each.id], inputs=tuple(places[source] for source in each.inputs), group=None
        )
        for each in graph.nodes
        if each.id in needed
    )
    return Graph(graph.source, nodes, len(nodes) - 1)


def predicted(graph: Graph, values: Mapping[str, Value]) -> Array:
    """One answer, or one row of answers, for each example: the output of the graph."""
    return np.asarray(compile(graph, wrt=()).forward(values), dtype=float)


def right(answers: Array, truth: Array) -> float | None:
    """The share of examples whose class was found; None if these are no classes."""
    if answers.ndim == 2 and answers.shape == truth.shape:
        return float(np.mean(answers.argmax(axis=1) == truth.argmax(axis=1)))
    if answers.ndim == 1 and answers.shape == truth.shape and set(np.unique(truth)) <= {0.0, 1.0}:
        return float(np.mean((answers > 0.5) == (truth > 0.5)))
    return None


def surveyed(graph: Graph, values: Mapping[str, Value], table: str, points: int) -> Map | None:
    """The map around a table of examples with two columns, or the curve over one column.

    `points` stand along each side.
    """
    rows = np.asarray(values[table], dtype=float)
    if rows.ndim != 2 or rows.shape[1] not in (1, 2):
        return None
    x, *more = (_spread(column, points) for column in rows.T)
    y = more[0] if more else np.empty(0)
    grid = np.stack([each.ravel() for each in np.meshgrid(x, *more)], axis=1)
    answers = predicted(graph, {**values, table: grid})
    if answers.ndim not in (1, 2) or len(answers) != len(grid):
        return None  # what is asked about says nothing about single examples
    shape = (max(1, len(y)), len(x))
    if answers.ndim == 2:
        kind, value = answers.argmax(axis=1), answers.max(axis=1)
        return Map(x, y, value.reshape(shape), kind.reshape(shape))
    return Map(x, y, answers.reshape(shape), (answers > 0.5).astype(int).reshape(shape))


def _spread(column: Array, points: int) -> Array:
    least, most = float(column.min()), float(column.max())
    edge = MARGIN * (most - least or 1.0)
    return np.linspace(least - edge, most + edge, points)
