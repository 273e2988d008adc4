"""Tensors made from nothing but a size: zeros, ones, the identity."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from engine.mathematics import Value
from engine.op import Case, Op, Shape, Spelling
from engine.ops.entries import by_arrays
from engine.ops.forms import no_work, source
from engine.ops.shape import lengths
from engine.words import Words

CONSTANT = "A constant: nothing flows back."
CONSTANT_ZH = "常量：没有梯度传回。"


def zeros(shape: int | Shape) -> Value:
    return np.zeros(shape)


def ones(shape: int | Shape) -> Value:
    return np.ones(shape)


def eye(n: int) -> Value:
    return np.eye(n)


def shape_of_eye(n: int) -> Shape:
    return lengths((n, n))


def _constant(
    name: str,
    glyph: str,
    made: Callable[..., Value],
    words: Words,
    size: str = "shape",
    **columns: Any,
) -> Op:
    """`size` is the one argument, and the setting that it becomes."""
    return Op(
        **{
            "name": name,
            "family": "shape",
            "glyph": glyph,
            "signature": size,
            "whole": source(made),
            "shape": lengths,
            "work": no_work,
            "symbolic": by_arrays(lambda **settings: made(**settings).astype(int)),
            "spelling": Spelling(
                *(f"{library}.{name}({{{size}}})" for library in ("np", "torch", "jnp"))
            ),
            "pattern": "source",
            "cases": tuple(Case((), {"shape": asked}) for asked in (3, (2, 3), (), (0, 2))),
            "words": Words(f"{words.en} {CONSTANT}", f"{words.zh}{CONSTANT_ZH}"),
            **columns,
        }
    )


ROWS = (
    _constant("zeros", "0", zeros, Words("A tensor of zeros.", "全为 0 的张量。")),
    _constant("ones", "1", ones, Words("A tensor of ones.", "全为 1 的张量。")),
    _constant(
        "eye",
        "I",
        eye,
        Words("The identity matrix: ones on the diagonal.", "单位矩阵：对角线上为 1。"),
        "n",
        shape=shape_of_eye,
        cases=tuple(Case((), {"n": n}) for n in (3, 1, 0)),
    ),
)
