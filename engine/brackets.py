"""Which brackets belong together, and so which ends of lines mean nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

CLOSERS = {"(": ")", "[": "]"}
MARKS = frozenset({"(", ")", "[", "]", "newline"})


class Brackets(NamedTuple):
    """What a look over all brackets tells."""

    depth: int  # how many are open at once
    deepest: int  # the innermost of them
    free: frozenset[int]  # ends of lines inside a pair: they mean no more than a space


def match(kinds: Sequence[str]) -> Brackets:
    """Pair the brackets; one that is never closed frees no line, so that its line can be shown."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    lines: list[int] = []
    depth = deepest = 0
    for at in [at for at, kind in enumerate(kinds) if kind in MARKS]:
        kind = kinds[at]
        if kind == "newline":
            lines.append(at)
        elif kind in CLOSERS:
            opened.append(at)
            if len(opened) > depth:
                depth, deepest = len(opened), at
        elif opened and CLOSERS[kinds[opened[-1]]] == kind:
            pairs.append((opened.pop(), at))
    return Brackets(depth, deepest, _inside(lines, pairs) if pairs and lines else frozenset())


def _inside(lines: list[int], pairs: list[tuple[int, int]]) -> frozenset[int]:
    """The ends of lines between the two brackets of any pair."""
    free: list[int] = []
    waiting = iter(sorted(pairs))
    first, last = next(waiting)
    for line in lines:
        while last < line and (pair := next(waiting, None)) is not None:
            if pair[1] > last:
                first, last = pair
        if first < line < last:
            free.append(line)
    return frozenset(free)
