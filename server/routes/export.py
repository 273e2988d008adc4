"""POST /export/{format}: one run as a picture, a text, or code that proves itself."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import AsyncIterator, Iterator
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from engine.examples import EXAMPLES
from server import exports
from server.compute import Compute, Computes
from server.exports import NAMES, Export
from server.language import Speaks
from server.progress import Told, progress
from server.refusals import HEAVY, UNKNOWN
from server.schemas.export import ExportRequest
from server.web.body import StrictRoute
from server.web.events import WAITING, event, stream, wants_events
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["export"])
FORMAT = Path(
    alias="format",
    description="One of: " + ", ".join(NAMES) + ".",
    openapi_examples={"numpy": {"value": "numpy"}},
)
TEXT = "text/x-python"


@router.post("/export/{format}", response_class=Response, responses={
    **HEAVY, **UNKNOWN, 200: {"description": "The file.", "content": {TEXT: {}}},
})  # fmt: skip
async def export(
    wanted: Annotated[str, FORMAT],
    request: Request,
    asked: ExportRequest,
    compute: Computes,
    language: Speaks,
) -> Response:
    """One run as a file: a picture of a step, a text of the derivation, or code.

    The answer has the format's own media type, and a name in `Content-Disposition`. Files for
    NumPy, PyTorch, JAX and Jupyter assert the numbers that the page shows. A moving picture (gif,
    apng, webm, mp4) that is asked for as text/event-stream comes as `progress` events and one
    `done` with the file in base64; whoever stops listening stops the work.
    """
    found = await run_in_threadpool(exports.export, wanted, asked, compute, language)
    exports.require_in_time(found, compute.limits)
    if found.moves and wants_events(request):
        return stream(_events(found, compute), language)
    body = await compute.heavy(exports.run, found.job) if found.heavy else found.job()
    named = {"Content-Disposition": f'attachment; filename="{found.name}"'}
    return Response(body, media_type=found.media_type, headers=named)


async def _events(found: Export, compute: Compute) -> AsyncIterator[bytes]:
    async for each in progress(compute.lane, exports.run_telling, found.job):
        if each is None:
            yield WAITING
        elif isinstance(each, Told):
            yield event("progress", each.what)
        else:
            body = b64encode(each.what).decode()
            said = {"name": found.name, "media_type": found.media_type, "data": body}
            yield event("done", said)


def worked(compute: Compute) -> Iterator[Worked]:
    """The seed example in NumPy, for the reference."""
    seed = EXAMPLES[0]
    asked = ExportRequest(source=seed.source, values=seed.values)
    body = exports.export("numpy", asked, compute, "en").job().decode()
    yield Worked("/export/{format}", body, asked, media=TEXT)
