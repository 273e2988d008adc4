"""Reading a text into a graph, against CPython's own parser on the same text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from bench.clock import compare
from bench.rows import Row, below, within
from bench.ways import NUMPY
from engine import parse

BAR, LINEAR = 3.0, 12.0
OPERATORS = (10_000, 100_000)


def sums(operators: int) -> str:
    """Short lines of products and sums."""
    line = " + ".join(f"a{k}*{k}.5" for k in range(6))
    return "\n".join(f"v{k} = {line}" for k in range(operators // 11))


def calls(operators: int) -> str:
    """Lines that use the line before, with functions."""
    lines = (f"v{k} = tanh(v{k - 1})*0.5 + sin(x)" for k in range(1, operators // 4))
    return "v0 = x\n" + "\n".join(lines)


def rows() -> Iterator[Row]:
    for make in (sums, calls):
        taken = []
        for operators in OPERATORS:
            text = make(operators)
            timing = compare(partial(parse, text), {"ast": partial(ast.parse, text)})["ast"]
            taken.append(timing.ours)
            title = f"parsing {operators:,} operators, lines of {make.__name__}"
            yield within(title, "ast.parse", NUMPY, BAR, 1 / timing.ratio)
        title = f"parsing lines of {make.__name__}: ten times the text"
        yield below(title, NUMPY, LINEAR, taken[1] / taken[0], "× the time")
