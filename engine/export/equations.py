"""The derivation as aligned equations: values forward, then each gradient as a sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from engine.export import escape
from engine.export.shown import Shown
from engine.figures import figure
from engine.local import Local
from engine.mathematics import Value
from engine.node import Node
from engine.words import say
from engine.writing.formula import one_step
from engine.writing.notation import ATOM, Written, name_latex, number_latex

LONGEST = 12  # entries of a tensor that are still written out
PREAMBLE = r"""\documentclass{article}
\usepackage{amsmath, amssymb}
\allowdisplaybreaks
"""
CHINESE = r"""\usepackage{ctex} % xelatex
"""


class Equations:
    """One program's equations, as far as the step that is shown."""

    def __init__(self, shown: Shown) -> None:
        self.shown, self.graph = shown, shown.tape.graph
        self.done = shown.run.steps[: shown.step]
        bound = {binding.node for binding in self.graph.bindings}
        self.names = {node.id: self._name(node, bound) for node in self.graph.nodes}
        self.values = {number: _number(value) for number, value in enumerate(shown.run.values)}

    def document(self) -> str:
        """A whole file, ready to be set."""
        parts = [*self._typed()]
        for key, lines in (("forward", self.forward()), ("reverse", self.reverse())):
            written = list(lines)
            if written:
                heading = say(f"text_{key}", self.shown.language, {})
                parts += [rf"\section*{{{heading}}}", r"\begin{align*}"]
                parts += [" \\\\\n".join(written), r"\end{align*}"]
        body = "\n".join(parts)
        chinese = CHINESE if any(ord(each) >= 0x2E80 for each in body) else ""
        return f"{PREAMBLE}{chinese}\\begin{{document}}\n{body}\n\\end{{document}}\n"

    def forward(self) -> Iterator[str]:
        """`c &= a + b = 2 + 1 = 3`"""
        for step in self.done:
            if step.phase == "forward":
                node = self.graph.nodes[step.node]
                parts = [self.names[node.id].text]
                if node.op is not None:
                    parts += self._right(node)
                parts.append(self.values[node.id].text)
                yield _aligned(parts)

    def reverse(self) -> Iterator[str]:
        """Each gradient whose last contribution has arrived."""
        whole = [step for step in self.done if step.phase == "reverse"]
        arriving: dict[int, list[int]] = defaultdict(list)
        for step in whole:
            if step.kind == "pull":
                arriving[step.node].append(step.edge or 0)
        for step in whole:
            if step.kind == "seed":
                yield _aligned([self._slope(step.node), "1"])
            elif step.complete:
                products = [self._product(edge) for edge in arriving[step.node]]
                numbers = [self._factors(edge) for edge in arriving[step.node]]
                parts = [self._slope(step.node), " + ".join(products)]
                if all(numbers):
                    parts.append(" + ".join(filter(None, numbers)))
                yield _aligned([*parts, _number(step.total).text])

    def _typed(self) -> Iterator[str]:
        """The program as it was typed, line by line."""
        yield r"\begin{flushleft}\ttfamily"
        for line in self.shown.source.splitlines():
            yield rf"\mbox{{{escape.latex(line) or '~'}}}\\"
        yield r"\end{flushleft}"

    def _right(self, node: Node) -> Iterator[str]:
        """The formula in names, and in numbers where all of them are single."""
        yield one_step(self.graph, node, self.names).text
        if node.inputs and not any(self.shown.tape.shapes[each] for each in node.inputs):
            yield one_step(self.graph, node, self.values).text

    def _slope(self, node: int) -> str:
        return self._partial(self.shown.tape.output, node)

    def _partial(self, of: int, by: int) -> str:
        return rf"\frac{{\partial {self.names[of].text}}}{{\partial {self.names[by].text}}}"

    def _product(self, number: int) -> str:
        edge = self.graph.edges[number]
        return rf"{self._slope(edge.target)} \cdot {self._partial(edge.target, edge.source)}"

    def _factors(self, number: int) -> str:
        """`3 \\cdot 1`, where both are numbers."""
        edge, local = self.graph.edges[number], self.shown.run.local[number]
        upstream = self.shown.run.gradients[edge.target]
        if isinstance(local, Local) or local is None or not isinstance(upstream, float):
            return ""
        return rf"{_number(upstream).within(ATOM)} \cdot {_number(local).within(ATOM)}"

    def _name(self, node: Node, bound: set[int]) -> Written:
        """Its own name; a written number stands for itself; the rest are v with a number."""
        if node.kind == "constant":
            return _number(self.shown.run.values[node.id])
        if node.kind == "input" or node.id in bound:
            return Written(name_latex(self.graph.names[node.id]), ATOM)
        return Written(f"v_{{{node.id}}}", ATOM)


def equations(shown: Shown) -> str:
    """The derivation as a LaTeX document."""
    return Equations(shown).document()


def _number(value: Value | None) -> Written:
    if value is None:
        return Written("-", ATOM)
    if isinstance(value, float):
        text = "\\text{NaN}" if np.isnan(value) else _short(value)
        # 7.4 · 10⁴² is a product, and a power of it is one of the whole
        return Written(text, ATOM if value >= 0 and "10^" not in text else 0)
    if np.size(value) > LONGEST or np.ndim(value) > 2 or not np.size(value):
        shape = r" \times ".join(map(str, value.shape))
        return Written(rf"\mathbb{{R}}^{{{shape}}}", ATOM)
    rows = np.atleast_2d(value) if np.ndim(value) == 2 else np.reshape(value, (-1, 1))
    body = r" \\ ".join(" & ".join(map(_short, row)) for row in rows.tolist())
    return Written(rf"\begin{{pmatrix}}{body}\end{{pmatrix}}", ATOM)


def _short(value: float) -> str:
    """In four digits."""
    if not np.isfinite(value):
        return r"\text{NaN}" if np.isnan(value) else number_latex(value)
    return number_latex(float(figure(value)))


def _aligned(parts: list[str]) -> str:
    first, *rest = dict.fromkeys(parts)
    return f"{first} &" + " ".join(f"{_sign(part)} {part}" for part in rest)


def _sign(part: str) -> str:
    """A tensor that is too large to be written out is told by the space that it lies in."""
    return r"\in" if part.startswith(r"\mathbb") else "="
