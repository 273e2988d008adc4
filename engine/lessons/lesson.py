"""What a lesson is: programs, and blocks of text in both languages with the states they show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from engine.mathematics import Value
from engine.parse import parse
from engine.quiz.scene import Scene, scene_of
from engine.words import Words

Sort = Literal[
    "heading",
    "text",
    "list",
    "goals",  # what the reader will be able to do
    "show",  # a state of the workspace
    "predict",  # a question of the quiz, about the program on show
    "spot",  # the same, to be found without any lead
    "try",  # something to do on the graph
    "why",  # a question to answer in one's own words
    "summary",
    "teacher",
]


class Program(NamedTuple):
    """A program of the lesson, and the values it begins with."""

    source: str
    values: dict[str, Value]


class Block(NamedTuple):
    """One thing after the other; `on` is the program that its numbers are computed from."""

    sort: Sort
    texts: tuple[Words, ...] = ()  # one paragraph, or the items of a list
    settings: Mapping[str, str] = {}
    on: str = ""


@dataclass(frozen=True)
class Lesson:
    id: str
    number: int
    title: Words
    minutes: int
    programs: Mapping[str, Program]
    blocks: tuple[Block, ...]

    @cached_property
    def scenes(self) -> dict[str, Scene]:
        """Each program, run at the values that the lesson gives it."""
        return {name: scene_of(*program) for name, program in self.programs.items()}

    def state(self, block: Block) -> Program:
        """What a block shows: its program, with the values that the block itself gives."""
        program = self.programs[block.on]
        names = {node.name or "" for node in parse(program.source).inputs}
        given = {k: float(v) for k, v in block.settings.items() if k in names}
        return Program(program.source, program.values | given)

    def of(self, sort: Sort) -> list[Block]:
        return [block for block in self.blocks if block.sort == sort]
