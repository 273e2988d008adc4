"""The paths between two nodes, and the factored form of their sum."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, WithJsonSchema

from server.schemas.fields import Cost, Name, Program, Remark, Value

WHOLE = {"anyOf": [{"type": "integer"}, {"type": "string"}]}  # beyond 2^53 in full, as text
Whole = Annotated[Any, WithJsonSchema(WHOLE)]


class PathsRequest(Program):
    """Two nodes of a program, and how many of the paths between them to list."""

    start: Name = Field(alias="from", description="Where the paths begin.")
    to: Name | None = Field(
        default=None, description="Where they end; the program's output if absent."
    )
    limit: int = Field(
        default=50, ge=0, description="How many to list, the largest products first."
    )
    cursor: str | None = Field(
        default=None, pattern=r"^[0-9]{1,9}$", description="`next_cursor` of the page before."
    )
    folded: list[int] = Field(
        default=[], description="Groups that a path passes in one stride, by id."
    )


class Path(BaseModel):
    nodes: list[int]
    edges: list[int]
    factors: list[Value]
    product: Value
    running: Value
    latex: str | None = None


class Line(BaseModel):
    """One derivative of the factored form; long formulas are left out."""

    node: int
    name: str
    name_latex: str
    text: str | None
    latex: str | None
    slopes: str | None = None
    slopes_latex: str | None = None
    numbers: str | None = None
    slopes_numbers: str | None = None
    value: Value


class Work(BaseModel):
    multiplications: Whole
    additions: Whole


class Fold(BaseModel):
    """One step of the folding: what became one link, and what is left to do after it."""

    kind: Literal["parallel", "series"]
    source: int
    target: int
    through: int | None
    edges: list[int]
    slopes: str | None
    value: Value
    paths: str
    work: Work
    without_ones: Work


class Factored(BaseModel):
    text: str | None
    latex: str | None
    value: Value
    slopes: str | None
    slopes_latex: str | None
    numbers: str | None
    slopes_numbers: str | None
    lines: list[Line]
    onward: list[Line]
    folds: list[Fold]


class WithoutOnes(BaseModel):
    listed: Work
    factored: Work


class Costs(BaseModel):
    listed: Work
    factored: Work
    without_ones: WithoutOnes | None
    reverse: Cost
    forward: Cost


class PathsAnswer(BaseModel):
    start: int = Field(alias="from")
    to: int
    count: str
    sum: Value
    items: list[Path]
    next_cursor: str | None
    factored: Factored | None
    cost: Costs
    defaulted: list[str]
    warnings: list[Remark]
