"""POST /compare: what forward mode and reverse mode would each take on a program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fastapi import APIRouter

from engine.examples import EXAMPLES
from engine.modes import compare as compared
from engine.op import elements
from engine.tape import Tape
from server.compute import Compute, Computes
from server.prepare import prepare
from server.refusals import REFUSALS
from server.schemas.compare import CompareAnswer, CompareRequest
from server.strict_json import Answer
from server.web.body import StrictRoute
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])


@router.post("/compare", response_model=CompareAnswer, responses=REFUSALS)
def compare(asked: CompareRequest, compute: Computes) -> Answer:
    """Passes, multiplications, additions and numbers kept, for every derivative that is wanted."""
    return Answer(answer(asked, compute))


def answer(asked: CompareRequest, compute: Compute) -> dict[str, Any]:
    """What the call answers."""
    tape, _, defaulted = prepare(asked, compute.programs, asked.output)
    named = [tape.graph.find(each) for each in asked.outputs or ()]
    outputs = list(dict.fromkeys(named)) or [tape.output]
    found = compared(tape, outputs)
    return {
        "inputs": _ends(tape, tape.wrt),
        "outputs": _ends(tape, outputs),
        "forward": found.forward._asdict() | {"stored": found.stored.forward},
        "reverse": found.reverse._asdict() | {"stored": found.stored.reverse},
        "cheaper": found.cheaper,
        "defaulted": defaulted,
    }


def worked(compute: Compute) -> Iterator[Worked]:
    """The seed example with three outputs, for the reference."""
    seed = EXAMPLES[0]
    asked = CompareRequest(source=seed.source, values=seed.values, outputs=["c", "d", "e"])
    yield Worked("/compare", answer(asked, compute), asked)


def _ends(tape: Tape, nodes: Sequence[int]) -> list[dict[str, Any]]:
    names = tape.graph.names
    return [{"name": names[node], "numbers": elements(tape.shapes[node])} for node in nodes]
