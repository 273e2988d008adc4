"""How many requests a second, and how long each waits: python -m tests.load.throughput

Rounds of our server and of a bare route of the same stack take turns, two processes each, so that
whatever else the machine does meets both. The load maker runs on the same cores.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter, sleep
from typing import NamedTuple
from urllib.parse import urlsplit

from tests.load.server import ROOT, running

CONNECTIONS, SECONDS, ROUNDS = 16, 4.0, 5
BODY = json.dumps({"source": "(a+b)*(b+1)", "values": {"a": 2, "b": 1}}).encode()
SYMBOLIC = json.dumps({"source": "(1+x+x^2+x^3)^500", "form": "expanded"}).encode()
BARE_PORT = 8119


class Measured(NamedTuple):
    """Requests a second, and the waits in milliseconds."""

    rate: float
    middle: float
    p99: float


def request(path: str, body: bytes | None = None) -> bytes:
    method = b"GET" if body is None else b"POST"
    kind = b"Content-Type: application/json\r\nContent-Length: %d\r\n" % len(body or b"")
    return b"%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n%s" % (
        method, path.encode(), kind, body or b"",
    )  # fmt: skip


async def ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, asked: bytes
) -> tuple[int, float]:
    """The status, and the seconds until the last byte."""
    began = perf_counter()
    writer.write(asked)
    head = await reader.readuntil(b"\r\n\r\n")
    length = head.lower().split(b"content-length: ")[1].split(b"\r\n")[0]
    await reader.readexactly(int(length))
    return int(head[9:12]), perf_counter() - began


async def visitor(address: str, asked: bytes, until: float, waits: list[float]) -> None:
    place = urlsplit(address)
    reader, writer = await asyncio.open_connection(place.hostname, place.port)
    while perf_counter() < until:
        status, wait = await ask(reader, writer, asked)
        assert status == 200, status
        waits.append(wait)
    writer.close()


async def flood(address: str, asked: bytes, connections: int = CONNECTIONS) -> Measured:
    waits: list[float] = []
    began = perf_counter()
    until = began + SECONDS
    await asyncio.gather(*(visitor(address, asked, until, waits) for _ in range(connections)))
    quantiles = statistics.quantiles(waits, n=100)
    took = perf_counter() - began
    return Measured(len(waits) / took, 1000 * quantiles[49], 1000 * quantiles[98])


async def under_worst_cases(address: str) -> Measured:
    """The health of a server whose heavy lane is kept full of what never ends."""
    place = urlsplit(address)
    asked, waits = request("/api/v1/symbolic", SYMBOLIC), list[float]()

    async def trouble() -> None:
        while True:
            reader, writer = await asyncio.open_connection(place.hostname, place.port)
            await ask(reader, writer, asked)
            writer.close()

    troubles = [asyncio.create_task(trouble()) for _ in range(24)]
    await asyncio.sleep(1)
    began = perf_counter()
    reader, writer = await asyncio.open_connection(place.hostname, place.port)
    while perf_counter() < began + 2 * SECONDS:
        waits.append((await ask(reader, writer, request("/healthz")))[1])
        await asyncio.sleep(0.005)
    writer.close()
    for each in troubles:
        each.cancel()
    await asyncio.gather(*troubles, return_exceptions=True)
    quantiles = statistics.quantiles(waits, n=100)
    return Measured(len(waits) / (2 * SECONDS), 1000 * quantiles[49], 1000 * quantiles[98])


@contextmanager
def bare() -> Iterator[str]:
    command = [sys.executable, "-m", "tests.load.bare", str(BARE_PORT)]
    with subprocess.Popen(command, cwd=ROOT) as process:
        sleep(5)
        try:
            yield f"http://127.0.0.1:{BARE_PORT}"
        finally:
            process.terminate()


def show(name: str, rounds: list[Measured]) -> float:
    rate, middle, p99 = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"{name:28} {rate:7.0f} requests/s   median {middle:6.1f} ms   p99 {p99:6.1f} ms")
    return rate


def main() -> None:
    asked = request("/api/v1/evaluate", BODY)
    print(f"load average {os.getloadavg()[0]:.1f} before, {CONNECTIONS} connections")
    with running("--processes", "2") as server, bare() as beside:
        asyncio.run(flood(server.address, asked))  # a first round warms both up
        asyncio.run(flood(beside, asked))
        both = [
            (asyncio.run(flood(server.address, asked)), asyncio.run(flood(beside, asked)))
            for _ in range(ROUNDS)
        ]
        ours, theirs = map(list, zip(*both, strict=True))
        show("/evaluate of the seed", ours)
        show("a bare route beside it", theirs)
        ratio = statistics.median(one.rate / other.rate for one, other in both)
        print(f"ratio, median of {ROUNDS} rounds: {ratio:.2f}")
        flooded = asyncio.run(under_worst_cases(server.address))
        show("/healthz, heavy lane full", [flooded])
    print(f"load average {os.getloadavg()[0]:.1f} after")


if __name__ == "__main__":
    main()
