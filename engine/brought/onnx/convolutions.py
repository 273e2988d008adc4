"""What a convolution of ONNX is here: our own, once for each kernel and channel."""

from __future__ import annotations

from engine.brought.onnx.step import MOST_WRITTEN, Step
from engine.op import Shape

PAIR = 2  # axes of a picture


def convolved(step: Step) -> str | None:
    """A kernel of ONNX reads several channels; ours reads one, so its results are added up."""
    kernels, shape = step.shape(1), step.shape(0)
    if kernels is None or len(kernels) != PAIR + 2 or not step.set_to(dilations=[1, 1]):
        return None
    maps, channels = kernels[:2]
    groups = int(step.settings.get("group", 1))
    margin = _margin(step)
    written = maps * channels if maps % groups == 0 and 0 < groups <= maps else 0
    if margin is None or not 0 < written <= MOST_WRITTEN:
        return None
    x = _padded(step, margin, shape) if any(margin) else step.texts[0]
    if x is None:
        return None
    planes = [step.bind(f"{x}[:, {plane}]") for plane in range(groups * channels)]
    results = [
        _one_map(step, planes[at // (maps // groups) * channels :][:channels], at)
        for at in range(maps)
    ]
    down, right = step.settings.get("strides", [1, 1])
    laid = f"stack([{', '.join(results)}], axis=1)"
    return laid if down == right == 1 else f"{step.bind(laid)}[:, :, ::{down}, ::{right}]"


def _one_map(step: Step, planes: list[str], at: int) -> str:
    parts = [
        f"conv2d({plane}, {step.texts[1]}[{at}, {number}])" for number, plane in enumerate(planes)
    ]
    bias = [f"{step.texts[2]}[{at}]"] if step.has(2) else []
    return step.bind(" + ".join([*parts, *bias]))


def _margin(step: Step) -> tuple[int, ...] | None:
    """Rows above, columns to the left, rows below, columns to the right."""
    way, kernels = step.settings.get("auto_pad", b"NOTSET"), step.shape(1)
    if way in (b"NOTSET", b""):
        return tuple(step.settings.get("pads", (0, 0, 0, 0)))
    if way == b"VALID" or kernels is None:
        return (0, 0, 0, 0) if way == b"VALID" else None
    if not step.set_to(strides=[1, 1]):
        return None
    more = [length - 1 for length in kernels[2:]]
    less = [length // 2 for length in more]
    greater = [length - part for length, part in zip(more, less, strict=True)]
    return (*less, *greater) if way == b"SAME_UPPER" else (*greater, *less)


def _padded(step: Step, margin: tuple[int, ...], shape: Shape | None) -> str | None:
    """Zeros around each picture; their number has to be known."""
    if shape is None or len(shape) != PAIR + 2 or min(margin) < 0:
        return None
    x, lengths = step.texts[0], list(shape)
    for axis, before, after in ((2, margin[0], margin[2]), (3, margin[1], margin[3])):
        parts = [_zeros(lengths, axis, before), x, _zeros(lengths, axis, after)]
        lengths[axis] += before + after
        if before or after:
            x = step.bind(f"concatenate([{', '.join(filter(None, parts))}], axis={axis})")
    return x


def _zeros(lengths: list[int], axis: int, width: int) -> str:
    shape = tuple(width if at == axis else length for at, length in enumerate(lengths))
    return f"zeros({shape})" if width else ""
