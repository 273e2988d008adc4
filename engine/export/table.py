"""Values and gradients as a table of comma-separated values, in full precision."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.export.commas import separated
from engine.export.escape import cell
from engine.export.frame import frames
from engine.export.shown import Shown
from engine.mathematics import Value

COLUMNS = ("id", "name", "kind", "operation", "shape", "value", "gradient")


def table(shown: Shown) -> str:
    """One row for each node; the entries of a tensor stand in one cell, as nested lists."""
    return separated(COLUMNS, _rows(shown))


def _rows(shown: Shown) -> Iterator[list[object]]:
    (frame,) = frames(shown, shown.step)
    graph = shown.tape.graph
    for node, view in zip(graph.nodes, frame.nodes, strict=True):
        shape = "x".join(map(str, shown.tape.shapes[node.id]))
        name = cell(graph.names[node.id])
        numbers = _written(view.value), _written(view.gradient)
        yield [node.id, name, node.kind, node.op or "", shape, *numbers]


def _written(value: Value | None) -> str:
    return "" if value is None else repr(np.asarray(value).tolist())
