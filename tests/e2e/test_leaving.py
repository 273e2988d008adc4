"""Who closes the tab stops the work: the process that trains ends within a second."""

from __future__ import annotations

import re
import time

import httpx

ENDLESS = {
    "source": "f = (a - 3)^2",
    "values": {"a": 1},
    "parameters": ["a"],
    "optimizer": {"name": "sgd", "learning_rate": 1e-9},
    "steps": 10**9,
    "report_every": 1_000,
}
STOPPED = re.compile(r"^chainlight_heavy_kills_total\{.*\} (\S+)$", re.MULTILINE)
PATIENCE = 30  # seconds that a process may take to start, and to be seen to end


def stopped(site: str) -> float:
    """How many processes the server has stopped so far."""
    return sum(map(float, STOPPED.findall(httpx.get(f"{site}/metrics").text)))


def left(site: str) -> float:
    """Seconds from the moment when somebody leaves a run to the end of its process."""
    before, headers = stopped(site), {"Accept": "text/event-stream"}
    asked = {"json": ENDLESS, "headers": headers, "timeout": PATIENCE}
    with httpx.stream("POST", f"{site}/api/v1/train", **asked) as told:
        assert "event: step" in told.iter_lines()  # it runs
    gone = time.monotonic()
    while stopped(site) == before:
        assert time.monotonic() - gone < PATIENCE
        time.sleep(0.02)
    return time.monotonic() - gone


def test_a_closed_connection_ends_the_work_within_a_second(site: str) -> None:
    assert any(left(site) < 1 for _ in range(10))  # the machine may have other work meanwhile
