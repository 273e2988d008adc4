"""What every answer carries: a request's number, and what a browser may do with the answer.

HEAD is answered here too: as GET, without the body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from secrets import token_hex

from starlette.datastructures import Headers
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
    "Cross-Origin-Resource-Policy": "same-origin",
}
# a browser reads these of what it opens by itself: a page, a picture, a worker
OPENED = {
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), payment=(), usb=()"
    ),
}
# A page has nearly two hundred parts, and each would carry all that again. Opened by itself, a part
# may do nothing at all; a part of a page is judged by the page's policy.
PART = re.compile(r"/static/.+\.(?:css|js|json|woff2)")
PART_POLICY = "default-src 'none'"
# its own policy is what a worker lives by
WORKERS = {"/static/vendor/elk-worker.min.js", "/static/js/effects/drawing/aside-worker.js"}
EMBEDDED = "/embed"  # the one page that other sites may show in a frame
Header = tuple[bytes, bytes]
NUMBER = re.compile(r"[\w.-]{1,64}", re.ASCII)
DIGITS = 16  # of a number of ours: each part of a page carries one


class EveryAnswer:
    """Wraps the app: numbers each request, and adds the headers to each answer."""

    def __init__(self, app: ASGIApp, embed: Sequence[str]) -> None:
        self.app = app
        # ready to be sent, because every answer needs them
        self.own = of_a_page()
        self.embedded = _opened(POLICY.format(ancestors=" ".join(embed) or "'none'"))
        self.part = _sent(ALWAYS, PART_POLICY)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        number = request_number(Headers(scope=scope))
        numbered = [*self.headers(scope["path"]), (b"x-request-id", number.encode())]
        sender = Sender(send, numbered, head=scope["method"] == "HEAD")
        scope["method"] = "GET" if sender.head else scope["method"]
        try:
            await self.app(scope, receive, sender)
        except ClientDisconnect:
            return  # who has left in the middle of a question hears no answer
        except Exception as error:
            if sender.begun:
                raise
            await broken(scope, error, number)(scope, receive, sender)

    def headers(self, path: str) -> list[Header]:
        """What a browser may do with what is at this path."""
        if path == EMBEDDED:
            return self.embedded
        return self.part if PART.fullmatch(path) and path not in WORKERS else self.own


class Sender:
    """Sends an answer on, with the headers added, and without its body where that is wanted."""

    def __init__(self, send: Send, extra: Sequence[Header], *, head: bool) -> None:
        self.send = send
        self.extra = extra
        self.head = head
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            own = list(message.get("headers", ()))
            names = {name for name, _ in own}
            more = [header for header in self.extra if header[0] not in names]
            message = {**message, "headers": own + more}
        elif self.head and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self.send(message)


def of_a_page() -> list[Header]:
    """What a browser may do with a page that no other site shows."""
    return _opened(POLICY.format(ancestors="'none'"))


def _opened(policy: str) -> list[Header]:
    """What a browser may do with an answer that it opens by itself."""
    return _sent(ALWAYS | OPENED, policy)


def _sent(headers: dict[str, str], policy: str) -> list[Header]:
    carried = headers | {"Content-Security-Policy": policy}
    return [(name.lower().encode(), value.encode()) for name, value in carried.items()]


def request_number(headers: Headers) -> str:
    """The caller's own number for the request, or a new one."""
    given = headers.get("x-request-id", "")
    return given if NUMBER.fullmatch(given) else token_hex(DIGITS // 2)
