"""A formula simplified, expanded or factored; how large that could grow is counted beforehand."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Literal

import sympy as sp
from sympy.core.relational import Relational
from sympy.simplify.fu import TR5, TR6

from engine.ops.entries import Expression

Arrangement = Literal["as_typed", "simplified", "expanded", "factored"]
MOST_SIGNS = {"simplified": 400, "expanded": 600, "factored": 200}  # that are worth the wait
MOST_TERMS = 200  # with all products multiplied out
FEW_TERMS = 60  # for ways that divide polynomials by each other
SMALL = 10  # signs that sympy's own simplify, which tries everything, can take
SIMPLE_EXPONENT = 3  # terms; factoring would pull a longer one apart
FEW_VARIABLES = 16  # symbols and functions of them
HIGHEST = 400  # power of a polynomial; all its coefficients are written out, zeros too
FEW_POWERS = 5  # that are no whole powers: factoring takes each for a variable
UNREAL = (sp.I, sp.zoo, sp.nan, sp.oo, -sp.oo)
WELCOME = {sp.exp, sp.log, sp.Abs, sp.sign}


def arranged(expression: Expression, arrangement: Arrangement) -> Expression | None:
    """The formula in another form; nothing where that is too large to try."""
    if arrangement == "as_typed":
        return expression
    if sp.count_ops(expression) > MOST_SIGNS[arrangement] or terms(expression) > MOST_TERMS:
        return None
    if arrangement == "expanded":
        return sp.expand(expression)
    if arrangement == "factored":
        return sp.factor(expression) if _may_be_factored(expression) else None
    return _simplest(expression)


def _simplest(given: Expression) -> Expression:
    """The shortest of what several cheap ways find; what was given, unless one is shorter."""
    best, signs = given, given.count_ops()
    for way in _ways(given):
        found = way(given)
        new = _functions(found) - _functions(given) - WELCOME
        # sympy likes hyperbolic functions that nobody typed, and now and then what is not real
        if found.count_ops() < signs and not new and not found.has(*UNREAL):
            best, signs = found, found.count_ops()
    return best


def _ways(given: Expression) -> Iterator[Callable[[Expression], Expression]]:
    yield from (sp.factor_terms, sp.powsimp, sp.together)
    if terms(given) <= FEW_TERMS and _is_polynomial_enough(given):
        yield sp.cancel
        if _may_be_factored(given):
            yield sp.factor
        if given.has(sp.sin, sp.cos):
            yield lambda formula: sp.cancel(TR5(formula))  # sin² as 1 − cos²
            yield lambda formula: sp.cancel(TR6(formula))
    if given.count_ops() <= SMALL and highest(given) <= HIGHEST and not given.has(Relational):
        yield sp.simplify


def _is_polynomial_enough(expression: Expression) -> bool:
    """Can it be taken for a quotient of polynomials in a few variables?"""
    variables = expression.free_symbols | expression.atoms(sp.Function)
    few = len(variables) <= FEW_VARIABLES and highest(expression) <= HIGHEST
    return few and not expression.has(sp.Piecewise)


def highest(expression: Expression) -> float:
    """The highest power of anything: exp(1000*x) is one of exp(x), and has as many coefficients."""
    exponents = (
        term.as_coeff_Mul()[0]
        for part in expression.atoms(sp.Pow, sp.exp)
        for term in sp.Add.make_args(part.exp)
    )
    return max((abs(float(each)) for each in exponents), default=0.0)


def _may_be_factored(expression: Expression) -> bool:
    powers = [part for part in expression.atoms(sp.Pow, sp.exp) if not part.exp.is_Integer]
    simple = all(terms(part.exp) <= SIMPLE_EXPONENT for part in powers)
    return simple and len(powers) <= FEW_POWERS and _is_polynomial_enough(expression)


def _functions(expression: Expression) -> set[type]:
    return {type(part) for part in expression.atoms(sp.Function)}


def terms(expression: Expression) -> int:
    """How many terms there would be, in some part, if every product were multiplied out."""
    inner = [terms(part) for part in expression.args]
    if expression.is_Add:
        return sum(inner)
    if expression.is_Mul:
        return math.prod(inner)
    if expression.is_Pow and expression.exp.is_Rational:
        kinds, power = inner[0], min(abs(int(expression.exp)), 10_000)
        return math.comb(power + kinds - 1, kinds - 1)
    return max(inner, default=1)
