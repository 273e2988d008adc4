"""Many independent jobs, side by side on whatever computes: answers are told as they come."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from server.compute import Compute
from server.errors import Refused

Job = TypeVar("Job")


class Done(NamedTuple):
    """One answer, and which of the jobs it belongs to."""

    place: int
    answer: Any


async def spread(
    compute: Compute, task: Callable[[Job], Any], jobs: Sequence[Job]
) -> AsyncIterator[Done]:
    """The answers in the order in which they are ready; who stops listening stops the rest."""
    waiting = deque(enumerate(jobs))
    running: dict[asyncio.Future[Any], int] = {}
    try:
        while True:
            _fill(compute, task, waiting, running)
            if not running:
                return
            ready, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for future in ready:
                yield Done(running.pop(future), future.result())
    finally:
        for future in running:
            future.cancel()


def _fill(
    compute: Compute,
    task: Callable[[Job], Any],
    waiting: deque[tuple[int, Job]],
    running: dict[asyncio.Future[Any], int],
) -> None:
    """Start as many as there is room for; a full queue is no trouble while some are under way."""
    while waiting and len(running) < compute.side_by_side:
        place, job = waiting[0]
        try:
            future = asyncio.wrap_future(compute.many.submit(task, job))
        except Refused:
            if not running:
                raise
            return
        waiting.popleft()
        running[future] = place
