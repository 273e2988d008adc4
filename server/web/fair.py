"""Fair use: how often one client may ask, and how many answers it may wait for at a time.

A client is an address, and for the long addresses of IPv6 the network that one household gets.
A proxy in front must be named as trusted; otherwise everybody behind it is one client.
"""

from __future__ import annotations

import time
from collections import Counter
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from server.errors import Refused, refusal
from server.limits import Limits
from server.watching import metrics
from server.web.counts import Counts

GUARDED = "/api/"  # files and the answers to whoever watches the server cost next to nothing
HOUSEHOLD = 64  # bits of an IPv6 address that one customer is given
SOON = 1  # seconds: when a place is likely to be free again


class FairUse:
    """Wraps the app: too many requests are refused before anything of them is read."""

    def __init__(self, app: ASGIApp, limits: Limits, store: str) -> None:
        self.app = app
        self.limits = limits
        self.counts = Counts(limits.requests_per_minute, store)
        self.busy: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(GUARDED):
            await self.app(scope, receive, send)
            return
        client = client_of(scope)
        try:
            await self._require_fair(client)
        except Refused as error:
            metrics.UNFAIR.labels(error.reason).inc()
            await refusal(Request(scope), error)(scope, receive, send)
            return
        self.busy[client] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.busy[client] -= 1
            if not self.busy[client]:
                del self.busy[client]

    async def _require_fair(self, client: str) -> None:
        if self.busy[client] >= (most := self.limits.at_once_per_client):
            raise Refused("rate-limited", "too_many_at_once", retry_after=SOON, max=most)
        if self.busy.total() >= self.limits.at_once:
            raise Refused("busy", "too_many_visitors", retry_after=SOON, t=SOON)
        if not await self.counts.allow(client):
            most, wait = self.limits.requests_per_minute, await self._wait(client)
            raise Refused("rate-limited", "too_often", retry_after=wait, max=most, t=wait)

    async def _wait(self, client: str) -> int:
        """Seconds until this client may ask again."""
        return max(SOON, ceil(await self.counts.free_at(client) - time.time()))


def client_of(scope: Scope) -> str:
    """Who asks, as far as the connection tells; a trusted proxy has said it already."""
    return _household((scope.get("client") or ("unknown", 0))[0])


@lru_cache(maxsize=1024)  # who asks once asks again
def _household(host: str) -> str:
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(ip_network((address, HOUSEHOLD), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
