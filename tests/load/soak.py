"""Does anything grow? python -m tests.load.soak [minutes]

Mixed requests for as long as wanted, some of which are left in the middle; memory and open files of
all processes, once a minute.
"""

from __future__ import annotations

import asyncio
import os
import sys
from random import choice
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import httpx

from tests.corpora import rows
from tests.load.server import running

MINUTES = 20.0
VISITORS = 3
TEXTS = [row["text"] for row in rows("hostile") if row["expect"] != "limit"]
CALLS = ("evaluate", "trace", "graph", "check", "paths", "symbolic", "hessian")
# of one kind each, and as often as all of those together
DESCENT = {"parameters": ["x"], "optimizer": {"name": "adam"}, "steps": 200}
RATHER: dict[str, dict[str, Any]] = {
    "train": DESCENT,
    "field": {"x": {"name": "x", "from": -1, "to": 1, "points": 20}},
    "quiz": {},
    "gradient-health": {},
    "export/svg": {},
    "export/png": {},
    "export/numpy": {},
}
STREAM = {"Accept": "text/event-stream"}


def wish() -> tuple[str, dict[str, Any]]:
    """A call and what it is asked; every text is a new one, so that nothing is at hand."""
    name = f"x{choice(range(5_000))}"
    kind = choice(["any", "one", "link"])
    if kind == "link":
        return "links", {"document": {"source": f"{name} * {name}"}}
    if kind == "any":
        call = choice(CALLS)
        body = {"source": choice(TEXTS).replace("x", name)}
        return call, body | ({"from": 0} if call == "paths" else {})
    call = choice(list(RATHER))
    return call, {"source": f"(x - {name})^2 + sin(x)"} | RATHER[call]


async def visit(client: httpx.AsyncClient, until: float, counted: list[int]) -> None:
    while perf_counter() < until:
        call, body = wish()
        answer = await client.post(f"/api/v1/{call}", json=body)
        assert answer.status_code < 500 or answer.status_code == 503, answer.text
        counted[0] += 1


async def leave(client: httpx.AsyncClient, until: float, counted: list[int]) -> None:
    """Somebody who begins long runs, and goes away after the first steps."""
    body = {"source": "(x - 3)^2"} | DESCENT | {"steps": 1_000_000, "report_every": 1_000}
    while perf_counter() < until:
        async with client.stream("POST", "/api/v1/train", json=body, headers=STREAM) as answer:
            async for _ in answer.aiter_lines():
                break
        counted[0] += 1
        await asyncio.sleep(1)


async def main(minutes: float) -> None:
    counted = [0]
    began = perf_counter()
    with (
        TemporaryDirectory() as folder,
        running("--processes", "2", database_url=f"sqlite:///{folder}/links.db") as server,
    ):
        async with httpx.AsyncClient(base_url=server.address, timeout=600) as client:
            until = began + 60 * minutes
            visitors = [asyncio.create_task(visit(client, until, counted)) for _ in range(VISITORS)]
            visitors.append(asyncio.create_task(leave(client, until, counted)))
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
