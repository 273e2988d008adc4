"""Which names this server answers to: no other site may reach it by a name of its own.

A name that somebody else controls may be pointed at this machine; a browser then takes their page
and our server for one site. So a server on the loopback address answers to its own names only.
"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from engine.names import cited
from server.errors import Refused, refusal

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
ANY = "*"
WATCHED = {"/healthz", "/readyz", "/metrics"}  # asked by address, from inside


class KnownHosts:
    """Wraps the app: a request for another name is refused."""

    def __init__(self, app: ASGIApp, names: Sequence[str]) -> None:
        self.app = app
        self.names = {name.lower() for name in names}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] not in WATCHED:
            asked = Headers(scope=scope).get("host", "")
            if not self._known(name_of(asked)):
                error = Refused("bad-request", "unknown_host", name=cited(asked))
                await refusal(Request(scope), error)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _known(self, name: str) -> bool:
        """`*.school.example` stands for every name that ends so."""
        return name in self.names or any(
            pattern.startswith("*.") and name.endswith(pattern[1:]) for pattern in self.names
        )


def name_of(host: str) -> str:
    """A name without its port."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdecimal() else host).lower()
