"""POST /jacobian: every entry of one node by every entry of its operands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter

from engine.jacobians import Jacobian, jacobians
from engine.notices import notices_of
from engine.words import Language
from server import wire
from server.compute import Compute, Computes
from server.language import Speaks
from server.prepare import passes_of, prepare, require_affordable
from server.refusals import REFUSALS
from server.schemas.jacobian import JacobianAnswer, JacobianRequest
from server.strict_json import Answer
from server.web.body import StrictRoute
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])


@router.post("/jacobian", response_model=JacobianAnswer, responses=REFUSALS)
def local_jacobians(asked: JacobianRequest, compute: Computes, language: Speaks) -> Answer:
    """The full local derivative on each edge into a node, as far as it has at most 4,096 entries.

    It is marked: `diagonal` entry by entry, `permutation` where entries only move, else `dense`;
    `rule` where it is too large to be listed.
    """
    return Answer(answer(asked, compute, language))


def answer(asked: JacobianRequest, compute: Compute, language: Language) -> dict[str, Any]:
    """What the call answers."""
    tape, known, defaulted = prepare(asked, compute.programs, asked.output)
    require_affordable(tape, passes_of(tape), compute.limits)
    node = tape.output if asked.node is None else tape.graph.find(asked.node)
    record = tape.forward(known)
    return {
        "node": node,
        "jacobians": [_table(each) for each in jacobians(tape, record, node)],
        "defaulted": defaulted,
        "warnings": wire.warnings(notices_of(tape, record, asked.values), language),
    }


def _table(found: Jacobian) -> dict[str, Any]:
    local: dict[str, Any] = wire.local(found.local)
    of = {"edge": found.edge, "source": found.source}
    return of | local | {"contribution": found.contribution}


def worked(compute: Compute) -> Iterator[Worked]:
    """Two entries through a sigmoid, for the reference."""
    asked = JacobianRequest(source="a = sigmoid(z)\nsum(a)", values={"z": [0, 1]}, node="a")
    yield Worked("/jacobian", answer(asked, compute, "en"), asked)
