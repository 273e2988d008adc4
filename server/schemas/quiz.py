"""A question about a program, and the diagnosis of an answer."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field, PlainValidator, WithJsonSchema

from engine.quiz import KINDS
from engine.quiz.question import Form
from server.schemas.fields import Name, Program, Remark, Request, Text, Value, one_of

Given = Annotated[
    Any,
    PlainValidator(lambda given: given),
    WithJsonSchema({"type": ["number", "string", "array", "object", "null"]}),
]


class About(Request):
    """Where to ask: one of the three."""

    node: Name | None = None
    edge: Name | None = None
    step: int | None = None


class QuizRequest(Program):
    """A program, and where and what to ask; a seed chooses what is left open."""

    about: About | None = Field(default=None, description="A node, an edge `b->c` or a step.")
    kind: Text | None = Field(default=None, description="The kind of question.")
    seed: int = Field(default=0, ge=0, le=2**31, description="The same seed asks the same.")
    reroll: bool = Field(default=False, description="Draw other values from the seed.")


class Choice(BaseModel):
    value: str
    label: str


class Place(BaseModel):
    """What a question points at: the number of a node, an edge or a step."""

    node: int | None = None
    edge: int | None = None
    step: int | None = None


class QuizAnswer(BaseModel):
    """A question; `token` holds all there is to know about it, signed."""

    token: str
    kind: Annotated[str, one_of(KINDS)]
    prompt: str
    hints: int
    form: Form
    about: Place
    choices: list[Choice] = []
    values: dict[str, Value]
    seed: int
    defaulted: list[str]
    warnings: list[Remark]


class AnswerRequest(Request):
    """An answer; or, with `hint`, the wish for a hint, which needs no answer."""

    token: Text = Field(description="The one that came with the question.")
    answer: Given = Field(
        default=None,
        description="A number, a text such as `5/2` or `a + 2b`, a choice, a shape, `{edge: n}`.",
    )
    hint: int | None = Field(
        default=None, ge=1, le=3, description="Which hint to show instead of the truth."
    )


class Diagnosis(BaseModel):
    """What seems to have happened; `codes` where several slips lead to this answer."""

    code: str
    message: str
    codes: list[str]


class Part(BaseModel):
    edge: str
    correct: bool
    truth: Value


class JudgeAnswer(BaseModel):
    """With a hint, `truth` stays hidden and `explanation` is the hint."""

    correct: bool | None
    truth: Value
    diagnosis: Diagnosis | None
    explanation: str
    parts: list[Part] = []
