"""What an operation asks of the shapes it is given, and the refusal where they do not fit."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.errors import ShapeMismatch
from engine.figures import shape_text
from engine.op import Shape
from engine.words import Words

MATRIX = Words("a matrix", "矩阵")
VECTOR_OR_MATRIX = Words("a vector or a matrix", "向量或矩阵")
SQUARE = Words("a square matrix", "方阵")
ROW = Words("a vector, or rows in a larger tensor", "向量，或由行组成的张量")


def unfit(name: str, shape: Shape, needs: Words) -> ShapeMismatch:
    return ShapeMismatch("shape_needed", f=name, s1=shape_text(shape), needs=needs)


def differ(reason: str, a: Shape, b: Shape, **fields: Any) -> ShapeMismatch:
    return ShapeMismatch(reason, s1=shape_text(a), s2=shape_text(b), **fields)


def require_square(name: str, shape: Shape) -> Shape:
    """The stack that the square matrices stand in."""
    if len(shape) < 2 or shape[-1] != shape[-2]:
        raise unfit(name, shape, SQUARE)
    return shape[:-2]


def broadcast_stacks(a: Shape, b: Shape) -> Shape:
    """The common stack of two operands whose last two axes are matrices."""
    try:
        return np.broadcast_shapes(a[:-2], b[:-2])
    except ValueError:
        raise differ("stacks_differ", a, b) from None
