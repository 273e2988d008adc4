"""A graph as one line of nested calls, so that tests can say what a text means."""

from __future__ import annotations

from engine.errors import EngineError
from engine.graph import Graph
from engine.node import Node
from engine.parse import parse


def outcome(source: str) -> Graph | EngineError:
    """What reading a text comes to, either way."""
    try:
        return parse(source)
    except EngineError as error:
        return error


def tree(source: str | Graph) -> str:
    """`add(a, mul(b, 2))`: inputs by name, constants by value."""
    graph = parse(source) if isinstance(source, str) else source
    said: list[str] = []
    for node in graph.nodes:
        said.append(_say(node, [said[number] for number in node.inputs]))
    return said[graph.output]


def _say(node: Node, inputs: list[str]) -> str:
    if node.kind == "input":
        return node.name or ""
    if node.kind == "constant":
        return f"{node.value:g}" if isinstance(node.value, float) else _rows(node.value)
    settings = [f"{name}={value}" for name, value in node.settings]
    return f"{node.op}({', '.join([*inputs, *settings])})"


def _rows(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_rows, value)) + "]"
    return f"{value:g}"
