"""A graph made ready to be evaluated many times: value and gradients, no steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine import machine
from engine.derivatives import by_forward, by_reverse
from engine.errors import MissingValue, NotScalar, UnknownName
from engine.figures import shape_text
from engine.graph import Graph
from engine.limits import Limits
from engine.mathematics import Mathematics, Value, array, number
from engine.names import cited, listed
from engine.op import Array, Shape
from engine.shapes import infer
from engine.tape import Record, Tape
from engine.values import Given, resolve, shapes_of

Mode = Literal["reverse", "forward"]
DERIVATIVES = {"reverse": by_reverse, "forward": by_forward}
POINTS_AT_ONCE = 16_384  # in a batch: beyond it, longer vectors are no faster
NUMBERS_AT_ONCE = 8_000_000  # and each node holds such a vector


class Function:
    """`value, gradients = f(values)`; `f.vector` and `f.batch` take numbers by position."""

    def __init__(
        self, graph: Graph, wrt: Iterable[str | int] | None, output: str | int | None, mode: Mode
    ) -> None:
        self.graph = graph
        self.inputs = tuple(node.name or "" for node in graph.inputs)
        self._output = graph.output if output is None else graph.find(output)
        self._wrt = wanted_inputs(graph, wrt)
        self._derive = DERIVATIVES[mode]
        self._tapes: dict[tuple[Shape, ...], Tape] = {}
        self._done = 0  # operations so far
        self.compiled: bool | None = None  # machine code always or never; None: once it repays

    def __call__(self, values: Mapping[str, Given]) -> tuple[float, dict[str, Value]]:
        known = resolve(self.graph, values)
        tape = self.tape(shapes_of(known))
        require_scalar(tape)
        value, found = self._run(tape, list(known.values()))
        return value, dict(zip(self._names, found, strict=True))

    def forward(self, values: Mapping[str, Given]) -> Value:
        """The output's value only; it may be a tensor."""
        known = resolve(self.graph, values)
        return self.tape(shapes_of(known)).forward(known).values[self._output]

    def vector(self, point: Sequence[float] | Array) -> tuple[float, Array]:
        """Numbers by position, as `inputs`; gradients outside `wrt` are NaN."""
        numbers = np.asarray(point, dtype=float)
        if numbers.shape != (len(self.inputs),):
            raise MissingValue("wrong_columns", n=len(self.inputs), k=numbers.size)
        value, found = self._run(self._single, numbers.tolist())
        gradient = np.full(len(self.inputs), np.nan)
        gradient[self._columns] = found
        return value, gradient

    def batch(self, points: npt.ArrayLike) -> tuple[Array, Array]:
        """Many points, one a row: values[P], gradients[P, n]."""
        rows = np.asarray(points, dtype=float)
        if rows.ndim != 2 or rows.shape[1] != len(self.inputs):
            raise MissingValue("wrong_columns", n=len(self.inputs), k=rows.shape[-1])
        gradients = np.full(rows.shape, np.nan)
        if self._repays(self._single, len(rows)):
            values, found = self._single.program.batch(rows)
            gradients[:, self._columns] = found[:, self._columns]
            return values, gradients
        values, size = np.empty(len(rows)), self._points_at_once()
        for start in range(0, len(rows), size):
            part = slice(start, start + size)
            values[part], derivatives = self._many(rows[part])
            for column, derivative in zip(self._columns, derivatives, strict=True):
                gradients[part, column] = derivative
        return values, gradients

    def _run(self, tape: Tape, point: list[Value]) -> tuple[float, list[Value]]:
        """The value at one point, and the derivative by each input in `wrt`."""
        if self._repays(tape):
            value, found = tape.program.run(point)
            return value, found[self._columns].tolist()
        if tape.plain:
            return self._quickly(tape, number, point)
        record = tape.forward(dict(zip(self.inputs, point, strict=True)))
        return self._derived(tape, record)

    def _repays(self, tape: Tape, points: int = 1) -> bool:
        """Can machine code do this, and is it worth loading for?"""
        if not tape.plain or self._derive is not by_reverse:
            return False
        if self.compiled is not None:
            return self.compiled
        operations = len(tape.graph.nodes)
        self._done += operations * points
        return machine.worthwhile(operations, self._done)

    def _points_at_once(self) -> int:
        """How many points go through the graph side by side."""
        if not self._single.plain:
            return 1
        return max(1, min(POINTS_AT_ONCE, NUMBERS_AT_ONCE // len(self.graph.nodes)))

    def _many(self, rows: Array) -> tuple[Value, list[Value]]:
        """The same at many points, with a vector in every slot."""
        tape = self._single
        if not tape.plain:
            return self._run(tape, rows[0].tolist())
        with np.errstate(all="ignore"):
            return self._quickly(tape, array, [*np.ascontiguousarray(rows.T)])

    def _quickly(self, tape: Tape, m: Mathematics, point: list[Value]) -> tuple[Value, list[Value]]:
        """On a plain tape: with a number, or a vector of them, in every cell."""
        if self._derive is by_reverse:
            return tape.flat.gradient(m, point, tape.output, tape.wrt)
        return self._derived(tape, tape.record(tape.flat.forward(m, point)))

    def _derived(self, tape: Tape, record: Record) -> tuple[Value, list[Value]]:
        found = self._derive(tape, record)
        return record.values[tape.output], [found[of] for of in tape.wrt]

    def tape(self, shapes: Mapping[str, Shape], limits: Limits | None = None) -> Tape:
        """The graph laid flat for inputs of these shapes."""
        key = tuple(shapes[name] for name in self.inputs)
        if key not in self._tapes:
            inferred = infer(self.graph, shapes, limits)
            self._tapes[key] = Tape(self.graph, inferred, self._output, self._wrt)
        return self._tapes[key]

    @cached_property
    def _single(self) -> Tape:
        tape = self.tape(dict.fromkeys(self.inputs, ()))
        require_scalar(tape)
        return tape

    @cached_property
    def _columns(self) -> list[int]:
        """Where each input in `wrt` stands among all inputs."""
        order = {node.id: column for column, node in enumerate(self.graph.inputs)}
        return [order[of] for of in self._wrt]

    @cached_property
    def _names(self) -> list[str]:
        return [self.inputs[column] for column in self._columns]


def compile(
    graph: Graph,
    wrt: Iterable[str | int] | None = None,
    output: str | int | None = None,
    mode: Mode = "reverse",
) -> Function:
    """A reusable evaluator of one output and its gradients."""
    return Function(graph, wrt, output, mode)


def tape_of(
    graph: Graph,
    known: Mapping[str, Value],
    wrt: Iterable[str | int] | None = None,
    output: str | int | None = None,
) -> Tape:
    """The graph laid flat for values of these shapes."""
    return compile(graph, wrt, output).tape(shapes_of(known))


def wanted_inputs(graph: Graph, wrt: Iterable[str | int] | None) -> tuple[int, ...]:
    """The inputs that derivatives are wanted for; all of them unless some are named."""
    known = {node.name or "": node.id for node in graph.inputs}
    if wrt is None:
        return tuple(known.values())
    return tuple(dict.fromkeys(_input(graph, known, wanted) for wanted in wrt))


def _input(graph: Graph, known: Mapping[str, int], wanted: str | int) -> int:
    """An input by its name, even where a later line gave that to another node; or by its id."""
    if isinstance(wanted, str) and wanted in known:
        return known[wanted]
    number = graph.lookup(wanted)
    if number is None or graph.nodes[number].kind != "input":
        raise UnknownName("no_such_input", name=cited(wanted), known=listed(known))
    return number


def require_scalar(tape: Tape) -> None:
    """Gradients are of a single number."""
    shape = tape.shapes[tape.output]
    if shape:
        name, place = tape.graph.names[tape.output], tape.graph.span(tape.output)
        raise NotScalar("nonscalar_output", span=place, shape=shape_text(shape), node=name)
