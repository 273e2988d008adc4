"""From what a request says to a tape with its values: defaults, shapes, and the cost beforehand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from engine import EngineError, Graph
from engine.cost import computing, effort, onward
from engine.derivatives import DIRECTIONS_AT_ONCE
from engine.errors import (
    BadArgument,
    BadIndex,
    ShapeMismatch,
    TooCostly,
    TooManyElements,
)
from engine.lacking import lacks_tensor
from engine.mathematics import Value
from engine.node import Node
from engine.op import Shape, elements
from engine.shapes import infer, require_room
from engine.tape import Tape
from engine.values import resolve, shapes_of
from server.limits import Limits
from server.programs import Programs
from server.schemas.fields import Computing
from server.wire import read_values

SCALAR = 1.0  # what an input without a value is taken to be


class Prepared(NamedTuple):
    """A program that can run: its tape, a value for every input, and those made up for it."""

    tape: Tape
    known: dict[str, Value]
    defaulted: list[str]


def prepare(asked: Computing, programs: Programs, output: str | int | None = None) -> Prepared:
    """Everything that can be said before any number is computed."""
    graph = programs.graph(asked.source)
    known, made_up = completed(graph, read_values(asked.values), strict=asked.strict)
    wrt = None if asked.wrt is None else tuple(asked.wrt)
    try:
        tape = programs.tape(asked.source, wrt, output, shapes_of(known))
    except EngineError as error:
        raise blamed(graph, error, shapes_of(known), ids(made_up)) from None
    return Prepared(tape, known, names(made_up))


def completed(
    graph: Graph, given: Mapping[str, Value], *, strict: bool
) -> tuple[dict[str, Value], list[Node]]:
    """A value for every input, and the inputs whose value was made up."""
    made_up = [] if strict else lacking(graph, given)
    return resolve(graph, {**given, **dict.fromkeys(names(made_up), SCALAR)}), made_up


def lacking(graph: Graph, given: Collection[str]) -> list[Node]:
    """The inputs that have no value, neither from the request nor in the text."""
    return [node for node in graph.inputs if node.value is None and node.name not in given]


def names(nodes: Iterable[Node]) -> list[str]:
    return [node.name or "" for node in nodes]


def ids(nodes: Iterable[Node]) -> set[int]:
    return {node.id for node in nodes}


def require_fitting(graph: Graph, given: Mapping[str, Value], limits: Limits) -> None:
    """Refuse what fits together for no value of the inputs that have none yet."""
    try:
        infer(graph, shapes_of(given), limits.program)
    except EngineError as error:
        if blamed(graph, error, shapes_of(given), ids(lacking(graph, given))) is error:
            raise


def blamed(
    graph: Graph, error: EngineError, given: Mapping[str, Shape], made_up: set[int]
) -> EngineError:
    """A number made up for an input that should be a tensor: then its value is what is missing."""
    if not isinstance(error, ShapeMismatch | BadArgument | BadIndex):
        return error
    operands = [graph.ids.get(str(error.fields.get(letter))) for letter in "abc"]
    culprits = made_up & _ancestors(graph, [node for node in operands if node is not None])
    if not culprits:
        return error
    return lacks_tensor(graph, graph.nodes[min(culprits)], given)


def _ancestors(graph: Graph, nodes: list[int]) -> set[int]:
    """These nodes and everything they are made of."""
    found: set[int] = set()
    while nodes:
        node = nodes.pop()
        if node not in found:
            found.add(node)
            nodes.extend(graph.nodes[node].inputs)
    return found


def require_affordable(tape: Tape, passes: int, limits: Limits, together: int = 1) -> None:
    """Refuse what would take too long, from the shapes alone; some passes may go `together`."""
    _require_little(tape, effort(tape, passes, together), limits)


def require_tangents(
    tape: Tape, passes: Mapping[int, int], limits: Limits, *, back: int = 0
) -> None:
    """The same for forward mode with so many passes for each input; some go `back` besides."""
    sweeps = onward(tape, passes, DIRECTIONS_AT_ONCE) + effort(tape, back)
    _require_little(tape, computing(tape) + sweeps, limits)


def _require_little(tape: Tape, cost: int, limits: Limits) -> None:
    require_room(tape.graph, tape.shapes, limits.program)
    if cost > limits.work:
        raise TooCostly("too_costly", n=cost, max=limits.work)


def require_sendable(numbers: int, limits: Limits) -> None:
    """Refuse what would be too long an answer; it is counted before anything is computed."""
    _require_few(numbers, limits.numbers)


def require_usable(numbers: int, limits: Limits) -> None:
    """The same of values for a program, which has to hold them as well."""
    _require_few(numbers, min(limits.numbers, limits.elements))


def _require_few(numbers: int, most: int) -> None:
    if numbers > most:
        raise TooManyElements("too_many_numbers", n=numbers, max=most)


def passes_of(tape: Tape) -> int:
    """How often reverse mode goes through the whole graph: once forward, then back."""
    return 1 + 2 * elements(tape.shapes[tape.output])
