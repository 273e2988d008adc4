"""A sweep over networks: which are wanted, and their rows, one by one or all at once."""

from __future__ import annotations

import math
from collections.abc import AsyncIterator
from typing import Any, NamedTuple

from engine.errors import TooCostly, TooManyElements, TooManySteps
from engine.health.setups import EXAMPLES, Setup, choices
from engine.health.sweep import Row, Wish, setups, wished
from engine.health.table import of_rows
from engine.words import Language
from server.compute import Compute
from server.errors import Refused
from server.gradient_health.findings import shown
from server.gradient_health.spread import spread
from server.limits import Limits
from server.schemas.gradient_health import HealthRequest
from server.web.events import event

NAMES = {"seeds": "seed"}  # a request may ask for several
MOST = 1_000  # networks in one request
PASSES = 6  # multiplications of a network for each number in it: forward, back, and its weights
BYTES = 64  # what one layer of a row that is kept takes, about


def wanted(asked: HealthRequest, limits: Limits) -> list[Wish]:
    """Every network of a request, unless they are too many or too large."""
    assert asked.sweep is not None
    given = asked.model_fields_set - {"sweep", "layer", "network", "notation", "strict"}
    if given:
        raise Refused("bad-field", "not_with_sweep", x=min(given))
    chosen = {NAMES.get(field, field): listed for field, listed in asked.sweep if listed}
    count = math.prod(map(len, chosen.values()))
    if count > MOST:
        raise TooManySteps("too_many_rows", n=count, max=MOST)
    found = [Wish(setup, asked.layer, asked.network) for setup in setups(chosen)]
    _require_bounded(found, limits)
    return found


def _require_bounded(found: list[Wish], limits: Limits) -> None:
    """Neither the work nor the answer may be too much."""
    sizes = [setup.depth * setup.width**2 for setup, *_ in found]
    cost = sum(sizes) * EXAMPLES * PASSES
    if cost > limits.work:
        raise TooCostly("too_costly", n=cost, max=limits.work)
    told = sum(_numbers_of(wish.setup) for wish in found if wish.program)
    if told > limits.elements:
        raise TooManyElements("too_many_numbers", n=told, max=limits.elements)


def _numbers_of(setup: Setup) -> int:
    """In all inputs of a network, at most: an LSTM has eight matrices and an input a step."""
    return (setup.depth + 8) * setup.width**2 + (setup.depth + 2) * EXAMPLES * setup.width


async def answer(found: list[Wish], compute: Compute, language: Language) -> dict[str, Any]:
    """All rows at once, in the order of the request."""
    rows = [each async for each in rows_of(found, compute)]
    told = [shown(each.place, each.row, language) for each in sorted(rows)]
    return {"rows": told, "choices": choices(), "kept": sum(each.kept for each in rows)}


async def events(found: list[Wish], compute: Compute, language: Language) -> AsyncIterator[bytes]:
    """Each row as soon as it is there; a `done` at the end counts them."""
    count = kept = 0
    async for each in rows_of(found, compute):
        count, kept = count + 1, kept + each.kept
        yield event("row", shown(each.place, each.row, language) | {"of": len(found)}, count)
    yield event("done", {"rows": count, "choices": choices(), "kept": kept})


async def as_csv(found: list[Wish], compute: Compute) -> str:
    """All rows as a table, in the order of the request."""
    return of_rows(each.row for each in sorted([each async for each in rows_of(found, compute)]))


class Found(NamedTuple):
    """One row: which it is, and whether it was worked out before."""

    place: int
    row: Row
    kept: bool


async def rows_of(found: list[Wish], compute: Compute) -> AsyncIterator[Found]:
    """What was worked out before is told first; the rest is spread over what computes."""
    missing: list[tuple[int, Wish]] = []
    for place, wish in enumerate(found):
        kept: Row | None = compute.programs.recall(("row", wish))
        if kept is None:
            missing.append((place, wish))
        else:
            yield Found(place, kept, kept=True)
    async for done in spread(compute, wished, [wish for _, wish in missing]):
        place, wish = missing[done.place]
        if not wish.program:  # which is large, and wanted once
            compute.programs.keep(("row", wish), done.answer, BYTES * (wish.setup.depth + 10))
        yield Found(place, done.answer, kept=False)
