"""A graph of single numbers laid flat: one row of cells, and two short loops over operations.

A node's cell is followed by one cell for the partial of each of its edges, so that memory is
walked straight through, there and back. The way back crosses only what some input moves. With a
vector in every cell, the loops run on many points at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from engine.collector import waiting
from engine.elementwise import NOT_ORDINARY, apply, product
from engine.graph import Graph
from engine.mathematics import Mathematics, Value, array
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


class Way(NamedTuple):
    """An edge of an uncommon operation, where a derivative crosses."""

    edge: int
    source: int


class Flat:
    """The operations of a graph whose nodes are all single numbers, ready to be run."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.cells: list[int] = []  # of every node
        self._there: list[tuple[Rule, int, int, int]] = []  # rule, cell, and the cells it reads
        self._back: list[tuple[int, int, int, int]] = []  # cell, first edge, where edges lead
        self._ways: dict[int, tuple[bool, list[Way]]] = {}  # whether it stops, by an uncommon cell
        self._moving: set[int] = set()  # the cells that some input moves
        self._blank: list[Value] = []
        with waiting():
            self._lay_all()
        self._inputs = [self.cells[node.id] for node in graph.inputs]

    def _lay_all(self) -> None:
        for _, kind, op, inputs, _, _, value, _, _ in self.graph.nodes:
            slot = len(self._blank)
            self.cells.append(slot)
            self._blank.append(value if kind == "constant" else None)
            if op is not None:
                self._lay(op, slot, [self.cells[source] for source in inputs])
            elif kind != "constant":
                self._moving.add(slot)

    def _lay(self, op: str, slot: int, sources: list[int]) -> None:
        """An operation: how it is computed, and where its gradient goes."""
        self._blank += [None] * len(sources)
        rule, operands, stops = FORMS[op]
        first = sources[0]
        second = UNCOMMON if len(sources) != operands else ALONE if operands == 1 else sources[1]
        self._there.append((rule, slot, first, second))
        if stops or second == UNCOMMON:
            self._lay_uncommon(op, slot, sources)
        elif first in self._moving:
            self._moving.add(slot)
            self._back.append((slot, slot + 1, first, second if second in self._moving else ALONE))
        elif second in self._moving:
            self._moving.add(slot)
            self._back.append((slot, slot + 2, second, ALONE))

    def _lay_uncommon(self, op: str, slot: int, sources: list[int]) -> None:
        ways = [
            Way(slot + 1 + port, cell)
            for port, cell in enumerate(sources)
            if port not in OPS[op].blind and cell in self._moving
        ]
        if ways:
            self._moving.add(slot)
            self._ways[slot] = FORMS[op].stops, ways
            self._back.append((slot, UNCOMMON, UNCOMMON, UNCOMMON))

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
        found = self.arrived(totals, wrt)
        totals.reverse()  # memory is given back in the order in which the next run wants it
        return cells[self.cells[output]], found

    def forward(self, m: Mathematics, point: Sequence[Value]) -> list[Value]:
        """All cells: the value of every node, the partial of every edge."""
        cells = self._blank.copy()
        for slot, value in zip(self._inputs, point, strict=True):
            cells[slot] = value
        for rule, slot, first, second in self._there:
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
        for slot, edge, first, second in reversed(self._back):
            total = totals[slot]
            if total is None:
                continue
            if second == UNCOMMON:
                self._pull(slot, total, cells, totals)
                continue
            share, before = total * cells[edge], totals[first]
            if before is not None:
                share += before  # in place: a product belongs to nobody else
            totals[first] = share
            if second >= 0:
                share, before = total * cells[edge + 1], totals[second]
                if before is not None:
                    share += before
                totals[second] = share
        return totals

    def arrived(self, totals: Sequence[Value], wrt: Sequence[int]) -> list[Value]:
        """The gradient of each of some nodes; 0 where the output does not hear of it."""
        return [0.0 if (total := totals[self.cells[of]]) is None else total for of in wrt]

    def _pull(self, slot: int, total: Value, cells: list[Value], totals: list[Value]) -> None:
        stops, ways = self._ways[slot]
        for edge, source in ways:
            share, before = product(total, cells[edge], stops=stops), totals[source]
            totals[source] = share if before is None else before + share
