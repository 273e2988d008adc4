r"""What is multiplied as matrices: what stands transposed, and capital letters in bold.

`\mathbf{W}\mathbf{x}` is a product of matrices, `\mathbf{w} \cdot \mathbf{x}` a sum of products.
What is not bold may be a number: it is multiplied entry by entry, as `\odot` multiplies all.
"""

from __future__ import annotations

import sympy as sp
from lark import Token

from engine.latex.complaints import Complaint
from engine.latex.names import BOLD
from engine.ops.entries import Expression
from engine.symbolic.pieces import PRODUCT
from engine.writing.readable import JOINED

TRANSPOSED, MULTIPLIED = sp.Function("transpose"), sp.Function(PRODUCT)
INVERTED, DOT = sp.Function("inv"), sp.Function("dot")
MATRICES = (TRANSPOSED, MULTIPLIED, INVERTED)
OF_NUMBERS = frozenset({"norm", "sum", "det", "trace", "dot"})  # whatever they are given
WRITTEN = {name: sp.Function(name) for name in JOINED}  # what has a sign that we write
BY_ENTRIES = frozenset({"odot", "circ"})


def product(left: Expression, sign: Token | None, right: Expression) -> Expression | None:
    """The product of a factor and the next one, where it is not one of numbers."""
    if sign in WRITTEN:
        return WRITTEN[sign](left, right)
    if sign in BY_ENTRIES:
        return sp.Mul(left, right)
    if sign in ("cdot", "times") and _is_vector(left) and _is_vector(right):
        if sign == "times":
            raise Complaint("latex_cross", sign)
        return DOT(left, right)
    known = getattr(left, "func", None) in (TRANSPOSED, MULTIPLIED)
    if known or (is_matrix(left) and _is_tensor(right)):
        return MULTIPLIED(left, right)
    return None


def is_bold(expression: Expression) -> bool:
    return isinstance(expression, sp.Symbol) and expression.name.startswith(BOLD)


def is_matrix(expression: Expression) -> bool:
    """A capital letter in bold, or what is made of such as matrices are."""
    waiting = [expression]
    while waiting:  # a sum may be thousands deep
        part = waiting.pop()
        if getattr(part, "is_Add", False) and not is_literal(part):
            waiting += part.args
        elif not _is_single(part):
            return False
    return True


def _is_single(part: Expression) -> bool:
    if is_bold(part):
        return bool(part.name[1].isupper())
    return getattr(part, "func", None) in MATRICES or is_literal(part)


def is_literal(expression: Expression) -> bool:
    return bool(getattr(expression, "is_Matrix", False))


def _is_vector(expression: Expression) -> bool:
    return is_bold(expression) and not is_matrix(expression)


def _is_tensor(expression: Expression) -> bool:
    """Is anything in it bold, but for what a norm or a sum makes a number of?"""
    waiting = [expression]
    while waiting:
        part = waiting.pop()
        if is_matrix(part) or is_bold(part):
            return True
        if getattr(getattr(part, "func", None), "__name__", "") not in OF_NUMBERS:
            waiting += getattr(part, "args", ())
    return False
