"""A row of the table as a reference shows it: how it is typed, its formula, its derivatives."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from engine.errors import EngineError
from engine.op import Op, Parameter
from engine.ops import OPS
from engine.parse import parse
from engine.symbolic.partials import partial
from engine.symbolic.typed import text_of
from engine.writing import formula

# what stands for an argument that is no plain value
STANDS_FOR = {"list": "[a, b]", "shape": "(2, 3)", "whole": "2", "condition": "a > b"}


class Reference(NamedTuple):
    """What can be looked up about one operation."""

    typed: str  # an example of how a person types it
    latex: str | None
    partials: tuple[str | None, ...]  # per operand, as LaTeX; whole tensors: the reverse rule


@cache
def reference(name: str) -> Reference:
    """Found once: sympy takes a moment for it."""
    row = OPS[name]
    typed = example(row)
    return Reference(typed, _latex(typed), tuple(_partials(row)))


def example(row: Op) -> str:
    """`a + b`, `sin(x)`, `A.T`, `x[0]`"""
    operands = [_operand(each) for each in row.parameters if each.default is None]
    if row.name == "index":
        return f"{operands[0]}[0]"
    if row.callable and not row.signs:
        return f"{row.name}({', '.join(operands)})"
    sign = row.signs[0]
    if len(operands) == 2:
        return f"{operands[0]} {sign} {operands[1]}"
    return f"{operands[0]}{sign}" if sign.startswith(".") else f"{sign}{operands[0]}"


def _operand(parameter: Parameter) -> str:
    return STANDS_FOR.get(parameter.takes, parameter.name)


def _latex(typed: str) -> str | None:
    """Comparisons are typed only inside a choice: they have no formula of their own."""
    try:
        graph = parse(typed)
    except EngineError:
        return None
    return formula.latex(graph, graph.output)


def _partials(row: Op) -> list[str | None]:
    if row.rule is None:
        return [row.pulled(port) for port in range(len(row.pulls))]
    slopes = (partial(row, port) for port in range(len(row.parameters)))
    return [None if slope is None else _latex(text_of(slope)) for slope in slopes]
