"""A kept document: as it is stored, as the page's address has it, and as an export asks for it."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64encode
from typing import Any

# our short names, as the page's own files and packed links have them
SHORT = {"source": "e", "values": "v", "output": "out"}
LONG = {short: long for long, short in SHORT.items()}
RAW = -15  # zlib's way to ask for deflate without a header
PACKED = "#v1."


def canonical(document: dict[str, Any]) -> str:
    """One text for one content, whatever the order of its keys."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), allow_nan=False)


def as_file(document: dict[str, Any]) -> str:
    """As the page saves it, and opens it again."""
    short = {SHORT.get(name, name): each for name, each in document.items()}
    return json.dumps(short, separators=(",", ":"))


def fragment(document: dict[str, Any]) -> str:
    """The part of an address after which the page shows this document."""
    packer = zlib.compressobj(9, zlib.DEFLATED, RAW)
    packed = packer.compress(as_file(document).encode()) + packer.flush()
    return PACKED + urlsafe_b64encode(packed).decode().rstrip("=")


def program(document: dict[str, Any]) -> dict[str, Any]:
    """What a call about the program needs of it."""
    long = {LONG.get(name, name): each for name, each in document.items()}
    known = ("source", "values", "output", "wrt", "step")
    return {name: long[name] for name in known if long.get(name) is not None}
