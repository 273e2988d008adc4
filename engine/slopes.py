"""The derivative on an edge as the rule says it, in the names of the operands.

Between c*d and c stands d; between x^2 and x stands 2*x. The rule itself comes from the table.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

import sympy as sp

from engine.graph import Graph
from engine.node import Node
from engine.notation import name_latex
from engine.ops import OPS
from engine.partials import operands, partial
from engine.phrases import Phrases
from engine.typed import text_of

Expression = Any  # sympy ships no types
LONGEST = 24  # characters; a longer rule is written f′(x)
MOST_DIGITS = 6  # of a written number that a rule is told
NAME = re.compile(r"[^\W\d]\w*(?:@\d+)?")
LETTER = re.compile(r"\b[a-z]+\b(?!\()")
WITHIN = re.compile(r"\([^()]*\)")
ESCAPED = {sign: "\\" + sign for sign in "{}$&#%_"}
SPECIAL = str.maketrans(
    ESCAPED | {"\\": " ", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
)


class Slope(NamedTuple):
    """A local derivative as a formula; `loose` where a product puts brackets around it."""

    text: str
    latex: str
    loose: bool


def slope(graph: Graph, edge: int) -> Slope | None:
    """The rule of one edge, its operands by name; none where sympy cannot say it."""
    _, _, target, port = graph.edges[edge]
    node = graph.nodes[target]
    numbers = tuple(_number(graph.nodes[source], graph.names[source]) for source in node.inputs)
    rule = _rule(node.op or "", port, numbers)
    if rule is None:
        return None
    written = text_of(rule)
    return _named(graph, node, rule, written) if len(written) <= LONGEST else _primed(graph, node)


def node_latex(graph: Graph, node: int) -> str:
    """A node's name; text that is no name stands upright as it was typed."""
    name = Phrases(graph).name(node)
    return name_latex(name) if NAME.fullmatch(name) else rf"\text{{{name.translate(SPECIAL)}}}"


def _number(node: Node, name: str) -> float | None:
    """A written number, which a rule can use: 2*x says more than p*x^(p - 1)."""
    plain = node.kind == "constant" and name[:1].isdigit() and len(name) <= MOST_DIGITS
    return node.value if plain and isinstance(node.value, float) else None


@lru_cache(maxsize=4096)
def _rule(name: str, port: int, numbers: tuple[float | None, ...]) -> Expression:
    """A row's partial, told the operands that are written numbers."""
    row = OPS[name]
    found = partial(row, port) if port < len(row.parameters) else None
    if found is None:
        return None
    known = zip(operands(row), numbers, strict=False)
    return found.subs({letter: _exact(at) for letter, at in known if at is not None})


def _exact(number: float) -> Expression:
    return sp.Integer(int(number)) if number.is_integer() else sp.Float(number)


def _named(graph: Graph, node: Node, rule: Expression, written: str) -> Slope:
    """The operands' names in the place of the row's own letters."""
    phrases = Phrases(graph)
    letters = dict(zip(operands(OPS[node.op or ""]), node.inputs, strict=False))
    named = {str(letter): source for letter, source in letters.items()}

    def name(found: re.Match[str]) -> str:
        if found[0] not in named:
            return found[0]
        alone = written[found.start() - 1 : found.end() + 1] == f"({found[0]})"
        return (phrases.name if alone else phrases.bracketed)(named[found[0]])

    symbols = {letter: sp.Symbol(_bracketed(graph, source)) for letter, source in letters.items()}
    latex = sp.latex(rule.xreplace(symbols))
    return Slope(LETTER.sub(name, written), latex, _is_loose(written))


def _primed(graph: Graph, node: Node) -> Slope:
    """`gelu′(x)`"""
    phrases = Phrases(graph)
    among = ", ".join(map(phrases.name, node.inputs))
    latex = ", ".join(node_latex(graph, source) for source in node.inputs)
    return Slope(f"{node.op}′({among})", rf"\operatorname{{{node.op}}}'({latex})", loose=False)


def _bracketed(graph: Graph, node: int) -> str:
    latex = node_latex(graph, node)
    op = graph.nodes[node].op
    by_sign = op is not None and bool(OPS[op].signs) and latex.startswith(r"\text")
    return rf"\left({latex}\right)" if by_sign else latex


def _is_loose(written: str) -> bool:
    """Whether a sum, a quotient or a minus stands outside all brackets."""
    while WITHIN.search(written):
        written = WITHIN.sub("", written)
    return written.startswith("-") or any(sign in written for sign in (" + ", " - ", "/"))
