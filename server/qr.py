"""QR codes, drawn here: nobody else learns what stands in a link."""

from __future__ import annotations

from io import BytesIO, StringIO

import segno

from server.errors import Refused
from server.limits import Limits

SQUARE = 4  # pixels
QUIET = 4  # squares of white around it, as the standard asks


def svg(text: str, limits: Limits) -> bytes:
    """A picture of its own, dark on white in any theme: phones read it best so."""
    kept = BytesIO()
    _code(text, limits).save(
        kept, kind="svg", scale=SQUARE, border=QUIET, dark="#000", light="#fff", xmldecl=False,
        svgclass=None, lineclass=None, omitsize=False, nl=False,
    )  # fmt: skip
    return kept.getvalue()


def blocks(text: str, limits: Limits) -> str:
    """The same in half blocks, for a terminal."""
    kept = StringIO()
    _code(text, limits).terminal(kept, border=QUIET, compact=True)
    return kept.getvalue().rstrip("\n")


def _code(text: str, limits: Limits) -> segno.QRCode:
    """As much correction of errors as its size gives for nothing."""
    said = text.encode(errors="replace")
    if not 0 < len(said) <= limits.qr_bytes:
        raise Refused("bad-field", "qr_too_long", field="text", n=len(said), max=limits.qr_bytes)
    return segno.make_qr(said.decode(), error="l", encoding="utf-8", boost_error=True)
