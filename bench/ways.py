"""The two ways in which the engine runs a graph of numbers, chosen as a person would choose."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from engine import machine

NUMPY, NUMBA = "numpy", "numba"


def ways() -> list[str]:
    """The plain way, and with numba where that is installed."""
    with way(NUMBA):
        return [NUMPY] if machine.load() is None else [NUMPY, NUMBA]


@contextmanager
def way(name: str) -> Iterator[None]:
    before = os.environ.get(machine.SWITCH)
    os.environ[machine.SWITCH] = "1" if name == NUMBA else "0"
    try:
        yield
    finally:
        del os.environ[machine.SWITCH]
        if before is not None:
            os.environ[machine.SWITCH] = before
