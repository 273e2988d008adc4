"""Python's collector of cycles, told to wait while a large graph is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

RARELY = (50_000, 20, 100)  # things that have become more, and rounds, before it looks again


@contextmanager
def waiting() -> Iterator[None]:
    """Nothing made meanwhile may form cycles: memory is still freed as soon as nobody uses it.

    The collector would look over all nodes again and again as they become more, which takes half
    of the time and makes 100,000 nodes cost more than ten times 10,000.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def settled() -> None:
    """What has been loaded stays for good, and a long answer is made of many things: the collector
    looks over the first no more, and over the others rarely. It took up to half of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*RARELY)
