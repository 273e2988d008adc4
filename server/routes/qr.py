"""POST /qr: a link as a QR code, drawn here and kept nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter
from starlette.responses import Response

from server import qr
from server.compute import Compute, Computes
from server.refusals import REFUSALS
from server.schemas.qr import QrRequest
from server.web.body import StrictRoute
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["links"])
SVG = "image/svg+xml"


@router.post("/qr", response_class=Response, responses={
    **REFUSALS, 200: {"description": "The picture.", "content": {SVG: {}}},
})  # fmt: skip
def draw(asked: QrRequest, compute: Computes) -> Response:
    """A text as a QR code, for a phone in the last row.

    What stands in it is drawn on this server, and neither kept nor sent on.
    """
    return Response(answer(asked, compute), media_type=SVG)


def answer(asked: QrRequest, compute: Compute) -> bytes:
    """The picture; the command line shows the same squares as letters."""
    return qr.svg(asked.text, compute.limits)


def worked(compute: Compute) -> Iterator[Worked]:
    """The readable link of the seed example, for the reference."""
    asked = QrRequest(text="http://127.0.0.1:8000/#e=(a+b)*(b+1)&a=2&b=1")
    yield Worked("/qr", answer(asked, compute).decode(), asked, media=SVG)
