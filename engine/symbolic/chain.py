"""Derivatives as expressions: the reverse sweep with formulas instead of numbers."""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import sympy as sp

from engine.errors import BadArgument, TooLong
from engine.graph import Graph
from engine.node import Node
from engine.ops import OPS, left_out, row_of
from engine.ops.entries import Expression
from engine.symbolic.algebra import exact
from engine.symbolic.kept import slopes
from engine.symbolic.partials import operands, partial
from engine.writing.formula import nodes_of

LARGEST = 4_000  # names, numbers and signs of one derivative before anything cancels


def derivatives(
    graph: Graph, output: int, wrt: Sequence[int], meanings: Mapping[int, Expression]
) -> dict[int, Expression]:
    """∂output/∂input for each input in `wrt`; 0 where the output does not depend on it."""
    if any(row_of(node).rule is None for node in _operations(graph, output)):
        read = [of for of in wrt if of in meanings]
        found = slopes(meanings[output], [meanings[of] for of in read])
        return dict.fromkeys(wrt, sp.S.Zero) | dict(zip(read, found, strict=True))
    sweep = _Sweep(graph, meanings, {output: sp.S.One}, {output: 1})
    for node in reversed(_operations(graph, output)):
        if node.id in sweep.totals:
            sweep.pull(node)
    return {of: sweep.totals.get(of, sp.S.Zero) for of in wrt}


class _Sweep(NamedTuple):
    """The gradients found so far, and about how long each of them is."""

    graph: Graph
    meanings: Mapping[int, Expression]
    totals: dict[int, Expression]
    lengths: dict[int, int]

    def pull(self, node: Node) -> None:
        row, xs = row_of(node), _operands(node, self.meanings)
        names = dict(zip(operands(row), xs, strict=True))
        lengths = [int(sp.count_ops(x)) for x in xs]
        for port, source in enumerate(node.inputs):
            own, uses = _weight(row.name, port)
            if own and not self.meanings[source].is_number:
                inside = sum(map(operator.mul, uses, lengths))
                self._reserve(source, self.lengths[node.id] + own + inside)
                share = self.totals[node.id] * partial(row, port).xreplace(names)
                self.totals[source] = self.totals.get(source, sp.S.Zero) + share

    def _reserve(self, source: int, length: int) -> None:
        """Refuse a formula that grows too long before it is written, unless terms cancelled."""
        length += self.lengths.get(source, 0)
        if length > LARGEST:
            length += int(sp.count_ops(self.totals.get(source, 0))) - self.lengths.get(source, 0)
        if length > LARGEST:
            raise TooLong("formula_too_large", n=length, max=LARGEST)
        self.lengths[source] = length


def _operands(node: Node, meanings: Mapping[int, Expression]) -> list[Expression]:
    """What stands for each operand of the row; one that was left out has its default."""
    given = [meanings[source] for source in node.inputs]
    return given + [exact(float(each.default or "nan")) for each in left_out(node)]


def _operations(graph: Graph, output: int) -> list[Node]:
    return [node for node in nodes_of(graph, output) if node.op is not None]


@cache
def _weight(op: str, port: int) -> tuple[int, tuple[int, ...]]:
    """How many signs a local derivative has (none: it is 0), how often it names each operand."""
    row = OPS[op]
    slope = partial(row, port)
    if slope is None:
        raise BadArgument("no_closed_form", x=op)
    names = [part for part in sp.preorder_traversal(slope) if part.is_Symbol]
    own = 1 + int(sp.count_ops(slope)) if slope else 0
    return own, tuple(names.count(each) for each in operands(row))
