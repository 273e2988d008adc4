"""An index with its counters filled in."""

from __future__ import annotations

from collections.abc import Callable

from engine.node import Bounds
from engine.parse.code import Counter, Item, Slice
from engine.parse.complaints import functions
from engine.place import Place, Source

Meaning = Callable[[str], int | None]  # what a counter stands at


def resolved(
    items: tuple[Item, ...], meaning: Meaning, place: Place, source: Source
) -> tuple[int | Bounds, ...]:
    """Whole numbers, and slices as (start, stop, step)."""

    def number(bound: int | Counter | None) -> int | None:
        if not isinstance(bound, Counter):
            return bound
        value = meaning(bound.name)
        if value is None:
            raise functions.index_name(source, bound)
        return bound.sign * value

    def item(one: Item) -> int | Bounds:
        if not isinstance(one, Slice):
            whole = number(one)
            assert whole is not None
            return whole
        step = number(one.step)
        if step == 0:
            raise functions.index_step(source, place)
        return number(one.start), number(one.stop), step

    return tuple(map(item, items))
