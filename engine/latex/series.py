"""Sums and products between whole numbers, written out term by term."""

from __future__ import annotations

import sympy as sp
from lark import Token

from engine.latex.complaints import Complaint
from engine.latex.names import WHOLE
from engine.ops.entries import Expression

MOST_TERMS = 1_000
MOST_PARTS = 20_000  # of all terms together


def written_out(
    sign: Token, index: str, bounds: tuple[Expression, Expression], body: Expression
) -> list[Expression]:
    """The body with the index replaced by each number; `w_i` becomes w_1, w_2 …"""
    first, last = (_whole(bound) for bound in bounds)
    if first is None or last is None or last - first >= MOST_TERMS:
        raise Complaint("open_bounds", sign, max=MOST_TERMS)
    count = max(0, last - first + 1)
    if isinstance(body, tuple):
        raise Complaint("latex_unexpected", sign, typed=str(sign))
    if count * _size(body) > MOST_PARTS:
        raise Complaint("too_many_parts", sign, max=MOST_PARTS)
    return [body.xreplace(_numbered(body, index, at)) for at in range(first, first + count)]


def _whole(bound: Expression) -> int | None:
    """A written whole number, with a sign if need be."""
    if bound.is_Integer:
        return int(bound)
    if bound.is_Mul and len(bound.args) == 2 and bound.args[0] == -1 and bound.args[1].is_Integer:
        return -int(bound.args[1])
    return None


def _size(body: Expression) -> int:
    """How many parts there are, as far as it matters."""
    size = 0
    for _ in sp.preorder_traversal(body):
        size += 1
        if size > MOST_PARTS:
            break
    return size


def _numbered(body: Expression, index: str, at: int) -> dict[Expression, Expression]:
    """What takes the place of the index, and of every name that it is a subscript of."""
    found = {symbol: sp.Symbol(_named(symbol.name, index, at)) for symbol in body.free_symbols}
    return found | {sp.Symbol(index): sp.Integer(at)}


def _named(name: str, index: str, at: int) -> str:
    base, *parts = name.split("_")
    return "_".join([base, *(_part(part, index, at) for part in parts)])


def _part(part: str, index: str, at: int) -> str:
    """The subscript i, or one letter of the subscript ij."""
    if part == index:
        return str(at)
    letters = len(index) == 1 and len(part) <= 3 and index in part and part[0] != WHOLE
    return part.replace(index, str(at)) if letters else part
