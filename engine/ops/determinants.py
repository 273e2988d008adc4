"""The determinant of square matrices, and the row that all their operations are like."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.mathematics import Value
from engine.op import Case, Domain, Op, Shape, Spelling, Whole, elements
from engine.ops.entries import of_matrices
from engine.ops.forms import moving
from engine.ops.needs import require_square
from engine.ops.products import swapped
from engine.words import Words

SMALL = 10  # beyond it n² determinants are too many


def det(a: Value) -> Value:
    """Elimination makes any number of an infinite entry, so there it has no value at all."""
    return np.linalg.det(a) * np.where(_finite(a), 1.0, np.nan)


def cofactors(a: Value) -> Value:
    """The determinant's slope in each entry; a singular matrix has it too."""
    d = np.linalg.det(a)
    if np.all(np.not_equal(d, 0.0) & np.isfinite(d)):
        return d[..., None, None] * swapped(np.linalg.inv(a))
    finite = _finite(a)[..., None, None]
    ordinary = np.where(finite, a, 0.0)
    found = _by_minors if np.shape(a)[-1] <= SMALL else _by_sizes
    return np.where(finite, found(ordinary), np.nan)


def _finite(a: Value) -> Value:
    return np.all(np.isfinite(a), axis=(-2, -1))


def _by_minors(a: Value) -> Value:
    """The textbook's way: strike out a row and a column, take the determinant of the rest."""
    n = np.shape(a)[-1]
    others = np.array([[k for k in range(n) if k != struck] for struck in range(n)], dtype=int)
    rest = a[..., others, :][..., others]
    signs = np.where(np.add.outer(np.arange(n), np.arange(n)) % 2, -1.0, 1.0)
    return signs * np.linalg.det(np.swapaxes(rest, -3, -2))


def _by_sizes(a: Value) -> Value:
    """Cofactors of a determinant that may be too large: sizes are added as logarithms."""
    sign, size = (each[..., None, None] for each in np.linalg.slogdet(a))
    turned = swapped(np.linalg.inv(np.where(sign, a, np.eye(np.shape(a)[-1]))))
    regular = sign * np.sign(turned) * np.exp(size + np.log(np.abs(turned)))
    return np.where(sign, regular, _by_singular_values(a))


def _by_singular_values(a: Value) -> Value:
    """Cofactors of u s v are those of s, each the product of all other entries, turned by u, v."""
    u, s, v = np.linalg.svd(a)
    apart = np.eye(np.shape(a)[-1], dtype=np.bool_)
    others = np.prod(np.where(apart, 1.0, s[..., None, :]), axis=-1)
    sign = np.linalg.det(u) * np.linalg.det(v)
    return sign[..., None, None] * np.matmul(u * others[..., None, :], v)


def pull_det(_port: int, g: Value, _out: Value, a: Value) -> Value:
    return over_matrices(g, a) * cofactors(a)


def push_det(_port: int, t: Value, _out: Value, a: Value) -> Value:
    return np.sum(moving(t, cofactors(a)), axis=(-2, -1))


def over_matrices(g: Value, a: Value) -> Value:
    """One number for each matrix, ready to be broadcast over its entries."""
    return np.reshape(g, (*np.shape(a)[:-2], 1, 1))


ELIMINATIONS = 7  # the answer, its two sweeps, and whether there is one: each as dear as a product


def eliminated(_out: Shape, a: Shape) -> int:
    return ELIMINATIONS * elements(a) * a[-1]


ORDINARY = Domain(
    lambda a: np.isfinite(a).all(), Words("a matrix of finite numbers", "由有限数组成的矩阵")
)
SQUARES = tuple(Case((shape,)) for shape in ((2, 2), (3, 3), (1, 1), (2, 2, 2), (0, 0), (0, 2, 2)))


def square_row(name: str, glyph: str, whole: Whole, en: str, zh: str, **columns: Any) -> Op:
    return Op(
        **{
            "name": name,
            "family": "linear algebra",
            "glyph": glyph,
            "signature": "A",
            "whole": whole,
            "work": eliminated,
            "pattern": "mixer",
            "cases": SQUARES,
            "words": Words(en, zh),
            **columns,
        }
    )


ROWS = (
    square_row(
        "det", "det", Whole(det, pull_det, push_det),
        "The determinant; each entry gets the gradient times its cofactor.",
        "行列式；每个元素得到梯度乘以它的代数余子式。",
        shape=lambda a: require_square("det", a), domain=ORDINARY,
        symbolic=of_matrices(lambda a: a.det()),
        latex=r"\det {0}", pulls=(r"{g}\,\det({0})\,{0}^{{-\top}}",),
        spelling=Spelling("np.linalg.det({0})", "torch.linalg.det({0})", "jnp.linalg.det({0})"),
    ),
)  # fmt: skip
