"""POST /gradient-health: the size of the gradient at every layer, and what that says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from engine.function import require_scalar
from engine.health import Health, examine
from engine.health.readings import Reading, Weight
from engine.health.table import of_layers
from engine.notices import unused
from engine.words import Language
from server import wire
from server.compute import Compute, Computes
from server.errors import Refused
from server.gradient_health import findings, sweep
from server.language import Speaks
from server.prepare import prepare, require_affordable
from server.refusals import HEAVY
from server.schemas.gradient_health import HealthAnswer, HealthRequest, SweepAnswer
from server.strict_json import Answer
from server.web.body import StrictRoute
from server.web.events import stream, wants_events
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])
CSV = "text/csv"
PASSES = 3  # forward, reverse, and reading what they left


@router.post("/gradient-health", response_model=HealthAnswer | SweepAnswer, responses=HEAVY)
async def gradient_health(
    request: Request, asked: HealthRequest, compute: Computes, language: Speaks
) -> Response:
    """A program's layers, from the inputs' side to the output's; or a sweep over networks."""
    csv = CSV in request.headers.get("accept", "")
    if asked.sweep is None and csv:
        return _file(await run_in_threadpool(table, asked, compute))
    if asked.sweep is None:
        return Answer(await run_in_threadpool(answer, asked, compute, language))
    wanted = sweep.wanted(asked, compute.limits)
    if csv:
        return _file(await sweep.as_csv(wanted, compute))
    if wants_events(request):
        return stream(sweep.events(wanted, compute, language), language)
    return Answer(await sweep.answer(wanted, compute, language))


def _file(text: str) -> Response:
    name = {"Content-Disposition": 'attachment; filename="gradient-health.csv"'}
    return Response(text, media_type=CSV, headers=name)


def table(asked: HealthRequest, compute: Compute) -> str:
    """What the call answers to who asks for CSV."""
    return of_layers(_examined(asked, compute)[0])


def _examined(asked: HealthRequest, compute: Compute) -> tuple[Health, list[str]]:
    tape, known, defaulted = prepare(asked, compute.programs, asked.output)
    require_scalar(tape)
    require_affordable(tape, PASSES, compute.limits)
    return examine(tape, known), defaulted


def answer(asked: HealthRequest, compute: Compute, language: Language) -> dict[str, Any]:
    """What the call answers."""
    if asked.network:
        raise Refused("bad-field", "only_with_sweep", x="network")
    found, defaulted = _examined(asked, compute)
    tape, layer = found.tape, asked.layer
    notices = (*found.notices, *unused(tape.graph, asked.values))
    return {
        "output": wire.output(tape, found.value),
        "layers": [_layer(reading) for reading in found.layers],
        "relative": [wire.value(each) for each in found.relative],
        "update": wire.value(found.update),
        "inputs": [_weight(weight) for weight in found.inputs],
        "diagnoses": [
            findings.diagnosis(each, found.step(each), language) for each in found.diagnoses
        ],
        "closer": None if layer is None else findings.closer(found.closer(layer)),
        "defaulted": defaulted,
        "warnings": wire.warnings(notices, language),
    }


def _layer(reading: Reading) -> dict[str, Any]:
    return {
        "group": reading.layer.group,
        "name": reading.layer.name,
        "node": reading.layer.outputs[-1],
        "value": findings.sizes(reading.value),
        "gradient": findings.sizes(reading.gradient),
        "dead": reading.blocked.dead,
        "saturated": reading.blocked.saturated,
    }


def _weight(weight: Weight) -> dict[str, Any]:
    return {
        "name": weight.name,
        "node": weight.node,
        "value": findings.sizes(weight.value),
        "gradient": findings.sizes(weight.gradient),
    }


def worked(compute: Compute) -> Iterator[Worked]:
    """A chain of three layers, for the reference."""
    source = "repeat 3 as t:\n  h = sigmoid(w * h)\nL = h"
    asked = HealthRequest(source=source, values={"h": 1, "w": 2})
    yield Worked("/gradient-health", answer(asked, compute, "en"), asked)
