"""Layer normalisation: each row is brought to mean 0 and size 1, then stretched and shifted."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from engine.mathematics import Value
from engine.op import Case, Op, Shape, Spelling, Whole, broadcast, elements, unbroadcast
from engine.ops.entries import along, by_arrays
from engine.ops.needs import ROW, unfit
from engine.ops.reductions import mean
from engine.ops.spreads import centred, magnitude
from engine.words import Words

EPSILON = 1e-5  # PyTorch's: keeps layernorm from dividing by 0


def _standard(x: Value) -> tuple[Value, Value]:
    """The entries of each row minus their mean, over their deviation; and that deviation."""
    scale = np.maximum(magnitude(x, -1), 1.0)
    apart = centred(x / scale, -1)
    size = np.sqrt(mean(np.square(apart), -1, keepdims=True) + EPSILON / scale / scale)
    return apart / size, size * scale


def layernorm(x: Value, gain: Value, bias: Value) -> Value:
    return _standard(x)[0] * gain + bias


def pull_layernorm(port: int, g: Value, _out: Value, *xs: Value) -> Value:
    x, gain, bias = xs
    if port == 2:
        return unbroadcast(g, np.shape(bias))
    even, size = _standard(x)
    if port == 1:
        return unbroadcast(g * even, np.shape(gain))
    wanted = unbroadcast(np.multiply(g, gain), np.shape(x))
    level = mean(wanted, -1, keepdims=True)
    return (wanted - level - even * mean(wanted * even, -1, keepdims=True)) / size


def push_layernorm(port: int, t: Value, out: Value, *xs: Value) -> Value:
    x, gain, _ = xs
    if port == 2:
        return np.broadcast_to(t, np.shape(out))
    even, size = _standard(x)
    if port == 1:
        return np.broadcast_to(even * t, np.shape(out))
    apart = centred(t, -1)
    growth = mean(even * apart, -1, keepdims=True)
    return np.broadcast_to((apart - even * growth) / size * gain, np.shape(out))


def shape_of_layernorm(x: Shape, gain: Shape, bias: Shape) -> Shape:
    if not x:
        raise unfit("layernorm", x, ROW)
    return broadcast(x, gain, bias)


def _layernorm_symbols(x: Any, gain: Any, bias: Any) -> Any:
    return by_arrays(lambda x, gain, bias: x * gain + bias)(along(_even)(x), gain, bias)


def _even(*xs: Any) -> list[Any]:
    middle = sp.Add(*xs) / len(xs)
    spread = sp.Add(*((x - middle) ** 2 for x in xs)) / len(xs)
    return [(x - middle) / sp.sqrt(spread + sp.Float(EPSILON)) for x in xs]


ROWS = (
    Op(
        name="layernorm",
        family="networks",
        glyph="layernorm",
        signature="x, gain, bias",
        whole=Whole(layernorm, pull_layernorm, push_layernorm),
        shape=shape_of_layernorm,
        work=lambda out, *_: 4 * elements(out),
        symbolic=_layernorm_symbols,
        pulls=(
            r"\tfrac{{1}}{{s}}\left(h-\overline{{h}}-\hat{{x}}\,\overline{{h\hat{{x}}}}\right),"
            r"\; h={1}\odot {g}",
            r"\sum {g}\odot\hat{{x}}",
            r"\sum {g}",
        ),
        spelling=Spelling(
            "({0} - np.mean({0}, axis=-1, keepdims=True)) "
            "/ np.sqrt(np.var({0}, axis=-1, keepdims=True) + 1e-05) * {1} + {2}",
            "torch.nn.functional.layer_norm({0}, {0}.shape[-1:], eps=1e-05) * {1} + {2}",
            "({0} - jnp.mean({0}, axis=-1, keepdims=True)) "
            "/ jnp.sqrt(jnp.var({0}, axis=-1, keepdims=True) + 1e-05) * {1} + {2}",
        ),
        pattern="mixer",
        cases=tuple(
            map(Case, (
                ((3,), (3,), (3,)), ((2, 3), (3,), (3,)), ((2, 2, 2), (2,), (1,)),
                ((2, 3), (), ()), ((3,), (2, 3), (3,)), ((0, 3), (3,), (3,)),
            ))
        ),
        words=Words(
            "Moves each row to mean 0 and brings it to size 1 (1e-5 keeps it from dividing by 0), "
            "then stretches it by gain and shifts it by bias; "
            "back through it no gradient can shift or stretch a row as a whole.",
            "把每一行移到平均值 0、缩放到大小 1（1e-5 防止除以 0），再乘 gain 加 bias；"
            "传回的梯度不会使一行整体平移或缩放。",
        ),
    ),
)  # fmt: skip
