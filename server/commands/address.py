"""The address that opens the page with this program: everything stands behind the #."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

from server.commands.program import Typed
from server.settings import Settings

# names that mean something else in a link; a value of such a name is written v.name
FIELDS = (
    *("e", "out", "wrt", "mode", "step", "grain", "bp", "show", "hide", "lock", "quiz", "seed"),
    *("lang", "ui", "role", "notation", "fold", "pin", "lesson"),
)
NEEDS_LINES = re.compile(r"#|:\s*$", re.MULTILINE)  # a comment or a block
AS_TYPED = "()*+=/[],:@^|!~'"  # what survives a chat window unescaped
LONGEST = 2_000  # beyond this some programs cut links


def address_of(typed: Typed, settings: Settings) -> str | None:
    """The address, for a server on this machine; none where it would be too long."""
    lines = typed.source.strip().splitlines()
    joined = ("%0A" if NEEDS_LINES.search(typed.source) else ";").join(map(_escaped, lines))
    values = (f"&{_key(name)}={_escaped(_text(value))}" for name, value in typed.values.items())
    found = f"http://{settings.host}:{settings.port}/#e={joined}{''.join(values)}"
    return found if len(found) <= LONGEST else None


def _key(name: str) -> str:
    return f"v.{_escaped(name)}" if name in FIELDS else _escaped(name)


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))


def _escaped(text: str) -> str:
    return quote(text, safe=AS_TYPED)
