"""Entries move, nothing is computed: reshape, join, stack, index; and constants of a shape."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.errors import BadArgument, ShapeMismatch
from engine.figures import shape_text
from engine.mathematics import Value
from engine.op import Case, Op, Shape, Spelling, Whole, elements
from engine.ops.axes import single
from engine.ops.entries import by_arrays
from engine.ops.forms import joining, linear, no_work, source
from engine.ops.needs import differ
from engine.words import Words

# -- reshape ----------------------------------------------------------------------------------


def reshape(x: Value, shape: int | Shape) -> Value:
    return np.reshape(x, shape)


def shape_back(g: Value, before: Shape, shape: int | Shape) -> Value:
    return np.reshape(g, before)


def shape_of_reshape(x: Shape, shape: int | Shape) -> Shape:
    """As asked for; one -1 stands for whatever length is left."""
    asked = _lengths(shape, open_ends=1)
    rest = elements(tuple(length for length in asked if length != -1))
    left = elements(x) // max(rest, 1)
    filled = tuple(left if length == -1 else length for length in asked)
    if elements(filled) != elements(x) or (-1 in asked and not rest):
        raise ShapeMismatch("reshape_count", s1=shape_text(x), n=elements(x), s2=shape_text(asked))
    return filled


def _lengths(shape: int | Shape, open_ends: int = 0) -> Shape:
    asked = shape if isinstance(shape, tuple) else (shape,)
    if any(length < -1 for length in asked) or asked.count(-1) > open_ends:
        raise BadArgument("bad_shape", s2=shape_text(asked))
    return asked


# -- concatenate and stack --------------------------------------------------------------------


def concatenate(*parts: Value, axis: int = 0) -> Value:
    return np.concatenate(parts, axis=axis)


def pull_concatenate(port: int, g: Value, _out: Value, *parts: Value, axis: int = 0) -> Value:
    before = sum([np.shape(part)[axis] for part in parts[:port]])
    length = np.shape(parts[port])[axis]
    picked = (slice(None),) * (axis % np.ndim(g)) + (slice(before, before + length),)
    return g[picked]


def push_concatenate(port: int, t: Value, out: Value, *parts: Value, axis: int = 0) -> Value:
    before = sum(np.shape(part)[axis] for part in parts[:port])
    moved = np.zeros(np.shape(out))
    along = np.moveaxis(moved, axis, 0)
    along[before : before + np.shape(t)[axis]] = np.moveaxis(t, axis, 0)
    return moved


def stack(*parts: Value, axis: int = 0) -> Value:
    if all(isinstance(part, float) for part in parts):
        return np.array(parts)  # numbers in a row: `stack` makes a tensor of each, which takes long
    return np.stack(parts, axis=axis)


def pull_stack(port: int, g: Value, _out: Value, *_parts: Value, axis: int = 0) -> Value:
    return np.take(g, port, axis=axis)


def push_stack(port: int, t: Value, out: Value, *_parts: Value, axis: int = 0) -> Value:
    moved = np.zeros(np.shape(out))
    np.moveaxis(moved, axis, 0)[port] = t
    return moved


def shape_of_concatenate(*parts: Shape, axis: int = 0) -> Shape:
    first = _first("concatenate", parts)
    if not first:
        raise BadArgument("concatenate_numbers")
    (along,) = single(first, axis)
    for port, part in enumerate(parts):
        beside = part[:along] + part[along + 1 :] != first[:along] + first[along + 1 :]
        if beside or len(part) != len(first):
            raise differ("parts_differ", first, part, f="concatenate", axis=axis, ports=(0, port))
    return (*first[:along], sum(part[along] for part in parts), *first[along + 1 :])


def shape_of_stack(*parts: Shape, axis: int = 0) -> Shape:
    first = _first("stack", parts)
    for port, part in enumerate(parts):
        if part != first:
            raise differ("same_shapes", first, part, f="stack", ports=(0, port))
    (along,) = single((*first, len(parts)), axis)
    return (*first[:along], len(parts), *first[along:])


def _first(name: str, parts: tuple[Shape, ...]) -> Shape:
    if not parts:
        raise BadArgument("no_parts", f=name)
    return parts[0]


# -- constants --------------------------------------------------------------------------------


def zeros(shape: int | Shape) -> Value:
    return np.zeros(shape)


def ones(shape: int | Shape) -> Value:
    return np.ones(shape)


def eye(n: int) -> Value:
    return np.eye(n)


def shape_of_eye(n: int) -> Shape:
    return _lengths((n, n))


JOINED = (
    Case(((2,), (3,))),
    Case(((2, 3), (1, 3))),
    Case(((2, 1), (2, 2), (2, 3)), {"axis": 1}),
    Case(((1, 2, 2), (1, 2, 1)), {"axis": -1}),
    Case(((3,),)),
    Case(((0,), (2,))),
)
STACKED = (
    Case(((), ())),
    Case(((3,), (3,), (3,))),
    Case(((2, 2), (2, 2)), {"axis": 1}),
    Case(((2,), (2,)), {"axis": -1}),
    Case(((),)),
    Case(((0,), (0,))),
)
PLACES = "The gradient goes back to where each entry came from."
PLACES_ZH = "梯度回到每个元素原来的位置。"
CONSTANT = "A constant: nothing flows back."
CONSTANT_ZH = "常量：没有梯度传回。"


def _constant(
    name: str, glyph: str, whole: Whole, shape: Callable[..., Shape], en: str, zh: str
) -> Op:
    sized = name == "eye"
    arguments = "{n}" if sized else "{shape}"
    return Op(
        name=name,
        family="shape",
        glyph=glyph,
        signature="n" if sized else "shape",
        whole=whole,
        shape=shape,
        work=no_work,
        symbolic=by_arrays(lambda **settings: whole.forward(**settings).astype(int)),
        spelling=Spelling(
            f"np.{name}({arguments})", f"torch.{name}({arguments})", f"jnp.{name}({arguments})"
        ),
        pattern="source",
        cases=tuple(Case((), {"n": n}) for n in (3, 1, 0))
        if sized
        else tuple(Case((), {"shape": asked}) for asked in (3, (2, 3), (), (0, 2))),
        words=Words(f"{en} {CONSTANT}", f"{zh}{CONSTANT_ZH}"),
    )


ROWS = (
    Op(
        name="reshape",
        family="shape",
        glyph="reshape",
        signature="x, shape",
        whole=linear(reshape, shape_back),
        shape=shape_of_reshape,
        work=no_work,
        symbolic=by_arrays(reshape),
        pulls=(r"\operatorname{{reshape}}({g})",),
        spelling=Spelling(
            "np.reshape({0}, {shape})", "torch.reshape({0}, {shape})", "jnp.reshape({0}, {shape})"
        ),
        pattern="mover",
        cases=(
            Case(((2, 3),), {"shape": (3, 2)}),
            Case(((2, 3),), {"shape": 6}),
            Case(((4,),), {"shape": (2, -1)}),
            Case(((),), {"shape": (1, 1)}),
            Case(((1,),), {"shape": ()}),
            Case(((0, 2),), {"shape": (2, 0)}),
        ),
        words=Words(
            f"The same entries in another shape. {PLACES}",
            f"同样的元素换一个形状。{PLACES_ZH}",
        ),
    ),
    Op(
        name="concatenate",
        family="shape",
        glyph="concat",
        signature="parts, *, axis=0",
        whole=Whole(concatenate, pull_concatenate, push_concatenate),
        shape=shape_of_concatenate,
        work=joining,
        symbolic=by_arrays(concatenate),
        pulls=(r"\text{{the part of }}{g}\text{{ that came from it}}",),
        spelling=Spelling(
            "np.concatenate([{parts}], axis={axis})",
            "torch.cat([{parts}], dim={axis})",
            "jnp.concatenate([{parts}], axis={axis})",
        ),
        pattern="mover",
        cases=JOINED,
        words=Words(
            f"Joins tensors end to end along an axis. {PLACES}",
            f"沿一个轴把张量首尾相接。{PLACES_ZH}",
        ),
    ),
    Op(
        name="stack",
        family="shape",
        glyph="stack",
        signature="parts, *, axis=0",
        whole=Whole(stack, pull_stack, push_stack),
        shape=shape_of_stack,
        work=joining,
        symbolic=by_arrays(stack),
        pulls=(r"\text{{the layer of }}{g}\text{{ that came from it}}",),
        spelling=Spelling(
            "np.stack([{parts}], axis={axis})",
            "torch.stack([{parts}], dim={axis})",
            "jnp.stack([{parts}], axis={axis})",
        ),
        pattern="mover",
        cases=STACKED,
        words=Words(
            f"Lays numbers or tensors of one shape side by side along a new axis. {PLACES}",
            f"把同样形状的数或张量沿新的轴并排放置。{PLACES_ZH}",
        ),
    ),
    _constant("zeros", "0", source(zeros), _lengths, "A tensor of zeros.", "全为 0 的张量。"),
    _constant("ones", "1", source(ones), _lengths, "A tensor of ones.", "全为 1 的张量。"),
    _constant(
        "eye", "I", source(eye), shape_of_eye,
        "The identity matrix: ones on the diagonal.", "单位矩阵：对角线上为 1。",
    ),
)  # fmt: skip
