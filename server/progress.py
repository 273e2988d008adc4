"""What a job of the heavy lane tells on the way, as it comes, and its answer at the end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from functools import partial
from threading import Event
from typing import Any, NamedTuple

from server.lane.lane import Ear, Lane

QUIET = 0.5  # seconds without a word: then a sign of life, which also finds out who has gone
BEHIND = 100  # a listener that is further behind misses some of what is told, never the answer


class Told(NamedTuple):
    """Something on the way."""

    what: Any


class Answered(NamedTuple):
    """The end of it."""

    what: Any


async def progress(
    lane: Lane, task: Callable[..., Any], *arguments: Any
) -> AsyncIterator[Told | Answered | None]:
    """Everything in its order, None where it is quiet; who stops listening stops the job."""
    said, gone = asyncio.Queue[Told | None](), Event()
    later = partial(_later, asyncio.get_running_loop(), gone)

    def offer(what: Any) -> None:
        if said.qsize() < BEHIND:
            said.put_nowait(Told(what))

    future = lane.submit(task, *arguments, ear=Ear(partial(later, offer), gone))
    future.add_done_callback(lambda _: later(said.put_nowait, None))
    try:
        while True:
            try:
                told = await asyncio.wait_for(said.get(), QUIET)
            except TimeoutError:
                yield None
                continue
            yield told or Answered(future.result())
            if told is None:
                return
    finally:
        gone.set()
        future.cancel()


def _later(
    loop: asyncio.AbstractEventLoop, gone: Event, act: Callable[[Any], None], what: Any
) -> None:
    """From the lane's thread to the loop's; once nobody listens there may be no loop."""
    if not gone.is_set():
        loop.call_soon_threadsafe(act, what)
