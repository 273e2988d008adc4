"""What nodes of ONNX are here: layers of networks."""

from __future__ import annotations

from engine.brought.onnx.convolutions import PAIR, convolved
from engine.brought.onnx.step import Says, Step, real_axis


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
    "Conv": convolved,
    "MaxPool": _pooled("maxpool2d"),
    "AveragePool": _pooled("avgpool2d"),
    "GlobalMaxPool": _pooled_whole("max"),
    "GlobalAveragePool": _pooled_whole("mean"),
    "BatchNormalization": _batch_norm,
    "LayerNormalization": _layer_norm,
}
