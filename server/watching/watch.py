"""Counts and times every answer, and writes a line about it: the route, never the text."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.watching import journal, metrics

METHODS = {"GET", "HEAD", "POST", "DELETE", "OPTIONS"}
OTHER = "other"  # a label must not be what a stranger chose
UNANSWERED = 499  # as proxies write it: the client left before the answer began


class Watch:
    """Wraps the app from outside."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        method = scope["method"] if scope["method"] in METHODS else OTHER
        began, answer = perf_counter(), Answered(send)
        metrics.AT_ONCE.inc()
        try:
            await self.app(scope, receive, answer)
        finally:
            metrics.AT_ONCE.dec()
            _tell(method, route_of(scope), answer, perf_counter() - began)


class Answered:
    """Sends an answer on, and keeps its status, its headers and its size."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.status, self.size = UNANSWERED, 0
        self.headers: Iterable[tuple[bytes, bytes]] = ()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = message["headers"]
        self.size += len(message.get("body", b""))
        await self.send(message)


def route_of(scope: Scope) -> str:
    """The route's pattern, such as /api/v1/operations/{name}; files share one."""
    path: str | None = getattr(scope.get("route"), "path", None)
    if path is not None and scope.get("endpoint") is not None:
        return path
    return "/static" if scope.get("root_path", "").endswith("/static") else OTHER


def _tell(method: str, route: str, answer: Answered, seconds: float) -> None:
    metrics.REQUESTS.labels(method, route, answer.status).inc()
    metrics.REQUEST_SECONDS.labels(route).observe(seconds)
    if journal.log.isEnabledFor(logging.INFO):
        journal.note(
            "answered",
            id=dict(answer.headers).get(b"x-request-id", b"").decode(),
            method=method,
            route=route,
            status=answer.status,
            milliseconds=round(1000 * seconds, 1),
            bytes=answer.size,
        )
