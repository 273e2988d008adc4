"""A number for each operation: a row of the table together with how many operands it has.

`leaky_relu` has two such codes, one with its own slope and one without.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from engine.op import Op
from engine.ops import ROWS

MOST_OPERANDS = 3


class Form(NamedTuple):
    """A row with one of the numbers of operands that it may have."""

    row: Op
    operands: int


def _forms(row: Op) -> list[Form]:
    needed = sum(parameter.default is None for parameter in row.parameters)
    return [Form(row, operands) for operands in range(needed, len(row.parameters) + 1)]


FORMS = [form for row in ROWS if row.rule is not None for form in _forms(row)]
CODES = {(form.row.name, form.operands): code for code, form in enumerate(FORMS)}

# by code: a gate passes nothing on where it is shut; by code and port: no derivative at all
STOPS = np.array([form.row.stops for form in FORMS])
BLIND = np.array([[port in form.row.blind for port in range(MOST_OPERANDS)] for form in FORMS])
