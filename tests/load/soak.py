"""Does anything grow? python -m tests.load.soak [minutes]

Mixed requests for as long as wanted; memory and open files of all processes, once a minute.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
from time import perf_counter

import httpx

from tests.corpora import rows
from tests.load.server import running

MINUTES = 20.0
VISITORS = 3
TEXTS = [row["text"] for row in rows("hostile") if row["expect"] != "limit"]
CALLS = ("evaluate", "trace", "graph", "check", "paths", "symbolic", "hessian")


async def visit(client: httpx.AsyncClient, until: float, counted: list[int]) -> None:
    while perf_counter() < until:
        call = random.choice(CALLS)  # noqa: S311  no secret hangs on it
        text = random.choice(TEXTS).replace("x", f"x{random.randrange(5_000)}")  # noqa: S311
        body = {"source": text} | ({"from": 0} if call == "paths" else {})
        answer = await client.post(f"/api/v1/{call}", json=body)
        assert answer.status_code < 500 or answer.status_code == 503, answer.text
        counted[0] += 1


async def main(minutes: float) -> None:
    counted = [0]
    began = perf_counter()
    with running("--processes", "2") as server:
        async with httpx.AsyncClient(base_url=server.address, timeout=60) as client:
            until = began + 60 * minutes
            visitors = [asyncio.create_task(visit(client, until, counted)) for _ in range(VISITORS)]
            while perf_counter() < until:
                await asyncio.sleep(min(60.0, max(0.0, until - perf_counter())))
                print(
                    f"{(perf_counter() - began) / 60:5.1f} min  {counted[0]:8} requests  "
                    f"{server.memory():7.0f} MiB  {server.open_files():4} open files  "
                    f"load average {os.getloadavg()[0]:.1f}",
                    flush=True,
                )
            await asyncio.gather(*visitors)


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES))
