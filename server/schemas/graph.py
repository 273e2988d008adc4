"""The graph of a program, and what an editor shows beside it."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, Field, PrivateAttr, model_validator

from engine.errors import EngineError
from engine.node import GroupKind, Kind
from server import notation
from server.schemas.fields import Name, Notation, Request, Span, Suggestion, Value, Values, Written

FOLD = (
    "Also groups around operations that are written out, and of consecutive things wherever more "
    "than 60 would stand side by side; a group of that kind has a `title`. "
    "Groups are numbered anew."
)


class GraphRequest(Request):
    """A program to be drawn; `tolerant` draws the lines that stand and tells what is wrong."""

    source: Written = Field(description="The program, as a person typed it.")
    notation: Notation = "text"
    values: Values = Field(default_factory=dict, description="Tensors, for their shapes.")
    output: Name | None = Field(
        default=None, description="A node's name or id; the program's own if absent."
    )
    tolerant: bool = Field(
        default=False, description="Answer a faulty program too, with the lines that stand."
    )
    fold: bool = Field(default=False, description=FOLD)
    formulas: bool = Field(default=False, description="Also each line as mathematics.")
    _fault: EngineError | None = PrivateAttr(default=None)

    @property
    def fault(self) -> EngineError | None:
        """Why a formula in LaTeX cannot be read; an editor is told like any other fault."""
        return self._fault

    @model_validator(mode="after")
    def _in_our_notation(self) -> Self:
        if self.notation == "latex" and isinstance(self.source, str):
            try:
                self.source = notation.read(self.source)
            except EngineError as error:
                if not self.tolerant:
                    raise
                self._fault = error
        return self


class Node(BaseModel):
    id: int
    kind: Kind
    op: str | None
    name: str
    glyph: str
    shape: list[int] | None
    span: Span
    group: int | None
    commutes: bool = Field(
        default=False, description="The operands may change places: a + b is b + a."
    )


class Edge(BaseModel):
    id: int
    source: int
    target: int
    port: int


class Group(BaseModel):
    id: int
    kind: GroupKind
    label: str
    parent: int | None
    nodes: list[int]
    inputs: list[int]
    output: int
    outputs: list[int]
    title: str | None = Field(
        default=None, description="With `fold`: what was gathered, in words, unlike the `label`."
    )


class Wiring(BaseModel):
    output: int | None
    nodes: list[Node]
    edges: list[Edge]


class Graph(Wiring):
    groups: list[Group]


class Input(BaseModel):
    name: str
    shape: list[int] | None
    default: Value
    node: int


class Diagnostic(BaseModel):
    code: str
    reason: str
    message: str
    span: Span | None
    suggestion: Suggestion | None


class LineFormula(BaseModel):
    """A line of the program as mathematics; names that other lines bind stand as they are."""

    line: int
    text: str
    latex: str
    mathml: str


class GraphAnswer(BaseModel):
    graph: Graph
    inputs: list[Input]
    diagnostics: list[Diagnostic]
    formulas: list[LineFormula] | None = Field(default=None, description="Where asked for.")
