"""A program that is put together line by line from what another library did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from engine.elementwise import as_value
from engine.errors import EngineError
from engine.function import compile
from engine.graph import Graph
from engine.mathematics import Value
from engine.parse import parse

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
    """Its lines so far, and what each name is worth."""

    def __init__(self, taken: Mapping[str, object]) -> None:
        self.lines: list[str] = []
        self.worth: dict[str, Value] = {}
        self.inputs: list[str] = []
        self.missing: list[Missing] = []
        self._taken = set(taken)

    def fresh(self, letter: str) -> str:
        """A name that nothing has yet: v1, v2, …"""
        number = 1
        while f"{letter}{number}" in self._taken:
            number += 1
        self._taken.add(f"{letter}{number}")
        return f"{letter}{number}"

    def input(self, name: str, worth: Value | None) -> str:
        self.inputs.append(name)
        if worth is not None:
            self.worth[name] = worth
        return name

    def constant(self, worth: Value) -> str:
        """A short number is written where it is used; anything else is an input with a value."""
        text = repr(worth) if isinstance(worth, float) else ""
        if text and np.isfinite(worth) and len(text) <= SHORT:
            return f"({text})" if text.startswith("-") else text.removesuffix(".0")
        return self.input(self.fresh("k"), worth)

    def bind(self, expression: str) -> str:
        """A line, tried at once: an expression that our rules refuse is not put into it."""
        graph = parse(expression)
        names = [node.name or "" for node in graph.inputs]
        if all(name in self.worth for name in names):
            worth = compile(graph).forward({name: self.worth[name] for name in names})
        else:
            worth = None
        name = self.fresh("v")
        self.lines.append(f"{name} = {expression}")
        if worth is not None:
            self.worth[name] = worth
        return name

    def give_up(self, step: str, worth: Value | None) -> str:
        """What cannot be translated becomes an input, and is listed."""
        name = self.input(self.fresh("cut"), worth)
        self.missing.append(Missing(step, name))
        return name

    def done(self, output: str, gradients: Mapping[str, Value]) -> Brought:
        """The whole, its last line the output."""
        ends = self.lines and self.lines[-1].startswith(f"{output} = ")
        graph = parse("\n".join([*self.lines, *([] if ends else [output])]))
        values = {name: self.worth[name] for name in self.inputs if name in self.worth}
        return Brought(graph, values, gradients, tuple(self.missing))


def tried(program: Program, expression: str | None) -> str | None:
    """The name of a new line; None where there is nothing to say, or our rules refuse it."""
    if expression is None:
        return None
    try:
        return program.bind(expression)
    except EngineError:
        return None


def numbers(given: npt.ArrayLike) -> Value:
    """Any library's array as a value of ours."""
    return as_value(np.asarray(given, dtype=float))
