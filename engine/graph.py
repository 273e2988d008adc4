"""A computation graph: pure data, in an order where inputs come before their users.

A node holds its operation's name, not its row, so that a graph can be sent, kept and compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from engine.errors import Notice, UnknownName
from engine.names import cited, labels, listed, names_of
from engine.node import Binding, Edge, Group, Node
from engine.place import Source, Span
from engine.text.characters import name_meant


@dataclass(frozen=True)
class Graph:
    """What was typed, node by node; the same text always gives the same graph."""

    source: Source
    nodes: tuple[Node, ...]
    output: int
    bindings: tuple[Binding, ...] = ()
    groups: tuple[Group, ...] = ()
    notices: tuple[Notice, ...] = ()

    def __post_init__(self) -> None:
        for position, node in enumerate(self.nodes):
            if node.id != position or (node.inputs and max(node.inputs) >= position):
                raise ValueError(f"node {node.id} is out of order")

    def __str__(self) -> str:
        return "\n".join(map(self._line, self.nodes))

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """All edges, by target and then by port."""
        ends = (
            (source, node.id, port)
            for node in self.nodes
            for port, source in enumerate(node.inputs)
        )
        return tuple(Edge(number, *end) for number, end in enumerate(ends))

    @cached_property
    def inputs(self) -> tuple[Node, ...]:
        """The inputs, in order of first appearance."""
        return tuple(node for node in self.nodes if node.kind == "input")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """One name for every node, unique in the graph."""
        return names_of(self.source, self.nodes, self.bindings)

    @cached_property
    def ids(self) -> dict[str, int]:
        """The node each name stands for: a node's own name, or a second name given to it."""
        given = {name: node for node, name in labels(self.nodes, self.bindings)}
        return given | {name: number for number, name in enumerate(self.names)}

    def find(self, wanted: str | int) -> int:
        """The node that a request means by a name or an id."""
        number = self.lookup(wanted)
        if number is None:
            raise UnknownName("no_such_node", name=cited(wanted), known=listed(self.names))
        return number

    def lookup(self, wanted: str | int) -> int | None:
        """The same; nothing where the program has no such node."""
        if isinstance(wanted, str):
            return self.ids.get(wanted, self.ids.get(name_meant(wanted)))
        return wanted if 0 <= wanted < len(self.nodes) else None

    def span(self, node: int) -> Span:
        return self.source.span(self.nodes[node].place)

    def to_sympy(
        self, output: str | int | None = None, shapes: Mapping[str, tuple[int, ...]] | None = None
    ) -> Any:
        """The output, or another node, as a sympy expression of the inputs.

        `shapes` tells which inputs are tensors; each of their entries becomes a symbol.
        """
        from engine.symbolic.algebra import to_sympy

        return to_sympy(self, output, shapes or {})

    def _line(self, node: Node) -> str:
        name = self.names[node.id]
        if node.kind != "op":
            return f"{node.id}: {name} is {node.kind}"
        inputs = ", ".join(self.names[source] for source in node.inputs)
        return f"{node.id}: {name} = {node.op}({inputs})"
