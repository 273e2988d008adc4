"""/train/parts, /train/model, /train/look: what the training lab is made of."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import Response

from server.compute import Compute, Computes
from server.refusals import REFUSALS
from server.schemas.lab import LookAnswer, LookRequest, ModelAnswer, ModelRequest, PartsAnswer
from server.strict_json import Answer
from server.training import lab
from server.training.runs import awake
from server.web.body import StrictRoute
from server.web.tagged import tagged
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])


@router.get("/train/parts", response_model=PartsAnswer)
def parts(request: Request, compute: Computes) -> Response:
    """What a run can be put together from: every row with its words and what may be set."""
    compute.training.submit(awake)  # who asks for parts will soon want to train
    return tagged(request, lab.parts())


@router.post("/train/model", response_model=ModelAnswer, responses=REFUSALS)
def made(asked: ModelRequest, compute: Computes) -> Answer:
    """A few words become a program with its weights, and examples for it."""
    return Answer(lab.model(asked, compute))


@router.post("/train/look", response_model=LookAnswer, responses=REFUSALS)
def look(asked: LookRequest, compute: Computes) -> Answer:
    """What a program predicts for examples, how often it is right, and a map around them."""
    return Answer(lab.look(asked, compute))


def worked(compute: Compute) -> Iterator[Worked]:
    """The parts, a small model, and what it says before it has learned anything."""
    yield Worked("/train/parts", lab.parts())
    asked = ModelRequest(model="logistic", data="xor")
    found = lab.model(asked, compute)
    yield Worked("/train/model", found, asked)
    looking = LookRequest(
        source=found["source"],
        values=found["values"],
        data=found["data"],
        output=found["predicts"],
        reads="X",
        truth="y",
        points=2,
    )
    yield Worked("/train/look", lab.look(looking, compute), looking)
