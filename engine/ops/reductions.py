"""Many entries become one: sums, means, products, extremes, and running totals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import sympy as sp

from engine.errors import BadArgument
from engine.figures import shape_text
from engine.mathematics import Value
from engine.op import Case, Corner, Domain, Op, Shape, Spelling, Whole, elements
from engine.ops.axes import Axis, chosen, folded, lines, reduced, single, unlined
from engine.ops.entries import along, reduction, shaped
from engine.ops.forms import folding, gated, linear, no_work, reads_all
from engine.words import Words


def total(x: Value, axis: Axis = None, keepdims: bool = False) -> Value:
    return np.sum(x, axis=chosen(np.shape(x), axis), keepdims=keepdims)


def mean(x: Value, axis: Axis = None, keepdims: bool = False) -> Value:
    return np.divide(total(x, axis, keepdims), folded(np.shape(x), axis))


def share_of_mean(x: Value, _out: Value, axis: Axis) -> float:
    return 1.0 / max(folded(np.shape(x), axis), 1)


def product(x: Value, axis: Axis = None, keepdims: bool = False) -> Value:
    return np.prod(x, axis=chosen(np.shape(x), axis), keepdims=keepdims)


def the_others(x: Value, _out: Value, axis: Axis) -> Value:
    """For each entry the product of all others; without dividing, so that zeros do no harm."""
    rows = lines(x, axis)
    one = np.ones((*np.shape(rows)[:-1], 1))
    before = np.cumprod(np.concatenate((one, rows), axis=-1), axis=-1)[..., :-1]
    backwards = np.concatenate((one, np.flip(rows, axis=-1)), axis=-1)
    after = np.flip(np.cumprod(backwards, axis=-1)[..., :-1], axis=-1)
    return unlined(before * after, np.shape(x), axis)


def largest(x: Value, axis: Axis = None, keepdims: bool = False) -> Value:
    return np.max(x, axis=chosen(np.shape(x), axis), keepdims=keepdims)


def smallest(x: Value, axis: Axis = None, keepdims: bool = False) -> Value:
    return np.min(x, axis=chosen(np.shape(x), axis), keepdims=keepdims)


def share_of_winners(x: Value, out: Value, axis: Axis) -> Value:
    """Entries that tie share equally; what is not a number wins, though it equals nothing."""
    won = np.where(np.equal(x, out) | np.isnan(x), 1.0, 0.0)
    return won / total(won, axis, keepdims=True)


def logsumexp(x: Value, axis: Axis = None, keepdims: bool = False) -> Value:
    """log of the sum of exp, where exp never meets a number above 0."""
    axes = chosen(np.shape(x), axis)
    top = np.max(x, axis=axes, keepdims=True, initial=-np.inf)
    shift = np.where(np.isfinite(top), top, 0.0)
    out = np.log(np.sum(np.exp(x - shift), axis=axes, keepdims=True)) + shift
    return np.reshape(out, reduced(np.shape(x), axis, keepdims))


def share_of_exp(x: Value, out: Value, axis: Axis) -> Value:
    """Counted from the largest entry: next to a large sum its last digits would be lost."""
    top = np.max(x, axis=chosen(np.shape(x), axis), keepdims=True, initial=-np.inf)
    raised = np.exp(x - top)
    shares = raised / total(raised, axis, keepdims=True)
    return np.where(np.isfinite(out), shares, np.exp(x - out))


def running_total(x: Value, axis: int | None = None) -> Value:
    place = axis if np.shape(x) else None
    return np.reshape(np.cumsum(x, axis=place), _running(np.shape(x), axis))


def totals_from_the_end(g: Value, shape: Shape, axis: int | None = None) -> Value:
    place = axis if shape else None
    return np.reshape(np.flip(np.cumsum(np.flip(g, place), axis=place), place), shape)


def _running(shape: Shape, axis: int | None = None) -> Shape:
    """NumPy runs through all entries as one row, unless an axis is named."""
    if axis is None:
        return (elements(shape),) if shape else ()
    single(shape, axis)
    return shape


def _running_symbols(x: Any, axis: int | None = None) -> Any:
    if axis is None:
        x, axis = shaped(np.ravel(x), _running(np.shape(x))), -1
    return along(lambda *xs: (sp.Add(*xs[: k + 1]) for k in range(len(xs))))(x, axis)


def _of_some(shape: Shape, axis: Axis = None, keepdims: bool = False) -> Shape:
    """The shape of largest or smallest entries: there must be one to choose."""
    if not folded(shape, axis):
        raise BadArgument("nothing_to_choose", s1=shape_text(shape))
    return reduced(shape, axis, keepdims)


def _ties(of: Callable[..., Value], sides: tuple[float, float]) -> tuple[Corner, ...]:
    """An entry that ties begins to win on one side, and to lose on the other."""

    def at(x: Value, axis: Axis = None, keepdims: bool = False) -> Any:
        won = np.equal(x, of(x, axis, keepdims=True))
        return won & (total(won, axis, keepdims=True) > 1)

    return (Corner(0, at, lambda *_, **_settings: sides),)


# What PyTorch and NumPy cannot say in one template.


def _logsumexp_in_torch(x: str, axis: str, keepdims: str) -> str:
    every = f"tuple(range({x}.dim()))" if axis == "None" else axis
    kept = ", keepdim=True" if keepdims == "True" else ""
    return f"torch.logsumexp({x}, dim={every}{kept})"


def _logsumexp_in_numpy(x: str, axis: str, keepdims: str) -> str:
    kept = ", keepdims=True" if keepdims == "True" else ""
    return f"np.logaddexp.reduce({x}, axis={axis}{kept})"


def _cumsum_in_torch(x: str, axis: str) -> str:
    return f"torch.cumsum({x}{'.flatten(), dim=0' if axis == 'None' else f', dim={axis}'})"


def _prod_in_torch(x: str, axis: str, keepdims: str) -> str:
    kept = keepdims == "True"
    if axis == "None":
        return f"torch.prod({x})" + (f".reshape([1] * {x}.dim())" if kept else "")
    return f"torch.prod({x}, dim={axis}{', keepdim=True' if kept else ''})"


CASES = tuple(
    Case((shape,), settings)
    for shape, settings in (
        ((), {}),
        ((4,), {}),
        ((1,), {"axis": -1}),
        ((2, 3), {}),
        ((2, 3), {"axis": 0}),
        ((2, 3), {"axis": -1, "keepdims": True}),
        ((2, 1, 3), {"axis": 2}),
        ((2, 2, 2), {"axis": 1}),
        ((2, 1, 2), {"keepdims": True}),
        ((3, 0), {"axis": 0}),
    )
)
OF_NOTHING = (Case(((0,),)), Case(((2, 0),), {"axis": 1}))


def _has_entries(x: Value, axis: Axis = None, keepdims: bool = False) -> bool:
    return folded(np.shape(x), axis) > 0


# a mean, a spread or a logarithm of nothing at all has no value
OF_SOME = Domain(_has_entries, Words("at least one entry", "至少一个元素"))


def reduction_row(name: str, glyph: str, whole: Whole, **columns: Any) -> Op:
    """A row for an operation that folds a tensor along axes."""
    inside = "({0}, axis={axis}, keepdims={keepdims})"
    torch = f"torch.{name}({{0}}, dim={{axis}}, keepdim={{keepdims}})"
    return Op(
        **{
            "name": name,
            "family": "reductions",
            "glyph": glyph,
            "signature": "x, *, axis=None, keepdims=False",
            "whole": whole,
            "shape": reduced,
            "work": reads_all,
            "latex": rf"\operatorname{{{{{name}}}}}\left({{0}}\right)",
            "spelling": Spelling(f"np.{name}{inside}", torch, f"jnp.{name}{inside}"),
            "pattern": "spreader",
            "cases": CASES + OF_NOTHING,
            **columns,
        }
    )


def _extreme(
    name: str, of: Callable[..., Value], *, sides: tuple[float, float], **columns: Any
) -> Op:
    inside = f"{name}({{0}}, axis={{axis}}, keepdims={{keepdims}})"
    torch = f"torch.a{name}({{0}}, dim={{axis}}, keepdim={{keepdims}})"
    return reduction_row(
        name,
        name,
        folding(of, share_of_winners, gated),
        folds=f"{name}imum",
        shape=_of_some,
        pattern="router",
        corners=_ties(of, sides),
        cases=CASES,
        latex=rf"\{name}\left({{0}}\right)",
        pulls=(rf"{{g}}\,[{{0}}_i=\{name} {{0}}]",),
        spelling=Spelling(f"np.{inside}", torch, f"jnp.{inside}"),
        **columns,
    )


ROWS = (
    reduction_row(
        "sum", "Σ", folding(total, lambda *_: 1.0),
        symbolic=reduction(sp.Add),
        words=Words(
            "A sum hands its gradient on unchanged to every entry.",
            "求和把梯度原样传给每个元素。",
        ),
        latex=r"\sum {0}", pulls=(r"{g}\,\mathbf{{1}}",),
    ),
    reduction_row(
        "mean", "mean", folding(mean, share_of_mean),
        symbolic=reduction(lambda *xs: sp.Add(*xs) / len(xs)),
        words=Words(
            "A mean of n entries hands one n-th of its gradient to each.",
            "n 个元素的平均值把梯度的 n 分之一传给每个元素。",
        ),
        pulls=(r"\tfrac{{1}}{{n}}\,{g}\,\mathbf{{1}}",), domain=OF_SOME,
    ),
    reduction_row(
        "prod", "Π", folding(product, the_others),
        symbolic=reduction(sp.Mul),
        words=Words(
            "A product hands each entry the gradient times the product of all the others.",
            "连乘把梯度乘以其余所有元素的积，再传给每个元素。",
        ),
        pattern="swapper", latex=r"\prod {0}", pulls=(r"{g}\prod_{{j\ne i}} {0}_j",),
        spelling=Spelling(
            "np.prod({0}, axis={axis}, keepdims={keepdims})",
            _prod_in_torch,
            "jnp.prod({0}, axis={axis}, keepdims={keepdims})",
        ),
    ),
    _extreme(
        "max", largest, sides=(0.0, 1.0), symbolic=reduction(sp.Max),
        words=Words(
            "The largest entry gets the whole gradient; entries that tie share it equally.",
            "最大的元素得到全部梯度；并列时平分。",
        ),
    ),
    _extreme(
        "min", smallest, sides=(1.0, 0.0), symbolic=reduction(sp.Min),
        words=Words(
            "The smallest entry gets the whole gradient; entries that tie share it equally.",
            "最小的元素得到全部梯度；并列时平分。",
        ),
    ),
    reduction_row(
        "logsumexp", "lse", folding(logsumexp, share_of_exp),
        symbolic=reduction(lambda *xs: sp.log(sp.Add(*map(sp.exp, xs)))),
        words=Words(
            "A soft maximum; each entry gets the gradient times its softmax. Nothing overflows.",
            "柔和的最大值；每个元素得到梯度乘以它的 softmax，且不会溢出。",
        ),
        pulls=(r"{g}\,\operatorname{{softmax}}({0})",), domain=OF_SOME,
        spelling=Spelling(
            _logsumexp_in_numpy,
            _logsumexp_in_torch,
            "jax.scipy.special.logsumexp({0}, axis={axis}, keepdims={keepdims})",
        ),
    ),
    reduction_row(
        "cumsum", "cumsum", linear(running_total, totals_from_the_end),
        symbolic=_running_symbols,
        words=Words(
            "A running total: each entry counts in its own and all later totals, "
            "and gathers their gradients.",
            "累加：每个元素计入自己和之后的所有和，并收集它们的梯度。",
        ),
        signature="x, *, axis=None", shape=_running, work=no_work,
        pulls=(r"\sum_{{j\ge i}} {g}_j",),
        cases=tuple(
            Case((shape,), settings)
            for shape, settings in (
                ((4,), {}), ((1,), {"axis": -1}), ((2, 3), {}), ((2, 3), {"axis": 0}),
                ((2, 1, 2), {"axis": -1}), ((0,), {}), ((2, 0), {"axis": 1}),
            )
        ),
        spelling=Spelling(
            "np.cumsum({0}, axis={axis})", _cumsum_in_torch, "jnp.cumsum({0}, axis={axis})"
        ),
    ),
)  # fmt: skip
