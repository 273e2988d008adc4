"""Finds a Chromium for the browser tests, and installs Debian's where there is none.

    python tests/chromium.py

Looks on the PATH, then where macOS and Windows keep it; CHAINLIGHT_CHROMIUM names another one.
On Debian and Ubuntu a missing Chromium is installed with apt-get (as root, or with sudo): the one
without windows, which needs half the computing for a page. CI fetches it even beside another one.
Elsewhere it says what to do, and fails: a browser test is never skipped in silence.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

WINDOWLESS = "chromium-headless-shell"
NAMES = (
    WINDOWLESS,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
PACKAGES = (WINDOWLESS, "chromium")  # Ubuntu has no such first one
FONTS = "fonts-droid-fallback"  # they carry the Chinese characters
SAYS_MISSING = (
    "No Chromium can be had here, and the browser tests need one.\n"
    "Install Chromium or Chrome (Debian: apt-get install chromium), or set CHAINLIGHT_CHROMIUM "
    "to the path of one, and run this again."
)


def find() -> str | None:
    """The path of a Chromium, or None."""
    named = os.environ.get("CHAINLIGHT_CHROMIUM")
    if named:
        return shutil.which(named)
    on_path = (shutil.which(name) for name in NAMES)
    in_place = (place for place in PLACES if Path(place).is_file())
    return next(filter(None, on_path), None) or next(in_place, None)


def install() -> None:
    """Installs Debian's Chromium, if this is a Debian and we may."""
    apt = shutil.which("apt-get")
    if apt is None:
        return
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if as_root and shutil.which("sudo") is None:
        return
    get = [*as_root, apt, "--quiet"]
    run([*get, "update"])
    for package in PACKAGES:
        run([*get, "install", "--yes", "--no-install-recommends", package, FONTS])
        if find() is not None:
            return


def run(command: list[str]) -> None:
    """Does it, or does not: what counts is whether there is a Chromium then."""
    print("For the browser tests:", *command, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=quiet, check=False)


def wanted() -> bool:
    """Whether one is to be installed: there is none, or CI would wait for windows nobody sees."""
    in_ci = "CI" in os.environ and "CHAINLIGHT_CHROMIUM" not in os.environ
    return find() is None or (in_ci and shutil.which(WINDOWLESS) is None)


def main() -> int:
    if wanted():
        install()
    browser = find()
    print(f"Browser tests will use {browser}" if browser else SAYS_MISSING)
    return 0 if browser else 1


if __name__ == "__main__":
    sys.exit(main())
