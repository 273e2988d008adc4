"""The layers of a model as JSON: how their weights are spread, and the gradients they went by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.op import Array
from engine.train.layers import Layer, spread_of
from engine.train.layout import Layout
from server import wire


def spreads(
    layers: Sequence[Layer], layout: Layout, point: Array, gradient: Array | None
) -> list[dict[str, Any]]:
    """Layer by layer, from the examples to the loss."""
    return [
        {
            "lines": list(layer.lines),
            "parameters": list(layer.parameters),
            "weights": _spread(layer, layout, point),
            "gradient": None if gradient is None else _spread(layer, layout, gradient),
        }
        for layer in layers
    ]


def _spread(layer: Layer, layout: Layout, vector: Array) -> dict[str, Any]:
    found = spread_of(layer, layout, vector)
    return {"norm": wire.value(found.norm), "most": found.most, "counts": list(found.counts)}
