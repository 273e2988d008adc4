"""Numbers and tensors as Python writes them."""

from __future__ import annotations

from typing import Any

import numpy as np

DISPLAYED = np.ndarray | np.generic


def literal(given: Any) -> str:
    """A number, a setting, or an array in the shortest form that says it."""
    if isinstance(given, type):
        return "bool" if given is np.bool_ else given.__name__
    if not isinstance(given, DISPLAYED):
        return repr(given)
    if given.ndim == 0:
        return repr(given.item())
    if given.size == 0:
        return f"np.zeros({given.shape})"
    if given.dtype == bool and given.ndim == 2 and np.array_equal(given, np.eye(*given.shape)):
        return f"np.eye({given.shape[0]}, {given.shape[1]}, dtype=bool)"
    first = given.flat[0]
    if given.dtype == float and np.all(given == first):
        filled = {0.0: "np.zeros({})", 1.0: "np.ones({})"}
        return filled.get(float(first), "np.full({}, {!r})").format(given.shape, first.item())
    if given.dtype == int and np.array_equal(given, np.arange(given.size)):
        return f"np.arange({given.size})"
    return f"np.array({given.tolist()!r})"


def rows(value: Any) -> str:
    """A value of an input: the number, or its nested rows; `inf` and `nan` are imported."""
    return repr(np.asarray(value, dtype=float).tolist())
