"""One part of a sympy expression, written down: ready to stand in a sum, a product, a quotient."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from engine.ops.entries import Expression
from engine.parse.ranks import MULTIPLIES, PREFIXES
from engine.writing.notation import ATOM, Written

Choose = Callable[[str, str], str]  # (then, otherwise) -> the choice between them


class Piece(NamedTuple):
    """A written part; a leading minus and a division are kept apart, for sums and products."""

    plain: Written  # without its minus
    minus: bool = False
    above: Written | None = None  # of a quotient that is a factor: what goes above the line,
    below: Written | None = None  # and what goes below
    choose: Choose | None = None  # of a condition: what is written where it asks

    @property
    def whole(self) -> Written:
        if not self.minus:
            return self.plain
        # -a*b reads as (-a)*b, which is worth the same; -(a + b) needs its brackets
        rank = MULTIPLIES if self.plain.rank == MULTIPLIES else PREFIXES
        return Written("-" + self.plain.within(MULTIPLIES), rank)

    @property
    def text(self) -> str:
        return self.whole.text

    def between(self, then: str, otherwise: str) -> str:
        """The choice that this condition makes; any value can be one."""
        if self.choose is None:
            return f"where({self.text}, {then}, {otherwise})"
        return self.choose(then, otherwise)


Parts = Sequence[Piece]
Write = Callable[[Expression, Parts], Piece]


def atom(text: str) -> Piece:
    return Piece(Written(text, ATOM))
