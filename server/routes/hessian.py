"""POST /hessian: second derivatives, all of them or along one direction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter

from engine.hessian import by_pairs, direction_of, hessian, hessian_vector
from engine.notices import notices_of
from engine.op import elements
from engine.words import Language
from server import wire
from server.body import StrictRoute
from server.compute import Compute, Computes
from server.language import Speaks
from server.prepare import prepare, require_affordable
from server.refusals import REFUSALS
from server.schemas.hessian import HessianAnswer, HessianRequest
from server.strict_json import Answer
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])


@router.post("/hessian", response_model=HessianAnswer, responses=REFUSALS)
def second_derivatives(asked: HessianRequest, compute: Computes, language: Speaks) -> Answer:
    """The Hessian of one number, up to 64 by 64, or its product with a vector."""
    return Answer(answer(asked, compute, language))


def answer(asked: HessianRequest, compute: Compute, language: Language) -> dict[str, Any]:
    """What the call answers."""
    tape, known, defaulted = prepare(asked, compute.programs, asked.output)
    sweeps = sum(elements(tape.shapes[of]) for of in tape.wrt) if asked.vector is None else 1
    require_affordable(tape, 4 * sweeps, compute.limits)
    record = tape.forward(known)
    names = [tape.graph.nodes[of].name or "" for of in tape.wrt]
    found: dict[str, Any] = {}
    if asked.vector is None:
        table = by_pairs(tape, hessian(tape, record))
        found["hessian"] = {
            first: {second: wire.value(table[first][second]) for second in names} for first in names
        }
    else:
        direction = direction_of(tape, wire.read_values(asked.vector))
        rates = hessian_vector(tape, record, direction)
        found["product"] = {
            name: wire.value(rates[of]) for name, of in zip(names, tape.wrt, strict=True)
        }
    return {
        "output": {
            "name": tape.graph.names[tape.output],
            "value": wire.value(record.values[tape.output]),
            "shape": [],
        },
        **found,
        "defaulted": defaulted,
        "warnings": wire.warnings(notices_of(tape, record, asked.values), language),
    }


def worked(compute: Compute) -> Iterator[Worked]:
    """The seed example, for the reference."""
    asked = HessianRequest(source="(a+b)*(b+1)", values={"a": 2, "b": 1})
    yield Worked("/hessian", answer(asked, compute, "en"), asked)
