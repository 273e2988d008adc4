"""A graph of single numbers laid flat: one column for each question, and two short loops.

Each operation has a place in every column: its rule, the slot that its value goes to, its first
edge, the slots that it reads. The loops run on floats and, with a vector in every slot, on many
points at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

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


class Flat:
    """The operations of a graph whose nodes are all single numbers, ready to be run."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.rules: list[Rule] = []
        self.slots: list[int] = []
        self.edges: list[int] = []
        self.firsts: list[int] = []
        self.seconds: list[int] = []
        self.careful: list[bool] = []  # the reverse loop has to look twice
        self.edge_count = self._lay()

    def _lay(self) -> int:
        rules, slots, edges = self.rules, self.slots, self.edges
        firsts, seconds, careful = self.firsts, self.seconds, self.careful
        edge = 0
        for slot, _, op, inputs, _, _, _, _, _ in self.graph.nodes:
            if op is None:
                continue
            rule, operands, stops = FORMS[op]
            count = len(inputs)
            rules.append(rule)
            slots.append(slot)
            edges.append(edge)
            firsts.append(inputs[0])
            seconds.append(UNCOMMON if count != operands else inputs[1] if count == 2 else ALONE)
            careful.append(stops or count != operands)
            edge += count
        return edge

    def blank(self) -> list[Value]:
        """Every node's slot; only the constants are filled in."""
        return [node.value if node.kind == "constant" else None for node in self.graph.nodes]

    def forward(self, m: Mathematics, values: list[Value]) -> list[Value]:
        """Fill in the value of every operation; the answer has the partial of every edge."""
        partials: list[Value] = [None] * self.edge_count
        columns = (self.rules, self.slots, self.edges, self.firsts, self.seconds)
        for rule, slot, edge, first, second in zip(*columns, strict=True):
            try:
                if second >= 0:
                    values[slot], partials[edge], partials[edge + 1] = rule(
                        m, values[first], values[second]
                    )
                elif second == ALONE:
                    values[slot], partials[edge] = rule(m, values[first])
                else:
                    self._compute(m, slot, edge, values, partials)
            except NOT_ORDINARY:
                self._compute(array, slot, edge, values, partials)
        return partials

    def _compute(
        self, m: Mathematics, slot: int, edge: int, values: list[Value], partials: list[Value]
    ) -> None:
        node = self.graph.nodes[slot]
        rule = FORMS[node.op or ""].rule
        values[slot], *slopes = apply(rule, m, [values[source] for source in node.inputs])
        kept = slopes[: len(node.inputs)]  # a default that nobody typed has a slope, but no edge
        partials[edge : edge + len(kept)] = kept

    def reverse(self, output: int, partials: list[Value]) -> list[Value]:
        """The gradient of every node that the output hears of; None for the others."""
        totals: list[Value] = [None] * len(self.graph.nodes)
        totals[output] = 1.0
        for slot, edge, first, second, careful in self._last_to_first():
            total = totals[slot]
            if total is None:
                continue
            if careful:
                self._pull(slot, edge, total, partials, totals)
                continue
            share, before = total * partials[edge], totals[first]
            if before is not None:
                share += before  # in place: a product belongs to nobody else
            totals[first] = share
            if second >= 0:
                share, before = total * partials[edge + 1], totals[second]
                if before is not None:
                    share += before
                totals[second] = share
        return totals

    def _last_to_first(self) -> Iterator[tuple[int, int, int, int, bool]]:
        return zip(
            reversed(self.slots),
            reversed(self.edges),
            reversed(self.firsts),
            reversed(self.seconds),
            reversed(self.careful),
            strict=True,
        )

    def _pull(
        self, slot: int, edge: int, total: Value, partials: list[Value], totals: list[Value]
    ) -> None:
        row = OPS[self.graph.nodes[slot].op or ""]
        for port, source in enumerate(self.graph.nodes[slot].inputs):
            if port not in row.blind:
                share = product(total, partials[edge + port], stops=row.stops)
                before = totals[source]
                totals[source] = share if before is None else before + share
