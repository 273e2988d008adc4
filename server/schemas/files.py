"""A person's own file in a request."""

from __future__ import annotations

import base64

from server.errors import Refused
from server.schemas.fields import Request, Text


class File(Request):
    """A person's own file, its bytes as base64."""

    name: Text
    content: Text

    def read(self, field: str) -> bytes:
        """Its bytes; a problem names the field that they came in."""
        try:
            return base64.b64decode(self.content, validate=True)
        except ValueError:
            raise Refused("bad-field", "does_not_fit", field=field) from None
