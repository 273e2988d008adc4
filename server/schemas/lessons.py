"""A lesson as the page shows it: blocks of text, states of the workspace, questions."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from server.schemas.fields import Value


class Run(BaseModel):
    """A piece of text; a term names its entry in the glossary."""

    text: str
    style: Literal["plain", "code", "strong", "emphasis", "term"]
    term: str | None = None


class State(BaseModel):
    """What the workspace shows: a program, its values, and how to look at it."""

    program: str
    source: str
    values: dict[str, Value]
    view: dict[str, str]


class Question(BaseModel):
    """What to ask /quiz about the state."""

    kind: str
    about: dict[str, str]
    seed: int


class Block(BaseModel):
    id: str
    sort: str
    texts: list[list[Run]]
    state: State | None
    question: Question | None


class Term(BaseModel):
    """A word of the subject, its name in the other language, and its meaning."""

    name: str
    other: str
    meaning: str
    tint: Literal["forward", "reverse", "plain"]


class Listed(BaseModel):
    id: str
    number: int
    title: str
    minutes: int
    questions: int
    goals: list[str]


class Lesson(Listed):
    blocks: list[Block]
    glossary: dict[str, Term]


class LessonsAnswer(BaseModel):
    lessons: list[Listed]
    glossary: dict[str, Term]
