"""A program that is put together line by line from what another library did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, count
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from engine.elementwise import as_value
from engine.errors import EngineError, TooLarge
from engine.function import compile
from engine.graph import Graph
from engine.limits import Limits
from engine.mathematics import Value
from engine.op import Shape
from engine.parse import parse
from engine.shapes import infer

SHORT = 12  # characters of a number that is written where it is used


class Missing(NamedTuple):
    """A step that has no counterpart here; in the program it is an input of that name."""

    step: str  # as the library calls it
    name: str


@dataclass(frozen=True)
class Brought:
    """A program with the values it ran on; `missing` is what could not be translated."""

    graph: Graph
    values: Mapping[str, Value]
    gradients: Mapping[str, Value] = field(default_factory=dict)  # that the library holds
    missing: tuple[Missing, ...] = ()

    @property
    def source(self) -> str:
        """The program as text."""
        return self.graph.source.text


class Program:
    """Its lines so far, what each name is worth, and its shape as far as it is known.

    Without `computes` no line is run: what an input is worth is all that is known then.
    """

    def __init__(
        self, taken: Mapping[str, object], *, limits: Limits | None = None, computes: bool = True
    ) -> None:
        self.limits, self.computes = limits or Limits(), computes
        self.lines: list[str] = []
        self.worth: dict[str, Value] = {}
        self.shapes: dict[str, Shape] = {}
        self.inputs: list[str] = []
        self.missing: list[Missing] = []
        self._taken = set(taken)
        self._numbers: dict[str, Iterator[int]] = defaultdict(lambda: count(1))

    def fresh(self, letter: str) -> str:
        """A name that nothing has yet: v1, v2, …"""
        names = (f"{letter}{number}" for number in self._numbers[letter])
        name = next(each for each in names if each not in self._taken)
        self._taken.add(name)
        return name

    def unlike(self, wanted: str) -> str:
        """A name that nothing has yet: w, w_2, w_3 …"""
        others = (f"{wanted}_{number}" for number in count(2))
        name = next(each for each in chain([wanted], others) if each not in self._taken)
        self._taken.add(name)
        return name

    def input(self, name: str, worth: Value | None, shape: Shape | None = None) -> str:
        self.inputs.append(name)
        if worth is not None:
            self.worth[name], shape = worth, np.shape(worth)
        if shape is not None:
            self.shapes[name] = shape
        return name

    def constant(self, worth: Value) -> str:
        """A short number is written where it is used; anything else is an input with a value."""
        text = repr(worth) if isinstance(worth, float) else ""
        if text and np.isfinite(worth) and len(text) <= SHORT:
            return f"({text})" if text.startswith("-") else text.removesuffix(".0")
        return self.input(self.fresh("k"), worth)

    def bind(self, expression: str, wanted: str | None = None) -> str:
        """A line, tried at once: an expression that our rules refuse is not put into it."""
        graph = parse(expression, self.limits)
        names = [node.name or "" for node in graph.inputs]
        shape = worth = None
        if all(name in self.shapes for name in names):
            known = {name: self.shapes[name] for name in names}
            shape = infer(graph, known, self.limits)[graph.output]
        if self.computes and all(name in self.worth for name in names):
            worth = compile(graph).forward({name: self.worth[name] for name in names})
        name = wanted or self.fresh("v")
        self.lines.append(f"{name} = {expression}")
        if shape is not None:
            self.shapes[name] = shape
        if worth is not None:
            self.worth[name] = worth
        return name

    def give_up(self, step: str, worth: Value | None, shape: Shape | None = None) -> str:
        """What cannot be translated becomes an input, and is listed."""
        name = self.input(self.fresh("cut"), worth, shape)
        self.missing.append(Missing(step, name))
        return name

    def done(self, output: str, gradients: Mapping[str, Value]) -> Brought:
        """The whole, its last line the output."""
        ends = self.lines and self.lines[-1].startswith(f"{output} = ")
        graph = parse("\n".join([*self.lines, *([] if ends else [output])]), self.limits)
        used = {node.name for node in graph.inputs}
        if used <= self.shapes.keys():  # each line fits; do all of them together?
            infer(graph, {name: self.shapes[name] for name in used if name}, self.limits)
        values = {name: self.worth[name] for name in self.inputs if name in self.worth}
        values = {name: worth for name, worth in values.items() if name in used}
        return Brought(graph, values, gradients, tuple(self.missing))


def tried(program: Program, expression: str | None) -> str | None:
    """The name of a new line; None where there is nothing to say, or our rules refuse it."""
    if expression is None:
        return None
    try:
        return program.bind(expression)
    except TooLarge:
        raise
    except EngineError:
        return None


def laid_anew(x: str, shape: Shape) -> str:
    """A tensor in another shape; its one entry where that is a single number."""
    return f"reshape({x}, {shape})" if shape else f"sum({x})"


def numbers(given: npt.ArrayLike) -> Value:
    """Any library's array as a value of ours."""
    return as_value(np.asarray(given, dtype=float))
