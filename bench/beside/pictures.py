"""A picture of a page, small enough to be kept: narrower, and with few colours."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

WIDTH = 800
MOST = 60_000  # bytes
COLOURS = (64, 32, 16, 8)


def small(picture: bytes) -> bytes:
    """As a PNG with a palette: as many colours as there is room for."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    image = image.resize((WIDTH, image.height * WIDTH // image.width), Image.Resampling.LANCZOS)
    kept = b""
    for colours in COLOURS:
        file = BytesIO()
        flat = image.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        flat.save(file, "PNG", optimize=True)
        kept = file.getvalue()
        if len(kept) <= MOST:
            break
    return kept
