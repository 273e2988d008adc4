"""Whether the server is there, and whether it can work: for whoever starts and watches it."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.responses import Response

from engine import compile, parse
from engine.examples import EXAMPLES
from server.compute import Computes
from server.site import pages
from server.strict_json import Answer
from server.watching import metrics

router = APIRouter(tags=["health"])
FRESH = {"Cache-Control": "no-store"}


@router.get("/healthz", response_model=dict[str, str])
async def alive() -> Answer:
    """The server is there."""
    return Answer({"status": "ok"}, headers=FRESH)


@router.get("/readyz", response_model=dict[str, bool])
def ready(compute: Computes) -> Answer:
    """It can work: a program is differentiated, the page is at hand, and the heavy lane is open."""
    found: dict[str, Any] = {
        "engine": _computes(),
        "page": (pages.STATIC / "index.html").is_file(),
        "lane": compute.lane.open,
    }
    return Answer(found, 200 if all(found.values()) else 503, headers=FRESH)


@router.get("/metrics", response_class=Response, include_in_schema=False)
def figures(request: Request) -> Response:
    """What this server has done since it began, for Prometheus."""
    teller = request.app.state.teller  # where several processes answer
    found = metrics.text() if teller is None else metrics.text(teller.others())
    return Response(found, headers=FRESH, media_type=CONTENT_TYPE_LATEST)


def _computes() -> bool:
    first = EXAMPLES[0]
    _, gradients = compile(parse(first.source))(first.values)
    return set(gradients) == set(first.values)
