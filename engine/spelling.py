"""How NumPy, PyTorch and JAX write one operation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from engine.op import Op

Library = Literal["numpy", "torch", "jax"]
# what every library assumes by itself, at the end of a call
ASSUMED = re.compile(r"(?:, (?:axis|dim)=None)?, keepdims?=False(?=\))|, (?:axis|dim)=None(?=\))")


def spell(op: Op, library: Library, inputs: Sequence[str], settings: Mapping[str, Any]) -> str:
    """One line of Python for the operation, given what its inputs are called."""
    template = getattr(op.spelling, library)
    named = {each.name: str(each.default) for each in op.parameters if each.keyword}
    named |= {name: _written(name, value) for name, value in settings.items()}
    if callable(template):
        line: str = template(*inputs, **named)
        return line
    typed = [each for each in op.parameters if not each.keyword]
    assumed = [each.default or "" for each in typed[len(inputs) :]]
    return ASSUMED.sub("", template.format(*inputs, *assumed, parts=", ".join(inputs), **named))


def _written(name: str, value: Any) -> str:
    if name == "index":
        return ", ".join(map(index_entry, value))
    if name == "shape" and not isinstance(value, tuple):
        value = (value,)
    return repr(value)


def index_entry(entry: object) -> str:
    """`2` or `1:3` or `::2`."""
    if not isinstance(entry, tuple):
        return str(entry)
    start, stop, step = ("" if bound is None else str(bound) for bound in entry)
    return f"{start}:{stop}:{step}" if step else f"{start}:{stop}"
