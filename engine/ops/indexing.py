"""Some entries of a tensor, picked by whole numbers and slices."""

from __future__ import annotations

import numpy as np

from engine.errors import BadIndex
from engine.figures import shape_text
from engine.mathematics import Value
from engine.op import Case, Op, Shape, Spelling
from engine.ops.entries import by_arrays
from engine.ops.forms import linear, no_work
from engine.words import Words

Bounds = tuple[int | None, int | None, int | None]  # start, stop, step
Index = tuple[int | Bounds, ...]


def places(index: Index) -> tuple[int | slice, ...]:
    """The index as NumPy wants it."""
    return tuple(slice(*part) if isinstance(part, tuple) else part for part in index)


def pick(x: Value, index: Index) -> Value:
    return x[places(index)]


def put_back(g: Value, shape: Shape, index: Index) -> Value:
    """What was picked gets its gradient, all else nothing."""
    spread = np.zeros_like(g, shape=shape)
    spread[places(index)] = g
    return spread


def shape_of_pick(x: Shape, index: Index) -> Shape:
    if len(index) > len(x):
        raise BadIndex("index_too_long", s1=shape_text(x), n=len(x), k=len(index))
    named = [_length(x, axis, part) for axis, part in enumerate(index)]
    return (*(length for length in named if length is not None), *x[len(index) :])


def _length(shape: Shape, axis: int, part: int | Bounds) -> int | None:
    """How many entries a slice leaves of an axis; a whole number leaves no axis."""
    n = shape[axis]
    if isinstance(part, tuple):
        if part[2] == 0:
            raise BadIndex("index_step")
        return len(range(*slice(*part).indices(n)))
    if not -n <= part < n:
        raise BadIndex("index_out_of_range", s1=shape_text(shape), i=part, axis=axis, n=n)
    return None


def _in_torch(x: str, index: str) -> str:
    """PyTorch knows no slice that runs backwards; a range of Python's does."""
    parts = index.split(", ")
    for axis, part in enumerate(parts):
        if part.partition(":")[2].partition(":")[2].startswith("-"):
            x = f"{x}.index_select({axis}, torch.tensor(range({x}.shape[{axis}])[{part}]))"
            parts[axis] = ":"
    # whole numbers drop axes, so they come last
    return f"{x}[{', '.join(parts)}]"


CASES = tuple(
    Case((shape,), {"index": index})
    for shape, index in (
        ((4,), (0,)),
        ((4,), (-1,)),
        ((2, 3), (1,)),
        ((2, 3), (0, 1)),
        ((3, 2), ((0, 2, None), 1)),
        ((2, 3), ((None, None, None), -1)),
        ((5,), ((None, None, -2),)),
        ((5,), ((3, 1, None),)),
        ((2, 2, 2), ((None, 1, None), 0)),
        ((2, 3), (1, (None, None, -1))),
        ((0, 2), ((None, None, None), 0)),
    )
)

ROWS = (
    Op(
        name="index",
        family="operators",
        glyph="[ ]",
        signature="x",
        signs=("[]",),
        callable=False,
        whole=linear(pick, put_back),
        shape=shape_of_pick,
        work=no_work,
        symbolic=by_arrays(pick),
        pulls=(r"{g}\text{{ where it was picked, else }}0",),
        spelling=Spelling("{0}[{index}]", _in_torch, "{0}[{index}]"),
        pattern="mover",
        cases=CASES,
        words=Words(
            "Picks some entries: these get the gradient, all others nothing.",
            "取出一部分元素：被取的得到梯度，其余得不到。",
        ),
    ),
)
