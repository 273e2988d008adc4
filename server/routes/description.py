"""GET /openapi.json: what the API can do, for programs that read such things."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from server.tagged import tagged

router = APIRouter(include_in_schema=False)


@router.get("/openapi.json")
def description(request: Request) -> Response:
    """The OpenAPI document, made from the routes themselves."""
    return tagged(request, request.app.openapi())
