"""docs/api.md says what the server says."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.markdown import ROOT


def test_the_reference_page_is_up_to_date() -> None:
    command = [sys.executable, "docs/make_api.py", "--check"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    assert done.returncode == 0, "run: python docs/make_api.py"
