"""Gradients from closed forms: sympy differentiates, and the formula is worked out in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from engine.algebra import meanings
from engine.chain import derivatives
from engine.errors import EngineError
from engine.mathematics import Value
from engine.ops import OPS
from engine.tape import Tape

Expression = Any  # sympy ships no types
DIGITS = 30  # so that what cancels does not take the answer with it
LARGEST = 300  # signs of a formula that is worked out to so many digits


def closed_gradients(tape: Tape, known: Mapping[str, Value]) -> dict[int, float]:
    """The gradient of each single number that has a formula of its own."""
    if any(tape.shapes[node.id] for node in tape.graph.inputs):
        return {}
    try:
        found = meanings(tape.graph, tape.output, real=True, by_name=True)
        slopes = derivatives(tape.graph, tape.output, tape.wrt, found)
    except EngineError:
        return {}
    point = {sp.Symbol(name, real=True): sp.Float(value, DIGITS) for name, value in known.items()}
    numbers = {of: worked_out(slope, point) for of, slope in slopes.items()}
    return {of: number for of, number in numbers.items() if number is not None}


def worked_out(formula: Expression, point: Mapping[Expression, Expression]) -> float | None:
    """The value of a formula at a point, to many digits; nothing where that is no real number."""
    if sp.count_ops(formula) > LARGEST:
        return None
    spelt_out = formula.replace(_has_own_name, _meaning).xreplace(dict(point))
    number = sp.N(spelt_out, DIGITS)
    return float(number) if number.is_Float or number.is_Integer else None


def _has_own_name(part: Expression) -> bool:
    return isinstance(part, AppliedUndef)


def _meaning(part: Expression) -> Expression:
    """An activation, which kept its name in formulas, spelt out."""
    meaning = OPS[part.func.__name__].symbolic
    assert meaning is not None
    return meaning(*part.args)
