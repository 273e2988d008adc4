"""The real application, in this process: no sockets, no stand-ins."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest

from server.app import create_app
from server.settings import Settings

API = "/api/v1"
Ask = Callable[..., Awaitable[httpx.Response]]


@pytest.fixture
def settings() -> Settings:
    """What the server of a test is like; a module that wants another overrides this."""
    return Settings()


@pytest.fixture
async def client(settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """Sends requests to the application."""
    app = create_app(settings)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as asking:
        yield asking
    app.state.compute.close()


@pytest.fixture
def ask(client: httpx.AsyncClient) -> Ask:
    """`await ask("evaluate", source="a*b", values={"a": 2})`"""

    async def send(call: str, *, lang: str | None = None, **body: Any) -> httpx.Response:
        asked = {} if lang is None else {"lang": lang}
        return await client.post(f"{API}/{call}", json=body, params=asked)

    return send
