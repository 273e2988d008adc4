"""Server-sent events: what an answer says while it is still being worked out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from fastapi import Request
from starlette.responses import StreamingResponse

from engine import EngineError
from engine.words import Language
from server.errors import Refused, problem, problem_of
from server.strict_json import sent

MEDIA_TYPE = "text/event-stream"
WAITING = b": waiting\n\n"  # a comment: nothing new, but both ends are there
NOW = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}  # nobody on the way may hold it back


def wants_events(request: Request) -> bool:
    """Did the client ask for a stream?"""
    return MEDIA_TYPE in request.headers.get("accept", "")


def event(name: str, data: Any, number: int | None = None) -> bytes:
    """One event; a client that comes back names the number of the last one it saw."""
    identity = b"" if number is None else b"id: %d\n" % number
    return b"event: %s\n%sdata: %s\n\n" % (name.encode(), identity, sent(data))


def stream(events: AsyncIterator[bytes], language: Language) -> StreamingResponse:
    """The events as an answer; what goes wrong once it has begun is an event as well."""
    return StreamingResponse(_with_problems(events, language), media_type=MEDIA_TYPE, headers=NOW)


async def _with_problems(events: AsyncIterator[bytes], language: Language) -> AsyncIterator[bytes]:
    try:
        async for each in events:
            yield each
    except EngineError as error:
        yield event("problem", problem_of(error, language))
    except Refused as error:
        yield event("problem", problem(error.code, error.reason, error.fields, language))
