"""A program as it is carried out, statement by statement."""

from __future__ import annotations

from typing import Any

from engine.errors import EngineError, Notice
from engine.graph import Graph
from engine.limits import Limits
from engine.node import Binding, Literals
from engine.parse.build import Builder
from engine.parse.code import place_of
from engine.parse.complaints import functions, sizes
from engine.parse.groups import finished
from engine.parse.literals import signed_number
from engine.parse.statements import Bare, Bind, Define, Repeat, Statement
from engine.place import Place, Source


class Program:
    """What the lines so far have made."""

    def __init__(
        self, source: Source, limits: Limits, diagnostics: list[EngineError] | None = None
    ) -> None:
        self.source = source
        self.limits = limits
        self.diagnostics = diagnostics  # where errors go; without it the first one is raised
        self.builder = Builder(source, limits)
        self.bindings: list[Binding] = []
        self.bound: set[str] = set()
        self.output: int | None = None
        self.bare: Place | None = None  # of the last line, if it is an expression without a name
        self.faulty: set[int] = set()  # statements that were left out
        self.unread: set[str] = set()  # functions whose definitions were left out

    def carry_out(self, statement: Statement, *, top: bool = True) -> None:
        """One statement; a faulty one leaves no trace where errors are collected."""
        if id(statement) in self.faulty:
            return
        made = len(self.builder.nodes), len(self.builder.groups), len(self.bindings)
        result = self.output, self.bare
        try:
            self._act(statement, top)
        except EngineError as error:
            if self.diagnostics is None:
                raise
            self.diagnostics.append(error)
            self.faulty.add(id(statement))
            if isinstance(statement, Define):
                self.unread.add(statement.name)
            self._forget(*made, *result)

    def _act(self, statement: Statement, top: bool) -> None:
        match statement:
            case Bind():
                self._bind(statement, top)
            case Bare(code):
                self.output, self.bare = self.builder.run(code), statement.place
            case Define():
                self._define(statement)
            case _:
                self._repeat(statement)

    def _bind(self, line: Bind, top: bool) -> None:
        default = signed_number(line.code) if top and line.name not in self.bound else None
        node = self.builder.run(line.code) if default is None else self._parameter(line, default)
        self.builder.scope.names[line.name] = node
        self.bound.add(line.name)
        self.bindings.append(Binding(line.name, node, line.place))
        self.output, self.bare = node, None

    def _parameter(self, line: Bind, default: Literals) -> int:
        """`a = 2` makes an input; if a line above has read it, that input gets the default."""
        builder = self.builder
        node = builder.scope.names.get(line.name)
        if node is None:
            return builder.input(line.name, place_of(line.code), default)
        builder.nodes[node] = builder.nodes[node]._replace(value=default)
        return node

    def _define(self, line: Define) -> None:
        self.builder.check_size(line.place)
        for verb, what, *_ in line.code:
            if verb == "call" and what.name == line.name:
                raise functions.recursion(self.source, what.place, [line.name])
        self.builder.scope.functions[line.name] = line

    def _repeat(self, block: Repeat) -> None:
        if block.rounds > self.limits.nodes:
            raise sizes.too_many_nodes(self.source, block.place, block.rounds, self.limits)
        with self.builder.scope.counting(block.counter) as count:
            for number in range(block.rounds):
                count(number)
                with self.builder.inside("round", f"{block.counter} = {number}"):
                    self._round(block)

    def _round(self, block: Repeat) -> None:
        self.builder.check_size(block.place)
        for statement in block.body:
            self.carry_out(statement, top=False)

    def _forget(self, nodes: int, groups: int, bindings: int, *result: Any) -> None:
        """Whatever a faulty statement made is gone."""
        self.builder.forget(nodes, groups)
        del self.bindings[bindings:]
        self.output, self.bare = result

    def graph(self, notices: tuple[Notice, ...] = ()) -> Graph | None:
        """All of it; nothing where there is nothing to compute."""
        if self.output is None:
            return None
        bindings = [*self.bindings]
        if self.bare is not None:
            bindings.append(Binding("out", self.output, self.bare))
        nodes = tuple(self.builder.nodes)
        groups = finished(self.builder.groups, nodes, bindings, self.output)
        return Graph(self.source, nodes, self.output, tuple(bindings), groups, notices)
