r"""LaTeX that is read as the same program again: it looks like any other formula.

Products of matrices and of vectors have their sign in curly brackets, `{\,}`, inverses two pairs of
them, `^{{-1}}`, which TeX does not show; and a Greek letter that was typed stays what it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.node import Node
from engine.op import Op
from engine.parse.ranks import MULTIPLIES, RAISES
from engine.writing.formula import LATEX_BRACKETS, LITERAL, Style, called, operands_of, set_in_latex
from engine.writing.literals import listed
from engine.writing.notation import ATOM, GREEK, Written, name_latex

JOINED = {"matmul": r"{\,}", "dot": r"{\cdot}", "outer": r"{\otimes}"}

COMPOSED = frozenset({"hypot", "log_sigmoid", "logdet", "det", "trace"})  # by name
MATRIX = re.compile(r"\{\\,\}|\\top|\{\{-1\}\}")  # what would draw the next factor into it


def readable_name(name: str) -> str:
    written = name_latex(name)
    for letter in filter(GREEK.get, name):
        written = written.replace("\\" + GREEK[letter], letter)
    return written


def _set(row: Op, node: Node, operands: Sequence[Written]) -> Written:
    if row.name in ("inv", "solve"):
        inverse = Written(f"{operands[0].within(ATOM, LATEX_BRACKETS)}^{{{{-1}}}}", RAISES)
        if row.name == "inv":
            return inverse
        operands = [inverse, operands[1]]
    if row.name == LITERAL and not node.settings and len(operands) > 1:
        return Written(rf"\left[{', '.join(each.text for each in operands)}\right]", ATOM)
    if row.name in COMPOSED:
        return Written(called(row.name, ", ".join(each.text for each in operands)), ATOM)
    if row.name == "mul" and MATRIX.search(operands[0].text):
        left, right = operands_of(MULTIPLIES, operands, LATEX_BRACKETS)
        return Written(rf"{left} \odot {right}", MULTIPLIES)
    sign = JOINED.get("matmul" if row.name == "solve" else row.name)
    if sign is None:
        return set_in_latex(row, node, operands)
    left, right = operands_of(MULTIPLIES, operands, LATEX_BRACKETS)
    return Written(left + sign + right, MULTIPLIES)


READABLE = Style(readable_name, listed, _set)
