"""Worked examples in the API's description: each answer is computed, so none can be wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from fastapi import FastAPI

from server.schemas.fields import Request

JSON = "application/json"


class Worked(NamedTuple):
    """One call with its answer."""

    path: str
    answer: Any
    request: Request | None = None


def described(app: FastAPI, prefix: str, examples: Iterable[Worked]) -> dict[str, Any]:
    """The OpenAPI document of an app, with its examples put in."""
    document = app.openapi()
    for path, answer, request in examples:
        method = "get" if request is None else "post"
        operation = document["paths"][prefix + path][method]
        operation["responses"]["200"]["content"][JSON]["example"] = answer
        if request is not None:
            asked = request.model_dump(exclude_unset=True)
            operation["requestBody"]["content"][JSON]["example"] = asked
    return document
