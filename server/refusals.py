"""The refusals that every call can answer with, for the API's reference."""

from __future__ import annotations

from typing import Any

from server.schemas.fields import Problem

SENTENCES = {
    400: "The body is not JSON.",
    413: "The body is larger than the limit.",
    415: "The body is not application/json.",
    422: "The text, a value or a field cannot be used; the code says which, the span where.",
}
CONTENT = {"application/problem+json": {"schema": Problem.model_json_schema()}}
REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"description": sentence, "content": CONTENT} for status, sentence in SENTENCES.items()
}
HEAVY: dict[int | str, dict[str, Any]] = {
    **REFUSALS,
    503: {"description": "Too many wait already; Retry-After says when.", "content": CONTENT},
}
