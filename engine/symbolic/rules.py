"""How a gradient crosses an edge, as a formula: what the chain rule says where no number does.

For matrices a local derivative is no number but a rule: for Z = W @ A the gradient of W is the
gradient of Z times the transpose of A.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, cached_property
from typing import NamedTuple

import sympy as sp

from engine.graph import Graph
from engine.op import Op
from engine.ops import OPS, row_of
from engine.parse import parse
from engine.parse.ranks import MULTIPLIES
from engine.symbolic.algebra import exact
from engine.symbolic.partials import operands, partial
from engine.symbolic.typed import text_of
from engine.writing.formula import LATEX_BRACKETS, latex_with, one_step
from engine.writing.notation import ATOM, Written, name_latex, quoted

NO_NUMBER = (sp.zoo, sp.nan, sp.I)
MOST = 2_000  # edges
LONGEST = 200  # characters of LaTeX for a node that has no name of its own


class Rule(NamedTuple):
    """∂L/∂(one input) = its share of ∂L/∂(the node that uses it)."""

    edge: int
    node: int  # the input that the gradient arrives at
    latex: str


def rules(graph: Graph, output: int) -> tuple[Rule, ...]:
    """The rule of every edge on the way back from the output, in the order of the sweep.

    None where there are more than anybody reads.
    """
    if len(graph.edges) > MOST:
        return ()
    reached, found, words = {output}, [], EdgeFormulas(graph)
    for edge in sorted(graph.edges, key=lambda edge: (-edge.target, edge.port)):
        blind = row_of(graph.nodes[edge.target]).blind
        if edge.target not in reached or edge.port in blind:
            continue
        if graph.nodes[edge.source].kind != "constant":
            reached.add(edge.source)
            above = words.derivative(output, edge.target)
            left = words.derivative(output, edge.source)
            share = words.share(edge.target, edge.port, above)
            found.append(Rule(edge.id, edge.source, f"{left} = {share}"))
    return tuple(found)


class EdgeFormulas:
    """LaTeX for the edges of one graph, in the names of its nodes."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def derivative(self, of: int, by: int) -> str:
        r"""`\frac{\partial L}{\partial W}`."""
        over, under = (self.shown(node).within(ATOM, LATEX_BRACKETS) for node in (of, by))
        return rf"\frac{{\partial {over}}}{{\partial {under}}}"

    def share(self, node: int, port: int, gradient: str) -> str:
        """What the gradient of a node contributes to the input at a port."""
        rule = self._pulled(node, port, gradient)
        if rule is not None:
            return rule
        slope = self.slope(node, port)
        if slope is None:
            return rf"{gradient}\,{self.derivative(node, self.graph.nodes[node].inputs[port])}"
        if slope.text in ("1", "-1"):
            return slope.text[:-1] + gradient
        return rf"{gradient} \odot {slope.within(MULTIPLIES, LATEX_BRACKETS)}"

    def local(self, node: int, port: int, *, diagonal: bool) -> str:
        """What stands on an edge between tensors: a diagonal, or the rule that pulls back."""
        slope = self.slope(node, port) if diagonal else None
        if slope is None:
            return self.share(node, port, rf"\overline{{{self.shown(node).text}}}")
        if slope.text in ("1", "-1"):
            return slope.text[:-1] + "I"
        return rf"\operatorname{{diag}}\left({slope.text}\right)"

    def _pulled(self, node: int, port: int, gradient: str) -> str | None:
        row, sources = row_of(self.graph.nodes[node]), self.graph.nodes[node].inputs
        out, *operands = (
            self.shown(each).within(ATOM, LATEX_BRACKETS) for each in (node, *sources)
        )
        if any("{g}^" in rule for rule in row.pulls) and not gradient.startswith(r"\overline"):
            gradient = rf"\left({gradient}\right)"
        return row.pulled(port, operands, out, gradient)

    def slope(self, node: int, port: int) -> Written | None:
        """The local derivative of an elementwise operation, in the names of its operands."""
        row, sources = row_of(self.graph.nodes[node]), self.graph.nodes[node].inputs
        graph = partial_graph(row.name, port, constants_of(self.graph, node))
        if graph is None:
            return None
        return latex_with(graph, graph.output, letters(graph, row, sources, self.shown))

    def shown(self, node: int) -> Written:
        """A node by its name; one without, by its formula of names."""
        return self._shown[node]

    @cached_property
    def _shown(self) -> dict[int, Written]:
        graph, found = self.graph, dict[int, Written]()
        named = {binding.node for binding in graph.bindings} | {each.id for each in graph.inputs}
        for node in graph.nodes:
            written = None if node.id in named else one_step(graph, node, found)
            if written is None or len(written.text) > LONGEST:
                name = graph.names[node.id]
                text = name_latex(name) if node.id in named else quoted(name)
                written = Written(text, ATOM)
            found[node.id] = written
        return found


@cache
def partial_graph(name: str, port: int, constants: tuple[tuple[int, float], ...]) -> Graph | None:
    """A row's local derivative as a graph of its operands, some of which are numbers."""
    row = OPS[name]
    slope = partial(row, port)
    if slope is None:
        return None
    symbols = operands(row)
    if len(constants) < len(symbols):  # 9^9999999 is left to be read
        known = slope.xreplace({symbols[at]: exact(n) for at, n in constants})
        slope = slope if known.has(*NO_NUMBER) else known  # and so is x/0
    return parse(text_of(slope))


def letters(
    rule: Graph, row: Op, sources: Sequence[int], shown: Callable[[int], Written]
) -> dict[int, Written]:
    """What stands in a rule for each letter of the row's signature: the operand there."""
    operand = dict(zip((each.name for each in row.parameters), sources, strict=False))
    return {
        each.id: shown(operand[each.name or ""]) for each in rule.inputs if each.name in operand
    }


def constants_of(graph: Graph, node: int) -> tuple[tuple[int, float], ...]:
    sources = (graph.nodes[source] for source in graph.nodes[node].inputs)
    return tuple(
        (port, source.value)
        for port, source in enumerate(sources)
        if source.kind == "constant" and isinstance(source.value, float)
    )
