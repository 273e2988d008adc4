"""The loss as a function of the parameters alone: the landscape that training walks down.

A program may speak of one example (`z = w1*x + b`) or of a whole batch (`Z = X @ W + b`). Of one
example: the loss is the mean over the batch. Of a batch: the loss is what the program says.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

import numpy as np

from engine import machine
from engine.errors import BadArgument, BadValue
from engine.function import compile, require_scalar, wanted_inputs
from engine.graph import Graph
from engine.mathematics import Value
from engine.names import cited
from engine.op import Array
from engine.tape import Tape
from engine.train.batches import Indices
from engine.train.layout import Layout
from engine.train.reading import reads_batches
from engine.values import shapes_of

WORTH_LOADING = 2_000  # values at each step from which machine code is worth loading


class Problem(NamedTuple):
    """What is to be learned: a program, its fixed values, and examples."""

    graph: Graph
    known: Mapping[str, Value]  # every input that is no example; the parameters at their start
    parameters: tuple[str, ...]
    data: Mapping[str, Array] = MappingProxyType({})  # one row for each example
    loss: str | int | None = None  # a node; the program's output if not said


class Way(Protocol):
    """How a batch goes through the program."""

    def slope(self, point: Array, batch: Indices | None) -> tuple[float, Array]:
        """The loss over a batch (None: over all examples), and its gradient."""

    def height(self, point: Array) -> float:
        """The loss over all the examples."""


class Landscape:
    """Loss and gradient anywhere; which way is the right one is settled once."""

    def __init__(self, asked: Problem) -> None:
        problem = _by_own_names(asked)
        self.examples = count(problem)
        self.layout = Layout(shapes_of({name: problem.known[name] for name in problem.parameters}))
        self.start = self.layout.pack(problem.known)
        self.function = compile(problem.graph, problem.parameters, problem.loss)
        inputs = self.function.inputs
        self.known = {name: problem.known[name] for name in inputs if name in problem.known}
        self.data = {name: problem.data[name] for name in inputs if name in problem.data}
        loss = problem.graph.output if problem.loss is None else problem.graph.find(problem.loss)
        self.batched = bool(self.data) and reads_batches(problem.graph, self.known, self.data, loss)
        require_scalar(self.tape)
        self._way = self._chosen()
        self.slope, self.height = self._way.slope, self._way.height

    @property
    def tape(self) -> Tape:
        """The program laid flat: for one example, or for a batch of one."""
        return self.function.tape(shapes_of(self.at(self.start, 0)))

    @property
    def at_once(self) -> bool:
        """Whether all examples of a batch go through the program together."""
        return not isinstance(self._way, OneByOne)

    def at(self, point: Array, example: int) -> dict[str, Value]:
        """What every input is when the program runs on one example."""
        return self.fill(point, slice(example, example + 1) if self.batched else example)

    def fill(self, point: Array, rows: slice | int | Indices) -> dict[str, Value]:
        """What every input is for some of the examples."""
        chosen = {name: each[rows] for name, each in self.data.items()}
        return self.known | self.layout.unpack(point) | chosen

    def _chosen(self) -> Way:
        if self.tape.plain and not self.batched:
            return SideBySide(self)
        return OneByOne(self) if self.data and not self.batched else Together(self)


class Together:
    """The program itself takes whole batches, or needs no examples."""

    def __init__(self, landscape: Landscape) -> None:
        self._all = landscape

    def slope(self, point: Array, batch: Indices | None) -> tuple[float, Array]:
        rows = slice(None) if batch is None else batch
        loss, gradients = self._all.function(self._all.fill(point, rows))
        return loss, self._all.layout.pack(gradients)

    def height(self, point: Array) -> float:
        return float(self._all.function.forward(self._all.fill(point, slice(None))))


class OneByOne:
    """The program takes one example; its tensors cannot be stacked, so each has its own run."""

    def __init__(self, landscape: Landscape) -> None:
        self._all = landscape

    @np.errstate(all="ignore")
    def slope(self, point: Array, batch: Indices | None) -> tuple[float, Array]:
        chosen = range(self._all.examples) if batch is None else batch.tolist()
        total, summed = 0.0, np.zeros(self._all.layout.size)
        for example in chosen:
            loss, gradients = self._all.function(self._all.at(point, example))
            total += loss
            summed += self._all.layout.pack(gradients)
        return total / len(chosen), summed / len(chosen)

    def height(self, point: Array) -> float:
        function, at = self._all.function, self._all.at
        losses = [function.forward(at(point, example)) for example in range(self._all.examples)]
        return float(np.mean(losses))


class SideBySide:
    """The program is of single numbers: examples and parameters become the columns of a table."""

    def __init__(self, landscape: Landscape) -> None:
        self._function, inputs = landscape.function, landscape.function.inputs
        # settled here, because the two may differ in a last bit: a run must not change over
        numbers = len(landscape.tape.graph.nodes) * landscape.examples
        self._function.compiled = numbers >= WORTH_LOADING and machine.worthwhile(0, machine.ENOUGH)
        self._columns = [inputs.index(name) for name in landscape.layout.shapes]
        self._rows = np.empty((max(1, landscape.examples), len(inputs)))
        for column, name in enumerate(inputs):
            self._rows[:, column] = landscape.data.get(name, landscape.known.get(name))

    @np.errstate(all="ignore")
    def slope(self, point: Array, batch: Indices | None) -> tuple[float, Array]:
        rows = self._rows if batch is None else self._rows[batch]
        rows[:, self._columns] = point
        if len(rows) == 1:
            loss, gradient = self._function.vector(rows[0])
            return loss, gradient[self._columns]
        losses, gradients = self._function.batch(rows)
        return float(losses.mean()), gradients[:, self._columns].mean(axis=0)

    def height(self, point: Array) -> float:
        return self.slope(point, None)[0]


def _by_own_names(asked: Problem) -> Problem:
    """A parameter may be called by any name that it has in the program."""
    if not asked.parameters:
        raise BadArgument("no_parameters")
    inputs = wanted_inputs(asked.graph, asked.parameters)
    return asked._replace(parameters=tuple(asked.graph.nodes[of].name or "" for of in inputs))


def count(problem: Problem) -> int:
    """How many examples there are; what cannot be right is refused."""
    for name in problem.parameters:
        if name in problem.data:
            raise BadArgument("parameter_is_data", x=cited(name))
    lengths = {name: _length(name, rows) for name, rows in problem.data.items()}
    first, n = next(iter(lengths.items()), ("", 0))
    for name, k in lengths.items():
        if k != n:
            raise BadValue("unequal_rows", x=cited(first), n=n, y=cited(name), k=k)
    return n


def _length(name: str, rows: Array) -> int:
    if not np.ndim(rows) or not len(rows):
        raise BadValue("no_rows", x=cited(name))
    return len(rows)
