"""Fair use: whoever asks too often or for too much at a time is told when to come back."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from server.app import create_app
from server.limits import LOOPBACK
from server.settings import Settings
from server.web.fair import FairUse, client_of

pytestmark = pytest.mark.anyio
META = "/api/v1/meta"


def strict(**limits: int) -> FastAPI:
    return create_app(Settings(limits=replace(LOOPBACK, **limits), proxies=("10.0.0.0/8",)))


def visitor(app: Any, address: str = "10.1.2.3") -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=app, client=(address, 5000))
    return httpx.AsyncClient(transport=transport, base_url="http://here")


async def test_whoever_asks_too_often_is_told_when_to_come_back() -> None:
    async with visitor(strict(requests_per_minute=3)) as client:
        answers = [await client.get(META) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    refused = answers[-1]
    assert refused.headers["content-type"] == "application/problem+json"
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert refused.json()["code"] == "rate-limited"
    assert "3 requests" in refused.json()["detail"]
    assert refused.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("jump", [-86_400, -90, -60, -4, 1, 60, 90, 86_400])
async def test_a_clock_that_jumps_keeps_nobody_waiting_for_more_than_a_minute(
    jump: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1_800_000_004.5]
    monkeypatch.setattr(time, "time", lambda: now[0])
    async with visitor(strict(requests_per_minute=3)) as client:
        while (await client.get(META)).status_code == 200:
            pass
        now[0] += jump
        waited = 0
        while (answer := await client.get(META)).status_code == 429:
            wait = int(answer.headers["retry-after"])
            assert wait <= 60
            now[0] += wait
            waited += wait
    assert waited <= 60


async def test_a_refusal_speaks_the_readers_language() -> None:
    async with visitor(strict(requests_per_minute=1)) as client:
        await client.get(META)
        refused = await client.get(META, headers={"Accept-Language": "zh-CN"})
    assert "一分钟内的请求超过 1 个" in refused.json()["detail"]


async def test_each_client_is_counted_alone_and_files_are_not_counted() -> None:
    app = strict(requests_per_minute=1)
    async with visitor(app) as client, visitor(app, "192.0.2.7") as other:
        assert (await client.get(META)).status_code == 200
        assert (await other.get(META)).status_code == 200
        assert (await client.get(META)).status_code == 429
        assert (await client.get("/healthz")).status_code == 200
        assert (await client.get("/static/index.html")).status_code == 200


async def test_a_trusted_proxy_says_who_asks_and_a_stranger_is_not_believed() -> None:
    app = strict(requests_per_minute=1)
    async with visitor(app, "10.9.9.9") as proxy, visitor(app, "192.0.2.8") as stranger:
        names = [{"X-Forwarded-For": f"203.0.113.{k}"} for k in (1, 2)]
        assert [(await proxy.get(META, headers=each)).status_code for each in names] == [200, 200]
        assert [(await stranger.get(META, headers=each)).status_code for each in names] == [
            200,
            429,
        ]


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("not an address", "not an address"),
    ],
)
def test_a_household_is_one_client(address: str, client: str) -> None:
    assert client_of({"client": (address, 1)}) == client


def test_a_connection_without_an_address_is_one_client_too() -> None:
    assert client_of({"client": None}) == "unknown"


class Slow:
    """An app whose answers wait for a signal."""

    def __init__(self) -> None:
        self.go, self.inside = asyncio.Event(), 0

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        self.inside += 1
        await self.go.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"done"})


@pytest.mark.parametrize(
    ("limits", "status", "code"),
    [
        ({"at_once_per_client": 2}, 429, "rate-limited"),
        ({"at_once": 2}, 503, "busy"),
    ],
)
async def test_places_are_given_back_when_answers_are_sent(
    limits: dict[str, int], status: int, code: str
) -> None:
    slow = Slow()
    app = FairUse(slow, replace(LOOPBACK, **limits), "memory://")
    async with visitor(app) as client:
        begun = [asyncio.create_task(client.get(META)) for _ in range(2)]
        while slow.inside < 2:
            await asyncio.sleep(0)
        refused = await client.get(META)
        assert (refused.status_code, refused.json()["code"]) == (status, code)
        assert refused.headers["retry-after"] == "1"
        slow.go.set()
        assert [(await answer).status_code for answer in begun] == [200, 200]
        assert (await client.get(META)).status_code == 200
    assert not app.busy


async def test_a_server_for_oneself_refuses_nobody() -> None:
    async with visitor(create_app(Settings())) as client:
        assert {(await client.get(META)).status_code for _ in range(50)} == {200}
