"""What every answer carries: a request's number, and what a browser may do with the answer.

HEAD is answered here too: as GET, without the body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.errors import broken

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}; "
    "require-trusted-types-for 'script'; trusted-types chainlight"  # trusted.js has the one policy
)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), payment=(), usb=()"
    ),
}
EMBEDDED = "/embed"  # the one page that other sites may show in a frame
NUMBER = re.compile(r"[\w.-]{1,64}", re.ASCII)


class EveryAnswer:
    """Wraps the app: numbers each request, and adds the headers to each answer."""

    def __init__(self, app: ASGIApp, embed: Sequence[str] = ("*",)) -> None:
        self.app = app
        self.own = POLICY.format(ancestors="'none'")
        self.embedded = POLICY.format(ancestors=" ".join(embed) or "'none'")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        number = request_number(Headers(scope=scope))
        extra = {
            **ALWAYS,
            "Content-Security-Policy": self.policy(scope["path"]),
            "X-Request-ID": number,
        }
        sender = Sender(send, extra, head=scope["method"] == "HEAD")
        scope["method"] = "GET" if sender.head else scope["method"]
        try:
            await self.app(scope, receive, sender)
        except ClientDisconnect:
            return  # who has left in the middle of a question hears no answer
        except Exception as error:
            if sender.begun:
                raise
            await broken(scope, error, number)(scope, receive, sender)

    def policy(self, path: str) -> str:
        """What a page may load, and who may frame it."""
        return self.embedded if path == EMBEDDED else self.own


class Sender:
    """Sends an answer on, with the headers added, and without its body where that is wanted."""

    def __init__(self, send: Send, extra: Mapping[str, str], *, head: bool) -> None:
        self.send = send
        self.extra = extra
        self.head = head
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in self.extra.items():
                headers.setdefault(name, value)
        elif self.head and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self.send(message)


def request_number(headers: Headers) -> str:
    """The caller's own number for the request, or a new one."""
    given = headers.get("x-request-id", "")
    return given if NUMBER.fullmatch(given) else uuid4().hex
