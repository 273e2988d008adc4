"""A graph of single numbers laid flat: one row of cells, and two short loops over columns.

A node's cell is followed by one cell for the partial of each of its edges, so that memory is
walked straight through, there and back. Each operation has a place in every column: its rule, its
cell, the cells that it reads. With a vector in every cell, the loops run on many points at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from engine.elementwise import NOT_ORDINARY, apply, product
from engine.graph import Graph
from engine.mathematics import Mathematics, Value, array
from engine.node import Node
from engine.op import Op, Rule
from engine.ops import OPS, ROWS

ALONE, UNCOMMON = -1, -2  # in place of a second operand: there is none, or the form is not common


class Form(NamedTuple):
    """How the loops treat an operation."""

    rule: Rule
    operands: int  # one or two, each with a partial; 0 where it is otherwise
    stops: bool  # a gate: what is shut passes nothing on


def _form(row: Op) -> tuple[str, Form]:
    assert row.rule is not None
    operands = len(row.parameters)
    return row.name, Form(row.rule, 0 if row.blind or operands > 2 else operands, row.stops)


FORMS = dict(_form(row) for row in ROWS if row.rule is not None)


def _second(sources: Sequence[int], operands: int) -> int:
    if len(sources) != operands:
        return UNCOMMON
    return ALONE if operands == 1 else sources[1]


class Way(NamedTuple):
    """An edge of an uncommon operation, where a derivative crosses."""

    edge: int
    source: int


class Flat:
    """The operations of a graph whose nodes are all single numbers, ready to be run."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.cells: list[int] = []  # of every node
        self.rules: list[Rule] = []  # and further columns, of every operation: its rule,
        self.slots: list[int] = []  # its cell,
        self.firsts: list[int] = []  # the cells that it reads,
        self.seconds: list[int] = []
        self.returns: list[int] = []  # and `seconds` for the way back, where gates are uncommon
        self._ways: dict[int, tuple[bool, list[Way]]] = {}  # whether it stops, by an uncommon cell
        self._blank: list[Value] = []
        for node in graph.nodes:
            self._lay(node)
        self._inputs = [self.cells[node.id] for node in graph.inputs]

    def _lay(self, node: Node) -> None:
        slot, sources = len(self._blank), [self.cells[source] for source in node.inputs]
        self.cells.append(slot)
        self._blank.append(node.value if node.kind == "constant" else None)
        self._blank += [None] * len(sources)
        if node.op is None:
            return
        rule, operands, stops = FORMS[node.op]
        second = _second(sources, operands)
        self.rules.append(rule)
        self.slots.append(slot)
        self.firsts.append(sources[0])
        self.seconds.append(second)
        self.returns.append(UNCOMMON if stops else second)
        if self.returns[-1] == UNCOMMON:
            blind = OPS[node.op].blind
            ways = [Way(slot + 1 + k, cell) for k, cell in enumerate(sources) if k not in blind]
            self._ways[slot] = stops, ways

    @cached_property
    def edges(self) -> list[int]:
        """The cell of every edge: those that are no node's."""
        return sorted({*range(len(self._blank))}.difference(self.cells))

    def gradient(
        self, m: Mathematics, point: Sequence[Value], output: int, wrt: Sequence[int]
    ) -> tuple[Value, list[Value]]:
        """The value of a node, and its derivative by each of some nodes."""
        cells = self.forward(m, point)
        totals = self.reverse(output, cells)
        found = [0.0 if (total := totals[self.cells[of]]) is None else total for of in wrt]
        totals.reverse()  # memory is given back in the order in which the next run wants it
        return cells[self.cells[output]], found

    def forward(self, m: Mathematics, point: Sequence[Value]) -> list[Value]:
        """All cells: the value of every node, the partial of every edge."""
        cells = self._blank.copy()
        for slot, value in zip(self._inputs, point, strict=True):
            cells[slot] = value
        columns = (self.rules, self.slots, self.firsts, self.seconds)
        for rule, slot, first, second in zip(*columns, strict=True):
            try:
                if second >= 0:
                    cells[slot], cells[slot + 1], cells[slot + 2] = rule(
                        m, cells[first], cells[second]
                    )
                elif second == ALONE:
                    cells[slot], cells[slot + 1] = rule(m, cells[first])
                else:
                    self._compute(m, slot, cells)
            except NOT_ORDINARY:
                self._compute(array, slot, cells)
        return cells

    def _compute(self, m: Mathematics, slot: int, cells: list[Value]) -> None:
        node = self.graph.nodes[bisect_left(self.cells, slot)]
        operands = [cells[self.cells[source]] for source in node.inputs]
        answer = apply(FORMS[node.op or ""].rule, m, operands)
        # a default that nobody typed has a slope, but no edge
        for place, number in enumerate(answer[: 1 + len(operands)], slot):
            cells[place] = number

    def reverse(self, output: int, cells: list[Value]) -> list[Value]:
        """By cell, the gradient of every node that the output hears of; None elsewhere."""
        totals: list[Value] = [None] * len(cells)
        totals[self.cells[output]] = 1.0
        columns = (self.slots, self.firsts, self.returns)
        for slot, first, second in zip(*map(reversed, columns), strict=True):
            total = totals[slot]
            if total is None:
                continue
            if second == UNCOMMON:
                self._pull(slot, total, cells, totals)
                continue
            share, before = total * cells[slot + 1], totals[first]
            if before is not None:
                share += before  # in place: a product belongs to nobody else
            totals[first] = share
            if second >= 0:
                share, before = total * cells[slot + 2], totals[second]
                if before is not None:
                    share += before
                totals[second] = share
        return totals

    def _pull(self, slot: int, total: Value, cells: list[Value], totals: list[Value]) -> None:
        stops, ways = self._ways[slot]
        for edge, source in ways:
            share, before = product(total, cells[edge], stops=stops), totals[source]
            totals[source] = share if before is None else before + share
