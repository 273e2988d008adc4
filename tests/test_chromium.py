"""The browser tests never skip: a machine without Chromium is told so, and fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.markdown import ROOT


def chromium(**environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tests" / "chromium.py")]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_machine_without_chromium_is_told_so_and_fails() -> None:
    done = chromium(PATH="", CHAINLIGHT_CHROMIUM="/there/is/none")
    assert done.returncode == 1
    assert "No Chromium can be had here" in done.stdout


def test_a_chromium_that_is_named_is_used() -> None:
    done = chromium(PATH="", CHAINLIGHT_CHROMIUM=sys.executable)
    assert done.returncode == 0
    assert sys.executable in done.stdout


def test_a_machine_of_ci_gets_the_one_without_windows_also_beside_another_one(
    tmp_path: Path,
) -> None:
    for name in ("chromium", "apt-get", "sudo"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    asked = "--no-install-recommends chromium-headless-shell"
    assert asked not in chromium(PATH=str(tmp_path)).stdout
    done = chromium(PATH=str(tmp_path), CI="true")
    assert asked in done.stdout
    assert f"will use {tmp_path / 'chromium'}" in done.stdout, "what cannot be had is not needed"
