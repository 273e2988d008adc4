"""The forward half of exported code: one line for each node, in any of three libraries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from engine.export.identifiers import Identifiers
from engine.export.literals import rows
from engine.export.shown import Shown
from engine.node import Node
from engine.op import Op
from engine.ops import row_of
from engine.spelling import Library, spell
from engine.writing.phrases import minus_bracketed


@dataclass(frozen=True, kw_only=True)
class Dialect:
    """How one library writes what is not an operation."""

    library: Library
    imports: tuple[str, ...]
    number: str  # a single number, as `np.float64({})`
    tensor: str
    takes_numbers: Callable[[Op], bool]  # may a written number stand among its operands?

    def value(self, given: object) -> str:
        text = rows(given)
        return (self.tensor if text.startswith("[") else self.number).format(text)


class Forward:
    """The lines of one program in one library."""

    def __init__(self, shown: Shown, names: Identifiers, dialect: Dialect) -> None:
        self.shown, self.names, self.dialect = shown, names, dialect
        self.nodes = shown.tape.graph.nodes
        self.held = {source for node in self.nodes for source in self._by_name(node)}

    def inputs(self) -> Iterator[str]:
        """`a = np.float64(2.0)` for every input."""
        for node in self.shown.tape.graph.inputs:
            value = self.shown.known[node.name or ""]
            yield f"{self.names.of[node.id]} = {self.dialect.value(value)}"

    def lines(self) -> Iterator[str]:
        """Constants that need a name, and operations, in order."""
        for node in self.nodes:
            if node.op is not None:
                yield self.line(node)
            elif node.kind == "constant" and (node.id in self.held or node.id == self.output):
                yield f"{self.names.of[node.id]} = {self.dialect.value(node.value)}"

    def line(self, node: Node) -> str:
        """An operation's own line."""
        return f"{self.names.of[node.id]} = {self._right(node)}"

    @property
    def output(self) -> int:
        return self.shown.tape.output

    def inline(self, node: Node, source: int) -> bool:
        """Does a written number stand in the line of its user?"""
        operand, row = self.nodes[source], row_of(node)
        plain = operand.kind == "constant" and isinstance(operand.value, float | int)
        others = any(self.nodes[each].kind != "constant" for each in node.inputs)
        return plain and others and self.dialect.takes_numbers(row)

    def _by_name(self, node: Node) -> list[int]:
        return [source for source in node.inputs if not self.inline(node, source)]

    def _right(self, node: Node) -> str:
        operands = [
            minus_bracketed(rows(self.nodes[source].value))
            if self.inline(node, source)
            else self.names.of[source]
            for source in node.inputs
        ]
        text = spell(row_of(node), self.dialect.library, operands, dict(node.settings))
        outer = text.startswith("(") and text.endswith(")") and text.count("(") == 1
        return text[1:-1] if outer else text
