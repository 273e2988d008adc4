"""How often each client has asked: counted in one place, which several machines may share.

While that place is away, or too slow to wait for, each process counts for itself: nobody is turned
away because of it, and a client has at most one limit for each process.
"""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.storage import storage_from_string

from server.watching.journal import note

Found = TypeVar("Found")
PATIENCE = 0.25  # seconds that a request waits for the shared count
AGAIN = 5.0  # seconds until it is asked once more


class Counts:
    """Requests by the minute of the calendar, so that several machines agree; a clock that jumps
    begins another minute.
    """

    def __init__(self, per_minute: int, store: str) -> None:
        self.rate = RateLimitItemPerMinute(per_minute)
        shared = storage_from_string(f"async+{store}")
        own = shared.base_exceptions
        more = own if isinstance(own, tuple) else (own,)
        self.faults: tuple[type[Exception], ...] = (OSError, *more)
        self.shared = SlidingWindowCounterRateLimiter(shared)
        self.own = SlidingWindowCounterRateLimiter(MemoryStorage())
        self.back = -math.inf  # when the shared count may be asked

    async def allow(self, client: str) -> bool:
        """Count one more, unless that is too many."""
        return await self._ask(lambda counted: counted.hit(self.rate, client))

    async def free_at(self, client: str) -> float:
        """When this client may ask again."""
        window = await self._ask(lambda counted: counted.get_window_stats(self.rate, client))
        return window.reset_time

    async def _ask(
        self, question: Callable[[SlidingWindowCounterRateLimiter], Awaitable[Found]]
    ) -> Found:
        if time.monotonic() < self.back:
            return await question(self.own)
        try:
            async with asyncio.timeout(PATIENCE):
                return await question(self.shared)
        except self.faults as fault:
            self._miss(fault)
            return await question(self.own)

    def _miss(self, fault: Exception) -> None:
        if time.monotonic() >= self.back:  # of many that wait, the first one says so
            error = type(fault).__name__
            note("the shared count of requests is away", logging.WARNING, error=error)
        self.back = time.monotonic() + AGAIN
