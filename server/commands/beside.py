"""One of several processes that answer; where one was lost, the next must be there soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.lane import nursery

if TYPE_CHECKING:
    from fastapi import FastAPI


def built() -> FastAPI:
    """The app; the nursery of its workers loads at the same time, in a process of its own."""
    nursery.keep()
    from server.commands.serve import built

    return built()
