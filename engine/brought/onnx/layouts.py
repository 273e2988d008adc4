"""What nodes of ONNX are here: those that only lay entries out anew."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise
from math import prod

import numpy as np

from engine.brought.onnx.step import MOST_WRITTEN, Step, real_axis
from engine.brought.program import laid_anew
from engine.op import Shape

FAR = 2**31 - 1  # as good as the end


def _reshape(step: Step) -> str | None:
    """0 stands for the length that was there."""
    wanted, shape = step.numbers(1), step.shape()
    if wanted is None:
        return None
    kept = not step.settings.get("allowzero", 0)
    if kept and 0 in wanted:
        if shape is None or any(not n and at >= len(shape) for at, n in enumerate(wanted)):
            return None
        wanted = tuple(n or shape[at] for at, n in enumerate(wanted))
    return laid_anew(step.texts[0], wanted)


def _flatten(step: Step) -> str | None:
    shape, axis = step.shape(), int(step.settings.get("axis", 1))
    if shape is None:
        return None
    at = axis + len(shape) if axis < 0 else axis  # may also be the end
    return laid_anew(step.texts[0], (prod(shape[:at]), prod(shape[at:])))


def _squeeze(step: Step) -> str | None:
    shape, axes = step.shape(), step.listed("axes", 1)
    if shape is None or (step.has(1) and axes is None):
        return None
    gone = {real_axis(axis, shape) for axis in axes} if axes else None
    left = (n for at, n in enumerate(shape) if (n != 1 if gone is None else at not in gone))
    return laid_anew(step.texts[0], tuple(left))


def _unsqueeze(step: Step) -> str | None:
    shape, axes = step.shape(), step.listed("axes", 1)
    if shape is None or axes is None:
        return None
    rank, lengths = len(shape) + len(axes), iter(shape)
    new = {axis + rank if axis < 0 else axis for axis in axes}
    if len(new) < len(axes) or not new <= {*range(rank)}:
        return None
    laid = tuple(1 if at in new else next(lengths) for at in range(rank))
    return laid_anew(step.texts[0], laid)


def _transpose(step: Step) -> str | None:
    shape, order = step.shape(), step.settings.get("perm")
    if order is None:
        return step.texts[0] if shape is not None and len(shape) < 2 else f"{step.texts[0]}.T"
    if list(order) == sorted(order):
        return step.texts[0]
    return f"{step.texts[0]}.T" if list(order) == sorted(order, reverse=True) else None


def _joined(step: Step) -> str:
    return f"concatenate([{', '.join(step.given)}], axis={step.settings['axis']})"


def _sliced(step: Step) -> str | None:
    """Starts, ends, axes and strides: settings once, inputs now."""
    starts, ends = step.listed("starts", 1), step.listed("ends", 2)
    if starts is None or ends is None or not _all_known(step, (3, 4)):
        return None
    axes = step.listed("axes", 3) or tuple(range(len(starts)))
    strides = step.numbers(4) or (1,) * len(starts)
    shape = step.shape()
    if min(strides) < 1 or (shape is None and min(axes) < 0):
        return None
    cuts = {}
    for start, end, axis, by in zip(starts, ends, axes, strides, strict=True):
        at = real_axis(axis, shape)
        cuts[at] = _cut(start, end, by, shape[at] if shape else None)
    return f"{step.texts[0]}[{_index(cuts)}]"


def _cut(start: int, end: int, by: int, length: int | None) -> str:
    if length is not None:
        start, end, by = slice(start, end, by).indices(length)
    text = f"{start}:{'' if end >= FAR else end}"
    return text if by == 1 else f"{text}:{by}"


def _index(cuts: dict[int, str]) -> str:
    return ", ".join(cuts.get(axis, ":") for axis in range(max(cuts) + 1))


def _all_known(step: Step, places: Iterable[int]) -> bool:
    return all(step.numbers(at) is not None for at in places if step.has(at))


def _gathered(step: Step) -> str | None:
    """One entry along an axis, or a few put together again."""
    at, places = step.axis(0), step.numbers(1)
    if places is None or not 0 < len(places) <= MOST_WRITTEN or at < 0:
        return None
    picked = [f"{step.texts[0]}[{':, ' * at}{place}]" for place in places]
    rank = np.ndim(step.known[1]) if step.known[1] is not None else 0
    if rank == 0:
        return picked[0]
    return f"stack([{', '.join(picked)}], axis={at})" if rank == 1 else None


def _split(step: Step) -> list[str] | None:
    shape, at, parts = step.shape(), step.axis(0), step.results
    if shape is None or (step.has(1) and step.numbers(1) is None):
        return None
    each = -(-shape[at] // parts)
    sizes = step.listed("split", 1) or [min(each, shape[at] - k * each) for k in range(parts)]
    ends = pairwise(accumulate(sizes, initial=0))
    return [f"{step.texts[0]}[{':, ' * at}{start}:{end}]" for start, end in ends]


def _expanded(step: Step) -> str | None:
    shape = step.numbers(1)
    return None if shape is None else _copied(step.texts[0], shape)


def _copied(text: str, shape: Shape) -> str:
    return f"{text} * ones({shape})" if shape else text


def _filled(step: Step) -> str | None:
    shape, value = step.numbers(0), step.settings.get("value")
    number = 0.0 if value is None else float(np.ravel(value)[0])
    if shape is None or not np.isfinite(number):
        return None
    return _copied(f"({number!r})", shape)


def _shape(step: Step) -> str | None:
    shape = step.shape()
    if shape is None:
        return None
    return str(list(shape[step.settings.get("start", 0) : step.settings.get("end", None)]))


def _size(step: Step) -> str | None:
    shape = step.shape()
    return None if shape is None else str(prod(shape))


LAYOUTS = {
    "Reshape": _reshape,
    "Flatten": _flatten,
    "Squeeze": _squeeze,
    "Unsqueeze": _unsqueeze,
    "Transpose": _transpose,
    "Concat": _joined,
    "Slice": _sliced,
    "Gather": _gathered,
    "Split": _split,
    "Expand": _expanded,
    "ConstantOfShape": _filled,
    "Shape": _shape,
    "Size": _size,
}
