"""An input that cannot be a number and has no value yet: what is said of it, and a first tensor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count, product

from engine.errors import MissingValue, Suggestion
from engine.graph import Graph
from engine.node import Node
from engine.op import Shape, elements
from engine.place import Translated
from engine.shapes import outline

USUAL = (2, 3)
LENGTHS = 4  # that are tried along each axis: the smallest of these and of those in the program
MOST = 12  # entries: what a person reads at a glance


def lacks_tensor(graph: Graph, node: Node, given: Mapping[str, Shape]) -> MissingValue:
    """Says so, and offers a line that mends it."""
    name = node.name or ""
    line = f"{name} = {_numbered(_fitting(graph, name, given))}"
    mended = Suggestion("add", f"{line}\n{graph.source.text}", {"text": line})
    return MissingValue(
        "missing_tensor",
        span=graph.span(node.id),
        suggestion=None if isinstance(graph.source, Translated) else mended,
        x=name,
        line=line,
    )


def _fitting(graph: Graph, name: str, given: Mapping[str, Shape]) -> Shape:
    """The first of the shapes with which the most fits."""
    known, _ = outline(graph, {**given, name: ()})
    lengths = sorted({*USUAL, *(n for shape in known for n in shape or () if n > 1)})[:LENGTHS]
    tried = [shape for shape in _shapes(name, lengths) if elements(shape) <= MOST]
    return min(tried, key=lambda shape: len(outline(graph, {**given, name: shape})[1]))


def _shapes(name: str, lengths: list[int]) -> Iterator[Shape]:
    """A capital letter stands for a matrix, as in most books."""
    for axes in (2, 1) if name[0].isupper() else (1, 2):
        yield from product(lengths, repeat=axes)


def _numbered(shape: Shape) -> str:
    """1, 2, 3 … in rows."""
    numbers = count(1)
    row = shape[-1]
    rows = [
        f"[{', '.join(str(next(numbers)) for _ in range(row))}]"
        for _ in range(elements(shape) // row)
    ]
    return rows[0] if len(shape) == 1 else f"[{', '.join(rows)}]"
