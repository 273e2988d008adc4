"""GET /meta: which version this is, what its limits are, which languages it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from engine.words import LANGUAGES
from server.compute import Compute, Computes
from server.limits import published, reasons
from server.schemas.meta import MetaAnswer
from server.version import VERSION
from server.web.tagged import tagged
from server.worked import Worked

router = APIRouter(tags=["reference"])


@router.get("/meta", response_model=MetaAnswer)
def meta(request: Request, compute: Computes) -> Response:
    """Version, limits with their reasons, languages."""
    return tagged(request, answer(compute))


def worked(compute: Compute) -> Iterator[Worked]:
    """What this very server answers, for the reference."""
    yield Worked("/meta", answer(compute))


def answer(compute: Compute) -> dict[str, Any]:
    """What the call answers."""
    return {
        "name": "chainlight",
        "version": VERSION,
        "languages": list(LANGUAGES),
        "public": compute.settings.public,
        "limits": published(compute.limits),
        "reasons": reasons(),
    }
