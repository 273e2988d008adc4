"""Answers that stay the same until the next version: a browser keeps them, and only asks."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from server.strict_json import write

ANY = "*"  # whoever asks so has an answer, whichever it is


def tagged(request: Request, content: Any) -> Response:
    """The answer with a tag of its content; 304 for who has it already."""
    body = write(content)
    # weak, because the same tag stands on the answer when it is sent compressed
    tag = f'W/"{sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Language"}
    if {tag, ANY} & _known(request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


def _known(header: str) -> set[str]:
    """The tags that the asker has; a tag without W/ means the same here."""
    tags = (part.strip() for part in header.split(","))
    return {tag if tag.startswith(("W/", ANY)) else f"W/{tag}" for tag in tags}
