"""A body that is too slow is not waited for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest

from server.app import create_app
from server.limits import LOOPBACK
from server.settings import Settings

pytestmark = pytest.mark.anyio
JSON = {"Content-Type": "application/json"}


async def a_letter_and_no_more() -> AsyncIterator[bytes]:
    yield b"{"
    await asyncio.Event().wait()


async def test_a_body_that_does_not_arrive_is_refused_and_the_line_closed() -> None:
    app = create_app(Settings(limits=replace(LOOPBACK, body_seconds=0.05)))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
        refused = await client.post(
            "/api/v1/evaluate", content=a_letter_and_no_more(), headers=JSON
        )
    assert (refused.status_code, refused.json()["reason"]) == (400, "slow_body")
    assert refused.headers["connection"] == "close"
    assert "0.05 s" in refused.json()["detail"]
