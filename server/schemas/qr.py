"""A text as a QR code."""

from __future__ import annotations

from pydantic import Field

from server.schemas.fields import Request, Text


class QrRequest(Request):
    """What a phone is to read."""

    text: Text = Field(description="Any text; a link, as a rule.")
