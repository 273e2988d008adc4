"""The page's pure modules keep their promises: node's own runner, one test here for each file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.markdown import ROOT

FILES = sorted((ROOT / "tests" / "static").rglob("*.test.js"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_of_page_tests_passes(file: Path) -> None:
    done = subprocess.run([node(), file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def node() -> str:
    """The machine's node, or the one that the test extra brings."""
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    found = shutil.which("node", path=places)
    if found is None:
        pytest.fail("There is no node to test the page with; the test extra brings one.")
    return found


@pytest.mark.parametrize("entry", sorted(ROOT.glob("static/libraries/*.js")), ids=lambda e: e.stem)
def test_a_browser_library_is_bundled_from_its_entry_file_as_it_is_now(entry: Path) -> None:
    vendor = ROOT / "static" / "vendor"
    declaration = entry.with_suffix(".d.ts")
    source = declaration if declaration.is_file() else entry
    declared = vendor / f"{entry.stem}.d.ts"  # the build leaves a copy here
    assert (vendor / entry.name).is_file(), "run `make setup` to bundle the browser libraries"
    assert declared.read_text(encoding="utf-8") == source.read_text(encoding="utf-8")
