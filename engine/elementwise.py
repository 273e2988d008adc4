"""One elementwise rule at one place: the value, and the slopes that a derivative crosses."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.mathematics import Mathematics, Value, array
from engine.op import Rule

# what plain Python raises where IEEE arithmetic answers inf or nan
NOT_ORDINARY = (ZeroDivisionError, OverflowError, ValueError)


def apply(rule: Rule, m: Mathematics, xs: Sequence[Value]) -> tuple[Value, ...]:
    """The value and its partials; numpy's numbers give the IEEE answer where Python's raise."""
    if m is not array:
        return rule(m, *xs)
    with np.errstate(all="ignore"):
        return tuple(map(as_value, rule(m, *map(np.asarray, xs))))


def product(upstream: Value, partial: Value, *, stops: bool) -> Value:
    """Gradient times local derivative; a shut gate passes nothing, not even 0 · ∞."""
    if isinstance(partial, float) and isinstance(upstream, float):
        return 0.0 if stops and not partial else upstream * partial
    with np.errstate(all="ignore"):
        share = upstream * np.asarray(partial)
        return np.where(np.equal(partial, 0.0), 0.0, share) if stops else share


def as_value(given: object) -> Value:
    """A plain float for a single number, a float64 array for anything larger."""
    if type(given) is float:  # most are, and numpy would take a microsecond to say so
        return given
    value = np.asarray(given, dtype=float)
    return value if value.ndim else float(value)
