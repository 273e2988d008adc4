"""Links joined into one: side by side they carry their sum, in a row their product.

What a joined link is made of is kept as a tree, so that the same derivative can be written in
names, in slopes and in numbers, and so that its multiplications and additions can be counted.
However deep a tree is, nothing here calls itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from engine.paths.links import Link


class Joined(NamedTuple):
    """A single link, or two parts joined by a sign."""

    sign: Literal["", "+", "·"]
    value: float
    multiplications: int
    additions: int
    leaf: Link | int = -1  # a single link; or a node, for the derivative that its own line found
    parts: tuple[Joined, Joined] | None = None


class Signs(NamedTuple):
    """How a notation writes sums, products and brackets."""

    plus: str
    times: str
    opening: str
    closing: str


def single(leaf: Link | int, value: float) -> Joined:
    return Joined("", value, 0, 0, leaf)


def plus(a: Joined, b: Joined) -> Joined:
    """Two links side by side."""
    multiplications = a.multiplications + b.multiplications
    additions = a.additions + b.additions + 1
    return Joined("+", a.value + b.value, multiplications, additions, parts=(a, b))


def times(a: Joined, b: Joined) -> Joined:
    """Two links in a row."""
    multiplications = a.multiplications + b.multiplications + 1
    additions = a.additions + b.additions
    return Joined("·", a.value * b.value, multiplications, additions, parts=(a, b))


def leaves(joined: Joined) -> Iterator[Joined]:
    """The single links it is made of, from left to right."""
    waiting = [joined]
    while waiting:
        part = waiting.pop()
        if part.parts is None:
            yield part
        else:
            waiting.extend(reversed(part.parts))


def written(joined: Joined, label: Callable[[Joined], str], signs: Signs) -> str:
    """One formula."""
    pieces: list[str] = []
    waiting: list[Joined | str] = [joined]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            pieces.append(part)
        elif part.parts is None:
            pieces.append(label(part))
        else:
            waiting.extend(reversed(list(_spread(part, part.parts, signs))))
    return "".join(pieces)


def _spread(part: Joined, parts: tuple[Joined, Joined], signs: Signs) -> Iterator[Joined | str]:
    """A joined part as its two parts, with a sign between and brackets where they are needed."""
    first, second = parts
    if part.sign == "+":
        yield from (first, signs.plus, second)
        return
    yield from _factor(first, signs)
    yield signs.times
    yield from _factor(second, signs)


def _factor(part: Joined, signs: Signs) -> Iterator[Joined | str]:
    yield from (signs.opening, part, signs.closing) if part.sign == "+" else (part,)


def rebuilt(
    joined: Joined,
    leaf: Callable[[Joined], Joined],
    join: Callable[[Joined, Joined, Joined], Joined],
) -> Joined:
    """The tree once more: each leaf as `leaf` has it, each pair as `join(pair, first, second)`."""
    done: list[Joined] = []
    waiting = [(joined, False)]
    while waiting:
        part, ready = waiting.pop()
        if part.parts is None:
            done.append(leaf(part))
        elif ready:
            second, first = done.pop(), done.pop()
            done.append(join(part, first, second))
        else:
            waiting += [(part, True), (part.parts[1], False), (part.parts[0], False)]
    return done.pop()


def without_ones(
    joined: Joined,
    is_one: Callable[[Joined], bool],
    leaf: Callable[[Joined], Joined] = lambda at: at,
) -> Joined:
    """The same without factors that are always 1."""

    def join(part: Joined, first: Joined, second: Joined) -> Joined:
        if part.sign == "+":
            return plus(first, second)
        if is_one(second):
            return first
        return second if is_one(first) else times(first, second)

    return rebuilt(joined, leaf, join)
