"""POST /gradient-health: the size of the gradient at every layer, and what that says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from engine.function import require_scalar
from engine.health import examine
from engine.health.readings import Reading, Weight
from engine.health.summary import Summary
from engine.notices import unused
from engine.words import Language
from server import sweep, wire
from server.body import StrictRoute
from server.compute import Compute, Computes
from server.events import stream, wants_events
from server.language import Speaks
from server.prepare import prepare, require_affordable
from server.refusals import HEAVY
from server.schemas.gradient_health import HealthAnswer, HealthRequest, SweepAnswer
from server.strict_json import Answer
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])
PASSES = 3  # forward, reverse, and reading what they left


@router.post("/gradient-health", response_model=HealthAnswer | SweepAnswer, responses=HEAVY)
async def gradient_health(
    request: Request, asked: HealthRequest, compute: Computes, language: Speaks
) -> Response:
    """A program's layers, from the inputs' side to the output's; or a sweep over networks."""
    if asked.sweep is None:
        return Answer(await run_in_threadpool(answer, asked, compute, language))
    wanted = sweep.wanted(asked, compute.limits)
    if wants_events(request):
        return stream(sweep.events(wanted, compute, language), language)
    return Answer(await sweep.answer(wanted, compute, language))


def answer(asked: HealthRequest, compute: Compute, language: Language) -> dict[str, Any]:
    """What the call answers."""
    tape, known, defaulted = prepare(asked, compute.programs, asked.output)
    require_scalar(tape)
    require_affordable(tape, PASSES, compute.limits)
    found = examine(tape, known)
    notices = (*found.notices, *unused(tape.graph, asked.values))
    return {
        "output": {
            "name": tape.graph.names[tape.output],
            "value": wire.value(found.value),
            "shape": [],
        },
        "layers": [_layer(reading) for reading in found.layers],
        "relative": [wire.value(each) for each in found.relative],
        "update": wire.value(found.update),
        "inputs": [_weight(weight) for weight in found.inputs],
        "diagnoses": [sweep.diagnosis(each, language) for each in found.diagnoses],
        "defaulted": defaulted,
        "warnings": wire.warnings(notices, language),
    }


def _layer(reading: Reading) -> dict[str, Any]:
    return {
        "group": reading.layer.group,
        "name": reading.layer.name,
        "node": reading.layer.outputs[-1],
        "value": _sizes(reading.value),
        "gradient": _sizes(reading.gradient),
        "dead": reading.blocked.dead,
        "saturated": reading.blocked.saturated,
    }


def _weight(weight: Weight) -> dict[str, Any]:
    return {
        "name": weight.name,
        "node": weight.node,
        "value": _sizes(weight.value),
        "gradient": _sizes(weight.gradient),
    }


def _sizes(found: Summary) -> dict[str, Any]:
    return {
        "entries": found.entries,
        "norm": wire.value(found.norm),
        "mean_abs": wire.value(found.mean_abs),
        "zeros": found.zeros,
        "quantiles": list(found.quantiles),
    }


def worked(compute: Compute) -> Iterator[Worked]:
    """A chain of three layers, for the reference."""
    source = "repeat 3 as t:\n  h = sigmoid(w * h)\nL = h"
    asked = HealthRequest(source=source, values={"h": 1, "w": 2})
    yield Worked("/gradient-health", answer(asked, compute, "en"), asked)
