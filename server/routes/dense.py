"""GET /dense: both modes on a layered graph of any size, and where they meet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from engine.dense import Dense, crossing, sizes
from server.compute import Compute
from server.refusals import UNFIT
from server.schemas.compare import DenseAnswer
from server.web.tagged import tagged
from server.worked import Worked

router = APIRouter(tags=["reference"])
MOST = 1_000_000  # inputs or outputs; the costs are counted layer by layer, so this is cheap
Size = Annotated[int, Query(ge=1, le=MOST)]


@router.get("/dense", response_model=DenseAnswer, responses=UNFIT)
def dense(request: Request, inputs: Size = 3, outputs: Size = 1) -> Response:
    """Layers in which every node uses the whole layer before: what each mode costs, and where
    they meet."""
    return tagged(request, answer(Dense(inputs, outputs)))


def answer(found: Dense) -> dict[str, Any]:
    """What the call answers."""
    curve = (found._replace(inputs=size) for size in sizes(MOST))
    return {
        **found._asdict(),
        "nodes": found.nodes,
        "edges": found.edges,
        "forward": found.forward._asdict(),
        "reverse": found.reverse._asdict(),
        "cheaper": found.cheaper,
        "crossing": crossing(found, MOST),
        "curve": [
            {
                "inputs": each.inputs,
                "forward": each.forward.multiplications,
                "reverse": each.reverse.multiplications,
            }
            for each in curve
        ],
    }


def worked(_: Compute) -> Iterator[Worked]:
    """A small one, for the reference."""
    yield Worked("/dense", answer(Dense(inputs=3, outputs=1)))
