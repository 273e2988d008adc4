"""What can be looked up: operations and examples."""

from __future__ import annotations

from pydantic import BaseModel

from engine.node import Kind
from engine.op import Takes
from server.schemas.fields import Value


class InTwoLanguages(BaseModel):
    en: str
    zh: str


class Parameter(BaseModel):
    name: str
    takes: Takes
    keyword: bool
    default: str | None


class Operation(BaseModel):
    """`partials`: per operand; of a whole tensor the reverse rule, with Z for the value."""

    name: str
    aliases: list[str]
    glyph: str
    signature: str
    family: str
    typed: str
    signs: list[str]
    callable: bool
    parameters: list[Parameter]
    latex: str | None
    partials: list[str | None]
    words: InTwoLanguages
    pattern: str
    commutes: bool
    domain: InTwoLanguages | None
    corners: list[str]


class OperationsAnswer(BaseModel):
    operations: list[Operation]


class Dot(BaseModel):
    """Where a node stands on a small picture, both from 0 to 1."""

    x: float
    y: float
    kind: Kind


class Sketch(BaseModel):
    """A program as dots, and lines between them by their numbers."""

    dots: list[Dot]
    lines: list[tuple[int, int]]


class Tag(BaseModel):
    id: str
    name: str


class Example(BaseModel):
    id: str
    title: str
    about: str
    tags: list[Tag]
    level: int
    source: str
    values: dict[str, Value]
    view: dict[str, str]
    sketch: Sketch


class ExamplesAnswer(BaseModel):
    examples: list[Example]
