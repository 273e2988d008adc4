"""POST /check: each gradient by reverse mode, forward mode, a nudge, and its formula."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool

from engine.check import MOST_ENTRIES, Check, Entry
from engine.check import check as engine_check
from engine.errors import TimedOut, TooCostly
from engine.function import require_scalar
from engine.notices import unused
from engine.op import elements
from engine.values import shapes_of
from engine.words import Language
from server import wire
from server.compute import Compute, Computes
from server.lane.jobs import Slopes, closed_slopes
from server.language import Speaks
from server.prepare import Prepared, prepare, require_tangents
from server.refusals import HEAVY
from server.schemas.check import CheckAnswer, CheckRequest
from server.strict_json import Answer
from server.web.body import StrictRoute
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])
SHARE = 0.04  # of the time for symbolic work: three of the four answers need none
LONGEST = 20_000  # nodes; beyond, reading the program once more takes the time that there is
NUMBERS = ("reverse", "forward", "difference", "step", "symbolic", "relative_error")


@router.post("/check", response_model=CheckAnswer, responses=HEAVY)
async def check(asked: CheckRequest, compute: Computes, language: Speaks) -> Answer:
    """Four ways to each gradient, the worst relative error, and whether they agree."""
    ready = await run_in_threadpool(_ready, asked, compute)
    closed = await _closed(asked, ready, compute)
    found = await run_in_threadpool(_found, asked, ready, closed)
    return Answer(_shown(asked, ready, found, language))


def answer(asked: CheckRequest, compute: Compute, language: Language) -> dict[str, Any]:
    """The same in this process, for the command line: who waits there can interrupt it."""
    ready = _ready(asked, compute)
    closed = closed_slopes(_slopes(asked, ready, compute)) if _numbers_only(ready) else {}
    return _shown(asked, ready, _found(asked, ready, closed), language)


def worked(compute: Compute) -> Iterator[Worked]:
    """The seed example, for the reference."""
    asked = CheckRequest(source="(a+b)*(b+1)", values={"a": 2, "b": 1})
    yield Worked("/check", answer(asked, compute, "en"), asked)


def _ready(asked: CheckRequest, compute: Compute) -> Prepared:
    ready = prepare(asked, compute.programs, asked.output)
    require_scalar(ready.tape)
    entries = {of: min(elements(ready.tape.shapes[of]), MOST_ENTRIES) for of in ready.tape.wrt}
    require_tangents(ready.tape, entries, compute.limits, back=2)  # nudges end by themselves
    return ready


async def _closed(asked: CheckRequest, ready: Prepared, compute: Compute) -> dict[int, float]:
    """The formulas' answers; none where that would take too long."""
    if not _numbers_only(ready) or len(ready.tape.graph.nodes) > LONGEST:
        return {}
    try:
        return await compute.heavy(closed_slopes, _slopes(asked, ready, compute), share=SHARE)
    except (TimedOut, TooCostly):
        return {}


def _slopes(asked: CheckRequest, ready: Prepared, compute: Compute) -> Slopes:
    wrt = None if asked.wrt is None else tuple(asked.wrt)
    return Slopes(asked.source, compute.limits.program, wrt, asked.output, ready.known)


def _numbers_only(ready: Prepared) -> bool:
    """Formulas are of single numbers."""
    return not any(shapes_of(ready.known).values())


def _found(asked: CheckRequest, ready: Prepared, closed: dict[int, float]) -> Check:
    return engine_check(
        ready.tape.graph,
        ready.known,
        wrt=asked.wrt,
        output=asked.output,
        closed=lambda *_: closed,
    )


def _shown(
    asked: CheckRequest, ready: Prepared, found: Check, language: Language
) -> dict[str, Any]:
    return {
        "inputs": {name: _entry(entry, language) for name, entry in found.inputs.items()},
        "agree": found.agree,
        "defaulted": ready.defaulted,
        "warnings": wire.warnings(unused(ready.tape.graph, asked.values), language),
    }


def _entry(entry: Entry, language: Language) -> dict[str, Any]:
    found = {name: wire.value(getattr(entry, name)) for name in NUMBERS}
    return found | {
        "agree": entry.agree,
        "place": list(entry.place),
        "sides": None if entry.sides is None else [wire.value(side) for side in entry.sides],
        "steps": [tried._asdict() for tried in entry.steps],
        "note": None if entry.remark is None else entry.remark.message(language),
    }
