"""Which inputs a field moves, through which places, and what that will cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from engine import Function, Graph
from engine.errors import BadValue, MissingValue, TooManyElements
from engine.field import grid, spread
from engine.function import require_scalar, wanted_inputs
from engine.mathematics import Value
from engine.op import Array
from engine.tape import Tape
from engine.text.characters import name_meant
from engine.values import shapes_of
from server.errors import Refused
from server.limits import Limits
from server.prepare import passes_of, prepare, require_affordable
from server.programs import Programs
from server.schemas.field import Axis, FieldRequest
from server.wire import read_value

SOMEWHERE = 1.0  # where a moving input stands while it has no value of its own


class Moving(NamedTuple):
    """A program whose inputs are about to move."""

    graph: Graph
    function: Function
    names: tuple[str, ...]  # of the inputs that move
    known: dict[str, Value]  # where every input stands
    settled: bool  # each moving input has a value of its own to stand at
    defaulted: list[str]


def prepare_moving(asked: FieldRequest, programs: Programs, limits: Limits) -> Moving:
    """Everything that can be said, and refused, before any number is computed."""
    graph = programs.graph(asked.source)
    names = _moving(graph, axes_of(asked))  # that the program has no such input is said first
    own = _own_values(graph, names, asked)
    resting = asked.values | {name: SOMEWHERE for name in names if name not in own}
    once = asked.model_copy(update={"values": resting, "wrt": list(names)})
    tape, known, defaulted = prepare(once, programs, asked.output)
    require_scalar(tape)
    count = _count(asked)
    _require_affordable(count, tape, limits)
    function = programs.function(asked.source, names, asked.output, shapes_of(known))
    return Moving(graph, function, names, known, len(own) == len(names), defaulted)


def _require_affordable(count: int, tape: Tape, limits: Limits) -> None:
    """Places times nodes, before anything is computed."""
    numbers = count * (1 + len(tape.wrt))
    if numbers > limits.numbers:
        raise TooManyElements("too_many_places", n=numbers, max=limits.numbers)
    passes = count * passes_of(tape)
    side_by_side = passes if tape.plain else 1
    require_affordable(tape, passes, limits, together=side_by_side)


def axes_of(asked: FieldRequest) -> list[Axis]:
    """One axis or two."""
    axes = [asked.x] if asked.y is None else [asked.x, asked.y]
    for letter, axis in zip("xy", axes, strict=False):
        if isinstance(axis.points, int) and (axis.start is None or axis.to is None):
            missing = "from" if axis.start is None else "to"
            raise Refused("bad-field", "missing_field", field=f"{letter}.{missing}")
    return axes


def _moving(graph: Graph, axes: Sequence[Axis]) -> tuple[str, ...]:
    """The inputs' own names; an axis may call one by another name that it has in the program."""
    inputs = wanted_inputs(graph, [axis.name for axis in axes])
    if len(inputs) < len(axes):
        raise Refused("bad-field", "same_input", field="y.name")
    return tuple(graph.nodes[of].name or "" for of in inputs)


def lines_of(asked: FieldRequest) -> list[Array]:
    """The places along each axis."""
    return [
        spread(axis.start or 0.0, axis.to or 0.0, axis.points)
        if isinstance(axis.points, int)
        else np.array(axis.points)
        for axis in axes_of(asked)
    ]


def places_of(asked: FieldRequest, lines: list[Array]) -> Array:
    """One row for each place."""
    return grid(*lines) if asked.grid else np.stack(lines, axis=1)


def _count(asked: FieldRequest) -> int:
    """How many places there will be, those of a descent among them."""
    sizes = [
        axis.points if isinstance(axis.points, int) else len(axis.points) for axis in axes_of(asked)
    ]
    if not asked.grid and len({*sizes}) > 1:
        raise Refused("bad-field", "unequal_places", field="y.points")
    steps = 0 if asked.descent is None else asked.descent.steps
    return 1 + steps + (sizes[0] if not asked.grid or len(sizes) == 1 else sizes[0] * sizes[1])


def _own_values(graph: Graph, names: tuple[str, ...], asked: FieldRequest) -> dict[str, Value]:
    """Where the moving inputs stand, as far as the request or the program says."""
    defaults = {node.name: node.value for node in graph.inputs if node.value is not None}
    sent = {name_meant(name): value for name, value in asked.values.items()} | asked.values
    given = {
        name: read_value(name, sent[name]) if name in sent else defaults[name]
        for name in names
        if name in sent or name in defaults
    }
    for name, value in given.items():
        if np.ndim(value):
            raise BadValue("moving_tensor", x=name)
    if asked.descent is not None and len(given) < len(names):
        lacking = next(name for name in names if name not in given)
        raise MissingValue("missing_value", x=lacking)
    return given
