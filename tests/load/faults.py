"""Processes that are killed, clients that leave, a server that is told to stop:
python -m tests.load.faults

Each fault happens under load. What is counted: how long the next answer takes, and what is lost.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
from pathlib import Path
from statistics import median
from time import perf_counter
from urllib.parse import urlsplit

import httpx

from tests.load.server import Running, descendants, running

KILLS = 20
PAUSE = 3.0  # seconds between two faults
LATEST = 3.0  # seconds until a request that follows a kill is answered
SEED = {"source": "(a+b)*(b+1)", "values": {"a": 2, "b": 1}}
SLOW = {"source": "+".join(["sin(x)*x"] * 5_000)}
HEAVY = {"source": "sin(x)*exp(y)", "form": "simplified"}
CALLS = (("evaluate", SEED), ("trace", SEED), ("symbolic", HEAVY), ("check", SEED))


async def answered(client: httpx.AsyncClient, call: str, body: object) -> float:
    """Seconds until an answer; a connection whose process died is made again, as browsers do."""
    began = perf_counter()
    while True:
        try:
            answer = await client.post(f"/api/v1/{call}", json=body)
        except httpx.TransportError:
            await asyncio.sleep(0.02)
            continue
        assert answer.status_code in (200, 503), answer.text
        return perf_counter() - began


async def load(client: httpx.AsyncClient) -> None:
    while True:
        call, body = random.choice(CALLS)
        await answered(client, call, body)


async def killed(server: Running) -> None:
    """20 × kill −9 of any process but the one that watches over the others."""
    async with httpx.AsyncClient(base_url=server.address, timeout=30) as client:
        for call, body in CALLS:
            await answered(client, call, body)
        busy = [asyncio.create_task(load(client)) for _ in range(4)]
        waits: list[float] = []
        slowest: dict[str, float] = {}
        for _ in range(KILLS):
            await asyncio.sleep(PAUSE)
            victim = random.choice(descendants(server.process.pid))
            kind = kind_of(victim)
            os.kill(victim, signal.SIGKILL)
            found = [answered(client, call, body) for call, body in CALLS]
            after = await asyncio.gather(*found)
            slowest[kind] = max(slowest.get(kind, 0.0), *after)
            waits += after
        for each in busy:
            each.cancel()
        await asyncio.gather(*busy, return_exceptions=True)
    late = sum(wait > LATEST for wait in waits)
    print(
        f"{KILLS} × kill −9: {len(waits)} requests after, median {median(waits):.2f} s, "
        f"slowest {max(waits):.2f} s, later than {LATEST:g} s: {late}; slowest after each kind: "
        + ", ".join(f"{kind} {wait:.2f} s" for kind, wait in sorted(slowest.items()))
    )


def kind_of(pid: int) -> str:
    """What a process of the server's is for; a worker is a fork of the nursery."""
    began = Path(f"/proc/{pid}/cmdline").read_text()
    if "resource_tracker" in began:
        return "tracker"
    if "forkserver" not in began:
        return "server"
    parent = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1]
    forked = "forkserver" in Path(f"/proc/{parent}/cmdline").read_text()
    return "worker" if forked or parent == "1" else "nursery"


async def stopped(*options: str) -> None:
    """SIGTERM while answers are on their way: each must arrive whole."""
    with running(*options) as server:
        async with httpx.AsyncClient(base_url=server.address, timeout=60) as client:
            await answered(client, "symbolic", HEAVY)
            bodies = [
                ("evaluate", SLOW),
                ("symbolic", {"source": "tan(x)^7", "form": "simplified"}),
            ]
            begun = [client.post(f"/api/v1/{call}", json=body) for call, body in bodies * 3]
            tasks = [asyncio.create_task(each) for each in begun]
            await asyncio.sleep(0.5)
            server.process.send_signal(signal.SIGTERM)
            found = await asyncio.gather(*tasks, return_exceptions=True)
        whole = sum(isinstance(each, httpx.Response) and each.status_code == 200 for each in found)
        code = await asyncio.to_thread(server.process.wait, 60)
    print(
        f"SIGTERM {' '.join(options)}: {whole} of {len(found)} begun answers arrived, exit {code}"
    )


async def left(server: Running, times: int = 300) -> None:
    """Clients that leave in the middle of a request or of a stream."""
    place = urlsplit(server.address)
    before = server.open_files()
    body = b'{"source": "loss = (w - 3)^2", "parameters": ["w"], "optimizer": {"name": "sgd", '
    body += b'"learning_rate": 0.000001}, "steps": 1000000, "report_every": 1000}'
    head = b"POST /api/v1/train HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
    head += b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
    for number in range(times):
        reader, writer = await asyncio.open_connection(place.hostname, place.port)
        writer.write(head + (body if number % 10 == 0 else body[: number % len(body)]))
        if number % 10 == 0:
            await reader.read(200)  # the stream has begun
        writer.close()
    async with httpx.AsyncClient(base_url=server.address, timeout=30) as client:
        await asyncio.sleep(3)
        wait = await answered(client, "evaluate", SEED)
    print(
        f"{times} clients left in the middle: the next answer after {wait:.2f} s, "
        f"open files {before} before and {server.open_files()} after"
    )


def main() -> None:
    print(f"load average {os.getloadavg()[0]:.1f}")
    with running("--processes", "2") as server:
        asyncio.run(killed(server))
    asyncio.run(stopped())
    asyncio.run(stopped("--processes", "2"))
    with running() as server:
        for _ in range(3):  # what stays open must not grow from one time to the next
            asyncio.run(left(server))


if __name__ == "__main__":
    main()
