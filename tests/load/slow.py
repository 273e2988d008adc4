"""300 clients that send a letter a second: python -m tests.load.slow http://proxy

Behind the documented proxy, do the others notice?
"""

from __future__ import annotations

import asyncio
import sys
from time import perf_counter
from urllib.parse import urlsplit

import httpx

CLIENTS, SECONDS = 300, 20.0
SEED = {"source": "(a+b)*(b+1)", "values": {"a": 2, "b": 1}}
HEAD = b"POST /api/v1/evaluate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


async def dawdle(address: str, number: int, until: float) -> None:
    """Half of them are slow with the header, half with the body."""
    place = urlsplit(address)
    reader, writer = await asyncio.open_connection(place.hostname, place.port)
    writer.write(HEAD if number % 2 else HEAD + b"Content-Length: 1000\r\n\r\n")
    while perf_counter() < until and not reader.at_eof():
        try:
            writer.write(b"X")
            await writer.drain()
        except ConnectionError:
            return
        await asyncio.sleep(1)
    writer.close()


async def main(address: str) -> None:
    until = perf_counter() + SECONDS
    slow = [asyncio.create_task(dawdle(address, number, until)) for number in range(CLIENTS)]
    waits: list[float] = []
    async with httpx.AsyncClient(base_url=address, timeout=30) as client:
        while perf_counter() < until:
            began = perf_counter()
            answer = await client.post("/api/v1/evaluate", json=SEED)
            assert answer.status_code == 200, answer.text
            waits.append(perf_counter() - began)
            await asyncio.sleep(0.02)
    await asyncio.gather(*slow)
    waits.sort()
    print(
        f"{CLIENTS} slow clients, {len(waits)} answers beside them: "
        f"median {1000 * waits[len(waits) // 2]:.0f} ms, slowest {1000 * waits[-1]:.0f} ms"
    )


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
