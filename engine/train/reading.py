"""Does a program speak of one example, or of a whole batch?

It speaks of a batch when it fits a batch of any size, its loss is then a single number, and no
step pairs examples with each other by accident. Shapes alone decide; nothing is computed.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

import numpy as np

from engine.errors import EngineError
from engine.graph import Graph
from engine.mathematics import Value
from engine.op import Array, Shape
from engine.ops import OPS
from engine.shapes import infer
from engine.values import shapes_of

WHOLE = (None, None, None)  # the slice `:`


def reads_batches(
    graph: Graph, known: Mapping[str, Value], data: Mapping[str, Array], output: int
) -> bool:
    """Whether the tables of examples go into the program as they are."""
    fixed, rows = shapes_of(known), {name: table.shape[1:] for name, table in data.items()}
    alone = _shapes(graph, fixed | rows)
    # no size that occurs in the program may be taken for the number of examples
    sizes = {1, *chain(*fixed.values(), *rows.values(), *(alone or ()))}
    many = 1 + max(sizes)
    together = _shapes(graph, fixed | {name: (many, *shape) for name, shape in rows.items()})
    of_one = _shapes(graph, fixed | {name: (1, *shape) for name, shape in rows.items()})
    if together is None or of_one is None or together[output] or of_one[output]:
        return False
    mixed = _picks_examples(graph, data) or _pairs_examples(graph, together, many)
    return alone is None or bool(alone[output]) or not mixed


def _shapes(graph: Graph, given: Mapping[str, Shape]) -> tuple[Shape, ...] | None:
    try:
        return infer(graph, given)
    except EngineError:
        return None


def _picks_examples(graph: Graph, data: Mapping[str, Array]) -> bool:
    """`x[0]` of a table of examples would be the first example, not the first feature."""
    tables = {node.id for node in graph.inputs if node.name in data}
    return any(
        node.op == "index" and node.inputs[0] in tables and _first(dict(node.settings)) != WHOLE
        for node in graph.nodes
    )


def _pairs_examples(graph: Graph, shapes: tuple[Shape, ...], many: int) -> bool:
    """A column of examples against a row of them: each would be compared with every other."""
    inside = (
        np.broadcast_shapes(*(shapes[source] for source in node.inputs))
        for node in graph.nodes
        if node.op is not None and OPS[node.op].family == "losses"
    )
    return any(shape.count(many) > 1 for shape in chain(shapes, inside))


def _first(settings: Mapping[str, object]) -> object:
    index = settings["index"]
    return index[0] if isinstance(index, tuple) else index
