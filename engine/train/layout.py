"""All parameters as one long vector, and back: what an optimiser walks in."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate, pairwise

import numpy as np

from engine.mathematics import Value
from engine.op import Array, Shape, elements


class Layout:
    """Where each parameter stands in the vector."""

    def __init__(self, shapes: Mapping[str, Shape]) -> None:
        self.shapes = dict(shapes)
        ends = [0, *accumulate(map(elements, self.shapes.values()))]
        parts = (slice(*ends_of) for ends_of in pairwise(ends))
        self.parts = dict(zip(self.shapes, parts, strict=True))
        self.size = ends[-1]

    def pack(self, values: Mapping[str, Value]) -> Array:
        """One vector of all values."""
        vector = np.empty(self.size)
        for name, part in self.parts.items():
            vector[part] = np.ravel(values[name])
        return vector

    def unpack(self, vector: Array) -> dict[str, Value]:
        """Each parameter in its own shape."""
        return {
            name: vector[part].reshape(shape) if shape else float(vector[part.start])
            for (name, part), shape in zip(self.parts.items(), self.shapes.values(), strict=True)
        }

    def norms(self, vector: Array) -> dict[str, float]:
        """How long each parameter's part of a vector is."""
        return {name: float(np.linalg.norm(vector[part])) for name, part in self.parts.items()}
