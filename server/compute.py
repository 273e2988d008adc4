"""What the routes compute with: programs kept ready, the limits, and two lanes.

Bounded numeric work runs in the request's own thread, because its cost is known beforehand.
Whatever has no such bound runs in the heavy lane, in processes that can be killed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request

from engine.latex import ready
from server.lane.cluster import Cluster
from server.lane.lane import Lane
from server.programs import Programs
from server.settings import Settings

Answer = TypeVar("Answer")
ON_A_CLUSTER = 64  # jobs that one request may have under way there


class Compute:
    """One server's means."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.limits = settings.limits
        self.programs = Programs(settings)
        self.lane = Lane(settings.workers, settings.limits)
        self.reading = Lane(1, settings.limits)  # LaTeX is short work and waits for nothing else
        self.training = Lane(settings.workers, settings.limits)  # formulas need not wait for runs
        # where many independent jobs go, and how many of them at a time
        self.many = Cluster(settings.cluster) if settings.cluster else self.lane
        self.side_by_side = ON_A_CLUSTER if settings.cluster else settings.workers + 1

    async def begin(self) -> None:
        """The first formula in LaTeX should not have to wait for its process.

        Where others answer meanwhile, nobody is sent here before workers can be had at once.
        """
        first = self.reading.submit(ready)
        if self.settings.processes > 1:
            await asyncio.gather(asyncio.wrap_future(first), return_exceptions=True)

    async def heavy(
        self, task: Callable[..., Answer], *arguments: Any, share: float = 1.0
    ) -> Answer:
        """Work without a known bound, done elsewhere, in a share of the time there is."""
        seconds = self.limits.seconds * share
        return await asyncio.wrap_future(self.lane.submit(task, *arguments, seconds=seconds))

    async def trained(self, task: Callable[..., Answer], *arguments: Any) -> Answer:
        """The same for a run of training, which ends by itself when its time is up."""
        return await asyncio.wrap_future(self.training.submit(task, *arguments))

    def close(self) -> None:
        self.lane.close()
        self.reading.close()
        self.training.close()
        self.many.close()


async def compute_of(request: Request) -> Compute:  # not async, it would cost a thread
    """The means of the server that this request reached."""
    found: Compute = request.app.state.compute
    return found


Computes = Annotated[Compute, Depends(compute_of)]
