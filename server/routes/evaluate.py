"""POST /evaluate: value and gradients, nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter

from engine.errors import NotScalar
from engine.evaluation import evaluate_tape
from engine.function import Mode
from engine.op import elements
from engine.tape import Tape
from engine.words import Language
from server import wire
from server.compute import Compute, Computes
from server.language import Speaks
from server.limits import Limits
from server.prepare import (
    passes_of,
    prepare,
    require_affordable,
    require_sendable,
    require_tangents,
)
from server.refusals import REFUSALS
from server.schemas.evaluate import EvaluateAnswer, EvaluateRequest
from server.strict_json import Answer
from server.web.body import StrictRoute
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])


@router.post("/evaluate", response_model=EvaluateAnswer, responses=REFUSALS)
def evaluate(asked: EvaluateRequest, compute: Computes, language: Speaks) -> Answer:
    """Value and gradients of one output, or the Jacobian of several."""
    return Answer(answer(asked, compute, language))


def answer(asked: EvaluateRequest, compute: Compute, language: Language) -> dict[str, Any]:
    """What the call answers; the command line prints the same."""
    if not isinstance(asked.output, list):
        return _single(asked, asked.output, compute, language)
    if len(asked.output) != 1 and not asked.jacobian:
        raise NotScalar("several_outputs", n=len(asked.output))
    found = [_single(asked, each, compute, language) for each in asked.output]
    outputs = [each["output"] | {"gradients": each["gradients"]} for each in found]
    return {"outputs": outputs, **{key: found[0][key] for key in ("mode", "defaulted", "warnings")}}


def worked(compute: Compute) -> Iterator[Worked]:
    """The seed example, for the reference."""
    asked = EvaluateRequest(source="(a+b)*(b+1)", values={"a": 2, "b": 1})
    yield Worked("/evaluate", answer(asked, compute, "en"), asked)


def _single(
    asked: EvaluateRequest, output: str | int | None, compute: Compute, language: Language
) -> dict[str, Any]:
    tape, known, defaulted = prepare(asked, compute.programs, output)
    _require_affordable(tape, asked.mode, compute.limits)
    require_sendable(_numbers(tape), compute.limits)
    found = evaluate_tape(tape, known, asked.mode, jacobian=asked.jacobian, given=asked.values)
    return {
        "output": wire.output(tape, found.value),
        "gradients": wire.values(found.gradients),
        "mode": asked.mode,
        "defaulted": defaulted,
        "warnings": wire.warnings(found.notices, language),
    }


def _require_affordable(tape: Tape, mode: Mode, limits: Limits) -> None:
    if mode == "reverse":
        require_affordable(tape, passes_of(tape), limits)
    else:
        require_tangents(tape, {of: elements(tape.shapes[of]) for of in tape.wrt}, limits)


def _numbers(tape: Tape) -> int:
    """The value, and a derivative of each of its entries by each entry of the inputs."""
    value = elements(tape.shapes[tape.output])
    return value * (1 + sum(elements(tape.shapes[of]) for of in tape.wrt))
