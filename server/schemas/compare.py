"""Forward mode beside reverse mode: their costs on a program, and on layers of any size."""

from __future__ import annotations

from pydantic import BaseModel, Field

from engine.modes import Cheaper
from server.schemas.fields import Cost, Name, Program


class CompareRequest(Program):
    """A program, and the outputs whose derivatives are wanted: the rows of a Jacobian."""

    outputs: list[Name] | None = Field(
        default=None, min_length=1, description="Names or ids; the program's output if absent."
    )


class End(BaseModel):
    """An input or an output, and how many numbers it holds."""

    name: str
    numbers: int


class Mode(Cost):
    stored: int


class CompareAnswer(BaseModel):
    inputs: list[End]
    outputs: list[End]
    forward: Mode
    reverse: Mode
    cheaper: Cheaper
    defaulted: list[str]


class Point(BaseModel):
    """Multiplications at one number of inputs."""

    inputs: int
    forward: int
    reverse: int


class DenseAnswer(BaseModel):
    inputs: int
    outputs: int
    width: int
    depth: int
    nodes: int
    edges: int
    forward: Cost
    reverse: Cost
    cheaper: Cheaper
    crossing: int | None
    curve: list[Point]
