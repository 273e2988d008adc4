"""The reference pages say what the server and the table say."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.markdown import ROOT


@pytest.mark.parametrize("maker", ["docs/make_api.py", "docs/make_operations.py"])
def test_a_reference_page_is_up_to_date(maker: str) -> None:
    command = [sys.executable, maker, "--check"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    assert done.returncode == 0, f"run: python {maker}"
