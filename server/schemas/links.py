"""Short links: what is kept, and what comes back."""

from __future__ import annotations

import json
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from server.links.document import program
from server.schemas.export import ExportRequest
from server.schemas.fields import Request


def _document(given: dict[str, Any]) -> dict[str, Any]:
    """Whatever else it holds, there is a program in it that can be asked about, now and later."""
    try:
        json.dumps(given, ensure_ascii=False, allow_nan=False).encode()
        ExportRequest.model_validate(program(given))
    except (ValueError, RecursionError):
        raise PydanticCustomError("document_type", "an object with a `source`") from None
    return given


Document = Annotated[
    dict[str, Any],
    AfterValidator(_document),
    WithJsonSchema({"type": "object", "properties": {"source": {"type": "string"}}}),
]


class LinkRequest(Request):
    """A workspace to keep: its `source`, and `values`, `step` and such as the page writes them."""

    document: Document = Field(description="The program with its `source`, `values`, `step` …")


class LinkAnswer(BaseModel):
    id: str
    url: str
    delete_secret: str
    expires: str


class KeptAnswer(BaseModel):
    id: str
    document: dict[str, Any]
    expires: str
