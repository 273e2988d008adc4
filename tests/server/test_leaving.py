"""A server that is told to stop leaves nothing behind."""

from __future__ import annotations

import signal
from pathlib import Path

import httpx
import pytest

from tests.load.server import running


def test_a_server_that_was_told_to_stop_has_cleared_its_temporary_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with running() as server:
        body = {"source": "sin(x)"}
        answer = httpx.post(f"{server.address}/api/v1/symbolic", json=body, timeout=60)
        assert answer.status_code == 200
        assert list(tmp_path.iterdir())  # where its workers come from
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(60)
        assert list(tmp_path.iterdir()) == []
