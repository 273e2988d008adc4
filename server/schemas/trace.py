"""A graph with every step of its animation."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, WithJsonSchema

from engine.trace import Kind, Phase
from server.schemas.fields import VALUE, Cost, Program, Remark, Text, Value
from server.schemas.graph import FOLD, Group, Input, Wiring

DESCRIBED = {"type": ["object", "null"]}  # a Jacobian; nothing where no derivative passes
Local = Annotated[Any, WithJsonSchema({"anyOf": [*VALUE["anyOf"], DESCRIBED]})]


class TraceRequest(Program):
    """A program, the sweeps to show, and how much of them to send."""

    modes: list[Phase] = Field(
        default=["forward", "reverse"],
        description="The sweeps to show: values, gradients, or tangents (forward mode).",
    )
    tangent_of: Text | None = Field(
        default=None, description="The input that moves, for `tangent`."
    )
    words: bool = Field(default=True, description="A sentence for each step.")
    start: int = Field(default=1, ge=1, description="The first step to send.")
    stop: int | None = Field(default=None, ge=0, description="The last step to send.")
    form: Literal["steps", "columns"] = Field(
        default="steps", description="An object for each step, or one list for each of its fields."
    )
    fold: bool = Field(default=False, description=FOLD)
    structure: bool = Field(
        default=True,
        description="False is for who has another answer to the same question about other "
        "numbers: the graph has no nodes and edges, of a group only its slopes are told, and "
        "columns have only the `contribution` and `total` of each step.",
    )


class Step(BaseModel):
    index: int
    phase: Phase
    kind: Kind
    node: int
    edge: int | None = None
    value: Value = None
    gradient: Value = None
    upstream: Value = None
    local: Local = None
    contribution: Value = None
    total: Value = None
    complete: bool | None = None
    words: str | None = None


class Carried(BaseModel):
    contribution: list[Value]
    total: list[Value]


class Columns(Carried):
    index: list[int]
    phase: list[str]
    kind: list[str]
    node: list[int]
    edge: list[int | None]
    value: list[Value]
    upstream: list[Value]
    local: list[Local]
    complete: list[bool | None]


class Costs(BaseModel):
    reverse: Cost
    forward: Cost


class Slopes(BaseModel):
    id: int
    derivatives: list[list[Local]] | None = Field(
        description="A row for each output, an entry for each input, as on an edge; "
        "null where there would be too many."
    )


class TracedGroup(Slopes, Group):
    pass


class TracedGraph(Wiring):
    groups: list[TracedGroup | Slopes]


class TraceAnswer(BaseModel):
    graph: TracedGraph
    inputs: list[Input]
    values: list[Value]
    local: list[Local]
    gradients: list[Value]
    tangents: list[Value] | None = None
    steps: list[Step] | Columns | Carried
    cost: Costs
    defaulted: list[str]
    warnings: list[Remark]
    closing: str | None = None
