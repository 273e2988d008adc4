"""A job tells how far it is; whoever stops listening stops the job."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from server.lane.lane import Lane
from server.limits import Limits
from server.progress import Answered, Told, progress

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def lane() -> Iterator[Lane]:
    lane = Lane(1, Limits(seconds=30))
    yield lane
    lane.close()


def counted(upto: int, tell: Callable[[int], None]) -> str:
    for number in range(upto):
        tell(number)
    return "done"


def endless(tell: Callable[[int], None]) -> None:
    tell(os.getpid())
    while True:
        time.sleep(1)


def broken(tell: Callable[[int], None]) -> None:
    tell(1)
    raise ZeroDivisionError


async def test_everything_arrives_in_its_order(lane: Lane) -> None:
    heard = [each async for each in progress(lane, counted, 5) if each is not None]
    assert heard == [*map(Told, range(5)), Answered("done")]


async def test_who_stops_listening_stops_the_job(lane: Lane) -> None:
    listening = progress(lane, endless)
    process = await next_word(listening)
    await listening.aclose()
    begun = time.monotonic()
    while is_alive(process):
        await asyncio.sleep(0.01)
        assert time.monotonic() - begun < 20  # it would sleep for ever
    heard = [each async for each in progress(lane, counted, 1) if each is not None]
    assert heard[-1] == Answered("done")


async def test_a_quiet_job_gives_signs_of_life(lane: Lane) -> None:
    listening = progress(lane, endless)
    await next_word(listening)
    assert await anext(listening) is None
    await listening.aclose()


async def test_what_goes_wrong_arrives_as_it_was(lane: Lane) -> None:
    with pytest.raises(ZeroDivisionError):
        [each async for each in progress(lane, broken)]


async def next_word(listening: Any) -> Any:
    """What is told next, however long the process takes to start."""
    while (told := await anext(listening)) is None:
        pass
    return told.what


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
