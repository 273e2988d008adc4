"""A node as one formula of its inputs, exactly as it was typed: as text, as LaTeX.

Formulas grow from the inputs up, one node after the other, so that no depth is too deep; how long
one becomes is known before it is written.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from itertools import pairwise
from string import Formatter
from typing import NamedTuple

from engine.graph import Graph
from engine.node import Literals, Node
from engine.op import Op
from engine.ops import OPS
from engine.parse.ranks import ADDS, COMPARES, MULTIPLIES, PREFIXES, RAISES, RANKS
from engine.writing.literals import bracketed, matrix, tabled
from engine.writing.notation import ATOM, COMMANDS, Written, name_latex
from engine.writing.phrases import SHOWN_AS, index_text, settings_text

LARGEST = 2_000  # names, numbers and signs; a longer formula would not be read
BEYOND = 10**12
LITERAL = "stack"  # entries between square brackets
STAR = r"\star"
LATEX_BRACKETS = (r"\left(", r"\right)")
OPENED = re.compile(r"(?:\\left(?:\\[a-zA-Z]+|.)|[({\[&]|(?<!\\),|\\\\|\\begin\{\w+\})\s*$")
TOKEN = re.compile(r"\\(?:left|right)(?:\\[a-zA-Z]+|.)|\\[a-z]+|\\?.")
WITHIN_A_LOGARITHM = re.compile(r"\\ln(?!\\left\()")  # ln σ(x)², without brackets, is ln(σ(x)²)


class Style(NamedTuple):
    """One way to write formulas."""

    name: Callable[[str], str]
    literal: Callable[[Literals], str]
    operation: Callable[[Op, Node, Sequence[Written]], Written]


def sizes_of(graph: Graph, leaves: Collection[int]) -> list[int]:
    """How many names, numbers and signs the formula of each node holds.

    What doubles line by line soon has more parts than can be counted; then `BEYOND` will do.
    """
    sizes = [1] * len(graph.nodes)
    for node in graph.nodes:
        if node.inputs and node.id not in leaves:
            sizes[node.id] = min(1 + sum([sizes[source] for source in node.inputs]), BEYOND)
    return sizes


def size(graph: Graph, node: int, leaves: Collection[int] = ()) -> int:
    return sizes_of(graph, leaves)[node]


def text(graph: Graph, node: int) -> str | None:
    """The formula as a person may type it; nothing where it would be too long."""
    written = _formula(graph, node, TEXT, {})
    return None if written is None else written.text


def latex(graph: Graph, node: int) -> str | None:
    written = _formula(graph, node, LATEX, {})
    return None if written is None else written.text


def latex_with(
    graph: Graph, node: int, leaves: Mapping[int, Written], style: Style | None = None
) -> Written | None:
    """LaTeX in which some nodes stand as they are given, instead of their own formulas."""
    return _formula(graph, node, style or LATEX, leaves)


def text_with(graph: Graph, node: int, leaves: Mapping[int, Written]) -> Written | None:
    """The same as a person may type it."""
    return _formula(graph, node, TEXT, leaves)


def one_step(graph: Graph, node: Node, operands: Mapping[int, Written]) -> Written:
    """LaTeX of a node over operands that are written already."""
    return _written(graph, node, operands, LATEX)


def _formula(
    graph: Graph, output: int, style: Style, leaves: Mapping[int, Written]
) -> Written | None:
    if size(graph, output, leaves) > LARGEST:
        return None
    written = dict(leaves)
    for node in nodes_of(graph, output, leaves):
        written[node.id] = _written(graph, node, written, style)
    return written[output]


def nodes_of(graph: Graph, output: int, leaves: Collection[int] = ()) -> list[Node]:
    """The nodes that a node is made of, itself included, as far as the leaves."""
    needed = {output}
    for node in reversed(graph.nodes[: output + 1]):
        if node.id in needed and node.id not in leaves:
            needed.update(node.inputs)
    return [graph.nodes[each] for each in sorted(needed) if each not in leaves]


def _written(graph: Graph, node: Node, written: Mapping[int, Written], style: Style) -> Written:
    if node.kind == "input":
        return Written(style.name(node.name or ""), ATOM)
    if node.op is not None:
        return style.operation(OPS[node.op], node, [written[source] for source in node.inputs])
    name = graph.names[node.id].partition("#")[0]
    if name in ("pi", "π"):
        return Written(style.name("pi"), ATOM)
    shown = style.literal(node.value if node.value is not None else math.nan)
    if r"\cdot" in shown:  # 7 · 10⁴² is a product
        return Written(shown, MULTIPLIES)
    return Written(shown, PREFIXES if shown.startswith("-") else ATOM)


def _typed(row: Op, node: Node, operands: Sequence[Written]) -> Written:
    """An operation in the language of programs."""
    if row.name == LITERAL and not node.settings:
        return Written(f"[{', '.join(operand.text for operand in operands)}]", ATOM)
    if row.name == "index":
        return Written(f"{operands[0].within(ATOM)}[{index_text(node)}]", ATOM)
    if not row.signs:
        return Written(_call(row, node, [operand.text for operand in operands]), ATOM)
    sign = row.signs[-1] if row.name == "pow" else row.signs[0]
    if sign.startswith("."):
        return Written(operands[0].within(ATOM) + sign, ATOM)
    if len(operands) == 1:
        return Written(sign + operands[0].within(PREFIXES), PREFIXES)
    rank = RANKS[sign]
    gap = "" if sign in ("*", "/", "%", "^") else " "
    left, right = operands_of(rank, operands, ("(", ")"))
    return Written(f"{left}{gap}{sign}{gap}{right}", rank)


def operands_of(
    rank: int, operands: Sequence[Written], brackets: tuple[str, str]
) -> tuple[str, str]:
    """Signs of one rank go from the left, powers from the right; no two signs stand together."""
    if rank == RAISES:
        return operands[0].within(ATOM, brackets), operands[1].within(RAISES, brackets)
    least = RAISES if operands[1].rank == PREFIXES else rank + 1
    return operands[0].within(rank, brackets), operands[1].within(least, brackets)


def _call(row: Op, node: Node, operands: Sequence[str]) -> str:
    if row.parameters and row.parameters[0].takes == "list":
        operands = ["[" + ", ".join(operands) + "]"]
    arguments = [*operands, *settings_text(row, node)]
    return f"{SHOWN_AS.get(row.name, row.name)}({', '.join(arguments)})"


def set_in_latex(row: Op, node: Node, operands: Sequence[Written]) -> Written:
    """An operation in LaTeX."""
    if row.name == LITERAL and not node.settings:
        return Written(matrix(operand.text for operand in operands), ATOM)
    special = SPECIAL.get(row.name)
    if special is not None:
        return special(node, operands)
    if row.latex is not None and (row.signs or not node.settings):
        return _filled(row.latex, operands, _rank(row.latex))
    if len(operands) == 2 and row.signs:
        rank = RANKS[row.signs[0]]
        left, right = operands_of(rank, operands, LATEX_BRACKETS)
        return Written(f"{left} {SIGNS[row.name]} {right}", rank)
    arguments = [operand.text for operand in operands] + [
        rf"\text{{{setting}}}" for setting in settings_text(row, node)
    ]
    return Written(called(SHOWN_AS.get(row.name, row.name), ", ".join(arguments)), ATOM)


def called(name: str, arguments: str) -> str:
    known = COMMANDS.get(name, rf"\operatorname{{{name}}}".replace("_", r"\_"))
    return rf"{known}\left({arguments}\right)"


def _filled(template: str, operands: Sequence[Written], rank: int) -> Written:
    shown = [
        operand.within(least, LATEX_BRACKETS)
        for operand, least in zip(operands, _least(template, len(operands)), strict=True)
    ]
    return Written(template.format(*shown), rank)


@cache
def _least(template: str, count: int) -> tuple[int, ...]:
    """How tightly each operand must bind where a template puts it."""
    least = [COMPARES] * count
    pieces = [*Formatter().parse(template), ("", None, None, None)]
    before = ""
    for (literal, field, *_), (after, *_) in pairwise(pieces):
        before += literal
        if field is not None:
            port = int(field)
            least[port] = max(least[port], _needed_between(before, after))
            before += field
    return tuple(least)


def _needed_between(before: str, after: str) -> int:
    if after.startswith(("^", "_")):
        return ATOM
    if not before:
        return MULTIPLIES if after else COMPARES
    return COMPARES if OPENED.search(before) else RAISES


@cache
def _rank(template: str) -> int:
    """How tightly the whole binds: a sign that stands outside all brackets decides.

    Factors stand side by side, and Σ x or x ⋆ w among them would seem to go on to the next one.
    """
    beside = MULTIPLIES if template.startswith("{") else ADDS
    depth, rank = 0, RAISES if WITHIN_A_LOGARITHM.match(template) else ATOM
    for piece in TOKEN.findall(template):
        depth += piece == "{" or piece.startswith((r"\left", r"\begin"))
        depth -= piece == "}" or piece.startswith((r"\right", r"\end"))
        if depth == 0 and piece in ("^", " ", r"\,", r"\cdot", STAR):
            rank = min(rank, {"^": RAISES, STAR: ADDS}.get(piece, beside))
    return rank


def _times(_node: Node, operands: Sequence[Written]) -> Written:
    """Factors stand side by side; a dot parts what would read as one number."""
    left, right = operands_of(MULTIPLIES, operands, LATEX_BRACKETS)
    apart = right[:1].isdigit() or (left[-1:].isdigit() and right.startswith(r"\frac"))
    return Written(rf"{left} \cdot {right}" if apart else f"{left} {right}", MULTIPLIES)


def _rest(_node: Node, operands: Sequence[Written]) -> Written:
    """Factors side by side bind more tightly: x mod y z would be the rest by y z."""
    left, right = operands_of(MULTIPLIES, operands, LATEX_BRACKETS)
    return Written(rf"{left} \bmod {right}", ADDS)


def _over(_node: Node, operands: Sequence[Written]) -> Written:
    # ranked as a sign: side by side with other factors it needs no brackets, under a power it does
    return Written(rf"\frac{{{operands[0].text}}}{{{operands[1].text}}}", RAISES)


def _raised(_node: Node, operands: Sequence[Written]) -> Written:
    base = operands[0].within(ATOM, LATEX_BRACKETS)
    return Written(f"{base}^{{{operands[1].text}}}", RAISES)


def _negative(_node: Node, operands: Sequence[Written]) -> Written:
    return Written("-" + operands[0].within(PREFIXES, LATEX_BRACKETS), PREFIXES)


def _indexed(node: Node, operands: Sequence[Written]) -> Written:
    base = operands[0].within(ATOM, LATEX_BRACKETS)
    return Written(rf"{base}\left[{index_text(node)}\right]", ATOM)


SIGNS = {
    "add": "+", "sub": "-", "matmul": r"\,",
    "lt": "<", "le": r"\le", "gt": ">", "ge": r"\ge", "eq": "=", "ne": r"\ne",
}  # fmt: skip
SPECIAL: dict[str, Callable[[Node, Sequence[Written]], Written]] = {
    "mul": _times,
    "div": _over,
    "mod": _rest,
    "pow": _raised,
    "neg": _negative,
    "index": _indexed,
}

TEXT = Style(str, bracketed, _typed)
LATEX = Style(name_latex, tabled, set_in_latex)
