"""Signed texts: what the server hands out and takes back without having to remember it."""

from __future__ import annotations

import hmac
import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from server.errors import Refused

DIGEST = "sha256"
LARGEST = 1024 * 1024  # bytes that a token may hold once it is unpacked


def signed(content: Any, secret: str) -> str:
    """A value as one word that only this secret can make."""
    packed = zlib.compress(json.dumps(content, separators=(",", ":")).encode(), 9)
    return f"{_text(packed)}.{_text(_seal(packed, secret))}"


def opened(token: str, secret: str) -> Any:
    """The value again; a token that was cut, changed or made elsewhere is refused."""
    body, _, seal = token.partition(".")
    try:
        packed, given = _bytes(body), _bytes(seal)
    except ValueError:  # no base64, or no letters at all
        raise Refused("bad-field", "bad_token") from None
    # the seal comes first: nothing is unpacked that we did not pack
    if not hmac.compare_digest(given, _seal(packed, secret)):
        raise Refused("bad-field", "bad_token")
    return json.loads(zlib.decompressobj().decompress(packed, LARGEST))


def _seal(packed: bytes, secret: str) -> bytes:
    return hmac.digest(secret.encode(), packed, DIGEST)


def _text(given: bytes) -> str:
    return urlsafe_b64encode(given).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
