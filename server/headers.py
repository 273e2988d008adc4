"""What every answer carries: a request's number, and what a browser may do with the answer.

HEAD is answered here too: as GET, without the body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}"
)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
EMBEDDED = "/embed"  # the one page that other sites may show in a frame
NUMBER = re.compile(r"[\w.-]{1,64}", re.ASCII)


class EveryAnswer:
    """Wraps the app: numbers each request, and adds the headers to each answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        number = request_number(Headers(scope=scope))
        extra = {**ALWAYS, "Content-Security-Policy": policy(scope["path"]), "X-Request-ID": number}
        head = scope["method"] == "HEAD"
        scope = {**scope, "request_id": number, "method": "GET" if head else scope["method"]}
        sender = _without_body(send) if head else send
        await self.app(scope, receive, _with_headers(sender, extra))


def request_number(headers: Headers) -> str:
    """The caller's own number for the request, or a new one."""
    given = headers.get("x-request-id", "")
    return given if NUMBER.fullmatch(given) else uuid4().hex


def policy(path: str) -> str:
    """What a page may load, and who may frame it."""
    return POLICY.format(ancestors="*" if path == EMBEDDED else "'none'")


def _with_headers(send: Send, extra: Mapping[str, str]) -> Send:
    async def sender(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in extra.items():
                headers.setdefault(name, value)
        await send(message)

    return sender


def _without_body(send: Send) -> Send:
    async def sender(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return sender
