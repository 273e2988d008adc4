"""What each rule of the grammar means, as a sympy expression; nothing is evaluated on the way.

sympy's own transformer knows sums, products, quotients, brackets and matrices; what is added here
are names of several letters, the functions of our table, and sums that are written out.
"""

from __future__ import annotations

import math
import re
from typing import Any, NamedTuple

import sympy as sp
from lark import Token
from sympy.core.function import UndefinedFunction
from sympy.parsing.latex.lark import TransformToSymPyExpr

from engine.latex.applied import Applied, function_of, split, unsettable
from engine.latex.commands import RELATIONS
from engine.latex.complaints import Complaint
from engine.latex.matrices import (
    INVERTED,
    TRANSPOSED,
    WRITTEN,
    is_bold,
    is_literal,
    is_matrix,
    product,
)
from engine.latex.series import written_out
from engine.ops.entries import Expression
from engine.symbolic.pieces import INDEXED, LISTED, OWN
from engine.symbolic.typed import spelled

Children = list[Any]
INDEX = re.compile(r"_[a-zA-Z](?:_|$)")
LARGEST_FACTORIAL = 170  # beyond it a float overflows
COMPARE = {"=": sp.Eq, "<": sp.Lt, "<=": sp.Le, ">": sp.Gt, ">=": sp.Ge, "!=": sp.Ne}


class Line(NamedTuple):
    """One statement: what stands left of the equals sign, and the expression."""

    head: str
    expression: Expression


