"""From a sum over paths to the factored form that the sweeps amount to.

Two edges side by side become one that carries their sum; two in a row become one that carries
their product. Where that leads to a single edge, it holds the whole derivative, factored. Where it
does not, each node that is left gets a line of its own, as in the reverse sweep.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal, NamedTuple

from engine.figures import figure
from engine.graph import Graph
from engine.paths import Extent, Factors, extent
from engine.tape import Tape

LONGEST = 600  # edges; a longer formula would not be read


class Formula(NamedTuple):
    """A part of the factored form: in names, in numbers, in LaTeX, and its value."""

    names: str
    numbers: str
    latex: str
    value: float
    multiplications: int
    additions: int
    is_sum: bool = False


class Fold(NamedTuple):
    """One step of the folding: what was joined into one edge from `source` to `target`."""

    kind: Literal["parallel", "series"]
    source: int
    target: int
    through: int | None  # the node that a series fold removes
    formula: Formula


class Line(NamedTuple):
    """`∂e/∂v = …` for a node that could not be folded away; the last line is the derivative."""

    node: int
    formula: Formula


class Factored(NamedTuple):
    folds: tuple[Fold, ...]
    lines: tuple[Line, ...]

    @property
    def value(self) -> float:
        return self.lines[-1].formula.value

    @property
    def multiplications(self) -> int:
        return sum(line.formula.multiplications for line in self.lines)

    @property
    def additions(self) -> int:
        return sum(line.formula.additions for line in self.lines)


def listed_cost(found: Extent) -> tuple[int, int]:
    """Multiplications and additions when every path is written out: k edges need k − 1 products."""
    return max(found.edges - found.paths, 0), max(found.paths - 1, 0)


def factor(tape: Tape, factors: Factors) -> Factored | None:
    """The factored form of a derivative, or None where it is too long or holds tensors."""
    numbers = {edge: number for edge, number in factors.items() if number is not None}
    if len(numbers) < len(factors) or len(numbers) > LONGEST or not extent(tape).paths:
        return None
    return _Folding(tape, numbers).run()


class _Folding:
    """The graph of the paths while it shrinks: at most one joined edge between two nodes."""

    def __init__(self, tape: Tape, numbers: Mapping[int, float]) -> None:
        (self.source,) = tape.wrt
        self.target = tape.output
        self.graph = tape.graph
        self.folds: list[Fold] = []
        self.after: dict[int, dict[int, Formula]] = defaultdict(dict)
        self.before: dict[int, set[int]] = defaultdict(set)
        for pull in tape.pulls:
            one = edge_formula(tape.graph, pull.source, pull.target, numbers[pull.edge])
            self._join(pull.source, pull.target, one)

    def run(self) -> Factored:
        waiting = [node for node in self.after if node != self.source]
        while waiting:
            node = waiting.pop()
            if len(self.before[node]) == 1 and len(self.after[node]) == 1:
                waiting.extend(end for end in self._pass_over(node) if end in self.after)
                waiting = [end for end in waiting if end not in (self.source, self.target)]
        return Factored(tuple(self.folds), self._lines())

    def _join(self, source: int, target: int, formula: Formula) -> None:
        """Lay an edge; where there is one already, the two become their sum."""
        there = self.after[source].get(target)
        if there is not None:
            formula = plus(there, formula)
            self.folds.append(Fold("parallel", source, target, None, formula))
        self.after[source][target] = formula
        self.before[target].add(source)

    def _pass_over(self, node: int) -> tuple[int, int]:
        """A node with one edge in and one edge out becomes part of a single edge."""
        (source,), (target,) = self.before.pop(node), self.after[node]
        formula = times(self.after.pop(node)[target], self.after[source].pop(node))
        self.before[target].discard(node)
        self.folds.append(Fold("series", source, target, node, formula))
        self._join(source, target, formula)
        return source, target

    def _lines(self) -> tuple[Line, ...]:
        """The derivative by each node that is left, from the target back to the source."""
        known: dict[int, Formula] = {}
        lines = []
        for node in sorted(self.after, reverse=True):
            if node == self.target:
                continue
            parts = [self._onward(formula, end, known) for end, formula in self.after[node].items()]
            formula = parts[0]
            for part in parts[1:]:
                formula = plus(formula, part)
            lines.append(Line(node, formula))
            known[node] = edge_formula(self.graph, node, self.target, formula.value)
        return tuple(lines)

    def _onward(self, formula: Formula, end: int, known: Mapping[int, Formula]) -> Formula:
        return formula if end == self.target else times(known[end], formula)


def edge_formula(graph: Graph, source: int, target: int, value: float) -> Formula:
    """A single edge: ∂target/∂source."""
    above, below = graph.names[target], graph.names[source]
    latex = rf"\frac{{\partial {_latex(above)}}}{{\partial {_latex(below)}}}"
    return Formula(f"∂{_short(above)}/∂{_short(below)}", _signed(value), latex, value, 0, 0)


def plus(a: Formula, b: Formula) -> Formula:
    return Formula(
        f"{a.names} + {b.names}",
        f"{a.numbers} + {b.numbers}",
        f"{a.latex} + {b.latex}",
        a.value + b.value,
        a.multiplications + b.multiplications,
        a.additions + b.additions + 1,
        is_sum=True,
    )


def times(a: Formula, b: Formula) -> Formula:
    return Formula(
        f"{_wrap(a.names, a)}·{_wrap(b.names, b)}",
        f"{_wrap(a.numbers, a)}·{_wrap(b.numbers, b)}",
        rf"{_wrap(a.latex, a)} \cdot {_wrap(b.latex, b)}",
        a.value * b.value,
        a.multiplications + b.multiplications + 1,
        a.additions + b.additions,
    )


def _wrap(text: str, formula: Formula) -> str:
    return f"({text})" if formula.is_sum else text


def _signed(value: float) -> str:
    text = figure(value)
    return f"({text})" if text.startswith("-") else text


def _short(name: str) -> str:
    return (
        name if name.replace("_", "").replace("@", "").replace("#", "").isalnum() else f"({name})"
    )


def _latex(name: str) -> str:
    """Any name as upright text: it may hold signs that LaTeX would read."""
    plain = name.translate({ord(sign): " " for sign in "\\{}$&#^_%~"})
    return rf"\mathrm{{{name}}}" if name.isalnum() else rf"\text{{{plain}}}"
