"""The shared count of requests: while it is away each process counts for itself."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import pytest

from server.watching.journal import FIELDS, LOGGER
from server.web import counts
from server.web.counts import Counts

pytestmark = pytest.mark.anyio
AWAY = "the shared count of requests is away"


@contextmanager
def nobody() -> Iterator[int]:
    """A port at which nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


@asynccontextmanager
async def somebody_silent() -> AsyncIterator[tuple[int, list[bytes]]]:
    """A port at which somebody listens and never answers; and what was said to it."""
    heard: list[bytes] = []

    async def hear(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.read(100))
        await reader.read()
        writer.close()

    server = await asyncio.start_server(hear, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1], heard
    finally:
        server.close()


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    found = [each for each in caplog.records if each.getMessage() == AWAY]
    return [getattr(each, FIELDS)["error"] for each in found]


@pytest.fixture(autouse=True)
def heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.getLogger(LOGGER), "propagate", True)


async def test_where_nobody_counts_each_process_does(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(counts, "PATIENCE", 20.0)  # or a busy machine would be told of instead
    with nobody() as port:
        counted = Counts(3, f"redis://127.0.0.1:{port}")
        assert [await counted.allow("10.1.2.3") for _ in range(5)] == [True] * 3 + [False] * 2
        assert await counted.allow("10.1.2.4"), "each client for itself"
        assert await counted.free_at("10.1.2.3") > 0
    assert told(caplog) == ["ConnectionError"], "once, not for each request"


async def test_who_never_answers_keeps_nobody_waiting(caplog: pytest.LogCaptureFixture) -> None:
    async with somebody_silent() as (port, said), asyncio.timeout(20):
        counted = Counts(3, f"redis://127.0.0.1:{port}")
        several = await asyncio.gather(*(counted.allow("10.1.2.3") for _ in range(5)))
        assert sorted(several) == [False] * 2 + [True] * 3
        asked = len(said)
        assert not await counted.allow("10.1.2.3")
        assert len(said) == asked, "for a while it is not asked again"
    assert told(caplog) == ["TimeoutError"]


async def test_after_a_while_the_shared_count_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(counts, "AGAIN", 0.0)
    monkeypatch.setattr(counts, "PATIENCE", 20.0)
    with nobody() as port:
        counted = Counts(3, f"redis://127.0.0.1:{port}")
        assert [await counted.allow("10.1.2.3") for _ in range(4)] == [True] * 3 + [False]
    assert told(caplog) == ["ConnectionError"] * 4
