"""Takes the pictures of the README from the real page: the seed example as it opens.

`python docs/make_pictures.py` starts the server on a free port and a Chromium, and writes
docs/pictures. Pictures are taken anew by hand when the page has changed; no test compares them.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests import chromium
from tests.e2e.conftest import serving
from tests.e2e.workspace import Workspace

PICTURES = Path(__file__).parent / "pictures"
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLOURS = 256  # as many as a small PNG can hold
LARGEST = 200_000  # bytes: a README should open at once


def picture(browser: Browser, address: str, theme: Literal["light", "dark"]) -> bytes:
    """The workspace as it opens: with all values and gradients."""
    page = browser.new_page(
        viewport={"width": 1440, "height": 900},
        color_scheme=theme,
        reduced_motion="reduce",
        locale="en",
    )
    workspace = Workspace(page, address)
    workspace.open()
    workspace.until("document.getAnimations().every(each => each.playState !== 'running')")
    page.wait_for_load_state("networkidle")
    taken = page.screenshot()
    page.close()
    return small(taken)


def small(png: bytes) -> bytes:
    """The same picture with few colours."""
    reduced = Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    written = BytesIO()
    reduced.save(written, "PNG", optimize=True)
    return written.getvalue()


def main() -> int:
    """Every theme once; 1 if a picture has become too large."""
    found = chromium.find()
    if found is None:
        sys.exit(chromium.SAYS_MISSING)
    PICTURES.mkdir(exist_ok=True)
    taken = {}
    with sync_playwright() as play, serving() as address:
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for theme in THEMES:
            taken[theme] = picture(browser, address, theme)
            (PICTURES / f"workspace-{theme}.png").write_bytes(taken[theme])
        browser.close()
    return max(map(len, taken.values())) > LARGEST


if __name__ == "__main__":
    sys.exit(main())
