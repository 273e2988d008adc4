"""What a server computes with is there when it begins."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from prometheus_client import REGISTRY

from server.compute import Compute
from server.settings import Settings

pytestmark = pytest.mark.anyio
ROOT = Path(__file__).parents[2]


async def test_one_process_of_several_begins_once_it_has_workers() -> None:
    def started() -> float:
        return REGISTRY.get_sample_value("chainlight_heavy_starts_total") or 0.0

    compute, before = Compute(Settings(processes=2)), started()
    await compute.begin()
    assert started() == before + 1
    compute.close()


def run(code: str, **environment: str) -> list[str]:
    """What a new process says that begins as a server does."""
    told = subprocess.run(
        [sys.executable, "-c", f"import server; {code}"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return told.stdout.split()


def test_a_matrix_takes_one_thread_because_others_want_the_cores_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    svd = "import os, numpy as n; n.linalg.svd(n.ones((200, 200)))"
    assert run(f"{svd}; print(len(os.listdir('/proc/self/task')))") == ["1"]


def test_who_runs_a_server_may_allow_more_threads() -> None:
    code = "import os; print(os.environ['OPENBLAS_NUM_THREADS'])"
    assert run(code, OPENBLAS_NUM_THREADS="3") == ["3"]
