"""The full local derivatives of one node."""

from __future__ import annotations

from pydantic import BaseModel, Field

from engine.local import Kind
from server.schemas.fields import Name, Program, Remark, Value


class JacobianRequest(Program):
    """A program, and the node whose local derivatives are wanted."""

    node: Name | None = Field(default=None, description="A name or an id; the output if absent.")


class Table(BaseModel):
    edge: int
    source: int
    kind: Kind
    shape: list[int] = Field(description="The node's axes, then the operand's.")
    latex: str
    contribution: str = Field(description="LaTeX: what a gradient becomes on its way through.")
    data: Value = Field(default=None, description="Nested lists; absent beyond 4,096 entries.")


class JacobianAnswer(BaseModel):
    node: int
    jacobians: list[Table]
    defaulted: list[str]
    warnings: list[Remark]
