"""The heavy lane: a job may hang, die or fill the memory; the next one is answered."""

from __future__ import annotations

import operator
import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from threading import Event
from typing import Any

import pytest

from engine.errors import TimedOut, TooCostly
from server.errors import Refused
from server.lane.lane import Ear, Lane
from server.limits import Limits

MIB = 1024 * 1024
LIMITS = Limits(seconds=0.5, waiting=2, memory_bytes=256 * MIB)


@pytest.fixture(scope="module")
def lane() -> Iterator[Lane]:
    lane = Lane(1, LIMITS)
    yield lane
    lane.close()


def answers(lane: Lane) -> bool:
    return lane.submit(operator.add, 1, 2).result() == 3


def test_a_job_is_done_in_another_process(lane: Lane) -> None:
    assert lane.submit(os.getpid).result() != os.getpid()


def test_a_job_that_takes_too_long_is_stopped_and_named(lane: Lane) -> None:
    with pytest.raises(TimedOut) as stopped:
        lane.submit(time.sleep, 60).result()
    assert stopped.value.fields == {"t": "0.5"}
    assert answers(lane)


class Heavy:
    """Something that takes longer to load than a job may take."""

    def __reduce__(self) -> tuple[Callable[[float], None], tuple[float]]:
        return time.sleep, (1.5 * LIMITS.seconds,)


def test_what_a_job_has_to_load_does_not_count_as_its_time(lane: Lane) -> None:
    assert lane.submit(id, Heavy()).result()


@pytest.mark.parametrize("jump", [-86_400, 86_400])
def test_a_clock_that_jumps_neither_ends_a_job_nor_spares_it(
    lane: Lane, jump: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert answers(lane)  # the process runs
    begun = time.monotonic()
    short, endless = lane.submit(time.sleep, 0.1), lane.submit(time.sleep, 60)
    now = time.time() + jump
    monkeypatch.setattr(time, "time", lambda: now)
    assert short.result() is None
    with pytest.raises(TimedOut):
        endless.result()
    assert time.monotonic() - begun < 30


def test_a_job_that_wants_too_much_memory_is_refused(lane: Lane) -> None:
    with pytest.raises(TooCostly):
        lane.submit(bytearray, 8 * 1024 * MIB).result()
    assert answers(lane)


def test_a_job_that_kills_its_process_is_refused_and_the_next_one_is_answered(lane: Lane) -> None:
    with pytest.raises(TooCostly):
        lane.submit(os._exit, 3).result()
    assert answers(lane)


def test_a_process_that_died_while_idle_is_replaced(lane: Lane) -> None:
    os.kill(lane.submit(os.getpid).result(), signal.SIGKILL)
    assert answers(lane)


def test_a_worker_outlives_the_process_that_forked_it_and_can_be_replaced(lane: Lane) -> None:
    worker, parent = lane.submit(os.getpid).result(), lane.submit(os.getppid).result()
    for nursery in {parent} - {os.getpid()}:  # where there is none, we have forked it ourselves
        os.kill(nursery, signal.SIGKILL)
    assert lane.submit(os.getpid).result() == worker
    os.kill(worker, signal.SIGKILL)
    assert answers(lane)


def test_what_goes_wrong_in_a_job_arrives_as_it_was(lane: Lane) -> None:
    with pytest.raises(ZeroDivisionError):
        lane.submit(operator.truediv, 1, 0).result()


def test_a_full_queue_refuses_at_once_and_says_when_to_come_back(lane: Lane) -> None:
    waiting = []
    with pytest.raises(Refused) as refused:
        waiting.extend(lane.submit(time.sleep, 0.2) for _ in range(10))
    assert refused.value.code == "busy"
    assert refused.value.headers == {"Retry-After": "2"}
    for job in waiting:
        job.cancel() or job.result()


def test_closing_ends_the_processes_and_whoever_waits_is_told() -> None:
    lane = Lane(1, LIMITS)
    process = lane.submit(os.getpid).result()
    running = lane.submit(time.sleep, 60)
    while not running.running():
        time.sleep(0.001)
    waiting = lane.submit(time.sleep, 60)
    lane.close()
    assert isinstance(running.exception(timeout=10), TimedOut)
    assert waiting.cancelled()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def told(*arguments: Any) -> int:
    """A job that tells each number, and answers their sum."""
    *parts, tell = arguments
    for part in parts:
        tell(part)
    return sum(parts)


def test_a_job_tells_on_the_way_and_answers_at_the_end(lane: Lane) -> None:
    heard: list[int] = []
    assert lane.submit(told, 1, 2, 3, seconds=30, ear=Ear(heard.append, Event())).result() == 6
    assert heard == [1, 2, 3]


def test_a_job_that_nobody_listens_to_any_more_is_stopped_within_a_second(lane: Lane) -> None:
    assert answers(lane)  # the process runs
    ear = Ear(lambda _: None, Event())
    job = lane.submit(forever, seconds=60, ear=ear)
    while not job.running():
        time.sleep(0.001)
    ear.gone.set()
    with pytest.raises(CancelledError):
        job.result(timeout=1)
    assert answers(lane)


def forever(tell: Callable[[int], None]) -> None:
    while True:
        tell(1)
