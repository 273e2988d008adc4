"""What can be looked up: operations and examples."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from server.schemas.fields import Value


class InTwoLanguages(BaseModel):
    en: str
    zh: str


class Operation(BaseModel):
    name: str
    aliases: list[str]
    glyph: str
    signature: str
    family: str
    signs: list[str]
    callable: bool
    parameters: list[dict[str, Any]]
    latex: str | None
    partials: list[str | None]
    words: InTwoLanguages
    pattern: str
    domain: InTwoLanguages | None
    corners: list[int]
    spelling: dict[str, str]


class OperationsAnswer(BaseModel):
    operations: list[Operation]


class Example(BaseModel):
    id: str
    title: str
    source: str
    values: dict[str, Value]


class ExamplesAnswer(BaseModel):
    examples: list[Example]
