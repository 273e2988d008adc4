"""What is counted and written down: routes and figures, never a text that a person typed."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from server.app import create_app
from server.settings import Settings
from server.watching import journal
from tests.server.conftest import API

pytestmark = pytest.mark.anyio
TYPED = "thesecretofthehouse"


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(Settings())
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as asking:
        yield asking
    app.state.compute.close()


def figure(text: str, name: str, **labels: str) -> float:
    """One figure of a page of them; what was never counted is 0."""
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            if sample.name == name and labels.items() <= sample.labels.items():
                return sample.value
    return 0.0


async def test_every_answer_is_counted_by_route_and_status(client: httpx.AsyncClient) -> None:
    async def counted(status: str) -> float:
        page = (await client.get("/metrics")).text
        return figure(page, "chainlight_requests_total", route="/evaluate", status=status)

    good, bad = await counted("200"), await counted("422")
    await client.post(f"{API}/evaluate", json={"source": "a*b"})
    await client.post(f"{API}/evaluate", json={"source": "a*"})
    assert (await counted("200"), await counted("422")) == (good + 1, bad + 1)


async def test_nothing_that_was_typed_becomes_a_label(client: httpx.AsyncClient) -> None:
    await client.post(f"{API}/evaluate", json={"source": f"{TYPED} +"})
    await client.get(f"/{TYPED}")
    await client.get(f"{API}/operations/{TYPED}")
    await client.request("SECRETLY", "/")
    page = (await client.get("/metrics")).text
    assert "secret" not in page.lower()
    assert figure(page, "chainlight_requests_total", route="other", status="404") >= 1
    assert figure(page, "chainlight_requests_total", method="other") >= 1


async def test_heavy_jobs_and_the_cache_are_counted(client: httpx.AsyncClient) -> None:
    before = (await client.get("/metrics")).text
    for _ in range(2):
        assert (await client.post(f"{API}/symbolic", json={"source": "a*b"})).status_code == 200
    after = (await client.get("/metrics")).text
    name = "chainlight_heavy_seconds_count"
    jobs = {"task": "closed_forms", "outcome": "answered"}
    assert figure(after, name, **jobs) == figure(before, name, **jobs) + 1
    cache = "chainlight_cache_total"
    assert figure(after, cache, outcome="found") > figure(before, cache, outcome="found")
    assert figure(after, "chainlight_heavy_starts_total") >= 1
    assert figure(after, "chainlight_heavy_waiting") == 0


async def test_ready_means_that_it_can_work() -> None:
    app = create_app(Settings())
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
        ready = await client.get("/readyz")
        assert (ready.status_code, set(ready.json().values())) == (200, {True})
        app.state.compute.close()
        closed = await client.get("/readyz")
        assert (closed.status_code, closed.json()["lane"]) == (503, False)


async def test_an_answer_is_one_line_without_the_text(
    client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, journal.LOGGER)
    number = {"X-Request-ID": "lesson-7"}
    await client.post(f"{API}/evaluate?lang=zh", json={"source": f"{TYPED} +"}, headers=number)
    record = caplog.records[-1]
    line = journal.Lines().format(record)
    told = json.loads(line)
    assert TYPED not in line
    assert told["time"].endswith("+00:00")
    assert told | {"time": "", "milliseconds": 0, "bytes": 0} == {
        "time": "",
        "level": "info",
        "event": "answered",
        "id": "lesson-7",
        "method": "POST",
        "route": "/evaluate",
        "status": 422,
        "milliseconds": 0,
        "bytes": 0,
    }


def test_a_fault_is_written_as_its_type_and_its_lines(caplog: pytest.LogCaptureFixture) -> None:
    try:
        int(TYPED)
    except ValueError:
        journal.log.exception("broke")
    record = caplog.records[-1]
    line = journal.Lines().format(record)
    assert TYPED not in line
    assert json.loads(line)["error"] == "ValueError"
    assert "test_watch.py" in json.loads(line)["frames"][-1]
