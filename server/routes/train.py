"""POST /train: gradient descent, step by step as it happens, or all at once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from engine.words import Language
from server.compute import Compute, Computes
from server.language import Speaks
from server.progress import Told, progress
from server.refusals import HEAVY
from server.remaining import Remaining
from server.schemas.train import Optimizer, TrainAnswer, TrainRequest
from server.strict_json import Answer
from server.training import Run, prepare_run
from server.training.outcome import shown
from server.training.runs import job
from server.web.body import StrictRoute
from server.web.events import WAITING, event, stream, wants_events
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])


@router.post("/train", response_model=TrainAnswer, responses=HEAVY)
async def train(
    request: Request, asked: TrainRequest, compute: Computes, language: Speaks
) -> Response:
    """Parameters walk downhill. Asked for text/event-stream, the answer is a stream: `step` events
    on the way, `progress` twice a second with the rate and the time left, `warning` where the run
    diverged, and `done` with the whole answer."""
    ready = await run_in_threadpool(prepare_run, asked, compute)
    if wants_events(request):
        return stream(_events(asked, ready, compute, language), language)
    done = await compute.trained(job, ready.wanted)
    return Answer(await run_in_threadpool(shown, asked, ready, done, language))


def worked(compute: Compute) -> Iterator[Worked]:
    """Three steps down a parabola, for the reference."""
    asked = TrainRequest(
        source="loss = (w*x - 6)^2",
        values={"w": 0, "x": 2},
        parameters=["w"],
        optimizer=Optimizer(name="sgd", learning_rate=0.0625),
        steps=3,
    )
    ready = prepare_run(asked, compute)
    yield Worked("/train", shown(asked, ready, job(ready.wanted), "en"), asked)


async def _events(
    asked: TrainRequest, ready: Run, compute: Compute, language: Language
) -> AsyncIterator[bytes]:
    remaining = Remaining(asked.steps)
    async for each in progress(compute.training, job, ready.wanted):
        if each is None:
            yield WAITING
        elif isinstance(each, Told):
            yield event("step", each.what, each.what["step"])
            if stands := remaining.after(each.what):
                yield event("progress", stands, each.what["step"])
        else:
            found = await run_in_threadpool(shown, asked, ready, each.what, language)
            if found["diverged"] is not None:
                yield event("warning", {"code": "diverged", **found["diverged"]}, found["steps"])
            yield event("done", found, found["steps"])
