"""Pictures made smaller: the largest entry or the mean of each square block."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from engine.errors import BadArgument
from engine.mathematics import Value
from engine.op import Case, Corner, Op, Shape, Spelling, Whole
from engine.ops.entries import by_arrays, entries, reduction
from engine.ops.forms import gated, linear
from engine.ops.needs import differ
from engine.words import Words


def _blocks(x: Value, size: int) -> Value:
    """Square blocks side by side, each one's entries along the last axis; what is left is cut."""
    shape = np.shape(x)
    rows, columns = shape[-2] // size, shape[-1] // size
    whole = x[..., : rows * size, : columns * size]
    apart = np.reshape(whole, (*shape[:-2], rows, size, columns, size))
    return np.reshape(np.swapaxes(apart, -3, -2), (*shape[:-2], rows, columns, size * size))


def _unblocked(blocks: Value, shape: Shape, size: int) -> Value:
    """Blocks put back in their places; what was cut gets 0."""
    rows, columns = shape[-2] // size, shape[-1] // size
    apart = np.reshape(blocks, (*shape[:-2], rows, columns, size, size))
    whole = np.reshape(np.swapaxes(apart, -3, -2), (*shape[:-2], rows * size, columns * size))
    cut = ((0, shape[-2] - rows * size), (0, shape[-1] - columns * size))
    return np.pad(whole, ((0, 0),) * (len(shape) - 2) + cut)


def maxpool2d(x: Value, size: int) -> Value:
    return np.max(_blocks(x, size), axis=-1)


def _winner(x: Value, size: int) -> Value:
    """1 at the largest entry of each block, the first of several, and 0 elsewhere."""
    blocks = _blocks(x, size)
    first = np.argmax(blocks, axis=-1)
    return np.where(np.arange(size * size) == first[..., None], 1.0, 0.0)


def pull_maxpool2d(_port: int, g: Value, _out: Value, x: Value, size: int) -> Value:
    return _unblocked(gated(np.expand_dims(g, -1), _winner(x, size)), np.shape(x), size)


def push_maxpool2d(_port: int, t: Value, _out: Value, x: Value, size: int) -> Value:
    return np.sum(_blocks(t, size) * _winner(x, size), axis=-1)


def _tied(x: Value, size: int) -> Any:
    blocks = _blocks(x, size)
    won = np.equal(blocks, np.max(blocks, axis=-1, keepdims=True))
    several = np.sum(won, axis=-1, keepdims=True) > 1
    return np.equal(_unblocked(np.where(won & several, 1.0, 0.0), np.shape(x), size), 1.0)


def avgpool2d(x: Value, size: int) -> Value:
    return np.sum(_blocks(x, size), axis=-1) / (size * size)


def shared_out(g: Value, shape: Shape, size: int) -> Value:
    share = np.expand_dims(g, -1) / (size * size)
    return _unblocked(np.broadcast_to(share, (*np.shape(g), size * size)), shape, size)


def shape_of_pool(x: Shape, size: int) -> Shape:
    if size < 1:
        raise BadArgument("bad_size", k=size)
    if len(x) < 2 or min(x[-2:]) < size:
        raise differ("window_too_large", x, (size, size))
    return (*x[:-2], x[-2] // size, x[-1] // size)


def _largest_symbols(x: Any, size: int) -> Any:
    return reduction(sp.Max)(_blocks(entries(x), size), axis=-1)


def _pooling(name: str, glyph: str, whole: Whole, en: str, zh: str, **columns: Any) -> Op:
    return Op(
        **{
            "name": name,
            "family": "networks",
            "glyph": glyph,
            "signature": "X, size",
            "whole": whole,
            "shape": shape_of_pool,
            "cases": tuple(
                Case((shape,), {"size": size})
                for shape, size in (
                    ((4, 4), 2), ((2, 3), 2), ((5, 3), 2), ((2, 2, 2), 1), ((3, 3), 3),
                    ((0, 2, 2), 2),
                )
            ),
            "words": Words(en, zh),
            **columns,
        }
    )  # fmt: skip


def _pool_in_numpy(fold: str) -> str:
    windows = "np.lib.stride_tricks.sliding_window_view({0}, ({size}, {size}), axis=(-2, -1))"
    return f"{windows}[..., ::{{size}}, ::{{size}}, :, :].{fold}(axis=(-2, -1))"


def _pool_in_jax(start: str, fold: str) -> str:
    window = "(1,) * ({0}.ndim - 2) + ({size}, {size})"
    return f"jax.lax.reduce_window({{0}}, {start}, {fold}, {window}, {window}, 'VALID')"


ROWS = (
    _pooling(
        "maxpool2d", "maxpool", Whole(maxpool2d, pull_maxpool2d, push_maxpool2d),
        "The largest entry of each block gets the whole gradient; of several, the first.",
        "每块中最大的元素得到全部梯度；并列时给第一个。",
        pattern="router", symbolic=_largest_symbols,
        corners=(Corner(0, _tied, lambda *_, **_settings: (0.0, 1.0)),),
        pulls=(r"{g}\text{{ to the first largest entry of its block}}",),
        spelling=Spelling(
            _pool_in_numpy("max"),
            "torch.nn.functional.max_pool2d({0}[None], {size})[0]",
            _pool_in_jax("-jnp.inf", "jax.lax.max"),
        ),
    ),
    _pooling(
        "avgpool2d", "avgpool", linear(avgpool2d, shared_out),
        "Every entry of a block gets the same share of its gradient.",
        "每块中的元素平分该块的梯度。",
        pattern="spreader", symbolic=by_arrays(avgpool2d),
        pulls=(r"\tfrac{{1}}{{\text{{size}}^2}}\,{g}\text{{ over its block}}",),
        spelling=Spelling(
            _pool_in_numpy("mean"),
            "torch.nn.functional.avg_pool2d({0}[None], {size})[0]",
            _pool_in_jax("0.0", "jax.lax.add") + " / {size} ** 2",
        ),
    ),
)  # fmt: skip
