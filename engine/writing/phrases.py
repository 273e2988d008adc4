"""The pieces that sentences are made of: names, formulas as a person reads them, short numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from engine.figures import figure, shape_text
from engine.graph import Graph
from engine.mathematics import Value
from engine.node import Node, Setting
from engine.op import Op
from engine.ops import OPS, ROWS, row_of
from engine.spelling import index_entry

LONGEST = 48  # of a name inside a sentence
FEW = 6  # entries that a sentence still lists
PLAIN = re.compile(r"[^\W\d]\w*(?:@\d+)?|[\d.]+(?:e[-+]?\d+)?|\(.*\)|\[.*\]")
TIGHT = {"pow": "^"}  # signs without spaces around them
SHOWN_AS = {row.folds: row.name for row in ROWS if row.folds}  # maximum is typed max


class Phrases:
    """Names and formulas of one graph's nodes."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def name(self, node: int) -> str:
        """A node's name, cut in the middle where it is long; a written number without its #2."""
        name = self.graph.names[node]
        if self.graph.nodes[node].kind == "constant":
            name = name.partition("#")[0]
        if len(name) <= LONGEST:
            return name
        head, tail = name[:30], name[-14:]  # cut between words where there are any
        return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"

    def bracketed(self, node: int) -> str:
        """The name as it may stand inside a larger formula."""
        name, op = self.name(node), self.graph.nodes[node].op
        by_sign = op is not None and bool(OPS[op].signs)
        return f"({name})" if by_sign and not PLAIN.fullmatch(name) else name

    def derivative(self, of: int, by: int) -> str:
        """`∂e/∂b`."""
        return f"∂{self.bracketed(of)}/∂{self.bracketed(by)}"

    def formula(self, node: Node) -> str:
        """What a node does to its inputs, by their names: `a + b`, `sin(x)`."""
        row = row_of(node)
        named = self.bracketed if row.signs else self.name
        return written(row, node, [named(source) for source in node.inputs])

    def numbers(self, node: Node, values: Sequence[Value]) -> str:
        """The same with its inputs' values; nothing where tensors are too large to list."""
        row, xs = row_of(node), [values[source] for source in node.inputs]
        if not xs or sum(map(np.size, xs)) > FEW:
            return ""
        shown = [brief(x) for x in xs]
        if row.signs:
            shown = [
                shown[0] if _leads(row) else minus_bracketed(shown[0]),
                *map(minus_bracketed, shown[1:]),
            ]
        return written(row, node, shown)


def _leads(row: Op) -> bool:
    """Does a minus in front of the first operand read rightly without brackets?"""
    return len(row.parameters) == 2 and row.name not in TIGHT


def written(row: Op, node: Node, operands: Sequence[str]) -> str:
    """An operation on operands that are already written."""
    if row.name == "index":
        return f"{operands[0]}[{index_text(node)}]"
    if row.signs and len(operands) == 2:
        space = "" if row.name in TIGHT else " "
        return f"{operands[0]}{space}{TIGHT.get(row.name, row.glyph)}{space}{operands[1]}"
    if row.signs:
        sign = row.signs[0]
        return f"{operands[0]}{sign}" if sign.startswith(".") else f"{row.glyph}{operands[0]}"
    if row.parameters and row.parameters[0].takes == "list":
        operands = ["[" + ", ".join(operands) + "]"]
    if row.name == "stack" and not node.settings:
        return operands[0]
    name = SHOWN_AS.get(row.name, row.name)
    return f"{name}({', '.join([*operands, *settings_text(row, node)])})"


def settings_text(row: Op, node: Node) -> list[str]:
    keywords = {parameter.name for parameter in row.parameters if parameter.keyword}
    return [
        f"{name}={setting}" if name in keywords else str(setting) for name, setting in node.settings
    ]


def index_text(node: Node) -> str:
    setting: Setting = dict(node.settings).get("index")
    entries = setting if isinstance(setting, tuple) else (setting,)
    return ", ".join(map(index_entry, entries))


def brief(value: Value) -> str:
    """A number; few entries in full; a larger tensor by its ends and its shape."""
    if isinstance(value, float) or np.size(value) <= FEW:
        return figure(value)
    entries = np.asarray(value)
    first, second, last = entries.flat[0], entries.flat[1], entries.flat[entries.size - 1]
    shown = f"{figure(float(first))}, {figure(float(second))}, …, {figure(float(last))}"
    return f"[{shown}] ({shape_text(entries.shape)})"


def signed(value: Value) -> str:
    """A value as it may follow a sign: a negative number stands in brackets."""
    return minus_bracketed(brief(value))


def minus_bracketed(number: str) -> str:
    return f"({number})" if number.startswith("-") else number
