"""POST /hessian: second derivatives, all of them or along one direction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import APIRouter

from engine.hessian import by_pairs, direction_of, hessian, hessian_vector
from engine.notices import notices_of
from engine.op import elements
from engine.tape import Record, Tape
from engine.words import Language
from server import wire
from server.compute import Compute, Computes
from server.language import Speaks
from server.prepare import prepare, require_affordable
from server.refusals import REFUSALS
from server.schemas.hessian import HessianAnswer, HessianRequest
from server.strict_json import Answer
from server.web.body import StrictRoute
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
    require_affordable(tape, 1 + 4 * sweeps, compute.limits)
    record = tape.forward(known)
    found = _table(tape, record) if asked.vector is None else _along(tape, record, asked.vector)
    return {
        "output": wire.output(tape, record.values[tape.output]),
        **found,
        "defaulted": defaulted,
        "warnings": wire.warnings(notices_of(tape, record, asked.values), language),
    }


def _table(tape: Tape, record: Record) -> dict[str, Any]:
    blocks = by_pairs(tape, hessian(tape, record))
    return {
        "hessian": {
            one: {other: wire.value(block) for other, block in row.items()}
            for one, row in blocks.items()
        }
    }


def _along(tape: Tape, record: Record, vector: Mapping[str, Any]) -> dict[str, Any]:
    rates = hessian_vector(tape, record, direction_of(tape, wire.read_values(vector)))
    return {"product": {tape.wanted[of]: wire.value(rate) for of, rate in rates.items()}}


def worked(compute: Compute) -> Iterator[Worked]:
    """The seed example, for the reference."""
    asked = HessianRequest(source="(a+b)*(b+1)", values={"a": 2, "b": 1})
    yield Worked("/hessian", answer(asked, compute, "en"), asked)
