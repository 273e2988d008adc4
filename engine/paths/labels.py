"""What an edge is called in a formula: ∂d/∂b, or its slope by the rule, or its number.

x*x has two edges from x; there ∂₁ and ∂₂ say which operand is meant.
"""

from __future__ import annotations

from functools import cache

from engine.figures import figure
from engine.graph import Graph
from engine.parse.ranks import MULTIPLIES, RAISES
from engine.symbolic.rules import EdgeFormulas
from engine.symbolic.slopes import slope
from engine.writing.formula import LATEX_BRACKETS
from engine.writing.notation import Written
from engine.writing.phrases import Phrases

LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class Labels:
    """The names of one graph's edges."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._phrases = Phrases(graph)
        self._formulas = EdgeFormulas(graph)
        self._slope = cache(lambda edge: slope(graph, edge))

    def derivative(self, edge: int) -> str:
        """`∂d/∂b`"""
        _, source, target, _ = self._graph.edges[edge]
        return self.ratio(target, source, self._which(edge))

    def derivative_latex(self, edge: int) -> str:
        _, source, target, _ = self._graph.edges[edge]
        return self.ratio_latex(target, source, self._which(edge))

    def ratio(self, of: int, by: int, which: str = "") -> str:
        """`∂d/∂b`; `which` of the ways, where there are several side by side."""
        return f"∂{which.translate(LOWERED)}{self._phrases.derivative(of, by).removeprefix('∂')}"

    def ratio_latex(self, of: int, by: int, which: str = "") -> str:
        r"""`\frac{\partial d}{\partial b}`"""
        plain = self._formulas.derivative(of, by)
        return plain.replace(r"\partial", rf"\partial_{{{which}}}", 1) if which else plain

    def slope(self, edge: int) -> str:
        """`d` for ∂(c*d)/∂c; the derivative's own sign where the rule has no formula."""
        found: Written | None = self._slope(edge)
        return self.derivative(edge) if found is None else _factor(found, ("(", ")"))

    def slope_latex(self, edge: int) -> str:
        _, _, target, port = self._graph.edges[edge]
        found = self._formulas.slope(target, port)
        if found is None:
            return self.derivative_latex(edge)
        return _factor(found, LATEX_BRACKETS)

    def is_one(self, edge: int) -> bool:
        """Whether the rule says 1 whatever the values are, as for a sum."""
        found: Written | None = self._slope(edge)
        return found is not None and found.text == "1"

    def _which(self, edge: int) -> str:
        """The number of the operand, where the source is used more than once."""
        _, source, target, port = self._graph.edges[edge]
        used = self._graph.nodes[target].inputs.count(source)
        return str(port + 1) if used > 1 else ""


def _factor(written: Written, brackets: tuple[str, str]) -> str:
    """As it may stand in a product; a minus and a quotient are kept together."""
    loose = written.text.startswith("-") or "/" in written.text
    return written.within(RAISES if loose else MULTIPLIES, brackets)


def number(value: float) -> str:
    """A factor as a number; a negative one in brackets."""
    text = figure(value)
    return f"({text})" if text.startswith("-") else text
