"""Answers that are sent compressed, but only to whoever takes them so.

The framework and the shelf of files ask whether the word stands in the header; here the header is
read, so that `gzip;q=0` never reaches them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import Receive, Scope, Send

ASKED = b"accept-encoding"
# a weight of nothing means no, and so does one that is no weight
WEIGHT = r";\s*q=(?:1(?:\.0{0,3})?|0\.(?=\d*[1-9])\d{1,3})\s*"
GZIP = re.compile(rf"\s*(?:x-)?gzip\s*(?:{WEIGHT})?", re.IGNORECASE)


class Packed(GZipMiddleware):
    """Wraps the app: what is left of the header is `gzip`, or nothing."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            said = [value for name, value in scope["headers"] if name == ASKED]
            other = [header for header in scope["headers"] if header[0] != ASKED]
            asked = [(ASKED, b"gzip")] if takes_gzip(b",".join(said)) else []
            scope["headers"] = other + asked  # the same scope: who watches reads the route in it
        await super().__call__(scope, receive, send)


@lru_cache(maxsize=64)  # nearly everybody says the same
def takes_gzip(said: bytes) -> bool:
    """Whether gzip is named, and not refused."""
    return any(map(GZIP.fullmatch, said.decode("latin-1").split(",")))
