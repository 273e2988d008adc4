"""What sympy says about a row: its value and its derivatives at a point, digit by digit."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from engine.op import elements
from tests.engine.samples import Trial, condition_ports

DIGITS = 40
NUDGE = sp.Rational(1, 10**12)  # of no importance beside 40 digits


def value(trial: Trial) -> np.ndarray:
    exact, at = _meaning(trial)
    return np.array([_number(entry, at) for entry in exact]).reshape(np.shape(trial.out))


def jacobian(trial: Trial, port: int) -> np.ndarray:
    """One row per entry of the value, one column per entry of the operand."""
    exact, at = _meaning(trial)
    symbols = _symbols(trial, port)
    rows = [[_derivative(entry, symbol, at) for symbol in symbols] for entry in exact]
    return np.reshape(rows, (elements(np.shape(trial.out)), len(symbols))).astype(float)


def _meaning(trial: Trial) -> tuple[list[Any], dict[Any, Any]]:
    """The row's expressions, and the point."""
    operands, at = [], {}
    for port, x in enumerate(trial.xs):
        if port in condition_ports(trial.op):
            operands.append(sp.true if x else sp.false)
            continue
        symbols = _symbols(trial, port)
        at |= dict(zip(symbols, map(sp.Rational, np.ravel(x)), strict=True))
        shaped = np.array([*symbols, None], dtype=object)[:-1].reshape(np.shape(x))
        operands.append(shaped if np.ndim(x) else shaped.item())
    assert trial.op.symbolic is not None
    exact = trial.op.symbolic(*operands, **trial.settings)
    return list(np.ravel(np.asarray(exact, dtype=object))), at


def _symbols(trial: Trial, port: int) -> list[Any]:
    count = elements(trial.shapes[port])
    return [sp.Symbol(f"x{port}_{k}", real=True) for k in range(count)]


def _number(expression: Any, at: dict[Any, Any]) -> float:
    expression = sp.sympify(expression)
    if expression in (sp.true, sp.false) or expression.is_Relational:
        return float(bool(expression.subs(at)))
    return float(expression.evalf(DIGITS, subs=at))


def _derivative(expression: Any, symbol: Any, at: dict[Any, Any]) -> float:
    """sympy's own where it has one, else a difference that 40 digits make exact enough."""
    expression = sp.sympify(expression)
    if expression.is_Relational:
        return 0.0
    found = expression.diff(symbol).evalf(DIGITS, subs=at)
    if found.is_number and not found.has(sp.Derivative, sp.Subs):
        return float(found)
    ahead, behind = ({**at, symbol: at[symbol] + step} for step in (NUDGE, -NUDGE))
    rise = expression.evalf(DIGITS, subs=ahead) - expression.evalf(DIGITS, subs=behind)
    return float(rise / (2 * NUDGE))
