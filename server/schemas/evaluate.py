"""Value and gradients, nothing else."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from engine.function import Mode
from server.schemas.fields import Computing, Name, Remark, Value


class EvaluateRequest(Computing):
    """A program, and how its gradients are to be found."""

    output: Name | Annotated[list[Name], Field(min_length=1)] | None = Field(
        default=None, description="A node's name or id, or a list of them (with `jacobian`)."
    )
    mode: Mode = Field(default="reverse", description="How the gradients are found.")
    jacobian: bool = Field(
        default=False, description="Allow outputs with several entries, or several."
    )


class Output(BaseModel):
    name: str
    value: Value
    shape: list[int]


class OutputWithGradients(Output):
    gradients: dict[str, Value]


class EvaluateAnswer(BaseModel):
    output: Output | None = None
    gradients: dict[str, Value] | None = None
    outputs: list[OutputWithGradients] | None = None
    mode: Mode
    defaulted: list[str]
    warnings: list[Remark]
