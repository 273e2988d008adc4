"""Sweeps on a real Dask cluster: the same rows, none lost with a worker, and a clear end."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from time import monotonic
from typing import Any

import httpx
import pytest

from engine.health.sweep import Row, wished
from server.app import create_app
from server.compute import Compute
from server.gradient_health import sweep
from server.schemas.gradient_health import HealthRequest
from server.settings import Settings
from tests.markdown import ROOT

pytestmark = pytest.mark.anyio
API = "/api/v1"
SWEEP = {"depth": 60, "width": 32, "activation": ["relu", "tanh", "sigmoid"], "seeds": 8}
PATIENCE = 60  # seconds until a scheduler must have started
QUIET = {"DASK_LOGGING__DISTRIBUTED": "error", "PYTHONPATH": str(ROOT)}


def started(module: str, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.{module}", *words, "--no-dashboard"]
    return subprocess.Popen(command, env=os.environ | QUIET, cwd=ROOT)


def free_port() -> int:
    with socket.socket() as here:
        here.bind(("127.0.0.1", 0))
        return int(here.getsockname()[1])


def until_open(port: int) -> None:
    """Wait until somebody listens; on a busy machine that takes a while."""
    end = monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            assert monotonic() < end, "the scheduler never listened"
        else:
            return


class Running:
    """A scheduler and two workers, each a process."""

    def __init__(self) -> None:
        port = free_port()
        self.address = f"tcp://127.0.0.1:{port}"
        scheduler = ("--host", "127.0.0.1", "--port", str(port))
        self.scheduler = started("dask_scheduler", *scheduler)
        until_open(port)
        alone = ("--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")
        self.workers = [started("dask_worker", self.address, *alone) for _ in range(2)]

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster() -> Iterator[Running]:
    running = Running()
    yield running
    running.stop()


async def client_of(settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(settings)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://here", timeout=120) as asks:
        yield asks
    app.state.compute.close()


@pytest.fixture
async def local() -> AsyncIterator[httpx.AsyncClient]:
    async for asks in client_of(Settings()):
        yield asks


@pytest.fixture
async def remote(cluster: Running) -> AsyncIterator[httpx.AsyncClient]:
    async for asks in client_of(Settings(cluster=cluster.address)):
        yield asks


async def swept(client: httpx.AsyncClient) -> list[dict[str, Any]]:
    answer = await client.post(f"{API}/gradient-health", json={"sweep": SWEEP})
    assert answer.status_code == 200, answer.text
    rows: list[dict[str, Any]] = answer.json()["rows"]
    return rows


async def test_a_cluster_finds_the_same_rows_as_the_lane_of_the_server(
    remote: httpx.AsyncClient, local: httpx.AsyncClient
) -> None:
    expected = await swept(local)
    assert await swept(remote) == expected
    assert len(expected) == 24


async def test_a_worker_that_is_killed_in_the_middle_loses_no_row(cluster: Running) -> None:
    compute = Compute(Settings(cluster=cluster.address))
    asked = HealthRequest.model_validate({"sweep": SWEEP})
    wanted = sweep.wanted(asked, compute.limits)
    try:
        found: dict[int, Row] = {}
        async for each in sweep.rows_of(wanted, compute):
            found[each.place] = each.row
            if len(found) == 2:  # both are at work, and most rows are still to come
                cluster.workers[0].send_signal(signal.SIGKILL)
    finally:
        compute.close()
    assert sorted(found) == list(range(24))
    for place, wish in enumerate(wanted):
        assert found[place].gradients == pytest.approx(wished(wish).gradients, rel=1e-12)


async def test_without_its_scheduler_a_sweep_is_refused_and_the_rest_goes_on() -> None:
    async for asks in client_of(Settings(cluster=f"tcp://127.0.0.1:{free_port()}")):
        refused = await asks.post(f"{API}/gradient-health", json={"sweep": {"depth": 3}})
        assert (refused.status_code, refused.json()["code"]) == (503, "busy")
        assert refused.json()["reason"] == "cluster_gone"
        assert refused.headers["retry-after"] == "10"
        symbolic = await asks.post(f"{API}/symbolic", json={"source": "a*b"})
        assert symbolic.json()["derivatives"]["a"]["text"] == "b"


async def test_a_scheduler_that_dies_under_a_sweep_ends_it_clearly(
    cluster: Running, remote: httpx.AsyncClient
) -> None:
    await swept(remote)
    again = SWEEP | {"depth": 61}
    asked = asyncio.create_task(remote.post(f"{API}/gradient-health", json={"sweep": again}))
    await asyncio.sleep(0.2)
    cluster.scheduler.send_signal(signal.SIGKILL)
    answer = await asked
    assert answer.status_code in (200, 503)
    if answer.status_code == 503:
        assert answer.json()["reason"] == "cluster_gone"
    later = await remote.post(f"{API}/gradient-health", json={"sweep": SWEEP | {"depth": 62}})
    assert later.json()["reason"] == "cluster_gone"
