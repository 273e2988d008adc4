"""Numbers that a file holds: as many as their shape says, in the file itself, of a sort we have."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from math import prod
from typing import Any

import numpy as np

from engine.errors import BadValue, TooManyElements
from engine.limits import Limits
from engine.names import cited
from engine.op import Array, Shape

# by ONNX's own number: bytes of an entry, and the field that may hold entries one by one
SORTS = {
    1: (4, "float_data"),  # float32
    2: (1, "int32_data"),  # uint8
    3: (1, "int32_data"),  # int8
    4: (2, "int32_data"),  # uint16
    5: (2, "int32_data"),  # int16
    6: (4, "int32_data"),  # int32
    7: (8, "int64_data"),  # int64
    9: (1, "int32_data"),  # bool
    10: (2, "int32_data"),  # float16
    11: (8, "double_data"),  # float64
    12: (4, "uint64_data"),  # uint32
    13: (8, "uint64_data"),  # uint64
    16: (2, "int32_data"),  # bfloat16
}
REAL = {1, 10, 11, 16}  # a cast leaves them as they are: all are float64 here
WHOLE = {*SORTS} - REAL
EXTERNAL = 1
NO_LETTER = "\N{REPLACEMENT CHARACTER}"


def require_room(tensors: Iterable[Any], limits: Limits) -> None:
    """All of them together, as their shapes say it; nothing is made yet."""
    _require_number(sum(prod(max(1, n) for n in each.dims) for each in tensors), limits)


def _require_number(entries: int, limits: Limits) -> None:
    if entries > limits.elements:
        raise TooManyElements("too_many_elements", n=entries, max=limits.elements)


def numbers_of(tensor: Any, limits: Limits) -> Array:
    """An array of the sort that the file says; a tensor that lies about itself is refused."""
    shape, name = tuple(tensor.dims), told(tensor.name)
    if tensor.data_location == EXTERNAL or tensor.external_data:
        raise BadValue("onnx_elsewhere", x=name)
    if tensor.data_type not in SORTS:
        raise BadValue("onnx_sort", x=name, k=tensor.data_type)
    require_room([tensor], limits)
    size, entries = SORTS[tensor.data_type]
    raw = tensor.HasField("raw_data")
    held = len(tensor.raw_data) / size if raw else len(getattr(tensor, entries))
    if min(shape, default=0) < 0 or held != prod(shape):
        raise BadValue("onnx_lies", x=name, shape=_shown(shape), n=f"{held:g}")
    return np.asarray(import_module("onnx.numpy_helper").to_array(tensor))


def declared(value: Any, limits: Limits) -> Shape | None:
    """The shape that an input says it has; None where a length is left open."""
    kind = value.type.tensor_type
    if not kind.HasField("shape"):
        return None
    lengths = [each.dim_value if each.HasField("dim_value") else -1 for each in kind.shape.dim]
    _require_number(prod(max(1, length) for length in lengths), limits)
    return None if min(lengths, default=0) < 0 else tuple(lengths)


def told(name: str | bytes) -> str:
    """A name of the file as it may stand in a sentence: short, and in one line.

    Bytes that are no letters are handed on by the library as they are.
    """
    text = name.decode(errors="replace") if isinstance(name, bytes) else name
    return "".join(each if each.isprintable() else NO_LETTER for each in cited(text))


def _shown(shape: Shape) -> str:
    return " × ".join(map(str, shape[:6])) or "()"
