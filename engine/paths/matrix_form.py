"""Derivatives between tensors in matrix form: how a gradient is pulled back along each link.

Between tensors a factor is a whole matrix, and products do not commute. Each rule of the table says
what becomes of a gradient on its way back; along a path the rules are applied one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from engine.op import Shape
from engine.ops import row_of
from engine.paths.labels import Labels
from engine.paths.links import Link, Network
from engine.symbolic.rules import EdgeFormulas

LONGEST = 40  # edges of a path; a longer product would not be read
MOST_LINES = 40
ONE = "1"
NEEDLESS = re.compile(r"^1\\,|(?<=\\,)1\\,|^1 \\odot ")  # a factor 1 within a rule
COMPOSED = re.compile(r"(?!\{).*[\s,]")  # what braces hold together is one thing already


class MatrixLine(NamedTuple):
    """The derivative by one node: by the chain rule, and as its rules write it."""

    node: int
    text: str
    latex: str


class MatrixForm:
    """Writes pulls on one network."""

    def __init__(self, between: Network, shapes: Sequence[Shape]) -> None:
        self._between = between
        self._graph = between.graph
        self._shapes = shapes
        self._labels = Labels(between.graph)
        self._formulas = EdgeFormulas(between.graph)

    def path(self, edges: Sequence[int]) -> str | None:
        """What one path contributes: the gradient of the target, pulled back edge by edge."""
        if len(edges) > LONGEST:
            return None
        gradient = self._start()
        for edge in reversed(edges):
            gradient = self._pulled(edge, gradient)
        return gradient

    def lines(self) -> tuple[MatrixLine, ...] | None:
        """One for each node, from the target back, as the reverse sweep does it."""
        by_source = sorted(self._between.links, key=lambda link: -link.source)
        lines = [
            self._line(node, list(links))
            for node, links in groupby(by_source, key=lambda link: link.source)
        ]
        return tuple(lines) if len(lines) <= MOST_LINES else None

    def _line(self, node: int, links: Sequence[Link]) -> MatrixLine:
        target = self._between.target
        text = " + ".join(
            f"{self._labels.ratio(target, link.target)}·{self._labels.derivative(link.edge)}"
            if link.target != target
            else self._labels.derivative(link.edge)
            for link in links
        )
        latex = " + ".join(self._pulled(link.edge, self._of(link.target)) for link in links)
        return MatrixLine(node, text, latex)

    def _of(self, node: int) -> str:
        """The gradient that has arrived at a node."""
        target = self._between.target
        return self._start() if node == target else f"{{{self._labels.ratio_latex(target, node)}}}"

    def _start(self) -> str:
        """A single number's derivative by itself is 1; a tensor's gradient comes from above."""
        target = self._between.target
        if not self._shapes[target]:
            return ONE
        return rf"\overline{{{self._formulas.shown(target).text}}}"

    def _pulled(self, edge: int, gradient: str) -> str:
        """A gradient after the rule of one edge; what was stretched is summed back."""
        _, source, target, port = self._graph.edges[edge]
        row = row_of(self._graph.nodes[target])
        held = rf"\left({gradient}\right)" if COMPOSED.match(gradient) else gradient
        share = NEEDLESS.sub("", self._formulas.share(target, port, held))
        share = gradient if share == held else share
        stretched = row.rule is not None and self._shapes[source] != self._shapes[target]
        return rf"\textstyle\sum\left({share}\right)" if stretched else share
