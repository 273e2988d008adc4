"""What nodes of ONNX are here: layers of networks."""

from __future__ import annotations

from engine.brought.onnx.step import MOST_WRITTEN, Says, Step, real_axis
from engine.op import Shape

PAIR = 2  # axes of a picture


def _linear(step: Step) -> str:
    """Gemm: a product of two matrices, either of them turned, each part scaled."""
    a, b = (
        f"{text}.T" if step.settings.get(name) else text
        for text, name in zip(step.texts, ("transA", "transB"), strict=False)
    )
    product = _times(step.settings.get("alpha", 1.0), f"{a} @ {b}")
    return (
        f"{product} + {_times(step.settings.get('beta', 1.0), step.texts[2])}"
        if step.has(2)
        else product
    )


def _times(factor: float, text: str) -> str:
    return text if factor == 1 else f"({factor!r}) * ({text})"


# -- convolution ------------------------------------------------------------------------------


def _convolved(step: Step) -> str | None:
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


# -- pooling and normalising ------------------------------------------------------------------


def _pooled(function: str) -> Says:
    """Square blocks side by side; any other window has no counterpart."""

    def says(step: Step) -> str | None:
        size = step.settings.get("kernel_shape", [])
        side_by_side = len(size) == PAIR and size[0] == size[1]
        side_by_side = side_by_side and list(step.settings.get("strides", [1, 1])) == list(size)
        plain = step.set_to(pads=[0, 0, 0, 0], dilations=[1, 1], ceil_mode=0, storage_order=0)
        way = step.settings.get("auto_pad", b"NOTSET") in (b"NOTSET", b"VALID")
        if not (side_by_side and plain and way and step.results == 1):
            return None
        return f"{function}({step.texts[0]}, {size[0]})"

    return says


def _pooled_whole(function: str) -> Says:
    """The picture as a whole: all axes after the first two."""

    def says(step: Step) -> str | None:
        shape, text = step.shape(), step.texts[0]
        if shape is None:
            return None
        for axis in reversed(range(2, len(shape))):
            text = f"{function}({text}, axis={axis}, keepdims=True)"
        return text

    return says


def _batch_norm(step: Step) -> str | None:
    """As it is used, with the mean and the variance that training has left behind."""
    shape = step.shape()
    if shape is None or step.settings.get("training_mode", 0) or step.results > 1:
        return None
    wide = (1, -1, *(1,) * (len(shape) - 2))
    scale, bias, mean, spread = (
        text if len(shape) == PAIR else f"reshape({text}, {wide})" for text in step.texts[1:5]
    )
    epsilon = step.settings.get("epsilon", 1e-5)
    return f"({step.texts[0]} - {mean}) / sqrt({spread} + {epsilon!r}) * {scale} + {bias}"


def _layer_norm(step: Step) -> str | None:
    """Along the last axis, with the node's own small number against division by 0."""
    if step.axis(-1) != real_axis(-1, step.shape()) or step.results > 1:
        return None
    x, epsilon = step.texts[0], step.settings.get("epsilon", 1e-5)
    middle = f"mean({x}, axis=-1, keepdims=True)"
    spread = f"sqrt(var({x}, axis=-1, keepdims=True) + {epsilon!r})"
    bias = f" + {step.texts[2]}" if step.has(2) else ""
    return f"({x} - {middle}) / {spread} * {step.texts[1]}{bias}"


LAYERS: dict[str, Says] = {
    "Gemm": _linear,
    "Conv": _convolved,
    "MaxPool": _pooled("maxpool2d"),
    "AveragePool": _pooled("avgpool2d"),
    "GlobalMaxPool": _pooled_whole("max"),
    "GlobalAveragePool": _pooled_whole("mean"),
    "BatchNormalization": _batch_norm,
    "LayerNormalization": _layer_norm,
}
