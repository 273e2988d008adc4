"""How large gradients are, layer by layer, and what that says."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel

from server.schemas.evaluate import Output
from server.schemas.fields import Program, Remark, Value

Finding = Literal[
    "vanishing", "exploding", "dead-relu", "saturated", "symmetric", "not-finite", "healthy"
]


class HealthRequest(Program):
    """A program and the point at which its gradients are looked at."""


class Sizes(BaseModel):
    """The sizes of many numbers, without sign; quantiles at 0, 5, 25, 50, 75, 95 and 100 %."""

    entries: int
    norm: Value
    mean_abs: Value
    zeros: float
    quantiles: list[float]


class Layer(BaseModel):
    """A call, a round or a named line; `dead` and `saturated` are shares of its activations."""

    group: int | None
    name: str
    node: int
    value: Sizes
    gradient: Sizes
    dead: float | None
    saturated: float | None


class Weights(BaseModel):
    """An input, and the gradient that would update it."""

    name: str
    node: int
    value: Sizes
    gradient: Sizes


class Diagnosis(BaseModel):
    code: Finding
    message: str
    evidence: dict[str, Any]
    remedy: str
    node: int | None


class HealthAnswer(BaseModel):
    output: Output
    layers: list[Layer]
    inputs: list[Weights]
    diagnoses: list[Diagnosis]
    defaulted: list[str]
    warnings: list[Remark]
