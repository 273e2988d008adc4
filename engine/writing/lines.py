"""Each line of a program, typed and as mathematics: what it binds, and what was typed for it.

Names that other lines bind stand as they are, so that a line reads as it was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from engine.graph import Graph
from engine.node import Binding, Literals
from engine.writing.formula import TEXT, latex_with, sizes_of, text_with
from engine.writing.mathml import mathml
from engine.writing.notation import ATOM, Written
from engine.writing.readable import READABLE

LONGEST = 300  # names, numbers and signs of one line; more would not be read at a glance
MOST = 100  # lines
BARE = "out"  # the name of what nobody named


class Line(NamedTuple):
    """One line, by the number of the line it begins on."""

    line: int
    text: str
    latex: str
    mathml: str


class Way(NamedTuple):
    """How a line is written: its names, its literals, and its formulas over what has a name."""

    name: Callable[[str], str]
    literal: Callable[[Literals], str]
    formula: Callable[[Graph, int, Mapping[int, Written]], Written | None]


TYPED = Way(str, TEXT.literal, text_with)
TYPESET = Way(READABLE.name, READABLE.literal, partial(latex_with, style=READABLE))


def lines_of(graph: Graph) -> Iterator[Line]:
    """The lines that bind something or are the output; of a repetition the first round."""
    named = dict(_names(graph))
    sizes = sizes_of(graph, named)
    leaves = {way: _leaves(named, way) for way in (TYPED, TYPESET)}
    for line, binding in _first_of_each_line(graph).items():
        node = graph.nodes[binding.node]
        if 1 + sum(sizes[source] for source in node.inputs) > LONGEST:
            continue
        text, latex = (_line(graph, binding, leaves[way], way) for way in (TYPED, TYPESET))
        if text is not None and latex is not None:
            yield Line(line, text, latex, mathml(latex))


def _leaves(named: Mapping[int, str], way: Way) -> dict[int, Written]:
    return {node: Written(way.name(name), ATOM) for node, name in named.items()}


def _names(graph: Graph) -> Iterator[tuple[int, str]]:
    """What stands by its name: bound nodes, and the counters of repetitions."""
    for node in graph.nodes:
        name = graph.names[node.id].partition("#")[0]
        if node.kind == "constant" and name.isidentifier():
            yield node.id, name
    for binding in reversed(graph.bindings):  # of two names the first is the node's own
        if binding.name != BARE and graph.nodes[binding.node].kind == "op":
            yield binding.node, binding.name


def _first_of_each_line(graph: Graph) -> dict[int, Binding]:
    found: dict[int, Binding] = {}
    for binding in graph.bindings:
        found.setdefault(graph.source.span(binding.place).line, binding)
        if len(found) == MOST:
            break
    return found


def _line(graph: Graph, binding: Binding, leaves: dict[int, Written], way: Way) -> str | None:
    right = _right(graph, binding, leaves, way)
    if right is None:
        return None
    whole = binding.place == graph.nodes[binding.node].place
    bare = binding.name == BARE and (whole or _is_named_again(graph, binding))
    if way is TYPESET and bare and right.startswith("-"):
        right = f"{{{right}}}"  # it would go on the line before
    return right if bare else f"{way.name(binding.name)} = {right}"


def _is_named_again(graph: Graph, binding: Binding) -> bool:
    """A last line that only says the name of an earlier one."""
    typed = graph.source.text[binding.place.start : binding.place.end]
    return binding.name == BARE and typed != BARE and typed.isidentifier()


def _right(graph: Graph, binding: Binding, leaves: dict[int, Written], way: Way) -> str | None:
    node = graph.nodes[binding.node]
    if _is_named_again(graph, binding) and node.id in leaves:
        return leaves[node.id].text
    if node.kind != "input":
        own = leaves.pop(node.id, None)  # by its name everywhere but on its own line
        written = way.formula(graph, node.id, leaves)
        if own is not None:
            leaves[node.id] = own
        return None if written is None else written.text
    if node.name != binding.name:
        return way.name(node.name or "")
    return None if node.value is None else way.literal(node.value)
