"""Which brackets belong together, and so which ends of lines mean nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

CLOSERS = {"(": ")", "[": "]"}
BOTH = frozenset({*CLOSERS, *CLOSERS.values()})


class Brackets(NamedTuple):
    """What a look over all brackets tells."""

    depth: int  # how many are open at once
    deepest: int  # the innermost of them
    free: frozenset[int]  # ends of lines inside a pair: they mean no more than a space


def match(kinds: Sequence[str]) -> Brackets:
    """Pair the brackets; one that is never closed frees no line, so that its line can be shown."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    depth = deepest = 0
    for at in [at for at, kind in enumerate(kinds) if kind in BOTH]:
        if kinds[at] in CLOSERS:
            opened.append(at)
            if len(opened) > depth:
                depth, deepest = len(opened), at
        elif opened and CLOSERS[kinds[opened[-1]]] == kinds[at]:
            pairs.append((opened.pop(), at))
    return Brackets(depth, deepest, frozenset(_free(kinds, pairs)))


def _free(kinds: Sequence[str], pairs: list[tuple[int, int]]) -> Iterator[int]:
    """The ends of lines between the two brackets of any pair."""
    end = -1
    for first, last in sorted(pairs):
        if last > end:  # not within the pair before
            end = last
            inside = kinds[first:last]
            if "newline" in inside:
                yield from (first + at for at, kind in enumerate(inside) if kind == "newline")
