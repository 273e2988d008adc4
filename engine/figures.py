"""A number as people read it: four significant digits, no more zeros than it needs."""

from __future__ import annotations

import math

import numpy as np

from engine.mathematics import Value

DIGITS = 4
SMALLEST, LARGEST = 1e-4, 1e6  # outside these a number is written with a power of ten
EDGE = 3  # entries shown at either end of a long row


def figure(value: Value) -> str:
    """`3`, `0.7311`, `2.656e-05`, `∞`, `NaN`; a tensor as its rows, shortened in the middle."""
    if isinstance(value, np.ndarray):
        return _rows(value)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "-∞"
    if value == int(value) and abs(value) < LARGEST:
        return str(int(value))
    small = 0 < abs(value) < SMALLEST or abs(value) >= LARGEST
    return f"{value:.{DIGITS - 1}e}" if small else f"{value:.{DIGITS}g}"


def shape_text(shape: tuple[int, ...]) -> str:
    """`2 × 3`; a single number has the shape `()`."""
    return " × ".join(map(str, shape)) or "()"


def _rows(value: Value) -> str:
    if len(value) > 2 * EDGE:
        shown = [*map(figure, value[:EDGE]), "…", *map(figure, value[-EDGE:])]
    else:
        shown = [*map(figure, value)]
    return "[" + ", ".join(shown) + "]"
