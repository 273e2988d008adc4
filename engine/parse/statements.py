"""What a line of a program can be."""

from __future__ import annotations

from typing import NamedTuple

from engine.parse.code import Code, place_of
from engine.place import Place


class Bind(NamedTuple):
    """`name = expression`"""

    name: str
    place: Place  # of the name
    code: Code


class Bare(NamedTuple):
    """An expression that nothing is done with, unless it comes last."""

    code: Code

    @property
    def place(self) -> Place:
        return place_of(self.code)


class Define(NamedTuple):
    """`f(x, y) = expression`"""

    name: str
    place: Place  # of the name
    parameters: tuple[str, ...]
    code: Code


class Repeat(NamedTuple):
    """`repeat 3 as t:` and the indented lines that follow."""

    rounds: int
    counter: str
    place: Place  # of the first line
    body: tuple[Statement, ...]


Statement = Bind | Bare | Define | Repeat
