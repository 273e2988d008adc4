"""Pictures as PNG and PDF: what has no need of a browser.

Typst turns SVG into pixels and into PDF whose text is text; it carries fonts of its own, so that a
machine without any still draws letters.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count
from typing import Any

import typst

MOST_FRAMES = 120  # of a moving picture; each takes about a tenth of a second, and 20 kB
INCH = 72.0  # points; a pixel of ours is one point
PAGE = "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
PICTURE = '#image(bytes(sys.inputs.at("{name}")), format: "svg", width: {width}pt)\n'
# files that say the same are the same, whenever they are made
NOT_NOW = datetime(2000, 1, 1, tzinfo=UTC)
SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"chainlight"


def png(svg: str, width: float, scale: float, state: str) -> bytes:
    """Pixels, and the state in a text chunk of its own."""
    (picture,) = pixels([svg], width, scale)
    return with_text(picture, state) if state else picture


def pdf(svg: str, width: float) -> bytes:
    """One page, as large as the picture."""
    return typst.compile(
        _document([svg], width), format="pdf", sys_inputs={"0": svg}, timestamp=NOT_NOW
    )


def pixels(svgs: Sequence[str], width: float, scale: float) -> list[bytes]:
    """One PNG for each picture, all drawn in one go."""
    named = {str(number): svg for number, svg in enumerate(svgs)}
    document, density = _document(svgs, width), INCH * scale
    made: Any = typst.compile(document, format="png", ppi=density, sys_inputs=named)
    return [made] if isinstance(made, bytes) else list(made)


def _document(svgs: Sequence[str], width: float) -> bytes:
    """A page for each picture; their texts stay outside of Typst's language."""
    pages = (PICTURE.format(name=number, width=f"{width:.2f}") for number, _ in zip(count(), svgs))
    return (PAGE + "#pagebreak()\n".join(pages)).encode()


def with_text(picture: bytes, text: str) -> bytes:
    """An iTXt chunk after the header, as the PNG specification has it."""
    body = KEYWORD + b"\0\0\0\0\0" + text.encode()
    chunk = b"iTXt" + body
    whole = struct.pack(">I", len(body)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    header = len(SIGNATURE) + 25  # IHDR is always 13 bytes with 12 around them
    return picture[:header] + whole + picture[header:]
