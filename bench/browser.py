"""The browser in which pages are measured, and what a record says of it and of the machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.chromium import find

PAINTED = (Path(__file__).parent / "painted.js").read_text(encoding="utf-8")  # comes before others
MACHINE = """Chromium {version} without a window or a graphics card, {cores} cores
on which {load:.1f} programs wanted to run on average: more than one or two, and the figures say how
busy the machine was."""


@contextmanager
def browser(*arguments: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        args = ["--no-sandbox", *arguments]
        found = playwright.chromium.launch(executable_path=find(), args=args)
        yield found
        found.close()


def machine(browser: Browser, load: float | None = None) -> str:
    """Of the last five minutes, unless a load is given."""
    load = os.getloadavg()[1] if load is None else load
    return MACHINE.format(version=browser.version, cores=os.cpu_count(), load=load)
