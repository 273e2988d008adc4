"""Sorts of fields that many requests and answers share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetPydanticSchema,
    PlainValidator,
    WithJsonSchema,
    field_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import literal_schema

from engine.place import Source
from engine.text.characters import name_meant
from server import notation


def _text(given: Any) -> str:
    """Any text whatever: what cannot be read in it is told by the reader, with its place."""
    if not isinstance(given, str):
        raise PydanticCustomError("string_type", "a text")
    return given


def _name(given: Any) -> str | int:
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise PydanticCustomError("name_type", "a name or a number")
    return given


def _values(given: Any) -> dict[str, Any]:
    """Names as programs read them; what they stand for is checked where it becomes tensors."""
    if not isinstance(given, dict):
        raise PydanticCustomError("dict_type", "an object")
    if all(map(str.isascii, given)):
        return given
    meant = ((name, name_meant(name)) for name in given)
    return {name if read in given else read: given[name] for name, read in meant}


def one_of(names: Iterable[str]) -> GetPydanticSchema:
    """One of the names that a table has."""
    listed = [*names]
    return GetPydanticSchema(lambda *_: literal_schema(listed))


NOT_FINITE = {"type": "string", "enum": ["Infinity", "-Infinity", "NaN"]}
NUMBER = {"anyOf": [{"type": "number"}, NOT_FINITE]}
VALUE = {"anyOf": [*NUMBER["anyOf"], {"type": "array", "items": {}}]}  # nested lists of numbers

Text = Annotated[str, PlainValidator(_text), WithJsonSchema({"type": "string"})]
Written = Annotated[str | Source, PlainValidator(_text), WithJsonSchema({"type": "string"})]
Notation = Annotated[Literal["text", "latex"], Field(description="Our own signs, or LaTeX.")]
Name = Annotated[
    str | int,
    PlainValidator(_name),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "integer"}]}),
]
Values = Annotated[
    dict[str, Any],
    PlainValidator(_values),
    WithJsonSchema({"type": "object", "additionalProperties": VALUE}),
]
# in answers, where a value may also be null: nothing was computed there
Value = Annotated[Any, WithJsonSchema({"anyOf": [*VALUE["anyOf"], {"type": "null"}]})]
Code = Literal[
    "domain",
    "division-by-zero",
    "overflow",
    "underflow",
    "kink",
    "not-differentiable",
    "singular-matrix",
    "unused-value",
    "converted-symbol",
]


class Request(BaseModel):
    """A request says what it means: unknown fields and near misses are refused."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Computing(Request):
    """What every computing call carries."""

    source: Written = Field(description="The program, as a person typed it.")
    notation: Notation = "text"
    values: Values = Field(
        default_factory=dict, description="A number or nested lists for each input."
    )
    wrt: list[Name] | None = Field(
        default=None, description="The inputs to differentiate by, names or ids; all if absent."
    )
    strict: bool = Field(
        default=False, description="Refuse inputs without a value instead of taking 1."
    )

    @model_validator(mode="after")
    def _in_our_notation(self) -> Self:
        if self.notation == "latex" and isinstance(self.source, str):
            self.source, self.notation = notation.read(self.source), "text"
        return self

    @field_serializer("source")
    def _text_of(self, source: str | Source) -> str:
        return source if isinstance(source, str) else source.text

    @property
    def program(self) -> str:
        """The program in our own notation, for what is kept or handed on."""
        return self._text_of(self.source)


class Program(Computing):
    """A computing call about one output."""

    output: Name | None = Field(
        default=None, description="A node's name or id; the program's own if absent."
    )


class Span(BaseModel):
    """A place in the text: 1-based lines, 0-based code points within the line."""

    line: int
    start: int
    end: int
    end_line: int | None = None


class Suggestion(BaseModel):
    """A repair: what a button says, and the whole text repaired."""

    label: str
    source: str


class Remark(BaseModel):
    """Something worth knowing about an answer that stands."""

    code: Code
    reason: str
    message: str
    node: int | None
    span: Span | None


class Cost(BaseModel):
    """What a sweep takes: how often it passes the graph, and its arithmetic."""

    passes: int
    multiplications: int
    additions: int


class Problem(BaseModel):
    """A refusal (RFC 9457)."""

    type: str
    title: str
    status: int
    code: str
    reason: str
    detail: str
    span: Span | None = None
    suggestion: Suggestion | None = None
    field: str | None = None
