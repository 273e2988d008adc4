"""The shape of every node and the work it takes, known before anything is computed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log10
from typing import Any

from engine.errors import BadArgument, EngineError, TooManyElements
from engine.graph import Graph
from engine.limits import Limits
from engine.node import Node, literal_shape
from engine.op import Op, Shape, elements
from engine.ops import OPS, all_elementwise, row_of

MOST_AXES = 32  # what every version of numpy can hold
# of an axis; where sizes multiply in every round, they soon have millions of digits
LONGEST = 10**15
PER_ENTRY = 10  # a few nanoseconds, where a matrix product multiplies ten times in one


def infer(
    graph: Graph, given: Mapping[str, Shape], limits: Limits | None = None
) -> tuple[Shape, ...]:
    """One shape per node; an input that is not `given` has its default's shape, or none."""
    shapes: list[Shape] = []
    limits = limits or Limits()
    if _is_of_numbers(graph, given):
        shapes = [()] * len(graph.nodes)
    else:
        for node in graph.nodes:
            shapes.append(_shape(graph, node, shapes, given, limits))
    require_room(graph, shapes, limits)
    return tuple(shapes)


def outline(
    graph: Graph, given: Mapping[str, Shape], limits: Limits | None = None
) -> tuple[tuple[Shape | None, ...], tuple[EngineError, ...]]:
    """The shapes as far as they can be told, for an editor: what does not fit, and what hangs on
    it, has none."""
    shapes: list[Shape | None] = []
    errors: list[EngineError] = []
    for node in graph.nodes:
        known = all(shapes[source] is not None for source in node.inputs)
        try:
            shapes.append(_shape(graph, node, shapes, given, limits or Limits()) if known else None)
        except EngineError as error:
            errors.append(error)
            shapes.append(None)
    return tuple(shapes), tuple(errors)


def work(graph: Graph, shapes: Sequence[Shape]) -> int:
    """How long one sweep takes, counted in multiplications of a matrix product.

    Such a product is the fastest thing there is. An entry that is computed or carried by itself
    takes as long as several of its multiplications.
    """
    if not any(shapes):
        alike = Counter((node.op, len(node.inputs)) for node in graph.nodes if node.op is not None)
        return sum(count * _of_row(OPS[op], (), [()] * n) for (op, n), count in alike.items())
    return sum(_work(node, shapes) for node in graph.nodes if node.op is not None)


def once(graph: Graph, shapes: Sequence[Shape]) -> list[int]:
    """Per node, how long it takes to compute it, or to carry a tangent across one edge into it.

    What joins a list counts in `work` what a whole sweep does to all of its parts.
    """
    return [
        _work(node, shapes) // (len(node.inputs) if _joins(row_of(node)) else 1) if node.op else 0
        for node in graph.nodes
    ]


def _joins(row: Op) -> bool:
    return any(parameter.takes == "list" for parameter in row.parameters)


def _is_of_numbers(graph: Graph, given: Mapping[str, Shape]) -> bool:
    """The common case, told at a glance: single numbers, and rules that keep them single."""
    if any(given.values()) or not all_elementwise(graph.nodes):
        return False
    return not any(isinstance(node.value, tuple) for node in graph.nodes)


def _shape(
    graph: Graph,
    node: Node,
    known: Sequence[Shape | None],
    given: Mapping[str, Shape],
    limits: Limits,
) -> Shape:
    shape = _own_shape(graph, node, known, given)
    if shape and max(shape) > LONGEST:
        raise _too_many(graph, node.id, room(shape), limits)
    if len(shape) > MOST_AXES:
        error = BadArgument("too_many_axes", n=len(shape), max=MOST_AXES)
        _locate(error, graph, node)
        raise error
    return shape


def _own_shape(
    graph: Graph, node: Node, known: Sequence[Shape | None], given: Mapping[str, Shape]
) -> Shape:
    if node.op is None:
        own = () if node.value is None else literal_shape(node.value)
        return given.get(node.name or "", own) if node.kind == "input" else own
    shapes = [known[source] or () for source in node.inputs]
    row = OPS[node.op]
    if row.rule is not None and not any(shapes):
        return ()  # the common case: an operation on single numbers
    try:
        return row.shape(*shapes, **dict(node.settings))
    except EngineError as error:
        _locate(error, graph, node)
        raise


def _locate(error: EngineError, graph: Graph, node: Node) -> None:
    """A row knows shapes only; here the place in the text and the operands' names come in."""
    error.span = graph.source.spot(node.place)
    ports = error.ports or range(len(node.inputs))
    operands = zip("abc", (node.inputs[port] for port in ports), strict=False)
    error.fields |= {letter: graph.names[source] for letter, source in operands}


def require_room(graph: Graph, shapes: Sequence[Shape], limits: Limits) -> None:
    """Refuse more numbers than there is room for; the largest tensor is the place to look at."""
    sizes = [room(shape) if shape else 1 for shape in shapes]
    if (total := sum(sizes)) > limits.elements:
        raise _too_many(graph, sizes.index(max(sizes)), total, limits)


def _too_many(graph: Graph, node: int, size: int, limits: Limits) -> TooManyElements:
    told = size if size <= LONGEST else f"10^{int(size.bit_length() * log10(2))}"
    span = graph.span(node)
    return TooManyElements("too_many_elements", span=span, n=told, max=limits.elements)


def room(shape: Shape) -> int:
    """What it takes to write a tensor down: rows without entries are still rows."""
    return elements(tuple(max(length, 1) for length in shape))


def _work(node: Node, shapes: Sequence[Shape]) -> int:
    sources = [shapes[source] for source in node.inputs]
    return _of_row(row_of(node), shapes[node.id], sources, **dict(node.settings))


def _of_row(row: Op, out: Shape, sources: Sequence[Shape], **settings: Any) -> int:
    """A value is computed, a tangent of its shape arrives from each operand in forward mode, and
    in reverse mode each operand gets a gradient of its own shape."""
    moved = (1 + len(sources)) * elements(out) + sum(map(elements, sources))
    more = 0 if row.work is None else row.work(out, *sources, **settings)
    return PER_ENTRY * moved + more
