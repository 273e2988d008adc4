"""What a question is, what an answer to it can be, and what is said about a wrong one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, NamedTuple

from engine.quiz.scene import Scene
from engine.words import Words

# what an answer looks like: a number, one of some choices, a shape, or a number for every edge
Form = Literal["number", "choice", "shape", "edges"]
About = Literal["node", "edge", "step", "program"]
HINTS = 3


class Question(NamedTuple):
    """Its kind and its place; with the program and its values this is all there is to it."""

    kind: str
    place: int  # the number of a node, an edge or a step; 0 where it is about the whole program
    seed: int = 0


class Choice(NamedTuple):
    """One answer to pick: what is sent, and what is read."""

    value: str
    label: str | Words


class Probe(NamedTuple):
    """An answer that a known misconception leads to, computed beside the truth."""

    code: str
    answer: Any
    fields: Mapping[str, object] = {}
    weak: bool = False  # only worth saying where no other probe fits


class Kind(NamedTuple):
    """A sort of question: a row of the table."""

    name: str
    form: Form
    about: About
    places: Callable[[Scene], Iterable[int]]
    truth: Callable[[Scene, Question], Any]
    probes: Callable[[Scene, Question], Iterable[Probe]]
    fields: Callable[[Scene, Question], dict[str, object]]  # of its prompt, hints and explanation
    choices: Callable[[Scene, Question], list[Choice]] | None = None
    accepts: Callable[[Scene, Question, str], bool] | None = None  # where several are right
    by_chance: bool = True  # False: a whole exercise, only where somebody asks for it
