"""The real application, in this process: no sockets, no stand-ins."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from server.app import create_app
from server.settings import Settings

API = "/api/v1"
Ask = Callable[..., Awaitable[httpx.Response]]


@pytest.fixture
def settings() -> Settings:
    """What the server of a test is like; a module that wants another overrides this."""
    return Settings()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Settings], FastAPI]]:
    """An application for some settings; made once, because making one takes a while."""
    made: dict[Settings, FastAPI] = {}

    def app_with(settings: Settings) -> FastAPI:
        if settings not in made:
            made[settings] = create_app(settings)
        return made[settings]

    yield app_with
    for app in made.values():
        app.state.compute.close()


@pytest.fixture
async def client(
    settings: Settings, serve: Callable[[Settings], FastAPI]
) -> AsyncIterator[httpx.AsyncClient]:
    """Sends requests to the application."""
    transport = httpx.ASGITransport(app=serve(settings))
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as asking:
        yield asking


@pytest.fixture
def ask(client: httpx.AsyncClient) -> Ask:
    """`await ask("evaluate", source="a*b", values={"a": 2})`"""

    async def send(call: str, *, lang: str | None = None, **body: Any) -> httpx.Response:
        asked = {} if lang is None else {"lang": lang}
        return await client.post(f"{API}/{call}", json=body, params=asked)

    return send
