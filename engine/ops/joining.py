"""Several tensors as one: end to end, or side by side."""

from __future__ import annotations

import numpy as np

from engine.errors import BadArgument
from engine.mathematics import Value
from engine.op import Case, Op, Shape, Spelling, Whole
from engine.ops.axes import single
from engine.ops.entries import by_arrays
from engine.ops.forms import joining
from engine.ops.needs import differ
from engine.ops.shape import PLACES, PLACES_ZH
from engine.words import Words


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

ROWS = (
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
)
