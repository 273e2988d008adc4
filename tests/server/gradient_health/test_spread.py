"""Many jobs side by side: answers as they come, kept for the next time, stopped when unwanted."""

from __future__ import annotations

import time

import pytest

from engine.health.setups import Setup
from engine.health.sweep import Wish
from server.compute import Compute
from server.gradient_health.spread import spread
from server.gradient_health.sweep import answer
from server.settings import Settings

pytestmark = pytest.mark.anyio


def squared(number: int) -> int:
    time.sleep(0.05 * (number % 3))
    return number * number


def fails_at_three(number: int) -> int:
    if number == 3:
        raise ValueError(number)
    return number


@pytest.fixture
def compute() -> Compute:
    return Compute(Settings(workers=2))


async def test_every_job_is_answered_once(compute: Compute) -> None:
    found = {done.place: done.answer async for done in spread(compute, squared, range(3, 23))}
    assert found == {place: (place + 3) ** 2 for place in range(20)}
    compute.close()


async def test_what_one_job_raises_is_raised_here(compute: Compute) -> None:
    with pytest.raises(ValueError, match="3"):
        _ = [done async for done in spread(compute, fails_at_three, range(10))]
    compute.close()


async def test_who_stops_listening_stops_the_jobs_that_wait(compute: Compute) -> None:
    answers = spread(compute, squared, range(1_000))
    async for _ in answers:
        break
    await answers.aclose()
    started = time.monotonic()
    compute.close()
    assert time.monotonic() - started < 5  # a thousand jobs would take longer


async def test_no_jobs_have_no_answers(compute: Compute) -> None:
    assert [done async for done in spread(compute, squared, [])] == []
    compute.close()


async def test_the_same_network_is_drawn_once(
    compute: Compute, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishes = [Wish(Setup(depth=3, width=4, seed=seed)) for seed in range(4)]
    first = await answer(wishes, compute, "en")
    compute.close()  # nobody is there who could compute it again
    monkeypatch.setattr(compute, "many", None)
    assert await answer(wishes, compute, "en") == first | {"kept": 4}
