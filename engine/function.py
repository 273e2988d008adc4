"""A graph made ready to be evaluated many times: value and gradients, no steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine.derivatives import by_forward, by_reverse
from engine.errors import MissingValue, NotScalar, UnknownName
from engine.figures import shape_text
from engine.graph import Graph
from engine.mathematics import Value, array
from engine.op import Array, Shape
from engine.shapes import infer
from engine.tape import Record, Tape
from engine.values import Given, resolve, shapes_of

Mode = Literal["reverse", "forward"]
DERIVATIVES = {"reverse": by_reverse, "forward": by_forward}
POINTS_AT_ONCE = 4096  # so that the slots of a few hundred nodes stay in the processor's cache


class Function:
    """`value, gradients = f(values)`; `f.vector` and `f.batch` take numbers by position."""

    def __init__(
        self, graph: Graph, wrt: Iterable[str] | None, output: str | int | None, mode: Mode
    ) -> None:
        self.graph = graph
        self.inputs = tuple(node.name or "" for node in graph.inputs)
        self._output = graph.output if output is None else graph.find(output)
        self._wrt = wanted_inputs(graph, wrt)
        self._derive = DERIVATIVES[mode]
        self._tapes: dict[tuple[Shape, ...], Tape] = {}

    def __call__(self, values: Mapping[str, Given]) -> tuple[float, dict[str, Value]]:
        known = resolve(self.graph, values)
        tape = self.tape(shapes_of(known))
        require_scalar(tape)
        value, found = self._run(tape, known)
        return value, {self.graph.nodes[of].name or "": each for of, each in found.items()}

    def forward(self, values: Mapping[str, Given]) -> Value:
        """The output's value only; it may be a tensor."""
        known = resolve(self.graph, values)
        return self.tape(shapes_of(known)).forward(known).values[self._output]

    def vector(self, point: Sequence[float] | Array) -> tuple[float, Array]:
        """Numbers by position, as `inputs`; gradients outside `wrt` are NaN."""
        known = dict(zip(self.inputs, map(float, point), strict=True))
        value, found = self._run(self._single, known)
        gradient = np.full(len(self.inputs), np.nan)
        for of, each in found.items():
            gradient[self._columns[of]] = each
        return value, gradient

    def batch(self, points: npt.ArrayLike) -> tuple[Array, Array]:
        """Many points, one a row: values[P], gradients[P, n]."""
        rows = np.asarray(points, dtype=float)
        if rows.ndim != 2 or rows.shape[1] != len(self.inputs):
            raise MissingValue("wrong_columns", n=len(self.inputs), k=rows.shape[-1])
        values, gradients = np.empty(len(rows)), np.full(rows.shape, np.nan)
        size = POINTS_AT_ONCE if self._single.plain is not None else 1
        for start in range(0, len(rows), size):
            part = slice(start, start + size)
            values[part], gradients[part] = self._part(rows[part])
        return values, gradients

    def _run(self, tape: Tape, known: Mapping[str, Value]) -> tuple[float, dict[int, Value]]:
        record = tape.forward(known)
        return record.values[tape.output], self._derive(tape, record)

    def _part(self, rows: Array) -> tuple[Value, Array]:
        tape = self._single
        if tape.plain is None:
            return self.vector(rows[0])
        columns = dict(zip(self.inputs, np.ascontiguousarray(rows.T), strict=True))
        slots = tape.start(columns)
        with np.errstate(all="ignore"):
            record = Record(slots, tape.plain.forward(array, slots))
            found = self._derive(tape, record)
        gradients = np.full(rows.shape, np.nan)
        for of, value in found.items():
            gradients[:, self._columns[of]] = value
        return record.values[tape.output], gradients

    def tape(self, shapes: Mapping[str, Shape]) -> Tape:
        """The graph laid flat for inputs of these shapes."""
        key = tuple(shapes[name] for name in self.inputs)
        if key not in self._tapes:
            self._tapes[key] = Tape(self.graph, infer(self.graph, shapes), self._output, self._wrt)
        return self._tapes[key]

    @cached_property
    def _single(self) -> Tape:
        tape = self.tape(dict.fromkeys(self.inputs, ()))
        require_scalar(tape)
        return tape

    @cached_property
    def _columns(self) -> dict[int, int]:
        return {node.id: column for column, node in enumerate(self.graph.inputs)}


def compile(
    graph: Graph,
    wrt: Iterable[str] | None = None,
    output: str | int | None = None,
    mode: Mode = "reverse",
) -> Function:
    """A reusable evaluator of one output and its gradients."""
    return Function(graph, wrt, output, mode)


def wanted_inputs(graph: Graph, wrt: Iterable[str] | None) -> tuple[int, ...]:
    """The inputs that derivatives are wanted for; all of them unless some are named."""
    known = {node.name or "": node.id for node in graph.inputs}
    if wrt is None:
        return tuple(known.values())
    for name in wrt:
        if name not in known:
            raise UnknownName("no_such_input", name=str(name)[:60], known=", ".join([*known][:12]))
    return tuple(known[name] for name in dict.fromkeys(wrt))


def require_scalar(tape: Tape) -> None:
    """Gradients are of a single number."""
    shape = tape.shapes[tape.output]
    if shape:
        name, place = tape.graph.names[tape.output], tape.graph.span(tape.output)
        raise NotScalar("nonscalar_output", span=place, shape=shape_text(shape), node=name)
