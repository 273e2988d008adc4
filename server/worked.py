"""Worked examples in the API's description: each answer is computed, so none can be wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from fastapi import FastAPI

from server.schemas.fields import Request

JSON, PROBLEM = "application/json", "application/problem+json"
SENTENCE = re.compile(r"\.(?:\s|$)")  # where one ends
FOREIGN = {"HTTPValidationError", "ValidationError"}  # the framework's own; ours is a problem


class Worked(NamedTuple):
    """One call with its answer."""

    path: str
    answer: Any
    request: Request | None = None
    media: str = JSON  # of the answer
    status: str = "200"


def described(app: FastAPI, prefix: str, examples: Iterable[Worked]) -> dict[str, Any]:
    """The OpenAPI document of an app, with its examples put in."""
    document = app.openapi()
    for path, answer, request, media, status in examples:
        method = "get" if request is None else "post"
        operation = document["paths"][prefix + path][method]
        operation["responses"][status]["content"][media]["example"] = answer
        if request is not None:
            asked = request.model_dump(exclude_unset=True, by_alias=True)
            operation["requestBody"]["content"][JSON]["example"] = asked
    for operation in _operations(document):
        operation["summary"] = first_sentence(operation["description"])
        operation["responses"] = dict(_responses(operation["responses"]))
    schemas = document["components"]["schemas"]
    document["components"]["schemas"] = {k: v for k, v in schemas.items() if k not in FOREIGN}
    return document


def first_sentence(description: str) -> str:
    """Says more than the name of a function, which is what the framework would put there."""
    return SENTENCE.split(description)[0].replace("\n", " ").replace("`", "")


def _operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (operation for path in document["paths"].values() for operation in path.values())


def _responses(responses: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Refusals have a media type of their own."""
    for status, response in responses.items():
        content = response.get("content", {})
        if any(name in str(content) for name in FOREIGN):
            continue
        refused = status >= "400" and JSON in content
        yield status, response | {"content": {PROBLEM: content[JSON]}} if refused else response
