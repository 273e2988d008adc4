"""No disk has room for a letter: a server whose processes are killed goes on with new ones."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.load.faults import kind_of
from tests.load.server import Running, running

API = "/api/v1"
SOON = 90.0  # seconds: far more than it takes on a machine that does nothing else
ASKED = (
    ("evaluate", {"source": "a*b"}),
    ("symbolic", {"source": "sin(x)"}),
    ("evaluate", {"source": r"\frac{a}{b}", "notation": "latex"}),
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    with running("--processes", "2", database_url=f"sqlite:///{tmp_path}/links.db") as found:
        yield found


def fill(server: Running) -> None:
    """From now on no file of the server's, or of its processes to come, can have a letter."""
    for pid in server.family:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, 0))


def kill(server: Running) -> int:
    """All processes that answer; how many there were."""
    own = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text()
    victims = [pid for pid in map(int, own.split()) if kind_of(pid) == "server"]
    for victim in victims:
        os.kill(victim, signal.SIGKILL)
    return len(victims)


def asked(client: httpx.Client, call: str, body: object) -> httpx.Response:
    """An answer, as soon as somebody is there to give it."""
    late = monotonic() + SOON
    while True:
        try:
            return client.post(f"{API}/{call}", json=body)
        except httpx.TransportError:
            assert monotonic() < late, "nobody came"


def answers(client: httpx.Client) -> float:
    page = client.get("/metrics").text
    return sum(
        sample.value
        for family in text_string_to_metric_families(page)
        for sample in family.samples
        if sample.name == "chainlight_requests_total" and sample.labels["status"] == "200"
    )


def test_processes_that_are_killed_while_every_disk_is_full_are_replaced(server: Running) -> None:
    with httpx.Client(base_url=server.address, timeout=SOON) as client:
        asked(client, "evaluate", {"source": "a*b"})
        fill(server)
        before = answers(client)
        assert kill(server) == 2
        for call, body in ASKED:
            answer = asked(client, call, body)
            assert answer.status_code == 200, answer.text
        refused = asked(client, "links", {"document": {"source": "a*b"}})
        assert (refused.status_code, refused.json()["reason"]) == (503, "no_storage")
        assert answers(client) >= before + len(ASKED)
