"""Each line of a program as mathematics: what it binds, an equals sign, and what was typed for it.

Names that other lines bind stand as they are, so that a line reads as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from engine.graph import Graph
from engine.node import Binding
from engine.writing.formula import LATEX, latex_with, sizes_of
from engine.writing.mathml import mathml
from engine.writing.notation import ATOM, Written, name_latex

LONGEST = 300  # names, numbers and signs of one line; more would not be read at a glance
MOST = 100  # lines
BARE = "out"  # the name of what nobody named


class Line(NamedTuple):
    """One line, by the number of the line it begins on."""

    line: int
    latex: str
    mathml: str


def lines_of(graph: Graph) -> Iterator[Line]:
    """The lines that bind something or are the output; of a repetition the first round."""
    leaves = dict(_leaves(graph))
    sizes = sizes_of(graph, leaves)
    for line, binding in _first_of_each_line(graph).items():
        node = graph.nodes[binding.node]
        if 1 + sum(sizes[source] for source in node.inputs) > LONGEST:
            continue
        latex = _line(graph, binding, leaves)
        if latex is not None:
            yield Line(line, latex, mathml(latex))


def _leaves(graph: Graph) -> Iterator[tuple[int, Written]]:
    """What stands by its name: bound nodes, and the counters of repetitions."""
    for node in graph.nodes:
        name = graph.names[node.id].partition("#")[0]
        if node.kind == "constant" and name.isidentifier():
            yield node.id, Written(name_latex(name), ATOM)
    for binding in reversed(graph.bindings):  # of two names the first is the node's own
        if binding.name != BARE and graph.nodes[binding.node].kind == "op":
            yield binding.node, Written(name_latex(binding.name), ATOM)


def _first_of_each_line(graph: Graph) -> dict[int, Binding]:
    found: dict[int, Binding] = {}
    for binding in graph.bindings:
        found.setdefault(graph.source.span(binding.place).line, binding)
        if len(found) == MOST:
            break
    return found


def _line(graph: Graph, binding: Binding, leaves: dict[int, Written]) -> str | None:
    right = _right(graph, binding, leaves)
    if right is None:
        return None
    bare = binding.name == BARE and binding.place == graph.nodes[binding.node].place
    return right if bare else f"{name_latex(binding.name)} = {right}"


def _right(graph: Graph, binding: Binding, leaves: dict[int, Written]) -> str | None:
    node = graph.nodes[binding.node]
    if node.kind != "input":
        others = {each: name for each, name in leaves.items() if each != node.id}
        written = latex_with(graph, node.id, others)
        return None if written is None else written.text
    if node.name != binding.name:
        return name_latex(node.name or "")
    return None if node.value is None else LATEX.literal(node.value)
