"""`[[1, 2], [3, 4]]`: numbers in rows are one constant, not one node each."""

from __future__ import annotations

from engine.node import Literals, literal_shape
from engine.parse.code import Code, Step
from engine.parse.complaints.settings import ragged
from engine.parse.ranks import NEGATIVE
from engine.place import Place
from engine.text import Tokens


def literal(code: Code, tokens: Tokens) -> tuple[Literals, ...] | None:
    """The rows that this postfix stands for, if it is nothing but numbers, signs and rows."""
    rows: list[Literals] = []
    steps: list[Step] = []
    for step in code:
        verb, what, *_ = step
        if verb in ("number", "literal"):
            rows.append(what)
            steps.append(step)
        elif (verb, what) == ("unary", NEGATIVE) and steps[-1][0] == "number":
            rows[-1] = -steps[-1][1]
            steps[-1] = step
        else:
            return None
    _check_lengths(rows, steps, tokens)
    return tuple(rows)


def signed_number(code: Code) -> Literals | None:
    """A number with or without a sign, or rows of numbers: what a parameter line may hold."""
    verb, what, *_ = code[0]
    value: Literals = what
    if len(code) == 1 and verb in ("number", "literal"):
        return value
    if len(code) == 2 and verb == "number" and code[1][:2] == ("unary", NEGATIVE):
        return -what if isinstance(what, float) else None
    return None


def _check_lengths(rows: list[Literals], steps: list[Step], tokens: Tokens) -> None:
    """All rows are as long as the first, all the way down."""
    first = literal_shape(rows[0])
    for number, row in enumerate(rows):
        if literal_shape(row) != first:
            raise ragged(tokens, Place(*steps[number][2:]), number + 1, first, literal_shape(row))
