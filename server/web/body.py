"""Reading the body of a request: its size is checked before it is read, its JSON is strict."""

from __future__ import annotations

import email.message
from asyncio import timeout
from collections.abc import Callable, Coroutine
from functools import lru_cache
from typing import Any

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from server.errors import Refused
from server.limits import Limits
from server.notation import read_ahead
from server.strict_json import NotStrict, read


class StrictRequest(Request):
    """A request whose body is JSON of a bounded size, or is refused."""

    async def body(self) -> bytes:
        if not hasattr(self, "_body"):
            limits: Limits = self.app.state.settings.limits
            try:
                async with timeout(limits.body_seconds):
                    self._body = await self._bounded(limits.body_bytes)
            except TimeoutError:
                t = f"{limits.body_seconds:g}"
                raise Refused("bad-request", "slow_body", closes=True, t=t) from None
        return self._body

    async def json(self) -> Any:
        if not hasattr(self, "_json"):
            try:
                self._json = read(await self.body())
            except NotStrict as error:
                raise Refused("bad-request", error.reason, **error.fields) from None
        return self._json

    async def _bounded(self, most: int) -> bytes:
        announced = self.headers.get("content-length", "")
        if announced.isdecimal() and int(announced) > most:
            raise _too_large(most)
        chunks, size = [], 0
        async for chunk in self.stream():
            size += len(chunk)
            if size > most:
                raise _too_large(most)
            chunks.append(chunk)
        return b"".join(chunks)


class StrictRoute(APIRoute):
    """A route that reads its body so."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answer = super().get_route_handler()

        async def handle(request: Request) -> Response:
            if request.method == "POST":
                _require_json(request)
                request = StrictRequest(request.scope, request.receive)
                if not await request.body():
                    raise Refused("bad-request", "no_body")
                await read_ahead(await request.json(), request.app.state.compute)
            return await answer(request)

        return handle


def _require_json(request: Request) -> None:
    """JSON by its media type, and not compressed: a small body could hide a huge one."""
    json = _is_json(request.headers.get("content-type", ""))
    if not json or request.headers.get("content-encoding", "identity") != "identity":
        raise Refused("unsupported-media", "unsupported_media")


@lru_cache(maxsize=64)  # nearly everybody says the same
def _is_json(media_type: str) -> bool:
    said = email.message.Message()
    said["content-type"] = media_type
    subtype = said.get_content_subtype()
    return said.get_content_maintype() == "application" and (
        subtype == "json" or subtype.endswith("+json")
    )


def _too_large(most: int) -> Refused:
    return Refused("body-too-large", "body_too_large", max=most)
