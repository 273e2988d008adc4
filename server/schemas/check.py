"""Every gradient found in four ways, and whether they agree."""

from __future__ import annotations

from pydantic import BaseModel

from server.schemas.fields import Program, Remark, Value


class CheckRequest(Program):
    """A program and the point at which its gradients are to be checked."""


class Tried(BaseModel):
    """A plain central difference: its nudge, and how far it is off, as a share of the slope."""

    h: float
    error: float


class Entry(BaseModel):
    """One input; of a tensor the entry that agrees least, and its place."""

    reverse: Value
    forward: Value
    difference: Value
    step: float | None
    symbolic: Value
    relative_error: Value
    agree: bool
    place: list[int]
    sides: list[Value] | None
    steps: list[Tried]
    note: str | None


class CheckAnswer(BaseModel):
    inputs: dict[str, Entry]
    agree: bool
    defaulted: list[str]
    warnings: list[Remark]
