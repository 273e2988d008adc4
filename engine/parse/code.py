"""An expression as it is kept: postfix, operands first, then what is done with them.

A text is read once. A function's body and the lines of a repetition are then carried out as often
as they are called for, without being read again.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from engine.node import Setting
from engine.place import Place

Verb = Literal["name", "number", "literal", "unary", "binary", "stack", "index", "call"]
# what, and from where to where it was typed; plain, for a long program has hundreds of thousands
Step = tuple[Verb, Any, int, int]
Code = list[Step]
Settings = dict[str, Setting]


def place_of(code: Code) -> Place:
    """Where the whole expression was typed, without its own outer brackets."""
    return Place(*code[-1][2:])


class Calling(NamedTuple):
    """What stands behind a function's name: `sum(A, axis=0)`."""

    name: str
    place: Place  # of the name
    values: int  # operands it takes from those before it
    given: int  # arguments by position, as the person counts them
    settings: Settings  # what is known before anything is computed: axis, shape …


class Counter(NamedTuple):
    """A repetition's counter where a whole number is expected: `x[t]`, `x[-t]`."""

    name: str
    sign: int
    place: Place


class Slice(NamedTuple):
    """`1:3` or `::2` in an index."""

    start: int | Counter | None
    stop: int | Counter | None
    step: int | Counter | None = None


Item = int | Counter | Slice