class Meaning(TransformToSymPyExpr):  # type: ignore[misc]  # sympy ships no types
    """Called rule by rule while the text is read, innermost first."""

    def start(self, children: Children) -> list[Line]:
        return [each for each in children if isinstance(each, Line)]

    def bare(self, children: Children) -> Line:
        return Line("", _finished(children[0]))

    def binding(self, children: Children) -> Line:
        return Line(spelled(str(children[0])), _finished(children[2]))

    def definition(self, children: Children) -> Line:
        name, *rest = (str(each) for each in children if _is(each, "DEFINED", "NAME"))
        head = f"{name}({', '.join(map(spelled, rest))})"
        return Line(head, _finished(children[-1]))

    def number(self, children: Children) -> Expression:
        text = str(children[0])
        return sp.Float(float(text)) if "." in text else sp.Integer(text)

    def name(self, children: Children) -> Expression:
        return sp.Symbol(str(children[0]))

    def euler(self, _children: Children) -> Expression:
        return sp.E

    def pi(self, _children: Children) -> Expression:
        return sp.pi

    def infinity(self, _children: Children) -> Expression:
        return sp.oo

    def negative(self, children: Children) -> Expression:
        return self.sub(children)

    def mul(self, children: Children) -> Expression:
        """The last factor on the left meets the next one, often in a product of matrices."""
        left, sign, right = children
        apart = getattr(left, "is_Mul", False) and sign not in WRITTEN
        *others, last = left.args if apart else (left,)
        found = product(last, sign, right)
        if found is None or (is_literal(left) and is_literal(right)):
            return super().mul(children)
        return sp.Mul(*others, found) if others else found

    def adjacent(self, children: Children) -> Expression:
        left, right = children
        return self.mul([left, None, right])

    def run(self, children: Children) -> Expression:
        return children[0]

    def superscript(self, children: Children) -> Expression:
        base, sign, power = children
        if base is sp.E:
            return sp.exp(power)
        if is_literal(base) or (is_bold(base) and is_matrix(base)):
            return self._matrix_power(base, power, sign)
        return sp.Pow(base, power)

    def _matrix_power(self, base: Expression, power: Expression, sign: Token) -> Expression:
        if power == sp.Symbol("T"):
            return sp.Transpose(base)
        if power == sp.Mul(-1, 1) or power == -1:
            return self.inverse([base])
        raise Complaint("latex_matrix_power", sign)

    def transpose(self, children: Children) -> Expression:
        base = children[0]
        if is_literal(base):
            return sp.Transpose(base)
        return TRANSPOSED(base)

    def factorial(self, children: Children) -> Expression:
        return sp.factorial(children[0])

    def square_root(self, children: Children) -> Expression:
        if len(children) == 2:
            return sp.sqrt(children[1])
        _, degree, base = children
        if degree == 3:
            return sp.Function("cbrt")(base)
        return sp.sqrt(base) if degree == 2 else sp.Pow(base, sp.Pow(degree, -1))

    def norm(self, children: Children) -> Expression:
        kind = children[-1] if len(children) > 3 else None
        if kind == 1:
            return sp.Function("sum")(sp.Abs(children[1]))
        if kind is None or kind in (sp.Integer(2), sp.Symbol("F")):
            return sp.Function("norm")(children[1])
        raise Complaint("latex_norm", children[0])

    def abs(self, children: Children) -> Expression:
        inside = children[1]
        if is_literal(inside) or is_matrix(inside):
            return sp.Function("det")(inside)
        return sp.Function("norm")(inside) if is_bold(inside) else sp.Abs(inside)

    def determinant(self, children: Children) -> Expression:
        return sp.Function("det")(self.matrix(children))

    def function(self, children: Children) -> Applied:
        return Applied(str(children[0]), children[0])

    def raised_function(self, children: Children) -> Applied:
        return Applied(str(children[0]), children[0], power=children[2])

    def based_function(self, children: Children) -> Applied:
        if str(children[0]) != "log":
            raise Complaint("latex_open_bounds", children[0])
        return Applied("log", children[0], base=children[2])

    def arguments(self, children: Children) -> list[Expression]:
        return [each for each in children[1:-1] if not _is(each, "COMMA")]

    def inverse(self, children: Children) -> Expression:
        base = children[0]
        return sp.Inverse(base) if is_literal(base) else INVERTED(base)

    def mod(self, children: Children) -> Expression:
        return sp.Mod(children[0], children[2], evaluate=False)

    def star(self, children: Children) -> Expression:
        return sp.Function("conv2d")(children[0], children[2])

    def vector(self, children: Children) -> Expression:
        return sp.Function(LISTED)(*self.arguments(children))

    def indexed(self, children: Children) -> Expression:
        return sp.Function(INDEXED + str(children[1]))(children[0])

    def of_bars(self, children: Children) -> list[Expression]:
        return [self.abs(children)]

    def applied(self, children: Children) -> Expression:
        return function_of(children[0], children[1])

    def loose(self, children: Children) -> Expression:
        return function_of(children[0], [children[1]])

    def loose_negative(self, children: Children) -> Expression:
        return function_of(children[0], [self.sub(children[1:])])

    def called(self, children: Children) -> Expression:
        name = str(children[0])
        settings, values = split(children[1])
        if settings:
            raise unsettable(settings[0])
        marks = {} if name == "sigmoid" else {OWN: True}
        return UndefinedFunction(name, __dict__=marks)(*values)

    def lower(self, children: Children) -> tuple[str, Expression]:
        return str(children[1]), children[3]

    def limits(self, children: Children) -> tuple[str, Expression, Expression]:
        index, first = children[1]
        return index, first, children[3]

    def upside_down(self, children: Children) -> tuple[str, Expression, Expression]:
        index, first = children[3]
        return index, first, children[1]

    def large(self, children: Children) -> Expression:
        sign, (index, first, last), body = children
        terms = written_out(sign, index, (first, last), body)
        if sign.type == "SUM":
            return sp.Add(*terms) if terms else sp.Integer(0)
        return sp.Mul(*terms) if terms else sp.Integer(1)

    def whole(self, children: Children) -> Expression:
        """Of all entries, unless a subscript tells that it runs over an index."""
        sign, body = children
        if any(INDEX.search(symbol.name) for symbol in body.free_symbols):
            raise Complaint("latex_open_bounds", sign)
        return sp.Function("sum" if sign.type == "SUM" else "prod")(body)

    def open_large(self, children: Children) -> Expression:
        raise Complaint("latex_open_bounds", children[0])

    def otherwise(self, _children: Children) -> Expression:
        return sp.true

    def compared(self, children: Children) -> Expression:
        left, sign, right = children
        return COMPARE[RELATIONS.get(str(sign), "=")](left, right)

    def between(self, children: Children) -> Expression:
        return sp.And(self.compared(children[:3]), self.compared(children[2:]))

    def case(self, children: Children) -> tuple[Expression, Expression]:
        value, *_, condition = (each for each in children if not isinstance(each, Token))
        return value, condition

    def cases(self, children: Children) -> Expression:
        rows = [each for each in children if isinstance(each, tuple)]
        *others, (value, condition) = rows
        if others and condition != sp.true and _opposite(others[-1][1]) == condition:
            condition = sp.true
        if condition != sp.true:
            raise Complaint("open_choice", children[0])
        return sp.Piecewise(*others, (value, condition))


def _opposite(condition: Expression) -> Expression:
    return getattr(condition, "negated", None)


def _is(child: object, *kinds: str) -> bool:
    return isinstance(child, Token) and child.type in kinds


def _finished(expression: Expression) -> Expression:
    """Factorials of written numbers are numbers; sums have given them theirs by now."""
    if isinstance(expression, tuple) or not expression.has(sp.factorial):
        return expression
    numbers = {}
    for part in expression.atoms(sp.factorial):
        (of,) = part.args
        if not of.is_Integer or not 0 <= of <= LARGEST_FACTORIAL:
            raise Complaint("latex_factorial", None, max=LARGEST_FACTORIAL)
        numbers[part] = sp.Integer(math.factorial(int(of)))
    return expression.xreplace(numbers)
