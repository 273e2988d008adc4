"""What the table says of functions: how many arguments each takes, and of what sort."""

from __future__ import annotations

import math
from typing import NamedTuple

from engine.op import Op, Parameter
from engine.ops import TYPED

CONSTANTS = {"pi": math.pi, "inf": math.inf}


class Form(NamedTuple):
    """How a built-in function is called."""

    row: Op
    parameters: tuple[Parameter, ...]
    fewest: int  # arguments by position that must be given
    most: int


def _form(row: Op) -> Form:
    by_position = [each for each in row.parameters if not each.keyword]
    fewest = sum(each.default is None for each in by_position)
    return Form(row, row.parameters, fewest, len(by_position))


FORMS = {typed: _form(row) for typed, row in TYPED.items()}


def is_function_only(name: str) -> bool:
    """Used as a value this name is a mistake; σ is an ordinary letter unless a bracket follows."""
    return name in FORMS and name.isascii()
