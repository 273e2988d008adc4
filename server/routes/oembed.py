"""GET /oembed: how another site shows one of our links in a frame, as oembed.com has it."""

from __future__ import annotations

from html import escape
from typing import Annotated, Literal
from urllib.parse import SplitResult, quote, urlsplit

from fastapi import APIRouter, Query, Request

from server.errors import Refused
from server.strict_json import Answer

router = APIRouter(include_in_schema=False)  # outside of the API
WIDTH, HEIGHT, LEAST = 960, 520, 240  # pixels
PAGES = ("/", "/embed", "/present")
FRAME = '<iframe src="{source}" title="Chainlight" width="{width}" height="{height}"></iframe>'


@router.get("/oembed")
def oembed(
    request: Request,
    url: Annotated[str, Query(description="A link to this server.")],
    maxwidth: Annotated[int, Query(ge=1)] = WIDTH,
    maxheight: Annotated[int, Query(ge=1)] = HEIGHT,
    _format: Annotated[Literal["json"], Query(alias="format")] = "json",
) -> Answer:
    """A frame with the graph of a link, no larger than asked for."""
    base = str(request.base_url)
    size = {
        "width": max(LEAST, min(WIDTH, maxwidth)),
        "height": max(LEAST, min(HEIGHT, maxheight)),
    }
    source = escape(framed(url, base))
    told = {"version": "1.0", "type": "rich", "provider_name": "Chainlight", "provider_url": base}
    return Answer(told | size | {"html": FRAME.format(source=source, **size)})


def framed(url: str, base: str) -> str:
    """The same graph without the page around it; only our own addresses are put into a frame."""
    found, ours = _split(url), _split(base)
    short = found.path.removeprefix("/s/")
    if (found.scheme, found.netloc) == (ours.scheme, ours.netloc):
        if found.path in PAGES and found.fragment:
            return f"{base}embed#{found.fragment}"
        if found.path.startswith("/s/") and short.isalnum():
            return f"{base}s/{short}/embed"
    raise Refused("not-found", "not_ours", base=base)


def _split(url: str) -> SplitResult:
    """The parts of an address; of what is none, nothing."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def discovery(base: str, url: str) -> str:
    """The header that tells other sites where to ask."""
    address = f"{base}oembed?url={quote(url, safe='')}"
    return f'<{address}>; rel="alternate"; type="application/json+oembed"'
