"""What the routes compute with: programs kept ready, the limits, and two lanes.

Bounded numeric work runs in the request's own thread, because its cost is known beforehand.
Whatever has no such bound runs in the heavy lane, in processes that can be killed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request

from server.lane import Lane
from server.programs import Programs
from server.settings import Settings

Answer = TypeVar("Answer")


class Compute:
    """One server's means."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.limits = settings.limits
        self.programs = Programs(settings)
        self.lane = Lane(settings.workers, settings.limits)

    async def heavy(
        self, task: Callable[..., Answer], *arguments: Any, share: float = 1.0
    ) -> Answer:
        """Work without a known bound, done elsewhere, in a share of the time there is."""
        seconds = self.limits.seconds * share
        return await asyncio.wrap_future(self.lane.submit(task, *arguments, seconds=seconds))

    def close(self) -> None:
        self.lane.close()


def compute_of(request: Request) -> Compute:
    """The means of the server that this request reached."""
    found: Compute = request.app.state.compute
    return found


Computes = Annotated[Compute, Depends(compute_of)]
