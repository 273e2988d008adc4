"""Gradients from closed forms: sympy differentiates, and the formula is worked out in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from engine.errors import EngineError
from engine.mathematics import Value
from engine.ops import OPS
from engine.ops.entries import Expression
from engine.symbolic.algebra import meanings
from engine.symbolic.chain import derivatives
from engine.symbolic.typed import parts_first
from engine.tape import Tape

DIGITS = 30  # so that what cancels does not take the answer with it
HUGE = 1e300  # beyond it exponentials of exponentials never end
LARGEST = 300  # signs of a formula that is worked out to so many digits


def closed_gradients(tape: Tape, known: Mapping[str, Value]) -> dict[int, float]:
    """The gradient of each single number that has a formula of its own."""
    values = tape.forward(known).values
    if any(np.ndim(value) or not abs(value) < HUGE for value in values):
        return {}
    try:
        found = meanings(tape.graph, tape.output, real=True, by_name=True)
        slopes = derivatives(tape.graph, tape.output, tape.wrt, found)
    except EngineError:
        return {}
    point = {sp.Symbol(name, real=True): digits(value) for name, value in known.items()}
    numbers = {of: worked_out(slope, point) for of, slope in slopes.items()}
    return {of: number for of, number in numbers.items() if number is not None}


def worked_out(formula: Expression, point: Mapping[Expression, Expression]) -> float | None:
    """The value of a formula at a point, to many digits; nothing where that is no real number."""
    if sp.count_ops(formula) > LARGEST:
        return None
    found = dict(point)
    spelt_out = formula.replace(_has_own_name, _meaning)
    for part, operands in parts_first(spelt_out):
        if part not in found:
            found[part] = _number(part, [found[each] for each in operands])
    number = found[spelt_out]
    return float(number) if number.is_Float or number.is_Rational else None


def _number(part: Expression, operands: list[Expression]) -> Expression:
    """One part from the numbers of its operands; exact ones are rounded first.

    Every step keeps the same digits. sympy's own evalf asks for ever more where terms cancel, and
    may not come back.
    """
    if part.is_Rational or isinstance(part, sp.NumberSymbol):
        return digits(part)
    if isinstance(part, sp.Piecewise):
        pairs = zip(operands[::2], operands[1::2], strict=True)
        return next((value for value, holds in pairs if holds == sp.true), sp.nan)
    if part.is_Pow and part.exp.is_Integer:
        return operands[0] ** part.exp
    return part.func(*operands) if operands else part


def digits(number: Any) -> Expression:
    return sp.Float(number, DIGITS)


def _has_own_name(part: Expression) -> bool:
    return isinstance(part, AppliedUndef)


def _meaning(part: Expression) -> Expression:
    """An activation, which kept its name in formulas, spelt out."""
    meaning = OPS[part.func.__name__].symbolic
    assert meaning is not None
    return meaning(*part.args)
