"""The factored form in writing: in derivatives ∂e/∂d, in slopes by their rules, and in numbers."""

from __future__ import annotations

from typing import NamedTuple

from engine.paths.factoring import factor
from engine.paths.joined import Joined, Signs, leaves, without_ones, written
from engine.paths.labels import Labels, number
from engine.paths.links import Link, Network

LONGEST = 200  # links; a longer formula would not be read
TYPED = Signs(" + ", "·", "(", ")")
LATEX = Signs(" + ", r" \cdot ", r"\left(", r"\right)")


class Formula(NamedTuple):
    """One derivative, written along the way from the source to the target."""

    text: str  # ∂c/∂b·∂e/∂c
    latex: str
    slopes: str  # the same by the rules, without factors that are always 1: d
    slopes_latex: str
    numbers: str  # 1·2
    slopes_numbers: str  # 2
    value: float


class Writing:
    """Writes what the folding of one network has joined."""

    def __init__(self, between: Network, *, onward: bool = False) -> None:
        self._between = between
        self._labels = Labels(between.graph)
        self._onward = onward  # a line stands for ∂v/∂source, else for ∂target/∂v
        self._inner: dict[tuple[int, int], Joined | None] = {}  # by edge in and output

    def formula(self, joined: Joined) -> Formula | None:
        """None where it would be too long to be read."""
        if sum(1 for _ in leaves(joined)) > LONGEST:
            return None
        short = without_ones(joined, self.is_one, self._opened)
        return Formula(
            written(joined, self._name, TYPED),
            written(joined, self._name_latex, LATEX),
            written(short, self._slope, TYPED),
            written(short, self._slope_latex, LATEX),
            written(joined, _number, TYPED),
            written(short, _number, TYPED),
            joined.value,
        )

    def of(self, node: int) -> str:
        """What the line of a node stands for."""
        return self._labels.ratio(*self._ends(node))

    def of_latex(self, node: int) -> str:
        return self._labels.ratio_latex(*self._ends(node))

    def _ends(self, node: int) -> tuple[int, int]:
        return (node, self._between.source) if self._onward else (self._between.target, node)

    def _name(self, leaf: Joined) -> str:
        if isinstance(leaf.leaf, int):
            return self.of(leaf.leaf)
        if leaf.leaf.within:
            return self._labels.ratio(leaf.leaf.target, leaf.leaf.source, self._which(leaf.leaf))
        return self._labels.derivative(leaf.leaf.edge)

    def _name_latex(self, leaf: Joined) -> str:
        if isinstance(leaf.leaf, int):
            return self.of_latex(leaf.leaf)
        if leaf.leaf.within:
            which = self._which(leaf.leaf)
            return self._labels.ratio_latex(leaf.leaf.target, leaf.leaf.source, which)
        return self._labels.derivative_latex(leaf.leaf.edge)

    def _which(self, link: Link) -> str:
        """Its place among the links side by side with it."""
        beside = [
            each.edge
            for each in self._between.links
            if (each.source, each.target) == (link.source, link.target)
        ]
        return str(sorted(beside).index(link.edge) + 1) if len(beside) > 1 else ""

    def _slope(self, leaf: Joined) -> str:
        edge = _edge(leaf)
        return self._name(leaf) if edge is None else self._labels.slope(edge)

    def _slope_latex(self, leaf: Joined) -> str:
        edge = _edge(leaf)
        return self._name_latex(leaf) if edge is None else self._labels.slope_latex(edge)

    def is_one(self, leaf: Joined) -> bool:
        """Whether a link carries 1 by its rule, whatever the values are."""
        edge = _edge(self._opened(leaf)) if leaf.parts is None else None
        return edge is not None and self._labels.is_one(edge)

    def _opened(self, leaf: Joined) -> Joined:
        """A stride through a group as what stands inside it, where that is one formula."""
        link = leaf.leaf
        if isinstance(link, int) or not link.within:
            return leaf
        way = link.edge, link.target
        if way not in self._inner:
            self._inner[way] = self._formula_of(link)
        return self._inner[way] or leaf

    def _formula_of(self, link: Link) -> Joined | None:
        found = factor(Network(self._between.graph, link.source, link.target, link.within))
        if found is None or len(found.back) > 1:
            return None
        return without_ones(found.back[0].joined, self.is_one)


def _number(leaf: Joined) -> str:
    return number(leaf.value)


def _edge(leaf: Joined) -> int | None:
    """The edge of a leaf that is one, and nothing more."""
    link = leaf.leaf
    if leaf.parts is not None or isinstance(link, int) or link.within:
        return None
    return link.edge
