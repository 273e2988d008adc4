"""How tightly each sign binds; what it means stands in the table of operations."""

from __future__ import annotations

from typing import NamedTuple

from engine.ops import SIGNS

COMPARES, ADDS, MULTIPLIES, PREFIXES, RAISES = range(5)
RANKS = (
    dict.fromkeys(["<", "<=", ">", ">=", "==", "!="], COMPARES)
    | dict.fromkeys("+-", ADDS)
    | dict.fromkeys("*/%@", MULTIPLIES)
    | dict.fromkeys(("^", "**"), RAISES)
)
OPEN = -1  # a bracket: no sign reaches past it


class Sign(NamedTuple):
    """A sign that waits for what stands on its right."""

    rank: int
    reaches: int  # it first lets the waiting signs of at least this rank have their turn
    op: str | None  # None: a bracket, or a plus that changes nothing
    start: int = -1  # where a prefix sign stands


# a power waits for the power on its right: 2^3^2 is 2^(3^2)
INFIX = {
    sign: Sign(rank, rank + (rank == RAISES), SIGNS[sign, 2].name)
    for sign, rank in RANKS.items()
    if (sign, 2) in SIGNS
}
TIMES = INFIX["*"]
POWER = INFIX["^"]
NEGATIVE = SIGNS["-", 1].name
BRACKET = Sign(OPEN, OPEN, None)
