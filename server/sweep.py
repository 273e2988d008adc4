"""A sweep over networks: which are wanted, and their rows as JSON, one by one or all at once."""

from __future__ import annotations

import math
from collections.abc import AsyncIterator, Iterable
from typing import Any

from engine.errors import Notice, TooCostly, TooManySteps
from engine.health.diagnoses import Diagnosis
from engine.health.setups import EXAMPLES, Setup, choices
from engine.health.sweep import Row, row, setups
from engine.words import Language
from server import wire
from server.compute import Compute
from server.errors import Refused
from server.events import event
from server.limits import Limits
from server.schemas.gradient_health import HealthRequest
from server.spread import spread

NAMES = {"seeds": "seed"}  # a request may ask for several
MOST = 1_000  # networks in one request
PASSES = 6  # multiplications of a network for each number in it: forward, back, and its weights
BYTES = 64  # what one layer of a row that is kept takes, about


def wanted(asked: HealthRequest, limits: Limits) -> list[Setup]:
    """Every network of a request, unless they are too many or too large."""
    assert asked.sweep is not None
    given = asked.model_fields_set - {"sweep", "notation", "strict"}
    if given:
        raise Refused("bad-field", "not_with_sweep", x=min(given))
    chosen = {NAMES.get(field, field): listed for field, listed in asked.sweep if listed}
    count = math.prod(map(len, chosen.values()))
    if count > MOST:
        raise TooManySteps("too_many_rows", n=count, max=MOST)
    found = list(setups(chosen))
    cost = sum(setup.depth * setup.width**2 for setup in found) * EXAMPLES * PASSES
    if cost > limits.work:
        raise TooCostly("too_costly", n=cost, max=limits.work)
    return found


async def answer(found: list[Setup], compute: Compute, language: Language) -> dict[str, Any]:
    """All rows at once, in the order of the request."""
    rows = [each async for each in _rows(found, compute, language)]
    return {"rows": sorted(rows, key=lambda each: each["index"]), "choices": choices()}


async def events(found: list[Setup], compute: Compute, language: Language) -> AsyncIterator[bytes]:
    """Each row as soon as it is there; a `done` at the end counts them."""
    count = 0
    async for each in _rows(found, compute, language):
        count += 1
        yield event("row", each | {"of": len(found)}, count)
    yield event("done", {"rows": count, "choices": choices()})


async def _rows(
    found: list[Setup], compute: Compute, language: Language
) -> AsyncIterator[dict[str, Any]]:
    """What was worked out before is told first; the rest is spread over what computes."""
    missing: list[tuple[int, Setup]] = []
    for index, setup in enumerate(found):
        kept: Row | None = compute.programs.recall(("row", setup))
        if kept is None:
            missing.append((index, setup))
        else:
            yield shown(index, kept, language)
    async for done in spread(compute, row, [setup for _, setup in missing]):
        index, setup = missing[done.place]
        compute.programs.keep(("row", setup), done.answer, BYTES * (setup.depth + 10))
        yield shown(index, done.answer, language)


def shown(index: int, found: Row, language: Language) -> dict[str, Any]:
    """A row as JSON."""
    return {
        "index": index,
        "setup": found.setup._asdict(),
        "values": _numbers(found.values),
        "gradients": _numbers(found.gradients),
        "relative": _numbers(found.relative),
        "update": wire.value(found.update),
        "clipped": wire.value(found.clipped),
        "diagnoses": [diagnosis(each, language) for each in found.diagnoses],
    }


def _numbers(found: Iterable[float]) -> list[Any]:
    return [wire.value(each) for each in found]


def diagnosis(found: Diagnosis, language: Language) -> dict[str, Any]:
    """A finding as JSON: its sentence, its numbers, and what is worth trying."""
    return {
        "code": found.code,
        "message": found.message(language),
        "evidence": {name: _shown(value, language) for name, value in found.evidence.items()},
        "remedy": found.remedy(language),
        "tries": list(found.tries),
        "node": found.node,
    }


def _shown(value: object, language: Language) -> Any:
    if isinstance(value, Notice):
        return value.message(language)
    return wire.value(value) if isinstance(value, float) else value
