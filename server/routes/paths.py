"""POST /paths: a derivative as a sum over paths, and as the factored form."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from fastapi import APIRouter

from engine.digits import in_full
from engine.errors import TooCostly
from engine.examples import EXAMPLES
from engine.notices import notices_of
from engine.paths import Paths, paths_on
from engine.paths.path_cost import Work
from engine.paths.ways import Path, largest
from engine.words import Language
from server import wire
from server.compute import Compute, Computes
from server.factored import factored, work
from server.language import Speaks
from server.prepare import passes_of, prepare, require_affordable
from server.refusals import REFUSALS
from server.schemas.paths import PathsAnswer, PathsRequest
from server.strict_json import Answer
from server.web.body import StrictRoute
from server.worked import Worked

WALKS = 12  # more passes' worth: paths are counted, found and written out
router = APIRouter(route_class=StrictRoute, tags=["compute"])


@router.post("/paths", response_model=PathsAnswer, responses=REFUSALS)
def paths(asked: PathsRequest, compute: Computes, language: Speaks) -> Answer:
    """How many paths lead from one node to another, the largest, their sum, and it factored."""
    return Answer(answer(asked, compute, language))


def answer(asked: PathsRequest, compute: Compute, language: Language) -> dict[str, Any]:
    """What the call answers; the command line prints the same."""
    target = asked.output if asked.to is None else asked.to
    tape, known, defaulted = prepare(asked, compute.programs, target)
    require_affordable(tape, passes_of(tape) + WALKS, compute.limits)
    skip = _skipped(asked, compute)
    source = tape.graph.find(asked.start)
    record = tape.forward(known)
    found = paths_on(tape, record, source, asked.folded)
    items = _items(found, skip, asked.limit, compute.limits.told_steps)
    listed = skip + len(items)
    return {
        "from": source,
        "to": tape.output,
        "count": in_full(found.count),
        "sum": wire.value(found.sum),
        "items": items,
        "next_cursor": str(listed) if listed < found.count else None,
        "factored": factored(found),
        "cost": _costs(found),
        "defaulted": defaulted,
        "warnings": wire.warnings(notices_of(tape, record, asked.values), language),
    }


def worked(compute: Compute) -> Iterator[Worked]:
    """The seed example, for the reference."""
    seed = EXAMPLES[0]
    body = {"source": seed.source, "values": seed.values, "from": "b", "to": "e"}
    asked = PathsRequest.model_validate(body)
    yield Worked("/paths", answer(asked, compute, "en"), asked)


def _skipped(asked: PathsRequest, compute: Compute) -> int:
    """How many paths the pages before held; the search has to pass them again."""
    skip = int(asked.cursor or 0)
    if skip + asked.limit > compute.limits.paths:
        raise TooCostly("too_many_paths", n=skip + asked.limit, max=compute.limits.paths)
    return skip


def _items(found: Paths, skip: int, limit: int, most: int) -> list[dict[str, Any]]:
    """One page, with the sum so far; it ends early rather than grow too long to be sent."""
    items: list[dict[str, Any]] = []
    running, sent = 0.0, 0
    for number, path in enumerate(islice(largest(found.network), skip + limit)):
        running += path.product or 0.0
        if number < skip:
            continue
        sent += len(path.nodes)
        if sent > most and items:
            break
        items.append(_item(path, found, running))
    return items


def _item(path: Path, found: Paths, running: float) -> dict[str, Any]:
    shown = {
        "nodes": path.nodes,
        "edges": path.edges,
        "factors": [wire.value(factor) for factor in path.factors],
        "product": wire.value(path.product),
        "running": None if path.product is None else wire.value(running),
    }
    return shown if found.of_numbers else shown | {"latex": found.matrix_form.path(path.edges)}


def _costs(found: Paths) -> dict[str, Any]:
    """Written out and factored; the same without factors that are always 1; and the two modes."""
    short = found.costs_without_ones
    return {
        **_works(found.costs),
        "without_ones": None if short is None else _works(short),
        **{mode: cost._asdict() for mode, cost in found.sweeps.items()},
    }


def _works(costs: dict[str, Work]) -> dict[str, dict[str, Any]]:
    return {name: work(counted) for name, counted in costs.items()}
