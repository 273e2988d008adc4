"""Closed forms of the output and of its derivatives."""

from __future__ import annotations

from pydantic import BaseModel, Field

from engine.symbolic.arrangement import Arrangement
from server.schemas.fields import Program


class SymbolicRequest(Program):
    """A program, and how its formulas are to be arranged."""

    form: Arrangement = Field(
        default="simplified", description="What is too large to rearrange stays as it was typed."
    )


class Formula(BaseModel):
    text: str
    latex: str
    mathml: str


class Rule(BaseModel):
    """How a gradient passes through an edge between whole tensors."""

    edge: int
    node: int
    latex: str


class SymbolicAnswer(BaseModel):
    output: Formula | None
    derivatives: dict[str, Formula | None]
    simplified: bool
    rules: list[Rule]
    note: str | None
