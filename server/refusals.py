"""The refusals that calls can answer with, for the API's reference."""

from __future__ import annotations

from typing import Any

from server.schemas.fields import Problem

Refusals = dict[int | str, dict[str, Any]]


def _problem(sentence: str) -> dict[str, Any]:
    return {"description": sentence, "model": Problem}


REFUSALS: Refusals = {
    400: _problem("The body is not JSON."),
    413: _problem("The body is larger than the limit."),
    415: _problem("The body is not application/json."),
    422: _problem("The text, a value or a field cannot be used: the code says what, a span where."),
}
HEAVY: Refusals = {
    **REFUSALS,
    503: _problem("Too many requests wait already; Retry-After says when to come back."),
}
UNFIT: Refusals = {422: REFUSALS[422]}
UNKNOWN: Refusals = {404: _problem("There is nothing of this name.")}
