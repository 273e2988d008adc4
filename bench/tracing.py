"""A trace of a large graph over the API: from the request to the last byte, and its size."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import httpx

from bench.clock import alone, seconds
from bench.graphs import narrow
from bench.rows import Row, below
from bench.ways import NUMPY
from server.app import create_app
from server.settings import Settings

SIZE = 10_000
BARS = {"columns": 1.0, "steps": 3.0}  # seconds; the steps come with their words
MEBIBYTE = 1024 * 1024


def rows() -> Iterator[Row]:
    graph = narrow(SIZE)
    values = {node.name: 0.5 for node in graph.inputs}
    for form, bar in BARS.items():
        body = {"source": graph.source.text, "values": values, "form": form}
        title = f"/trace of {len(graph.nodes):,} nodes as {form}"
        first = seconds(partial(_asked, body))
        yield below(f"{title}, first request", NUMPY, bar, first, "s")
        answer = _asked(body)
        yield below(f"{title}, size", NUMPY, None, len(answer) / MEBIBYTE, "MiB")
        packed = len(gzip.compress(answer, 4)) / MEBIBYTE
        yield below(f"{title}, compressed", NUMPY, None, packed, "MiB")
        found = json.loads(answer)
        read, written = alone(partial(json.loads, answer)), alone(partial(json.dumps, found))
        yield below(f"{title}, read as JSON", NUMPY, None, read, "s")
        yield below(f"{title}, written as JSON", NUMPY, None, written, "s")


def _asked(body: dict[str, Any]) -> bytes:
    """The answer of a server that has never seen this program."""

    async def ask() -> bytes:
        app = create_app(Settings())
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            answer = await client.post("/api/v1/trace", json=body)
        app.state.compute.close()
        answer.raise_for_status()
        return answer.content

    return asyncio.run(ask())
