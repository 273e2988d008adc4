"""Whether the server is there, and whether it can work: for whoever starts and watches it."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from engine import compile, parse
from engine.examples import EXAMPLES
from server import pages
from server.strict_json import Answer

router = APIRouter(tags=["health"])
FRESH = {"Cache-Control": "no-store"}


@router.get("/healthz", response_model=dict[str, str])
async def alive() -> Answer:
    """The server is there."""
    return Answer({"status": "ok"}, headers=FRESH)


@router.get("/readyz", response_model=dict[str, bool])
def ready() -> Answer:
    """It can work: a program is read and differentiated, and the page is at hand."""
    found: dict[str, Any] = {"engine": _computes(), "page": (pages.STATIC / "index.html").is_file()}
    return Answer(found, 200 if all(found.values()) else 503, headers=FRESH)


def _computes() -> bool:
    first = EXAMPLES[0]
    _, gradients = compile(parse(first.source))(first.values)
    return set(gradients) == set(first.values)
