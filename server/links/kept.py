"""What a short link is: letters that are made from its document, a secret, and a last day."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from datetime import datetime
from typing import NamedTuple

LETTERS = 12  # five bits each: two of a billion documents share theirs once in a billion times


class Made(NamedTuple):
    """A link, and what deletes it."""

    id: str
    delete_secret: str
    expires: datetime


class Kept(NamedTuple):
    """A document with its last day."""

    document: str
    expires: datetime


def name_of(document: str) -> str:
    """The letters of a document, made from what it says."""
    return b32encode(hashlib.sha256(document.encode()).digest()).decode().lower()[:LETTERS]
