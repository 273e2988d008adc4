"""Process CPU time, taken in turns, so that a busy machine slows everyone alike."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import process_time
from typing import NamedTuple

Work = Callable[[], object]
ROUNDS = 7
LEAST = 0.05  # seconds that one turn should take: the clock is coarse


class Timing(NamedTuple):
    """How one contestant did beside us."""

    ours: float  # seconds, the median of all rounds
    theirs: float
    ratio: float  # theirs / ours, the median of the rounds' ratios


def settle() -> None:
    """What others have left behind must not slow what comes now."""
    gc.collect()
    gc.freeze()


def compare(ours: Work, theirs: Mapping[str, Work], rounds: int = ROUNDS) -> dict[str, Timing]:
    """Everyone once in each round; a ratio is of two times that were taken side by side."""
    contestants = {"": ours, **theirs}
    times = {name: repeats(work) for name, work in contestants.items()}
    taken = [
        {name: seconds(work, times[name]) for name, work in contestants.items()}
        for _ in range(rounds)
    ]
    return {
        name: Timing(
            median(each[""] for each in taken),
            median(each[name] for each in taken),
            median(each[name] / each[""] for each in taken),
        )
        for name in theirs
    }


def alone(work: Work, rounds: int = ROUNDS) -> float:
    """Seconds, the median of some rounds."""
    times = repeats(work)
    return median(seconds(work, times) for _ in range(rounds))


def seconds(work: Work, times: int = 1) -> float:
    """CPU seconds that one call takes, of all threads together."""
    start = process_time()
    for _ in range(times):
        work()
    return (process_time() - start) / times


def repeats(work: Work) -> int:
    """How many calls make a turn long enough; the first call warms up and does not count."""
    work()
    return max(1, round(LEAST / max(seconds(work), 1e-7)))
