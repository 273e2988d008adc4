"""Which language a reader wants: `?lang=zh`, else what the browser says, else English."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from engine.words import LANGUAGES, Language


def language_of(request: Request) -> Language:
    """The language of every sentence in an answer."""
    asked = request.query_params.get("lang")
    return _known(asked) if asked else preferred(request.headers.get("accept-language", ""))


def preferred(header: str) -> Language:
    """The best of our languages by an Accept-Language header; the first of equals."""
    wishes = [_wish(part) for part in header.split(",")[:20]]
    known = [(weight, tag) for weight, tag in wishes if weight > 0 and tag in LANGUAGES]
    return _known(max(known, key=lambda wish: wish[0])[1]) if known else "en"


def _wish(part: str) -> tuple[float, str]:
    tag, _, quality = part.strip().partition(";")
    try:
        weight = float(quality.strip().removeprefix("q=") or 1)
    except ValueError:
        weight = 0.0
    return weight, tag.strip().lower().partition("-")[0]


def _known(tag: str) -> Language:
    return "zh" if tag.lower().startswith("zh") else "en"


async def spoken(request: Request) -> Language:
    """The same for a route: what is not async, a framework asks in a thread of its own."""
    return language_of(request)


Speaks = Annotated[Language, Depends(spoken)]
